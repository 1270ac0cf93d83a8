"""The cells of tables as they are read: a figure, its interval or base, or the shorthand for why it is not there."""

from collections.abc import Iterable

from footing.reporting.definitions import benchmark_text
from footing.reporting.model import Cell, RowGroup
from footing.standards import Benchmark
from footing.tables import ReleasableRow, Status
from footing.tables.figures import NOT_APPLICABLE, SHORTHAND, WITHHELD, interval_text, reader_text
from footing.tables.units import PEOPLE, PERCENTAGE_POINTS

UNSAID = "Withheld to protect people."
NONE = Cell(NOT_APPLICABLE, Status.NOT_APPLICABLE)


def value_cell(row: ReleasableRow | None, unit: str) -> Cell:
    """The figure itself."""
    return _cell(row, reader_text(row.value, unit) if row else "")


def interval_cell(row: ReleasableRow | None, unit: str) -> Cell:
    """The interval of the figure."""
    return _cell(row, interval_text(row.lower, row.upper, unit) if row else "")


def difference_cell(row: ReleasableRow | None, unit: str) -> Cell:
    """The figure with its interval in brackets."""
    if row is None or row.lower is None:
        return value_cell(row, unit)
    return _cell(row, f"{reader_text(row.value, unit)} ({interval_text(row.lower, row.upper, unit)})")


def difference_from_benchmark(row: ReleasableRow | None, published: float | None) -> Cell:
    """What a share, as it is published, differs by from a benchmark, and its interval moved by as much."""
    if row is None or published is None:
        return NONE
    if row.value is None:
        return value_cell(row, PERCENTAGE_POINTS)
    words = reader_text(row.value - published, PERCENTAGE_POINTS)
    if row.lower is None or row.upper is None:
        return _cell(row, words)
    interval = interval_text(row.lower - published, row.upper - published, PERCENTAGE_POINTS)
    return _cell(row, f"{words} ({interval})")


def base_cell(row: ReleasableRow | None) -> Cell:
    """How many people the figure rests on."""
    return _cell(row, reader_text(row.base, PEOPLE) if row else "")


def benchmark_cell(benchmark: Benchmark | None, group: str) -> Cell:
    """What was published for the group."""
    if benchmark is None or group not in benchmark.values:
        return NONE
    return Cell(benchmark_text(benchmark.values[group]))


def withheld_notes(groups: Iterable[RowGroup]) -> tuple[str, ...]:
    """Each reason for which something in a table is withheld, once; nothing when nothing is."""
    every = (cell for part in groups for row in part.rows for cell in row.cells if cell.status is Status.WITHHELD)
    return tuple(f"{WITHHELD} {reason}" for reason in sorted({cell.reason or UNSAID for cell in every}))


def _cell(row: ReleasableRow | None, text: str) -> Cell:
    if row is None:
        return NONE
    return Cell(SHORTHAND.get(row.status, text), row.status, row.reason)
