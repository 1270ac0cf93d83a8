"""What the templates of the toolkit show: a page, a section or the first page, in the visitor's edition."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from footing_web.library import queries
from footing_web.library.content_files import Edition, Start, starts
from footing_web.library.models import GlossaryTerm, IndexPage, ResourceLink
from footing_web.library.presenters.editions import ASKED, Wording, edition_of
from footing_web.library.presenters.listings import Listing, listing_of
from footing_web.library.presenters.reading import reading_of
from footing_web.library.presenters.readings import Link, Reading
from footing_web.library.presenters.shared import titles
from footing_web.library.presenters.structured_data import described

Crumbs = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Shown:
    """One page on a screen."""

    reading: Reading
    edition: Edition | None
    crumbs: Crumbs
    canonical: str
    described: dict[str, Any]
    downloads: tuple[Link, ...]


def shown(page: Any, request: HttpRequest) -> Shown:
    """A page, in the edition that the visitor reads."""
    edition = edition_of(request)
    reading = reading_of(page, edition)
    canonical = settings.PUBLIC_ADDRESS + reading.address
    crumbs = crumbs_of(page)
    return Shown(reading, edition, crumbs, canonical, described(reading, canonical, page), _downloads(reading, edition))


def crumbs_of(page: Any) -> Crumbs:
    """The way from the first page of the toolkit to this one."""
    above = [{"text": "Toolkit", "href": "/toolkit/"}] if page.depth > queries.HOME_DEPTH else []
    if page.depth > queries.HOME_DEPTH + 1:
        section = page.url_path.split("/")[2]
        above.append({"text": queries.section_titles().get(section, section), "href": f"/toolkit/{section}/"})
    return above


def _downloads(reading: Reading, edition: Edition | None) -> tuple[Link, ...]:
    asked = f"?{ASKED}={edition.id}" if edition else ""
    stem = reading.address.removesuffix("/")
    named = (("PDF", "pdf"), ("Markdown", "md"), ("JSON", "json"))
    return tuple(Link(text, f"{stem}.{ending}{asked}") for text, ending in named)


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What the first page of the toolkit shows beside its title."""

    pillars: tuple[Link, ...]
    stages: tuple[Link, ...]
    roles: tuple[Start, ...]
    sizes: tuple[Start, ...]
    sections: tuple[tuple[Link, int], ...]
    news: tuple[Any, ...]


def first_page() -> FirstPage:
    """The ways in: by pillar, stage, role and size, and what each section holds."""
    held = starts()
    return FirstPage(
        pillars=_guides("pillar", "pillars"),
        stages=_guides("stage", "stages"),
        roles=held.roles,
        sizes=held.sizes,
        sections=tuple(
            (Link(page.title, page.address, page.summary), count) for page, count in queries.sections_with_counts()
        ),
        news=tuple(queries.latest_news()),
    )


def _guides(kind: str, codes: str) -> tuple[Link, ...]:
    """The guides of a kind, in the order of what they are about."""
    held = queries.guides_by_code(kind)
    found = [held[code] for code in titles(codes) if code in held]
    return tuple(Link(page.title, page.address, page.summary) for page in found)


def listing(page: IndexPage, request: HttpRequest) -> Listing:
    """What a section lists."""
    return listing_of(page.slug, queries.published_in(page.slug), request.GET, Wording(edition_of(request)))


def glossary() -> list[GlossaryTerm]:
    """Every word, in the order of the alphabet."""
    return sorted(GlossaryTerm.objects.all(), key=lambda each: each.term.lower())


@dataclass(frozen=True, slots=True)
class Shelf:
    """Resources of one kind."""

    kind: str
    resources: tuple[ResourceLink, ...]


def resources() -> list[Shelf]:
    """What others publish, by kind."""
    held = list(ResourceLink.objects.all())
    kinds = sorted({each.kind for each in held})
    return [Shelf(kind, tuple(each for each in held if each.kind == kind)) for kind in kinds]


def pillar_titles(codes: list[str]) -> str:
    """Pillars in words."""
    return ", ".join(titles("pillars").get(code, code) for code in codes)
