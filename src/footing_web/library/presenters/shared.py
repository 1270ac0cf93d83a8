"""What readings of every kind have: where a page belongs, its sources and its review."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.utils.text import slugify

from footing.standards import load_catalogue
from footing_web.library.models import codes
from footing_web.library.presenters.readings import Link, Links, Part, Piece, Row, Source, Words
from footing_web.library.queries import titles_of

GUIDES = {"pillars": "", "stages": "stage-"}

Titles = dict[str, str]


@cache
def titles(kind: str) -> Titles:
    """The titles of the codes of a kind, such as pillars or the vocabulary ``cost``."""
    return dict(codes.SOURCES[kind]() if kind in codes.SOURCES else codes.vocabulary(kind))


@cache
def meanings(vocabulary: str) -> Titles:
    """What each term of a vocabulary means."""
    return {each.code: each.meaning for each in load_catalogue().vocabularies.find(vocabulary).terms}


def part(heading: str, *pieces: Piece | None) -> Part | None:
    """A part with the pieces that there are; none where there is nothing to say."""
    there = tuple(each for each in pieces if each is not None and _says_something(each))
    return Part(slugify(heading), heading, there) if there else None


def parts(*several: Part | None) -> tuple[Part, ...]:
    """The parts that there are."""
    return tuple(each for each in several if each is not None)


def sections(body: Any, say: Any) -> tuple[Part, ...]:
    """The sections of an editor as parts."""
    return parts(*(part(say(each.value["heading"]), Words(say(each.value["text"]))) for each in body))


def lines(stream: Any, say: Any) -> tuple[str, ...]:
    """The texts of a list."""
    return tuple(say(each.value) for each in stream)


def named(kind: str, found: Iterable[str]) -> str:
    """The titles of codes, one after another."""
    return ", ".join(titles(kind).get(code, code) for code in found)


def belongs(page: Any) -> tuple[Row, ...]:
    """Pillars, stages and roles in words."""
    rows = (
        Row("Pillar" if len(page.pillars) == 1 else "Pillars", named("pillars", page.pillars)),
        Row("Stage" if len(page.stages) == 1 else "Stages", named("stages", page.stages)),
        Row("For", named("roles", page.roles)),
    )
    return tuple(row for row in rows if row.text)


def marks(page: Any, **more: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The codes of a page for machines."""
    return {name: tuple(getattr(page, name)) for name in ("pillars", "stages", "roles")} | more


def links_to(section: str, slugs: Iterable[str]) -> Links:
    """Links to published pages of a section; what is not published is left out."""
    addresses = [f"/toolkit/{section}/{slug}/" for slug in slugs]
    found = titles_of(addresses)
    return Links(tuple(Link(found[address], address) for address in addresses if address in found))


def sources(page: Any) -> tuple[Source, ...]:
    """Where what the page says was published."""
    return tuple(
        Source(
            f"{each.value['publisher']}, {each.value['title']}, {each.value['published']}",
            each.value["url"] or "",
            each.value["licence"],
            each.value["note"] or "",
        )
        for each in page.sources
    )


def reviewed(page: Any) -> str:
    """Who looked at the page, when and how far that reached."""
    if page.reviewed_on is None:
        return ""
    who = f" by {page.reviewed_by}" if page.reviewed_by else ""
    due = f" Next review: {page.review_due:%B %Y}." if page.review_due else ""
    return f"Reviewed{who} on {page.reviewed_on:%-d %B %Y}. {page.review_note}{due}"


def _says_something(piece: Piece) -> bool:
    held = getattr(piece, "items", None) or getattr(piece, "rows", None) or getattr(piece, "text", None)
    return bool(held)
