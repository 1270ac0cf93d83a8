"""The sections about families of measures: for each question everybody first, then one breakdown after another."""

from collections.abc import Iterator

from footing.reporting.model import Block, Bullets, DataTable, Figure, Paragraph, Section
from footing.reporting.outline import FamilyOutline
from footing.reporting.sections import picturing
from footing.reporting.sections.material import Material
from footing.reporting.sections.tabulating import tables_of
from footing.reporting.topics import Topic
from footing.tables.words import in_a_sentence, listed, slug

OVERALL = "overall"
"""How an outline names the chart of everybody together."""


def family_section(section: FamilyOutline, material: Material) -> Section | None:
    """One family of measures, question by question; ``None`` when nothing of it was measured."""
    topics = material.topics_in(section.family)
    if not topics:
        return None
    questions = tuple(dict.fromkeys(topic.question for topic in topics))
    parts = tuple(
        _question_section(section, question, material, charts=section.charts if not place else section.further_charts)
        for place, question in enumerate(questions)
    )
    lead = (Paragraph(section.lead),) if section.lead else ()
    return Section(section.id, section.title, (*lead, *_findings(section, material)), parts)


def _findings(section: FamilyOutline, material: Material) -> Iterator[Bullets]:
    """The findings of this family for which the summary had no room."""
    further = material.assessment.findings[material.outline.summary_findings :]
    own = tuple(each for each in further if each.tables and each.tables[0].split(".", 1)[0] == section.family)
    if own:
        yield Bullets(tuple(Paragraph(each.statement) for each in own), title="More that the figures say")


def _question_section(section: FamilyOutline, question: str, material: Material, *, charts: tuple[str, ...]) -> Section:
    topics = [topic for topic in material.topics_in(section.family) if topic.question == question]
    overall = [block for topic in topics if not topic.breakdown for block in _blocks(topic, section, material, charts)]
    drawn = [topic for topic in topics if len(topic.breakdown) == 1 and topic.breakdown[0].variable in charts]
    further = [topic for topic in topics if len(topic.breakdown) == 1 and topic not in drawn]
    crossed = [topic for topic in topics if len(topic.breakdown) > 1]
    parts = [_breakdown_section(topic, section, material, charts) for topic in drawn]
    for title, rest in (("More breakdowns", further), ("Two characteristics together", crossed)):
        if rest:
            blocks = tuple(block for topic in rest for block in _blocks(topic, section, material, charts))
            parts.append(Section(f"{section.id}-{slug(question)}-{slug(title)}", title, blocks))
    return Section(
        id=f"{section.id}-{slug(question)}",
        title=question_title(question, material),
        blocks=(*_wording(question, material), *overall),
        sections=tuple(parts),
    )


def question_title(question: str, material: Material) -> str:
    """What a question is called."""
    held = {each.id: each.title for each in material.catalogue.questions}
    return held.get(question, question.replace("_", " ").capitalize())


def _wording(question: str, material: Material) -> Iterator[Paragraph]:
    held = {each.id: each for each in material.catalogue.questions}
    if question in held:
        yield Paragraph(f"People were asked: “{held[question].wording}”")


def _breakdown_section(topic: Topic, section: FamilyOutline, material: Material, charts: tuple[str, ...]) -> Section:
    title = f"By {in_a_sentence(topic.breakdown[0].title)}"
    return Section(slug(topic.id), title, _blocks(topic, section, material, charts))


def _blocks(topic: Topic, section: FamilyOutline, material: Material, charts: tuple[str, ...]) -> tuple[Block, ...]:
    """The chart where the outline asks for one, then every figure of the topic in tables."""
    focus = material.focus(section, topic)
    tables = tuple(tables_of(topic, focus, material))
    figure = _figure(topic, focus, material, charts) if focus else None
    return (*([figure] if figure else []), *(_shortened(table, material) for table in tables))


def _figure(topic: Topic, focus: str, material: Material, charts: tuple[str, ...]) -> Figure | None:
    if not topic.breakdown:
        return picturing.overall_figure(topic, focus, material) if OVERALL in charts else None
    if len(topic.breakdown) == 1 and topic.breakdown[0].variable in charts:
        return picturing.breakdown_figure(topic, focus, material)
    return None


def _shortened(table: DataTable, material: Material) -> Block:
    """The table, or where to find it when it is longer than a page should hold."""
    length = sum(len(group.rows) for group in table.groups)
    if length <= material.outline.rows_in_page:
        return table
    return Paragraph(
        f"{table.caption}: {length:,} lines, too long for a page. The data files hold it as {listed(table.sources)}."
    )
