"""Sections that are read view by view: a picture where there is one, its table, and further tables folded.

The first question that was asked is shown in full. The others are folded, so that a reader is not shown the same
figures five times over.
"""

from collections.abc import Iterator

from footing.reporting.model import Block, DataTable, Figure, Fold, Paragraph, Section
from footing.reporting.outline import FamilyOutline, View
from footing.reporting.sections.families import (
    folded,
    further_findings,
    question_title,
    short_enough,
    too_long,
    wording,
)
from footing.reporting.sections.material import Material
from footing.reporting.sections.tabulating import table_of
from footing.reporting.sections.view_figures import FIGURES
from footing.reporting.shown import family_of, is_broken_down, question_of
from footing.tables import ReleasableTable
from footing.tables.words import slug

Tables = tuple[ReleasableTable, ...]

OTHER_FIGURES = View(title="Other figures", measures=())
"""What an outline does not name: no table goes unseen."""


def views_section(section: FamilyOutline, material: Material) -> Section | None:
    """One section of views, question by question; ``None`` when nothing of it was measured."""
    tables = tuple(
        table for table in material.assessment.tables if family_of(table, material.catalogue) in section.families
    )
    if not tables:
        return None
    held = {each.id for each in material.catalogue.questions}
    asked = tuple(dict.fromkeys(question for table in tables if (question := question_of(table)) in held))
    about_none = tuple(table for table in tables if question_of(table) not in held)
    parts = [*_views(section, None, about_none, material)]
    for place, question in enumerate(asked):
        own = tuple(table for table in tables if question_of(table) == question)
        parts.append(_of_question(section, question, own, material, in_full=not place))
    lead = [Paragraph(section.lead)] if section.lead else []
    return Section(section.id, section.title, (*lead, *further_findings(about_none, material)), tuple(parts))


def _of_question(
    section: FamilyOutline, question: str, tables: Tables, material: Material, *, in_full: bool
) -> Section:
    opening: tuple[Block, ...] = (*wording(question, material), *further_findings(tables, material))
    name, title = f"{section.id}-{slug(question)}", question_title(question, material)
    if in_full:
        return Section(name, title, opening, tuple(_views(section, question, tables, material)))
    folds = [block for view, held in _divided(section, tables) for block in _all_folded(name, view, held, material)]
    return Section(name, title, (*opening, *folds))


def _divided(section: FamilyOutline, tables: Tables) -> Iterator[tuple[View, Tables]]:
    """Each view with its tables in the order of its measures, everybody first; views of nothing are left out."""
    named = [measure for view in section.views for measure in view.measures]
    others = () if section.only_views is not None else (OTHER_FIGURES,)
    for view in (*section.shown_views, *others):
        held = [table for table in tables if table.measure in view.measures]
        if view is OTHER_FIGURES:
            held = [table for table in tables if table.measure not in named]
        if held:
            order = {measure: place for place, measure in enumerate(view.measures)}
            yield view, tuple(sorted(held, key=lambda table: (order.get(table.measure, 0), is_broken_down(table))))


def _views(section: FamilyOutline, question: str | None, tables: Tables, material: Material) -> Iterator[Section]:
    for view, held in _divided(section, tables):
        name = "-".join(filter(None, (section.id, slug(question or ""), slug(view.title))))
        yield Section(name, view.title, tuple(_shown(view, held, material)))


def _shown(view: View, tables: Tables, material: Material) -> Iterator[Block]:
    """The picture, the first table in the open, and the others behind their names."""
    if view.lead:
        yield Paragraph(view.lead)
    figure = _figure(view, tables, material)
    if figure is not None:
        yield figure
    every = _tables(view, tables, material)
    first, *others = short_enough(every, material) or (None,)
    if first is not None:
        yield first
    yield from (folded(table) for table in others)
    yield from too_long(every, material)


def _tables(view: View, tables: Tables, material: Material) -> tuple[DataTable, ...]:
    return tuple(table_of(table, material, view.figures.get(table.measure)) for table in tables)


def _figure(view: View, tables: Tables, material: Material) -> Figure | None:
    draw = FIGURES.get(view.chart or "")
    return draw(tables, view, material) if draw else None


def _all_folded(name: str, view: View, tables: Tables, material: Material) -> Iterator[Block]:
    every = _tables(view, tables, material)
    short = short_enough(every, material)
    if short:
        yield Fold(f"fold-{name}-{slug(view.title)}", view.title, short)
    yield from too_long(every, material)
