"""Everything that can be found, as light entries: pages, words of the glossary, what others publish, places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.utils.text import slugify

from footing_web.library.finding.words import search_words
from footing_web.library.models import ActionPage, CaseStudyPage, GlossaryTerm, ResourceLink, ToolkitPage

GLOSSARY = "glossary"
RESOURCES = "resources"
PLACES = "places"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found."""

    address: str
    section: str
    title: str
    summary: str
    also: tuple[str, ...] = ()
    """Other words that it goes by."""
    page: int | None = None
    """The key of the page, where it is one: the full text of pages is searched by the database."""
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What it can be filtered by: the codes that it has, by the name of the filter."""


def entries() -> tuple[Entry, ...]:
    """Everything that can be found by the public, pages first."""
    return (*_pages(), *_terms(), *_resources(), *_places())


def _pages() -> Iterator[Entry]:
    sections = _sections()
    extras = _extras()
    fields = ("pk", "url_path", "title", "summary", "content_type_id", "pillars", "stages", "roles")
    for pk, address, title, summary, kind, pillars, stages, roles in (
        ToolkitPage.objects.live().public().order_by("pk").values_list(*fields)
    ):
        codes = {"pillar": tuple(pillars), "stage": tuple(stages), "role": tuple(roles), **extras.get(pk, {})}
        named = address.rstrip("/").rpartition("/")[2].replace("-", " ")
        yield Entry(address, sections.get(kind, ""), title, summary, (named,), page=pk, codes=codes)


def _sections() -> dict[int, str]:
    """The section of each kind of page, by the key of its content type."""
    models = list(_kinds(ToolkitPage))
    kinds = ContentType.objects.get_for_models(*models)
    return {kinds[model].pk: model.section for model in models}


def _kinds(model: type[ToolkitPage]) -> Iterator[type[ToolkitPage]]:
    for each in model.__subclasses__():
        yield each
        yield from _kinds(each)


def _extras() -> dict[int, dict[str, tuple[str, ...]]]:
    """What only actions and case studies can be filtered by, by the key of the page."""
    found: dict[int, dict[str, tuple[str, ...]]] = {}
    actions = ActionPage.objects.live().only("pk", "level", "evidence_strength", "sector_notes")
    for page in actions:
        sectors = tuple(note["value"]["edition"] for note in page.sector_notes.raw_data)
        found[page.pk] = {"level": (page.level,), "strength": (page.evidence_strength,), "sector": sectors}
    for pk, sector in CaseStudyPage.objects.live().values_list("pk", "sector"):
        found[pk] = {"sector": (sector,)}
    return found


def _terms() -> Iterator[Entry]:
    for term in GlossaryTerm.objects.all():
        also = tuple(str(line.value) for line in (*term.also, *term.avoid))
        yield Entry(f"/toolkit/glossary/#{slugify(term.term)}", GLOSSARY, term.term, term.meaning, also)


def _resources() -> Iterator[Entry]:
    for link in ResourceLink.objects.all():
        codes = {"pillar": tuple(link.pillars)}
        yield Entry(link.url, RESOURCES, link.title, link.note, (link.publisher,), codes=codes)


def _places() -> Iterator[Entry]:
    for place in search_words().places:
        yield Entry(place.address, PLACES, place.title, place.summary, place.words)
