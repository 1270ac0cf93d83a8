"""The sections about families of measures: for each question everybody first, then one breakdown after another."""

from collections.abc import Iterable, Iterator

from footing.reporting.model import Block, Bullets, DataTable, Fold, Paragraph, Section
from footing.reporting.outline import FamilyOutline
from footing.reporting.sections import picturing
from footing.reporting.sections.further_pictures import beside_figure, crossing_figure, regions_figure
from footing.reporting.sections.material import Material
from footing.reporting.sections.tabulating import tables_of
from footing.reporting.topics import Topic
from footing.tables import ReleasableTable
from footing.tables.words import in_a_sentence, listed, slug

OVERALL = "overall"
"""How an outline names the chart of everybody together."""
BESIDE = "beside"
"""How an outline names the chart of each group here beside the benchmark."""
REGIONS = "regions"
"""How an outline names the chart of everybody together among the regions."""


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
    return Section(section.id, section.title, lead, parts)


def _question_section(section: FamilyOutline, question: str, material: Material, *, charts: tuple[str, ...]) -> Section:
    topics = [topic for topic in material.topics_in(section.family) if topic.question == question]
    overall = [block for topic in topics if not topic.breakdown for block in _overall(topic, section, material, charts)]
    overall += _not_broken_down(section, topics, material)
    drawn = [topic for topic in topics if len(topic.breakdown) == 1 and topic.breakdown[0].variable in charts]
    further = [topic for topic in topics if len(topic.breakdown) == 1 and topic not in drawn]
    crossed = [topic for topic in topics if len(topic.breakdown) > 1]
    parts = [_breakdown_section(topic, section, material) for topic in drawn]
    for title, rest in (("More breakdowns", further), ("Two characteristics together", crossed)):
        if rest:
            blocks = tuple(block for topic in rest for block in _folded_topic(topic, section, material))
            parts.append(Section(f"{section.id}-{slug(question)}-{slug(title)}", title, blocks))
    return Section(
        id=f"{section.id}-{slug(question)}",
        title=question_title(question, material),
        blocks=(*wording(question, material), *overall, *further_findings(_tables(topics), material)),
        sections=tuple(parts),
    )


def _tables(topics: list[Topic]) -> Iterator[ReleasableTable]:
    return (table for topic in topics for table in topic.tables)


def further_findings(tables: Iterable[ReleasableTable], material: Material) -> Iterator[Bullets]:
    """The findings about these tables for which the summary had no room."""
    own = {table.id for table in tables}
    leading = material.leading_findings()
    further = (each for each in material.assessment.findings if each not in leading)
    said = tuple(Paragraph(each.statement) for each in further if own.intersection(each.tables))
    if said:
        yield Bullets(said, title="What else the figures say" if leading else "What the figures say")


def question_title(question: str, material: Material) -> str:
    """What a question is called."""
    held = {each.id: each.title for each in material.catalogue.questions}
    return held.get(question, question.replace("_", " ").capitalize())


def wording(question: str, material: Material) -> Iterator[Paragraph]:
    """The question as people were asked it."""
    held = {each.id: each for each in material.catalogue.questions}
    if question in held:
        yield Paragraph(f"People were asked: “{held[question].wording}”")


def _overall(topic: Topic, section: FamilyOutline, material: Material, charts: tuple[str, ...]) -> Iterator[Block]:
    """Everybody together: the chart where the outline asks for one, the first table, and the others folded."""
    focus = material.focus(section, topic)
    figure = picturing.overall_figure(topic, focus, material) if focus and OVERALL in charts else None
    if figure is not None:
        yield figure
    if focus and BESIDE in charts and (beside := beside_figure(topic, focus, material)) is not None:
        yield beside
    if focus and REGIONS in charts and (regions := regions_figure(topic, focus, material)) is not None:
        yield regions
    first, *others = tables_of(topic, focus, material)
    yield first
    yield from (folded(table) for table in others)


def _not_broken_down(section: FamilyOutline, topics: list[Topic], material: Material) -> Iterator[Paragraph]:
    """The breakdowns that the outline asks for and that there is no table by."""
    held = {topic.breakdown[0].variable for topic in topics if len(topic.breakdown) == 1}
    for variable in section.breakdowns or ():
        if variable not in held:
            by = material.outline.noun(variable).one
            yield Paragraph(f"There is no table by {by}: it was not recorded, or too many of its figures are small.")


def _breakdown_section(topic: Topic, section: FamilyOutline, material: Material) -> Section:
    """One breakdown with its chart; the tables behind it are folded, each under its own name."""
    focus = material.focus(section, topic)
    figure = picturing.breakdown_figure(topic, focus, material) if focus else None
    tables = tuple(tables_of(topic, focus, material))
    blocks: list[Block] = [figure] if figure else []
    blocks += [folded(table) for table in short_enough(tables, material)]
    blocks += too_long(tables, material)
    return Section(slug(topic.id), f"By {in_a_sentence(topic.breakdown[0].title)}", tuple(blocks))


def _folded_topic(topic: Topic, section: FamilyOutline, material: Material) -> Iterator[Block]:
    """All tables of one breakdown under a single fold."""
    focus = material.focus(section, topic)
    figure = crossing_figure(topic, focus) if focus else None
    if figure is not None:
        yield figure
    tables = tuple(tables_of(topic, focus, material))
    short = short_enough(tables, material)
    if short:
        titles = [in_a_sentence(dimension.title) for dimension in topic.breakdown]
        yield Fold(f"fold-{slug(topic.id)}", f"By {listed(titles)}", short)
    yield from too_long(tables, material)


def folded(table: DataTable) -> Fold:
    """A table that waits behind its own name."""
    return Fold(f"{table.id}-folded", table.caption, (table,))


def short_enough(tables: tuple[DataTable, ...], material: Material) -> tuple[DataTable, ...]:
    """The tables that a page can hold."""
    return tuple(table for table in tables if _length(table) <= material.outline.rows_in_page)


def too_long(tables: tuple[DataTable, ...], material: Material) -> Iterator[Paragraph]:
    """Where to find the tables that a page cannot hold."""
    for table in tables:
        if _length(table) > material.outline.rows_in_page:
            yield Paragraph(
                f"{table.caption}: {_length(table):,} lines, too long for a page. "
                f"The data files hold it as {listed(table.sources)}."
            )


def _length(table: DataTable) -> int:
    return sum(len(group.rows) for group in table.groups)
