"""This year's tables beside last year's, as tables of one set of rows.

Cells of the staff in post then say that they are of this year, so that disclosure control sees what is left when one
year is subtracted from the other. Nothing else about the tables changes.
"""

from dataclasses import replace

from footing.measures.family import MeasuredFamily
from footing.measures.staff import STAFF
from footing.measures.trend.both_years import THIS_YEAR, YEAR_STATUS
from footing.tables import Coordinate, coordinate
from footing.tables.raw import Population, RawRelease, RawRow, RawTable


def with_previous_year(release: RawRelease, trend: MeasuredFamily) -> RawRelease:
    """A release with the tables of the trend, where there are any, protected together with all of the staff in post."""
    if not trend.tables:
        return release
    return RawRelease(
        tuple(_together(each, trend) if each.name == STAFF else each for each in release.populations),
        (*(_of_this_year(table) for table in release.tables), *trend.tables),
    )


def _together(staff: Population, trend: MeasuredFamily) -> Population:
    """The rows of both years. Rows of the earlier year alone have no category of anything that is known of this one.

    So a cell of anything but the answer holds as many rows as it holds people of this year; those of the answer alone
    are among the counts of the trend.
    """
    counts = {_this_year(cell): count for cell, count in staff.counts.items()}
    return Population(
        staff.name, {**staff.counts, **counts, **trend.counts}, {**staff.hierarchies, **trend.hierarchies}
    )


def _of_this_year(table: RawTable) -> RawTable:
    return replace(table, rows=tuple(map(_row_of_this_year, table.rows))) if table.population == STAFF else table


def _row_of_this_year(row: RawRow) -> RawRow:
    cells = tuple(map(_this_year, row.figure.cells))
    return replace(row, figure=replace(row.figure, cells=cells, base=_this_year(row.figure.base)))


def _this_year(cell: Coordinate) -> Coordinate:
    return coordinate(**dict(cell), **{YEAR_STATUS: THIS_YEAR})
