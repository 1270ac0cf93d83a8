"""Texts of editors as paragraphs and lists. Nothing else is marked up, so nothing in a text is read as HTML."""

import re
from dataclasses import dataclass

PARTED = re.compile(r"\n\s*\n")
MARK = "- "


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    text: str
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class ListOfLines:
    """Lines that begin with a mark."""

    items: tuple[str, ...]
    is_list: bool = True


def pieces(text: str) -> tuple[Paragraph | ListOfLines, ...]:
    """The paragraphs and lists of a text, in its order."""
    return tuple(piece for part in PARTED.split(text.strip()) for piece in _pieces_of(part))


def _pieces_of(part: str) -> list[Paragraph | ListOfLines]:
    """A part between empty lines: words that lead to a list may stand directly above it."""
    before: list[str] = []
    items: list[str] = []
    for line in (each.strip() for each in part.splitlines()):
        if line.startswith(MARK):
            items.append(line.removeprefix(MARK))
        elif items:
            items[-1] += f" {line}"
        else:
            before.append(line)
    found: list[Paragraph | ListOfLines] = [Paragraph(" ".join(before))] if any(before) else []
    return [*found, ListOfLines(tuple(items))] if items else found
