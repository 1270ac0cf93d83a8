"""Several readings together: a section, or a whole edition."""

from dataclasses import dataclass

from footing_web.library import queries
from footing_web.library.content_files import Edition
from footing_web.library.presenters.reading import reading_of
from footing_web.library.presenters.readings import Reading

WHOLE = "toolkit"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the toolkit, with its pages."""

    title: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """What is taken away in one file."""

    id: str
    title: str
    edition: str
    address: str
    chapters: tuple[Chapter, ...]

    @property
    def is_one_page(self) -> bool:
        """Whether it is a single page."""
        return len(self.chapters) == 1 and not self.chapters[0].title


def one_page(reading: Reading, edition: Edition | None) -> Collection:
    """A single page."""
    return Collection(reading.id, reading.title, _named(edition), reading.address, (Chapter("", (reading,)),))


def whole_section(slug: str, edition: Edition | None) -> Collection | None:
    """Every page of a section; ``None`` where there is no such section, or nothing in it."""
    title = queries.section_titles().get(slug)
    chapter = _chapter(slug, title or "", edition)
    if title is None or not chapter.readings:
        return None
    return Collection(slug, title, _named(edition), f"/toolkit/{slug}/", (chapter,))


def whole_edition(edition: Edition | None) -> Collection:
    """Everything, section by section."""
    chapters = (_chapter(slug, title, edition) for slug, title in queries.section_titles().items())
    title = f"The toolkit: {edition.title}" if edition else "The toolkit"
    return Collection(WHOLE, title, _named(edition), "/toolkit/", tuple(each for each in chapters if each.readings))


def _chapter(slug: str, title: str, edition: Edition | None) -> Chapter:
    return Chapter(title, tuple(reading_of(page, edition) for page in queries.published_in(slug)))


def _named(edition: Edition | None) -> str:
    return edition.title if edition else ""
