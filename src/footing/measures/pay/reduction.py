"""Amounts of money reduced in the engine to what averages, medians and their intervals need.

Every amount is a whole number, so that sums are exact and the same in any engine and any order. An order statistic
(the fifth lowest, the middle one, the highest two) is found exactly in two passes, without sorting anybody: the first
counts people by bands of equal width, the second looks only into those bands that hold a rank that is asked for.
Nothing is estimated from the bands; their width decides how long it takes and nothing else.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from footing.measures.arrow import as_arrow
from footing.measures.pay.grid import BoolArray, Grid, IntArray, Who
from footing.measures.population import Variable
from footing.measures.scans import plan_scans

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

FloatArray = NDArray[np.float64]

CELLS_PER_SCAN = 200
"""Each cell is counted in a few hundred bands, so a scan takes fewer of them than where people are only counted."""

NO_BAND = -1
BAND, AMOUNT, PEOPLE, TOTAL, SQUARES = "band", "amount", "people", "total", "squares"

Ranks = Callable[[int], Sequence[int]]
"""Which ranks, counted from 1 for the lowest, are needed of a group of so many people."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """A column of whole, positive amounts, blank where a person's does not count, and the width of the bands."""

    relation: "ibis.Table"
    column: str
    band_width: int


@dataclass(frozen=True, slots=True)
class GroupPay:
    """The amounts of one group: how many people, their sum, the sum of squares, and the amounts at some ranks."""

    people: int
    total: int
    squares: float
    ranked: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Rank:
    """Where a rank is: its band, and how many people of the group are in lower bands."""

    rank: int
    band: int
    people_below: int


@dataclass(frozen=True, slots=True)
class _Bands:
    """People, sums and squares by cell of the grid and band of the amount."""

    cell: IntArray
    band: IntArray
    people: IntArray
    total: IntArray
    squares: FloatArray


@dataclass(frozen=True, slots=True)
class _Singles:
    """People by cell of the grid and single amount, the lowest amounts first, with the band of each."""

    cell: IntArray
    band: IntArray
    amount: IntArray
    people: IntArray


def reduce_groups(
    amounts: Amounts, variables: Mapping[str, Variable], asked: Mapping[Who, Ranks]
) -> dict[Who, GroupPay]:
    """The pay of each group, with the amounts at the ranks asked for. Groups may overlap.

    Groups that differ by the same columns are reduced together. Raises ``UnlistedCategory`` as ``Grid.numbers`` does.
    """
    sizes = {name: len(variable.codes) for name, variable in variables.items()}
    waiting, reduced = dict(asked), dict[Who, GroupPay]()
    for columns in plan_scans((frozenset(dict(group)) for group in asked), sizes, cells_per_scan=CELLS_PER_SCAN):
        served = {group: ranks for group, ranks in waiting.items() if dict(group).keys() <= set(columns)}
        waiting = {group: ranks for group, ranks in waiting.items() if group not in served}
        reduced |= _reduce(amounts, Grid({column: variables[column].codes for column in columns}), served)
    return {group: reduced[group] for group in asked}


def _reduce(amounts: Amounts, grid: Grid, asked: Mapping[Who, Ranks]) -> dict[Who, GroupPay]:
    bands = _count_bands(amounts, grid)
    found = {group: _find(bands, grid.cells(group), ranks) for group, ranks in asked.items()}
    singles = _count_singles(amounts, grid, sorted({each.band for _, places in found.values() for each in places}))
    return {
        group: replace(pay, ranked=_amounts_at(places, singles, grid.cells(group)))
        for group, (pay, places) in found.items()
    }


def integers(column: "pa.ChunkedArray") -> IntArray:
    """A column of whole numbers as an array; the engine's own wider type is narrowed to 64 bits."""
    import pyarrow as pa

    return np.asarray(np.from_dlpack(column.cast(pa.int64()).combine_chunks()), dtype=np.int64)


def decimals(column: "pa.ChunkedArray") -> FloatArray:
    """A column of numbers that are not whole as an array."""
    return np.asarray(np.from_dlpack(column.combine_chunks()), dtype=np.float64)


def _count_bands(amounts: Amounts, grid: Grid) -> _Bands:
    """Blank amounts make a band of their own, which is dropped here: a filter would work out every amount twice."""
    people, amount = amounts.relation, amounts.relation[amounts.column]
    inexact = amount.cast("float64")
    grouped = people.group_by([*grid.columns, _band(people, amounts).fill_null(NO_BAND).name(BAND)]).aggregate(
        amount.count().name(PEOPLE),
        amount.sum().fill_null(0).name(TOTAL),
        (inexact * inexact).sum().fill_null(0.0).name(SQUARES),
    )
    rows = as_arrow(grouped)
    band = integers(rows[BAND])
    counted = band != NO_BAND
    sums = (integers(rows[PEOPLE])[counted], integers(rows[TOTAL])[counted], decimals(rows[SQUARES])[counted])
    return _Bands(grid.numbers(rows)[counted], band[counted], *sums)


def _count_singles(amounts: Amounts, grid: Grid, bands: Sequence[int]) -> _Singles:
    people = amounts.relation.filter(_band(amounts.relation, amounts).isin(bands) if bands else False)
    by = [*grid.columns, _band(people, amounts), people[amounts.column].name(AMOUNT)]
    rows = as_arrow(people.group_by(by).aggregate(people.count().name(PEOPLE)))
    amount = integers(rows[AMOUNT])
    order = np.argsort(amount, kind="stable")
    return _Singles(
        grid.numbers(rows)[order], integers(rows[BAND])[order], amount[order], integers(rows[PEOPLE])[order]
    )


def _band(people: "ibis.Table", amounts: Amounts) -> "ibis.Value":
    return (people[amounts.column] // amounts.band_width).cast("int64").name(BAND)


def _find(bands: _Bands, cells: BoolArray, ranks: Ranks) -> tuple[GroupPay, list[_Rank]]:
    """The sums of one group, and the bands that hold the ranks asked for."""
    rows = np.flatnonzero(cells[bands.cell])
    people, total, squares = bands.people[rows], bands.total[rows], bands.squares[rows]
    pay = GroupPay(int(people.sum()), int(total.sum()), float(squares.sum()))
    values, inverse = np.unique(bands.band[rows], return_inverse=True)
    in_band = np.bincount(inverse, weights=people, minlength=len(values)).astype(np.int64)
    reached, wanted = np.cumsum(in_band), ranks(pay.people)
    places = np.searchsorted(reached, np.asarray(wanted, dtype=np.int64))
    return pay, [
        _Rank(rank, int(values[place]), int(reached[place] - in_band[place]))
        for rank, place in zip(wanted, places, strict=True)
    ]


def _amounts_at(places: Sequence[_Rank], singles: _Singles, cells: BoolArray) -> dict[int, int]:
    rows = np.flatnonzero(cells[singles.cell])
    band, amount = singles.band[rows], singles.amount[rows]
    reached = np.concatenate([[0], np.cumsum(singles.people[rows])])
    found = {}
    for place in places:
        before = reached[np.searchsorted(band, place.band)]
        found[place.rank] = int(amount[np.searchsorted(reached[1:], before + place.rank - place.people_below)])
    return found
