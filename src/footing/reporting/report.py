"""From an assessment to a report: the sections in the order in which they are read."""

from collections.abc import Iterator

from footing.assessment import Assessment
from footing.reporting.model import DataTable, Fold, Report, Section
from footing.reporting.outline import FamilyOutline, Outline, load_outline
from footing.reporting.sections.families import family_section
from footing.reporting.sections.kept_back import not_measured_section, withheld_section
from footing.reporting.sections.material import Material
from footing.reporting.sections.origins import methods_section, record_section, sources_section
from footing.reporting.sections.reading import reading_section
from footing.reporting.sections.summary import summary_section
from footing.reporting.sections.views import views_section
from footing.reporting.topics import topics_of
from footing.standards import Catalogue
from footing.tables.words import long_date, slug

LANGUAGE = "en-GB"


def build_report(
    assessment: Assessment, catalogue: Catalogue, *, outline: Outline | None = None, tables_folder: str | None = None
) -> Report:
    """The report that an outline (the full assessment unless another is given) makes of an assessment.

    ``tables_folder`` is where the CSV files will lie beside it, if they will. Raises ``UnknownReference`` for a policy,
    question, classification or benchmark that the catalogue does not hold.
    """
    chosen = outline or load_outline()
    material = Material(assessment, catalogue, chosen, topics_of(assessment.tables), tables_folder)
    families = tuple(found for each in _families(material) if (found := _section(each, material)) is not None)
    manifest = assessment.manifest
    return Report(
        title=f"{manifest.organisation}: {chosen.title.lower()}" if manifest.organisation else chosen.title,
        organisation=manifest.organisation,
        subtitle=f"People in post on {long_date(manifest.snapshot_date)}",
        description=f"{chosen.title} of {material.organisation}, {long_date(manifest.snapshot_date)}",
        language=LANGUAGE,
        sections=(
            summary_section(material, _first_of_each(_anchors(families))),
            reading_section(material),
            *families,
            withheld_section(material),
            not_measured_section(material),
            methods_section(material),
            sources_section(material),
            record_section(material),
        ),
        colophon=f"Made with Footing {manifest.footing_version}, the open social mobility toolkit for employers.",
    )


def _section(section: FamilyOutline, material: Material) -> Section | None:
    """The section about a family, as views where its outline names any; ``None`` when nothing of it was measured."""
    return views_section(section, material) if section.views else family_section(section, material)


def _families(material: Material) -> Iterator[FamilyOutline]:
    """The sections of the outline, and one for each family that it does not know: no table goes unseen."""
    yield from material.outline.sections
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
