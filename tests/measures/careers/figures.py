"""Measure a small workforce and read figures by table id and key."""

from footing.measures import careers
from footing.measures.careers import CareerTerms
from footing.measures.family import MeasuredFamily
from footing.measures.staff import STAFF
from footing.standards import load_catalogue
from footing.tables import Estimate
from footing.tables.raw import FromCounts, RawTable
from footing.workforce.workforce import Workforce
from measures.careers.small_careers import OPENING


def measured(workforce: Workforce, **terms) -> MeasuredFamily:
    """Everything about careers, with events complete from the usual opening on."""
    return careers.measure(workforce, catalogue=load_catalogue(), terms=CareerTerms(**{"opening": OPENING, **terms}))


def table_of(found: MeasuredFamily, ending: str) -> RawTable:
    """The one table whose id ends so."""
    (table,) = [table for table in found.tables if table.id.endswith(ending)]
    return table


def figures(found: MeasuredFamily, ending: str) -> dict[tuple[str, ...], Estimate]:
    """The figures of one table, worked out from the counts where they come from counts."""
    counts = {STAFF: found.counts, **{each.name: each.counts for each in found.populations}}
    table = table_of(found, ending)
    return {
        row.key: row.figure.estimate(*(counts[table.population][cell] for cell in row.figure.cells))
        if isinstance(row.figure, FromCounts)
        else row.figure.estimate
        for row in table.rows
    }


def values(found: MeasuredFamily, ending: str) -> dict[tuple[str, ...], float | None]:
    """The values of one table."""
    return {key: estimate.value for key, estimate in figures(found, ending).items()}
