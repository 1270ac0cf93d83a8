"""Tables as they are read: a figure with its interval, what it is compared with, and how many people it rests on."""

from collections.abc import Iterator, Sequence
from itertools import product

from footing.reporting.csv_files import csv_name
from footing.reporting.definitions import benchmark_of, definition_of
from footing.reporting.model import DataTable, Link, Row, RowGroup
from footing.reporting.sections import cells
from footing.reporting.sections.columns import (
    Column,
    against_columns,
    base_column,
    base_words,
    comparison_columns,
    figure_columns,
    measure_title,
    side_by_side_columns,
)
from footing.reporting.sections.material import Material
from footing.reporting.sections.origins import method_anchor
from footing.reporting.topics import Key, Topic, is_total, rows_by_key
from footing.standards import Benchmark, Catalogue
from footing.tables import Category, ReleasableTable
from footing.tables.units import COUNTS
from footing.tables.words import counted, in_a_sentence, listed, slug


def tables_of(topic: Topic, focus: str | None, material: Material) -> Iterator[DataTable]:
    """Every figure of a topic, in as many tables as read well: first what its chart is about."""
    if topic.figures and not topic.comparisons and all(len(_groups(table)) == 1 for table in topic.figures):
        yield _side_by_side(topic, material) if topic.breakdown else _by_measure(topic, material)
    else:
        for table in topic.figures or topic.comparisons:
            yield from (
                _by_group(topic, table, focus, material) if topic.breakdown else (_of_all(topic, table, material),)
            )
    if topic.counts:
        yield _counts(topic, topic.counts, material)


def table_of(
    table: ReleasableTable, material: Material, called: str | None = None, benchmark: Benchmark | None = None
) -> DataTable:
    """One table on its own: in each line of its breakdown the groups one under another, to be compared there.

    ``called`` is what its figures are called, where their unit does not say it; ``benchmark`` what they are held
    against.
    """
    *breakdown, groups = table.dimensions
    compared = against_columns(table, benchmark) if benchmark else ()
    columns = (*figure_columns(table, called), *compared, *(() if table.unit in COUNTS else (base_column(table),)))
    of_one = len(groups.categories) == 1 and bool(breakdown)
    parts = _lines_of_one(table, columns) if of_one else _groups_within_lines(table, columns)
    return DataTable(
        id=f"table-{slug(table.id)}",
        caption=table.title,
        headings=tuple(each.title for each in breakdown) if of_one else (groups.title,),
        columns=tuple(column.title for column in columns),
        groups=parts,
        notes=(*table.notes, *cells.withheld_notes(parts)),
        sources=(table.id,),
        links=(*_methods((table,), material.catalogue), *_data_files((table,), material)),
    )


def _lines(table: ReleasableTable) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """Each combination of the categories of a table's breakdown, by code and by name."""
    for line in product(*(each.categories for each in table.dimensions[:-1])):
        yield tuple(each.code for each in line), tuple(each.label for each in line)


def _lines_of_one(table: ReleasableTable, columns: Sequence[Column]) -> tuple[RowGroup, ...]:
    code = _groups(table)[0].code
    return (RowGroup(None, tuple(_row(names, (*key, code), columns) for key, names in _lines(table))),)


def _groups_within_lines(table: ReleasableTable, columns: Sequence[Column]) -> tuple[RowGroup, ...]:
    return tuple(
        RowGroup(
            ", ".join(names) or None,
            tuple(_row((group.label,), (*key, group.code), columns) for group in _groups(table)),
        )
        for key, names in _lines(table)
    )


def _groups(table: ReleasableTable) -> tuple[Category, ...]:
    return table.dimensions[-1].categories


def _compared(topic: Topic, table: ReleasableTable) -> tuple[ReleasableTable, ...]:
    """The comparisons that stand beside a table: those of the first figures of its topic."""
    return topic.comparisons if topic.figures and table is topic.figures[0] else ()


def _of_all(topic: Topic, table: ReleasableTable, material: Material) -> DataTable:
    """The groups of everybody together, one line each."""
    columns = _columns(topic, table, material.catalogue)
    question = table.dimensions[-1]
    rows = tuple(_row((group.label,), (group.code,), columns) for group in question.categories)
    return _grouped(topic, table, (RowGroup(None, rows),), material, title=f"{question.title}: everybody")


def _by_group(topic: Topic, table: ReleasableTable, focus: str | None, material: Material) -> Iterator[DataTable]:
    """The group in focus, then all others one under another."""
    groups = _groups(table)
    first = tuple(group for group in groups if group.code == focus) or groups[:1]
    others = tuple(group for group in groups if group not in first)
    for chosen, title in ((first, first[0].label), (others, "The other groups")):
        parts = tuple(_part(topic, table, group, len(chosen) > 1, material.catalogue) for group in chosen)
        if parts:
            yield _grouped(topic, table, parts, material, title=title if len(chosen) > 1 else chosen[0].label)


def _part(topic: Topic, table: ReleasableTable, group: Category, titled: bool, catalogue: Catalogue) -> RowGroup:
    columns = _columns(topic, table, catalogue)
    rows = tuple(_row(_labels(key, topic), (*key, group.code), columns) for key in _keys(topic))
    return RowGroup(group.label if titled else None, rows)


