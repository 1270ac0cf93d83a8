"""A page as something to read: its words in an order, without any look. Screens, paper and exports are made from it."""

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; ``note`` is said beside them."""

    text: str
    address: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Paragraphs and lists, as an editor wrote them."""

    text: str
    kind: ClassVar[str] = "words"


@dataclass(frozen=True, slots=True)
class Numbered:
    """Steps, one after another."""

    items: tuple[str, ...]
    kind: ClassVar[str] = "numbered"


@dataclass(frozen=True, slots=True)
class Bulleted:
    """A list in no order."""

    items: tuple[str, ...]
    kind: ClassVar[str] = "bulleted"


@dataclass(frozen=True, slots=True)
class Links:
    """Where to go from here."""

    items: tuple[Link, ...]
    kind: ClassVar[str] = "links"


@dataclass(frozen=True, slots=True)
class Aside:
    """Something set apart, such as what differs in a sector."""

    title: str
    text: str
    kind: ClassVar[str] = "aside"


@dataclass(frozen=True, slots=True)
class Row:
    """A name, and what belongs to it: words, or links."""

    name: str
    text: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """Names with what belongs to each."""

    rows: tuple[Row, ...]
    kind: ClassVar[str] = "rows"


Piece = Words | Numbered | Bulleted | Links | Aside | Rows


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it."""

    id: str
    heading: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was published."""

    words: str
    address: str
    licence: str
    note: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One page. ``kind`` is what a reader calls it, ``address`` where it is from the root of the service."""

    id: str
    kind: str
    title: str
    summary: str
    address: str
    facts: tuple[Row, ...] = ()
    parts: tuple[Part, ...] = ()
    sources: tuple[Source, ...] = ()
    reviewed: str = ""
    notice: str = ""
    """What a reader should know before the rest, such as what a case study rests on."""
    marks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Codes by kind, for machines: pillars, stages, roles …"""
