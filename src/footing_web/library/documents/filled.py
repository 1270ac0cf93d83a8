"""A document as it is read, filled as far as it can be: every format is written from this and says the same."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words; ``to_decide`` marks what a person still has to write or choose."""

    text: str
    to_decide: bool = False


Words = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2."""

    words: Words
    level: int


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; ``quiet`` ones tell where something comes from, ``strong`` ones lead to what follows."""

    words: Words
    quiet: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: ``bullets``, ``steps`` or ``ticks``."""

    kind: str
    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a caption and a row of headings."""

    caption: Words
    columns: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """One thing to fill in by hand: what it is, a hint, what is there already, and how many lines or what to tick."""

    label: Words
    hint: Words
    answer: Words
    lines: int
    choices: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """Things to fill in by hand, under a caption."""

    caption: Words
    blanks: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Something set apart from the text around it."""

    title: Words
    text: Words


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page starts here."""


FilledBlock = Heading | Line | Listing | Grid | Form | Note | PageBreak


@dataclass(frozen=True, slots=True)
class FilledDocument:
    """A whole document. ``to_decide`` counts the marks that are left; the colophon says what it was filled with."""

    id: str
    title: str
    summary: str
    used_by: str
    before: tuple[str, ...]
    organisation: str | None
    blocks: tuple[FilledBlock, ...]
    to_decide: int
    colophon: str
