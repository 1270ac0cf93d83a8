"""Markdown that every reference page is made of."""

import datetime as dt
from collections.abc import Iterable

from footing.provenance import Citation
from footing.standards.entry import Entry

STATUS_WORDS = {
    "official": "Official",
    "derived": "Derived from what was published",
    "assumption": "**Assumption**, not published by any body",
}


def page(title: str, *parts: str) -> str:
    """A page that says first that it is generated."""
    made = "<!-- Generated from src/footing/standards/data by `make docs`. Change the data, not this page. -->"
    return "\n\n".join((made, f"# {title}", *(part for part in parts if part))) + "\n"


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table with one heading for each column."""
    head = tuple(headings)
    lines = [_row(head), _row("---" for _ in head), *(_row(row) for row in rows)]
    return "\n".join(lines)


def bullets(lines: Iterable[str]) -> str:
    """A list; nothing when it is empty."""
    return "\n".join(f"- {line}" for line in lines)


def code(text: str) -> str:
    """A code as it is written in files and commands."""
    return f"`{text}`"


def day(date: dt.date) -> str:
    """A date as people write it.

    >>> day(dt.date(2021, 5, 1))
    '1 May 2021'
    """
    return f"{date.day} {date:%B %Y}"


def provenance(entry: Entry) -> str:
    """Status, start date, sources and review of an entry, and its notes."""
    sources = [_citation(citation) for citation in (entry.source, *entry.also)]
    review = f"{entry.review.status}, {day(entry.review.on)}, by {entry.review.by}. {entry.review.note}"
    facts = [
        f"Status: {STATUS_WORDS[entry.status]}. Holds from {day(entry.start)}.",
        *(f"Source: {source}" for source in sources[:1]),
        *(f"Also: {source}" for source in sources[1:]),
        f"Review: {review}",
        *(f"Note: {note}" for note in entry.notes),
    ]
    return "Where this comes from:\n\n" + bullets(facts)


def _citation(citation: Citation) -> str:
    title = f"[{citation.title}]({citation.url})" if citation.url else citation.title
    note = f" {citation.note}" if citation.note else ""
    return f"{citation.publisher}, {title}, {citation.published}. {citation.licence}.{note}"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