def _columns(topic: Topic, table: ReleasableTable, catalogue: Catalogue) -> tuple[Column, ...]:
    compared = comparison_columns(_compared(topic, table), catalogue)
    return (*figure_columns(table), *compared, base_column(table))


def _grouped(
    topic: Topic,
    table: ReleasableTable,
    groups: tuple[RowGroup, ...],
    material: Material,
    *,
    title: str,
) -> DataTable:
    compared = _compared(topic, table)
    benchmarks = (benchmark_of(each, material.catalogue) for each in compared)
    published = (_published(each) for each in benchmarks if each)
    columns = _columns(topic, table, material.catalogue)
    return _table(topic, material, title, columns, groups, (table, *compared), notes=tuple(published))


def _published(benchmark: Benchmark) -> str:
    rests_on = f", {counted(benchmark.people, 'person', 'people')}" if benchmark.people else ""
    return f"Benchmark: {benchmark.title}. {benchmark.population}, {benchmark.year}{rests_on}."


def _side_by_side(topic: Topic, material: Material) -> DataTable:
    """Several measures of the same people, next to each other."""
    columns = side_by_side_columns(topic.figures, material.catalogue)
    rows = tuple(_row(_labels(key, topic), key, columns) for key in _keys(topic))
    title = measure_title(topic.figures[0], material.catalogue)
    return _table(topic, material, title, columns, (RowGroup(None, rows),), topic.figures)


def _by_measure(topic: Topic, material: Material) -> DataTable:
    """Several measures of everybody together, one under another."""
    rows = tuple(
        _row(
            (measure_title(table, material.catalogue), base_words(table, material.catalogue)),
            (table.dimensions[-1].categories[0].code,),
            (*figure_columns(table), base_column(table)),
        )
        for table in topic.figures
    )
    columns = (*figure_columns(topic.figures[0]), base_column(topic.figures[0]))
    shown = (RowGroup(None, rows),)
    title = measure_title(topic.figures[0], material.catalogue)
    return _table(topic, material, title, columns, shown, topic.figures, headings=("Measure", "Out of"))


def _counts(topic: Topic, counts: ReleasableTable, material: Material) -> DataTable:
    """The counts of people: groups side by side, or as rows where everybody is taken together."""
    groups = _groups(counts)
    if topic.breakdown:
        columns = tuple(_count_column(counts, group) for group in groups)
        rows = tuple(_row(_labels(key, topic), key, columns) for key in _keys(topic))
    else:
        columns = tuple(figure_columns(counts))
        rows = tuple(_row((group.label,), (group.code,), columns) for group in groups)
    return _table(topic, material, f"Number of {counts.unit}", columns, (RowGroup(None, rows),), (counts,))


def _count_column(counts: ReleasableTable, group: Category) -> Column:
    held = rows_by_key(counts)
    return Column(group.label, lambda key: cells.value_cell(held.get((*key, group.code)), counts.unit))


def _table(  # noqa: PLR0917 - what every table consists of, in the order it is read
    topic: Topic,
    material: Material,
    title: str,
    columns: Sequence[Column],
    groups: tuple[RowGroup, ...],
    sources: tuple[ReleasableTable, ...],
    *,
    headings: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
) -> DataTable:
    of_breakdown = tuple(dimension.title for dimension in topic.breakdown) or (sources[0].dimensions[-1].title,)
    return DataTable(
        id=f"table-{slug(topic.id)}-{slug(title)}",
        caption=f"{title}{breakdown_words(topic)}",
        headings=headings or of_breakdown,
        columns=tuple(column.title for column in columns),
        groups=groups,
        notes=(*notes, *cells.withheld_notes(groups)),
        sources=tuple(table.id for table in sources),
        links=(*_methods(sources, material.catalogue), *_data_files(sources, material)),
    )


def _methods(sources: tuple[ReleasableTable, ...], catalogue: Catalogue) -> Iterator[Link]:
    for measure in dict.fromkeys(definition_of(table, catalogue) for table in sources):
        if measure is not None:
            yield Link(f"How it is worked out: {in_a_sentence(measure.title)}", f"#{method_anchor(measure)}")


def _data_files(sources: tuple[ReleasableTable, ...], material: Material) -> Iterator[Link]:
    for table in sources if material.tables_folder else ():
        name = f"{measure_title(table, material.catalogue)} (CSV)"
        yield Link(name, f"{material.tables_folder}/{csv_name(table.id)}")


def breakdown_words(topic: Topic) -> str:
    """How a title names the breakdown of a topic, such as " by grade and sex"; nothing for everybody together."""
    titles = [in_a_sentence(dimension.title) for dimension in topic.breakdown]
    return f" by {listed(titles)}" if titles else ""


def _row(labels: tuple[str, ...], key: Key, columns: Sequence[Column]) -> Row:
    return Row(labels, tuple(column.cell(key) for column in columns), is_total(key))


def _keys(topic: Topic) -> list[Key]:
    return list(product(*([category.code for category in each.categories] for each in topic.breakdown)))


def _labels(key: Key, topic: Topic) -> tuple[str, ...]:
    return tuple(dimension.label(code) for code, dimension in zip(key, topic.breakdown, strict=True))
