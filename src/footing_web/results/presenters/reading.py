"""The report of a result, section by section, with links that lead to the pages of the service."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.utils.safestring import SafeString, mark_safe

from footing.reporting import build_report
from footing.reporting.html import blocks_html, section_html
from footing.reporting.model import Block, DataTable, Figure, Fold, KeyFigure, KeyFigures, Link, Report, Section
from footing.standards import load_catalogue
from footing_web.results.keeping import assessment_of
from footing_web.results.models import Result
from footing_web.results.presenters.places import Places

ON_THE_OVERVIEW = ("summary", "journey")
"""The sections that the overview shows; each of the others has a page of its own."""
HELD = 12
"""How many reports each process of the server holds ready."""
PAGES_HELD = 48
"""How many parts of pages: what is kept never changes, and they say nothing of who reads them."""


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One page of a result: its words, its address, and whether it is this one."""

    text: str
    address: str
    current: bool


def report_of(result: Result) -> Report:
    """The full report of a result of the organisation in scope. Raises ``NotAsReleased``."""
    return _held(result.pk, result).report


@dataclass(frozen=True, slots=True)
class _Held:
    """A report that is held ready, and of each place that a link can lead to, the section whose page it is on."""

    report: Report
    pages: dict[str, str]


@lru_cache(maxsize=HELD)
def _held(_: UUID, result: Result) -> _Held:
    report = build_report(assessment_of(result), load_catalogue())
    return _Held(report, {name: section.id for section in report.sections for name in _names(section)})


@lru_cache(maxsize=PAGES_HELD)
def overview_html(result: Result, places: Places) -> SafeString:
    """What stands on the overview: the leading figures and findings, and the stages of a working life."""
    report = report_of(result)
    return _joined(_linked(section, result, places) for section in report.sections if section.id in ON_THE_OVERVIEW)


def section_of(result: Result, section_id: str) -> Section | None:
    """The section of the report that has a page of this name."""
    held = (each for each in report_of(result).sections if each.id not in ON_THE_OVERVIEW)
    return next((each for each in held if each.id == section_id), None)


@lru_cache(maxsize=PAGES_HELD)
def page_html(result: Result, section_id: str, places: Places) -> SafeString:
    """A section as the content of a page whose heading is its title; empty where there is no such section."""
    section = section_of(result, section_id)
    if section is None:
        return _marked("")
    linked = _linked(section, result, places)
    return _marked(blocks_html(linked.blocks, 1)) + _joined(linked.sections)


def key_figures_of(result: Result) -> tuple[KeyFigure, ...]:
    """The leading figures of the summary, as words; none where nothing of them could be released."""
    blocks = (block for section in report_of(result).sections for block in section.blocks)
    return next((block.items for block in blocks if isinstance(block, KeyFigures)), ())


def linked_html(result: Result, blocks: tuple[Block, ...], places: Places) -> SafeString:
    """Blocks that belong to no section of the report, with its links."""
    return _marked(blocks_html(_relinked(blocks, _resolver(result, places))))


def navigation_of(result: Result, places: Places, current: str) -> list[NavigationItem]:
    """The pages of a result in order; ``current`` is the name of one, or the id of a section."""
    report = report_of(result)
    pages = [("overview", "Overview", places.overview()), ("findings", "Findings", places.findings())]
    pages += [
        (each.id, each.title, places.section(each.id)) for each in report.sections if each.id not in ON_THE_OVERVIEW
    ]
    pages.append(("measures", "All measures", places.measures()))
    return [NavigationItem(text, address, name == current) for name, text, address in pages]


def _linked(section: Section, result: Result, places: Places) -> Section:
    linked: Section = _relinked(section, _resolver(result, places))
    return linked


def _resolver(result: Result, places: Places) -> Callable[[str], str]:
    """Turns a link within the report into one to the page that shows what it leads to."""
    pages = _held(result.pk, result).pages

    def resolve(target: str) -> str:
        page = pages.get(target.removeprefix("#")) if target.startswith("#") else None
        if page is None:
            return target
        address = places.overview() if page in ON_THE_OVERVIEW else places.section(page)
        return address if target == f"#{page}" else address + target

    return resolve


def _names(section: Section) -> Iterator[str]:
    yield section.id
    for block in section.blocks:
        if isinstance(block, Figure | Fold | DataTable):
            yield block.id
        if isinstance(block, Fold):
            yield from (table.id for table in block.tables)
    for each in section.sections:
        yield from _names(each)


def _relinked(part: Any, resolve: Callable[[str], str]) -> Any:
    """The same part of the report model with every link resolved; charts hold none and are left alone."""
    if isinstance(part, Link):
        return replace(part, target=resolve(part.target))
    if isinstance(part, tuple):
        return tuple(_relinked(each, resolve) for each in part)
    if is_dataclass(part) and not isinstance(part, type):
        changed = {each.name: _relinked(getattr(part, each.name), resolve) for each in fields(part) if _may(each.name)}
        return replace(part, **changed)
    return part


def _may(name: str) -> bool:
    """Whether a field of the model may hold links; most hold text or a chart."""
    return name in ("blocks", "sections", "links", "link", "source", "table", "tables", "items")


def _joined(sections: Any) -> SafeString:
    return _marked("".join(section_html(each) for each in sections))


def _marked(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 - the macros of the report escape every text
