"""The two-minute summary: the few figures to leave with, how everybody is made up, and what stands out."""

from collections.abc import Iterator

from footing.assessment import Finding
from footing.reporting.definitions import benchmark_text
from footing.reporting.model import Block, Bullets, Figure, KeyFigure, KeyFigures, Link, Paragraph, Section
from footing.reporting.outline import FamilyOutline
from footing.reporting.sections.cells import UNSAID, value_cell
from footing.reporting.sections.columns import base_words, measure_title
from footing.reporting.sections.families import question_title
from footing.reporting.sections.material import SUMMARY, Material
from footing.reporting.sections.picturing import benchmark_name, main_benchmark, overall_figure
from footing.reporting.topics import Topic, rows_by_key, seen
from footing.tables import ReleasableRow
from footing.tables.figures import interval_text, reader_text
from footing.tables.units import PEOPLE, PERCENT
from footing.tables.words import counted, in_a_sentence, slug


def summary_section(material: Material, anchors: dict[str, str]) -> Section:
    """The summary; ``anchors`` gives the place in the report where each table id is shown."""
    figures = tuple(_key_figures(material, anchors))[: material.outline.summary_figures]
    blocks: list[Block] = [KeyFigures(figures)] if figures else []
    blocks += _picture(material, anchors)
    blocks += _findings(material, anchors)
    return Section(SUMMARY, "The two-minute summary", tuple(blocks))


def _key_figures(material: Material, anchors: dict[str, str]) -> Iterator[KeyFigure]:
    """The leading figure for everybody together: first of the first question in every family without views.

    Figures about further questions fill the room that is left, where they may be seen.
    """
    held = [
        (place, topic, section)
        for section in material.outline.sections
        if not section.views
        for place, topic in enumerate(each for each in material.topics_in(section.family) if not each.breakdown)
    ]
    for place, topic, section in sorted(held, key=lambda each: each[0]):
        focus = material.focus(section, topic)
        if focus is not None and (place == 0 or seen(rows_by_key(topic.figures[0]).get((focus,)))):
            link = _place(topic, section, material) if topic.figures[0].id in anchors else None
            yield _key_figure(topic, focus, link, material)


def _place(topic: Topic, section: FamilyOutline, material: Material) -> Link:
    return Link(question_title(topic.question, material), f"#{section.id}-{slug(topic.question)}")


def _key_figure(topic: Topic, focus: str, source: Link | None, material: Material) -> KeyFigure:
    row = rows_by_key(topic.figures[0]).get((focus,))
    label = next(each.label for each in topic.groups if each.code == focus)
    return KeyFigure(
        value=value_cell(row, topic.figures[0].unit).text,
        title=label if len(topic.groups) > 1 else measure_title(topic.figures[0], material.catalogue),
        context=(
            *_context(row, topic, focus, material),
            *(() if source else (question_title(topic.question, material),)),
        ),
        source=source,
    )


def _context(row: ReleasableRow | None, topic: Topic, focus: str, material: Material) -> Iterator[str]:
    """What to keep in mind beside a key figure: its base, its interval and the benchmark."""
    if not seen(row):
        yield (row.reason if row else None) or UNSAID
        return
    if row.lower is not None:
        yield f"95% interval {interval_text(row.lower, row.upper, PERCENT)}"
    benchmark = main_benchmark(topic, material)
    if benchmark is not None and focus in benchmark.values:
        yield f"{benchmark_name(benchmark)} {benchmark_text(benchmark.values[focus])}"
    if row.base is not None:
        yield f"Base {reader_text(row.base, PEOPLE)}: {base_words(topic.figures[0], material.catalogue)}"


def _picture(material: Material, anchors: dict[str, str]) -> Iterator[Figure]:
    """How everybody is made up, by the first question of the family that the outline names."""
    section = next((each for each in material.outline.sections if each.family == material.outline.summary_chart), None)
    topic = material.overall(section.family) if section else None
    focus = material.focus(section, topic) if section and topic else None
    if topic is None or focus is None:
        return
    place = anchors.get(topic.figures[0].id)
    link = Link("The figures of this chart", f"#{place}") if place else None
    figure = overall_figure(topic, focus, material, link)
    if figure is not None:
        yield figure


def _findings(material: Material, anchors: dict[str, str]) -> Iterator[Block]:
    first = material.leading_findings()
    if not first:
        yield Paragraph("Nothing stands out: no finding can be made from the figures that may be shown.")
        return
    yield Bullets(tuple(_finding(each, anchors, material) for each in first), title="What stands out")
    elsewhere = material.outline.every_finding and not material.outline.every_family
    every, place = (material.whole, "full assessment") if elsewhere else (material.assessment, "other sections")
    rest = len(every.findings) - len(first)
    if rest:
        yield Paragraph(f"{counted(rest, 'further finding is', 'further findings are')} in the {place}.")


def _finding(finding: Finding, anchors: dict[str, str], material: Material) -> Paragraph:
    """The statement, the stage of the journey that it is about, and the way to its figures."""
    stages = {stage.id: stage.title for stage in material.catalogue.stages}
    stage = in_a_sentence(stages.get(finding.journey_stage, finding.journey_stage))
    shown = next((anchors[table] for table in finding.tables if table in anchors), None)
    links = (Link("See the figures", f"#{shown}"),) if shown else ()
    return Paragraph(f"{finding.statement} Stage: {stage}.", links)
