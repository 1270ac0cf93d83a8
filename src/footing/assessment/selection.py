"""Which tables are worth publishing: those that would be mostly withheld are left out before anything is protected.

A table of small counts shows little and costs much: what is hidden in it has to be hidden in its margins and in other
tables too. That a table was left out says only that many of its counts are small.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from footing.assessment.result import LeftOut
from footing.standards import CountsRule, DisclosurePolicy
from footing.tables import Coordinate
from footing.tables.raw import RawRelease, RawTable

Variables = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """The tables to protect and publish, and those left out."""

    release: RawRelease
    left_out: tuple[LeftOut, ...]


def worth_publishing(raw: RawRelease, policy: DisclosurePolicy) -> Selection:
    """Leave out every table whose finest counts are mostly small, as the policy's rule for tables says.

    A policy that rounds withholds no count, so it leaves nothing out. Where no table would be left, all are kept, and
    protecting them says what can be shown.
    """
    if policy.rounding.method != "none":
        return Selection(raw, ())
    counts = {population.name: population.counts for population in raw.populations}
    sparse = {table.id for table in raw.tables if _is_sparse(table, counts[table.population], policy)}
    kept = tuple(table for table in raw.tables if table.id not in sparse)
    if not kept:
        return Selection(raw, ())
    spoken_of = {table.population for table in kept}
    populations = tuple(population for population in raw.populations if population.name in spoken_of)
    left_out = tuple(LeftOut(table.id, table.title) for table in raw.tables if table.id in sparse)
    return Selection(RawRelease(populations, kept), left_out)


def _is_sparse(table: RawTable, counts: Mapping[Coordinate, int], policy: DisclosurePolicy) -> bool:
    cells = _finest(_cells((table,)))
    judged = [counts[cell] for cell in cells if counts[cell] or policy.counts.zeros == "withheld"]
    small = sum(_is_small(count, policy.counts) for count in judged)
    return 100 * small > policy.tables.small_counts_percent * len(judged)


def _is_small(count: int, rule: CountsRule) -> bool:
    return (count > 0 or rule.zeros == "withheld") and count < rule.threshold


def _finest(cells: Iterable[Coordinate]) -> list[Coordinate]:
    """The cells that are divided by the most variables: totals would make a table look fuller than it is."""
    cells = list(cells)
    most = max(map(len, cells), default=0)
    return [cell for cell in cells if len(cell) == most]


def _cells(tables: Iterable[RawTable]) -> set[Coordinate]:
    figures = (row.figure for table in tables for row in table.rows)
    return {cell for figure in figures for cell in (*figure.cells, figure.base)}
