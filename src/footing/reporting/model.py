"""The report model: what a report says, in order, before any format has a say in how it looks.

Everything here is words that are ready to read and figures that are ready to draw. A renderer turns it into a
file and works nothing out, so that every format says the same.
"""

from dataclasses import dataclass
from typing import ClassVar

from footing.reporting.charts.content import Chart
from footing.tables import Status


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place in the same report (``#…``), to a file beside it, or to a public source."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of plain words, with links that follow it."""

    kind: ClassVar[str] = "paragraph"
    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short statements, under a title of its own or none."""

    kind: ClassVar[str] = "bullets"
    items: tuple[Paragraph, ...]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something to keep in mind while reading what is around it."""

    kind: ClassVar[str] = "note"
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A marked place for words that only the publisher can write, and what to say there."""

    kind: ClassVar[str] = "place"
    prompt: str
    mark: str = "To write"


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of a journey: its figure and what that is, the main thing to say, where to read on and what to do."""

    title: str
    value: str
    figure: str
    statement: str
    link: Link | None = None
    action: str = ""


@dataclass(frozen=True, slots=True)
class Journey:
    """Stages in the order in which people pass through them."""

    kind: ClassVar[str] = "journey"
    items: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A name and what it stands for."""

    name: str
    meaning: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """A list of names and what each stands for."""

    kind: ClassVar[str] = "terms"
    items: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One large figure of the summary: its value, what it is, what to compare it with, and where it comes from."""

    value: str
    title: str
    context: tuple[str, ...]
    source: Link | None


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The few figures that a leader should leave with."""

    kind: ClassVar[str] = "key_figures"
    items: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a table as it is read: its text, whether it may be seen and why not; ``words`` are no figure."""

    text: str
    status: Status = Status.SHOWN
    reason: str | None = None
    words: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The names that a row stands for, one for each heading column, and its figures."""

    headers: tuple[str, ...]
    cells: tuple[Cell, ...]
    emphasis: bool = False
    """Whether this row is a total."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows that belong together under one title; the only group of a table may go without."""

    title: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table as it is read. ``sources`` are the ids of the protected tables that its figures come from."""

    kind: ClassVar[str] = "table"
    id: str
    caption: str
    headings: tuple[str, ...]
    columns: tuple[str, ...]
    groups: tuple[RowGroup, ...]
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    sources_title: str = "In the data files"


@dataclass(frozen=True, slots=True)
class Fold:
    """Tables that wait behind a title until a reader asks for them."""

    kind: ClassVar[str] = "fold"
    id: str
    title: str
    tables: tuple[DataTable, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, the one sentence that it shows as its title, and the same in words for those who cannot see it."""

    kind: ClassVar[str] = "figure"
    id: str
    title: str
    subtitle: str
    chart: Chart
    text_alternative: str
    table: Link | None = None
    """Where its figures are, when that is not beneath it."""


Block = Paragraph | Bullets | Note | Place | Journey | Terms | KeyFigures | DataTable | Fold | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; sections may hold sections."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. ``language`` is a BCP 47 tag; ``description`` is one sentence for search results and lists."""

    title: str
    organisation: str | None
    subtitle: str
    description: str
    language: str
    sections: tuple[Section, ...]
    colophon: str
    contents: str = "Contents"
    """What the list of sections is called."""
    skip: str = "Skip to the report"
    page: str = "Page"
    of: str = "of"
    """What stands before and after the number of a page."""
