"""A collection as Markdown."""

import re
from collections.abc import Iterator

from footing_web.library.exporting.collections import Collection
from footing_web.library.presenters.prose import ListOfLines, pieces
from footing_web.library.presenters.readings import Aside, Bulleted, Link, Links, Numbered, Piece, Reading, Rows, Words

MARKS = re.compile(r"([\\`*_\[\]<>#|])")


def markdown_file(collection: Collection, origin: str) -> bytes:
    """The whole file; ``origin`` is where the service is, so that every address is whole."""
    return ("\n".join(_lines(collection, origin)).strip() + "\n").encode()


def _lines(collection: Collection, origin: str) -> Iterator[str]:
    level = 1 if collection.is_one_page else 2
    if not collection.is_one_page:
        yield f"# {_plain(collection.title)}\n"
    for chapter in collection.chapters:
        if chapter.title and len(collection.chapters) > 1:
            yield f"# {_plain(chapter.title)}\n"
        for reading in chapter.readings:
            yield from _reading(reading, level, origin)
    yield f"---\n\nFrom {origin}{collection.address}, under CC BY 4.0."


def _reading(reading: Reading, level: int, origin: str) -> Iterator[str]:
    yield f"{'#' * level} {_plain(reading.title)}\n"
    for text in filter(None, (reading.notice, reading.summary)):
        yield f"{_plain(text)}\n"
    if reading.facts:
        yield "\n".join(f"- **{_plain(row.name)}**: {_plain(row.text)}" for row in reading.facts) + "\n"
    for part in reading.parts:
        yield f"{'#' * (level + 1)} {_plain(part.heading)}\n"
        for piece in part.pieces:
            yield _piece(piece, origin) + "\n"
    if reading.sources:
        yield f"{'#' * (level + 1)} Sources\n"
        yield "\n".join(f"- {_link(Link(each.words, each.address), origin)}" for each in reading.sources) + "\n"
    if reading.reviewed:
        yield f"{_plain(reading.reviewed)}\n"


def _piece(piece: Piece, origin: str) -> str:
    match piece:
        case Words(text):
            return _prose(text)
        case Aside(_, text):
            return "\n".join(f"> {line}" for line in _prose(text).splitlines())
        case Numbered(items):
            return "\n".join(f"{place}. {_plain(item)}" for place, item in enumerate(items, 1))
        case Bulleted(items):
            return "\n".join(f"- {_plain(item)}" for item in items)
        case Links(items):
            return "\n".join(f"- {_link(link, origin)}" for link in items)
        case Rows(rows):
            return "\n".join(f"- **{_plain(row.name)}**: {_plain(row.text)}" for row in rows)


def _prose(text: str) -> str:
    return "\n\n".join(
        "\n".join(f"- {_plain(item)}" for item in piece.items) if isinstance(piece, ListOfLines) else _plain(piece.text)
        for piece in pieces(text)
    )


def _link(link: Link, origin: str) -> str:
    address = origin + link.address if link.address.startswith("/") else link.address
    said = f"[{_plain(link.text)}]({address})" if address else _plain(link.text)
    return f"{said}: {_plain(link.note)}" if link.note else said


def _plain(text: str) -> str:
    """Words whose signs are no marks."""
    return MARKS.sub(r"\\\1", " ".join(text.split()))
