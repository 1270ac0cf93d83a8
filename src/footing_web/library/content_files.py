"""The schemas of the files in ``content/``: what the toolkit says that is no reference data.

Texts are paragraphs parted by an empty line. Lines that begin with "- " are a list; nothing else is marked up.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import Field, ValidationError

from footing.provenance import Citation, Review
from footing.provenance.citation import Address, Text
from footing.standards.entry import Identifier, Part
from footing.standards.errors import ReferenceFileFault
from footing.standards.yaml_files import read_yaml

CONTENT = Path(__file__).parent / "content"


class Note(Part):
    """Something that is different in a sector, and where that is said."""

    text: Text
    source: Citation | None = None
    """None where it is our judgement."""


class Edition(Part):
    """One edition: the same toolkit in a sector's words, with what is different there."""

    id: Identifier
    title: Text
    for_whom: Text
    words: dict[Text, Text] = Field(default_factory=dict)
    """Our word to the sector's: "staff" to "members", "grade" to "band". Whole words are switched."""
    notes: dict[Identifier, tuple[Note, ...]] = Field(default_factory=dict)
    """By the code of a pillar."""
    benchmarks: tuple[Identifier, ...] = ()
    examples: tuple[Note, ...] = ()


class Section(Part):
    """A heading and what stands under it."""

    heading: Text
    text: Text


class Guide(Part):
    """What to know about one pillar or one journey stage."""

    id: Identifier
    title: Text
    kind: Literal["pillar", "stage"]
    code: Identifier
    summary: Text
    sections: tuple[Section, ...] = Field(min_length=1)
    sources: tuple[Citation, ...] = ()
    review: Review


class Outcome(Part):
    """Something that came of it; ``measure`` is the id of the measure that says the same, where there is one."""

    measure: Identifier | None = None
    words: Text
    source: Citation


class CaseStudy(Part):
    """What an employer did, told from public sources, in our words and without a quotation."""

    id: Identifier
    title: Text
    organisation: Text
    sector: Identifier
    """The id of an edition."""
    size: Text
    region: Text
    pillars: tuple[Identifier, ...] = Field(min_length=1)
    stages: tuple[Identifier, ...] = Field(min_length=1)
    summary: Text
    sections: tuple[Section, ...] = Field(min_length=1)
    outcomes: tuple[Outcome, ...] = ()
    sources: tuple[Citation, ...] = Field(min_length=1)
    written: Literal["written from public sources"] = "written from public sources"
    related: tuple[Identifier, ...] = ()
    """Ids of actions."""
    review: Review


class Word(Part):
    """One word of the glossary."""

    term: Text
    meaning: Text
    avoid: tuple[Text, ...] = ()
    also: tuple[Text, ...] = ()
    source: Citation | None = None


class Resource(Part):
    """Something that others publish, with a note on what it is good for."""

    title: Text
    publisher: Text
    url: Address
    note: Text
    pillars: tuple[Identifier, ...] = ()
    kind: Text


class Start(Part):
    """Where to begin: for one role or one size of employer."""

    id: Identifier
    title: Text
    text: Text
    actions: tuple[Identifier, ...] = Field(min_length=1)
    templates: tuple[Identifier, ...] = ()


class News(Part):
    """Something new in Footing itself."""

    id: Identifier
    title: Text
    date: dt.date
    summary: Text
    text: Text


class Editions(Part):
    """``editions.yaml``."""

    editions: tuple[Edition, ...]


class Words(Part):
    """``glossary.yaml``."""

    words: tuple[Word, ...]


class Resources(Part):
    """``resources.yaml``."""

    resources: tuple[Resource, ...]


class Starts(Part):
    """``start_here.yaml``: by role (ids of the vocabulary ``roles``) and by size."""

    roles: tuple[Start, ...]
    sizes: tuple[Start, ...]


class NewsItems(Part):
    """``news.yaml``."""

    news: tuple[News, ...]


F = TypeVar("F", bound=Part)


def read_content(path: Path, schema: type[F]) -> F:
    """One file. Raises ``ReferenceFileFault`` with the place of the first fault."""
    return _valid(path, schema, read_yaml(path))


def read_folder(folder: Path, schema: type[F]) -> Iterator[F]:
    """Each file of a folder, named by its id. Raises ``ReferenceFileFault``."""
    for path in sorted(folder.glob("*.yaml")):
        found = read_content(path, schema)
        if getattr(found, "id", path.stem) != path.stem:
            raise ReferenceFileFault(path, f"at id: {getattr(found, 'id', '')!r} is not the name of the file.")
        yield found


@cache
def editions(folder: Path = CONTENT) -> tuple[Edition, ...]:
    """Every edition, the one for all industries first."""
    return _several(folder / "editions.yaml", Editions, "editions")


@cache
def guides(folder: Path = CONTENT) -> tuple[Guide, ...]:
    """Every guide."""
    return tuple(read_folder(folder / "guides", Guide))


@cache
def case_studies(folder: Path = CONTENT) -> tuple[CaseStudy, ...]:
    """Every case study that is written from public sources."""
    return tuple(read_folder(folder / "case_studies", CaseStudy))


@cache
def words(folder: Path = CONTENT) -> tuple[Word, ...]:
    """The glossary."""
    return _several(folder / "glossary.yaml", Words, "words")


@cache
def resources(folder: Path = CONTENT) -> tuple[Resource, ...]:
    """What others publish."""
    return _several(folder / "resources.yaml", Resources, "resources")


@cache
def starts(folder: Path = CONTENT) -> Starts:
    """Where to begin."""
    path = folder / "start_here.yaml"
    return read_content(path, Starts) if path.exists() else Starts(roles=(), sizes=())


@cache
def news(folder: Path = CONTENT) -> tuple[News, ...]:
    """What is new."""
    return _several(folder / "news.yaml", NewsItems, "news")


def _several(path: Path, schema: type[Part], key: str) -> tuple[Any, ...]:
    return tuple(getattr(read_content(path, schema), key)) if path.exists() else ()


def _valid(path: Path, schema: type[F], content: dict[str, Any]) -> F:
    try:
        return schema.model_validate(content)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in fault["loc"]) or "the file as a whole"
        raise ReferenceFileFault(path, f"at {place}: {fault['msg']}.") from error
