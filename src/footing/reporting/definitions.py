"""What stands behind a table: the definition of its measure, and the benchmark that it is held against."""

from footing.standards import Benchmark, Catalogue, MeasureDefinition, UnknownReference
from footing.tables import ReleasableTable


def definition_of(table: ReleasableTable, catalogue: Catalogue) -> MeasureDefinition | None:
    """The definition that a table's figures follow; ``None`` for a measure that the catalogue does not hold."""
    try:
        return catalogue.measure(table.measure)
    except UnknownReference:
        return None


def benchmark_of(table: ReleasableTable, catalogue: Catalogue) -> Benchmark | None:
    """The benchmark that a table's figures are held against; ``None`` where it is held against none that is known."""
    try:
        return catalogue.benchmark(table.benchmark) if table.benchmark else None
    except UnknownReference:
        return None


def benchmark_text(percent: float) -> str:
    """A benchmark with the decimals that it was published with, such as ``39%`` or ``7.5%``."""
    return f"{percent:g}%"
