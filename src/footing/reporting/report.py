"""From an assessment to a report: the parts that an outline names, in the order in which they are read."""

from collections.abc import Callable, Iterator

from footing.assessment import Assessment
from footing.reporting.choosing import chosen
from footing.reporting.model import DataTable, Fold, Paragraph, Report, Section
from footing.reporting.outline import FIGURES, FamilyOutline, Outline, load_outline
from footing.reporting.publication import ENGLISH, UNSAID, Publication
from footing.reporting.sections.challenge import challenge_section
from footing.reporting.sections.families import family_section
from footing.reporting.sections.journey import journey_of, journey_section
from footing.reporting.sections.kept_back import not_measured_section, withheld_section
from footing.reporting.sections.material import Material
from footing.reporting.sections.origins import methods_section, record_section, sources_section
from footing.reporting.sections.questions import questions_section
from footing.reporting.sections.reading import reading_section
from footing.reporting.sections.summary import summary_section
from footing.reporting.sections.views import views_section
from footing.reporting.sections.words import words_section
from footing.reporting.topics import topics_of
from footing.standards import Catalogue
from footing.tables.words import in_a_sentence, long_date, slug

WITHOUT_STAFF = frozenset({"applications", "outreach participants"})
"""The populations that can be measured of an extract without staff."""
NOBODY_IN_POST = "On record on {date}"
"""What stands beneath the title when the extract holds applications or outreach alone."""

_PARTS: dict[str, Callable[[Material], Section]] = {
    "reading": reading_section,
    "questions": questions_section,
    "withheld": withheld_section,
    "not-measured": not_measured_section,
    "challenge": challenge_section,
    "methods": methods_section,
    "sources": sources_section,
    "record": record_section,
}
_LEADING: dict[str, Callable[[Material, dict[str, str]], Section]] = {
    "summary": summary_section,
    "journey": journey_section,
}
"""Parts that lead to the sections where the figures are."""


def build_report(
    assessment: Assessment,
    catalogue: Catalogue,
    *,
    outline: Outline | None = None,
    tables_folder: str | None = None,
    publication: Publication = UNSAID,
) -> Report:
    """The report that an outline (the full assessment unless another is given) makes of an assessment.

    ``tables_folder`` is where the CSV files will lie beside it, if they will. Raises ``UnknownReference`` for a policy,
    question, classification or benchmark that the catalogue does not hold.
    """
    told = outline or load_outline()
    return report_of(gathered(assessment, catalogue, told, tables_folder=tables_folder, publication=publication))


def report_of(material: Material) -> Report:
    """The report that is written from what was gathered."""
    manifest, kind = material.assessment.manifest, material.outline
    named = f"{manifest.organisation}: {in_a_sentence(kind.title)}" if manifest.organisation else kind.title
    return Report(
        title=named,
        organisation=manifest.organisation,
        subtitle=_subtitle(material),
        description=f"{kind.title} of {material.organisation}, {long_date(manifest.snapshot_date)}",
        language=ENGLISH,
        sections=tuple(_in_order(material)),
        colophon=f"Made with Footing {manifest.footing_version}, the open social mobility toolkit for employers.",
    )


def _subtitle(material: Material) -> str:
    """Whom the figures are about; an extract of applications or outreach alone holds nobody in post."""
    tables, kind = material.whole.tables, material.outline
    in_post = not tables or any(table.population not in WITHOUT_STAFF for table in tables)
    return (kind.of_whom if in_post else NOBODY_IN_POST).format(date=long_date(material.whole.manifest.snapshot_date))


def gathered(
    assessment: Assessment,
    catalogue: Catalogue,
    outline: Outline,
    *,
    tables_folder: str | None = None,
    publication: Publication = UNSAID,
) -> Material:
    """What a report of this kind is written from."""
    journey, besides = journey_of(assessment, outline, catalogue)
    told = chosen(assessment, outline, catalogue, besides if "journey" in outline.order else ())
    return Material(told, catalogue, outline, topics_of(told.tables), assessment, tables_folder, publication, journey)


def _in_order(material: Material) -> Iterator[Section]:
    outline = material.outline
    shown = (each for each in _families(material) if FIGURES in outline.order or each.id in outline.order)
    families = {each.id: found for each in shown if (found := _section(each, material)) is not None}
    anchors = _first_of_each(_anchors(tuple(families.values())))
    words = {each.id: each for each in outline.words}
    about_figures = (FIGURES, *(each.id for each in outline.sections))
    absent_at = None if families else next((name for name in outline.order if name in about_figures), None)
    for name in outline.order:
        if name == absent_at:
            yield Section(FIGURES, "The figures", (Paragraph(outline.absent),))
        elif name == FIGURES:
            yield from (section for place, section in families.items() if place not in outline.order)
        elif name in _LEADING:
            yield _LEADING[name](material, anchors)
        elif name in words:
            yield words_section(words[name], material)
        elif name in _PARTS:
            yield _PARTS[name](material)
        elif name in families:
            yield families[name]


def _section(section: FamilyOutline, material: Material) -> Section | None:
    """The section about a family, as views where its outline names any; ``None`` when nothing of it was measured."""
    return views_section(section, material) if section.views else family_section(section, material)


def _families(material: Material) -> Iterator[FamilyOutline]:
    """The sections of the outline, and one for each family that it does not know, so that no table goes unseen."""
    yield from material.outline.sections
    if not material.outline.every_family:
        return
    known = {family for each in material.outline.sections for family in each.families}
    for family in dict.fromkeys(topic.family for topic in material.topics if topic.family not in known):
        yield FamilyOutline(id=slug(family), family=family, title=family.replace("_", " ").capitalize(), lead="")


def _first_of_each(anchors: Iterator[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for table, place in anchors:
        found.setdefault(table, place)
    return found


def _anchors(sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    """Each table id with the section that shows it: a table may be folded away, its section never is."""
    for section in sections:
        for block in section.blocks:
            tables = block.tables if isinstance(block, Fold) else (block,) if isinstance(block, DataTable) else ()
            yield from ((source, section.id) for table in tables for source in table.sources)
        yield from _anchors(section.sections)
