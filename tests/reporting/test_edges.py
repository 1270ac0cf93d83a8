"""Nothing, little, everything withheld, very much, and very long names: every kind of report still reads well."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import pytest

from footing.assessment import Assessment
from footing.reporting.html import html_page
from footing.reporting.model import KeyFigures, Report, Section
from footing.reporting.outline import kinds, load_outline
from footing.reporting.pdf import pdf_file
from footing.reporting.report import build_report, gathered
from footing.reporting.sections.questions import State, state_of
from footing.reporting.word import word_file
from footing.standards import load_catalogue
from footing.tables import ReleasableRow, ReleasableTable, Status
from footing.tables.units import COUNTS
from reporting.assessments import assess, council_assessment
from reporting.page_reader import read_page
from reporting.staff import council_staff
from reporting.test_small_organisations import NOTHING

LONG = "; ".join(
    ["Combined Authority for the Northern Vale, its Boroughs, Parishes and all their Joint Committees"] * 2
)


def _all_withheld(table: ReleasableTable) -> ReleasableTable:
    """What a table becomes when nothing of it may be seen; tests alone may make one."""
    reason = "Withheld: this count is under 10, or with the other figures shown it would give away one that is."
    rows = tuple(ReleasableRow(row.key, None, None, None, None, Status.WITHHELD, reason) for row in table.rows)
    return _with_rows(table, rows)


def _a_thousand_times(table: ReleasableTable) -> ReleasableTable:
    rows = tuple(
        replace(
            row,
            value=row.value * 1000 if row.value is not None and table.unit in COUNTS else row.value,
            base=row.base * 1000 if row.base is not None else None,
        )
        for row in table.rows
    )
    return _with_rows(table, rows)


def _with_rows(table: ReleasableTable, rows: tuple[ReleasableRow, ...]) -> ReleasableTable:
    changed = object.__new__(ReleasableTable)
    for each in fields(table):
        object.__setattr__(changed, each.name, rows if each.name == "rows" else getattr(table, each.name))
    return changed


def withheld() -> Assessment:
    whole = council_assessment()
    return replace(whole, tables=tuple(map(_all_withheld, whole.tables)), findings=())


def enormous() -> Assessment:
    whole = council_assessment()
    return replace(whole, tables=tuple(map(_a_thousand_times, whole.tables)))


def tiny() -> Assessment:
    staff = [{"parental_occupation": "lower" if place < 14 else "professional"} for place in range(30)]
    return assess(staff, questions=["parental_occupation"], characteristics={})


def long_names() -> Assessment:
    grades = [f"{LONG[:90]} {number}" for number in range(1, 4)]
    people = council_staff(600)
    staff = [{**person, "grade": grades[place % 3]} for place, person in enumerate(people)]
    return assess(staff, characteristics={"grade": grades}, organisation=LONG)


def unnamed() -> Assessment:
    return assess(
        council_staff(600), characteristics={"grade": [f"Grade {n}" for n in range(1, 11)]}, organisation=None
    )


EDGES: dict[str, Callable[[], Assessment]] = {
    "nothing": lambda: NOTHING,
    "tiny": tiny,
    "withheld": withheld,
    "enormous": enormous,
    "long names": long_names,
    "unnamed": unnamed,
}


@cache
def edge(name: str) -> Assessment:
    return EDGES[name]()


def built(name: str, kind: str) -> Report:
    return build_report(edge(name), load_catalogue(), outline=load_outline(kind))


def texts_of(held: Any) -> Iterator[str]:
    if type(held) is str:
        yield held
    elif isinstance(held, tuple):
        for each in held:
            yield from texts_of(each)
    elif is_dataclass(held):
        for each in fields(held):
            if each.name not in {"id", "target", "sources"}:
                yield from texts_of(getattr(held, each.name))


def sections_of(sections: tuple[Section, ...]) -> Iterator[Section]:
    for each in sections:
        yield each
        yield from sections_of(each.sections)


WRONG = {
    "one of many": re.compile(r"(?<![\d.,])1 (people|counts|figures|tables|applications|findings|functions|grades)\b"),
    "many of one": re.compile(r"\b(0|[2-9]|[1-9]\d+) (person|count|figure|finding|function|grade)\b(?! of)"),
    "a verb for many": re.compile(r"(?<![\d.,])1 further finding are|(?<![\d.,])1 of \d+ figures are"),
    "a gap in the words": re.compile(r"  | ,| \.(?=\s|$)|\(\)|“”|\.\.|:\.|\{\w*\}"),
    "no figure at all": re.compile(r"\b(None|nan|inf|NaN)\b(?! of)"),
}


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("name", EDGES)
def test_every_text_is_grammatical_and_whole(name, kind):
    texts = list(texts_of(built(name, kind)))
    for what, pattern in WRONG.items():
        said = [text for text in texts if pattern.search(text) and text != "None"]
        assert said == [], what


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("name", EDGES)
def test_no_section_is_empty_and_every_id_is_used_once(name, kind):
    page = read_page(html_page(built(name, kind)))
    ids = [each.attributes["id"] for each in page.every() if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    assert all(each.blocks or each.sections for each in sections_of(built(name, kind).sections))
    targets = {each.attributes["href"] for each in page.all("a") if each.attributes["href"].startswith("#")}
    assert {each[1:] for each in targets} <= set(ids)


@pytest.mark.parametrize("kind", [kind for kind in kinds() if kind not in ("assessment", "appendix")])
@pytest.mark.parametrize("name", ["nothing", "withheld", "long names"])
def test_a_short_kind_can_be_printed_and_edited_whatever_it_holds(name, kind):
    report = built(name, kind)
    assert pdf_file(report, made_on=NOTHING.manifest.as_at).startswith(b"%PDF")
    assert word_file(report, made_on=NOTHING.manifest.as_at).startswith(b"PK")


@pytest.mark.parametrize("kind", [kind for kind in kinds() if "figures" not in load_outline(kind).order])
def test_a_kind_of_which_nothing_was_measured_says_so_once(kind):
    said = [text for text in texts_of(built("nothing", kind)) if text == load_outline(kind).absent]
    shows = {each.id for each in load_outline(kind).sections}.intersection(load_outline(kind).order)
    assert len(said) == bool(shows)


def test_where_everything_is_withheld_key_figures_say_why_and_the_board_is_asked_for_more():
    report = built("withheld", "board")
    figures = next(b for each in sections_of(report.sections) for b in each.blocks if isinstance(b, KeyFigures))
    assert {each.value for each in figures.items} == {"[c]"}
    assert all("withh" in each.context[0].lower() for each in figures.items)
    material = gathered(edge("withheld"), load_catalogue(), load_outline("board"))
    assert {state_of(stage.id, material) for stage in load_catalogue().stages} == {State.UNMEASURED}


def test_large_numbers_are_parted_by_thousands():
    assert any(re.search(r"\b4,200,000\b", text) for text in texts_of(built("enormous", "board")))
