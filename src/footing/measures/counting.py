"""Counts of people, made in the engine.

The engine only ever groups and counts: ``SELECT columns, count(*) GROUP BY columns``, written as an Ibis expression
that DuckDB and Spark take alike. What comes back are a few thousand leaf counts as Arrow; every total and roll-up is
added up from them here, so that margins agree to the person whichever engine counted.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from footing.measures.arrow import as_arrow
from footing.measures.population import PeopleToCount, Variable
from footing.measures.scans import plan_scans
from footing.tables import Coordinate
from footing.tables.raw import Population, RawTable

if TYPE_CHECKING:
    import pyarrow as pa

IntArray = NDArray[np.int64]

_UNLISTED = -1
"""The place of a word that a variable does not list: an enumeration may hold words that nobody has."""


class UnlistedCategory(ValueError):
    """A column holds something that its variable does not list, so that margins would not add up."""

    def __init__(self, variable: str) -> None:
        super().__init__(
            f"The column {variable!r} holds a category that is not in its list, or a blank. "
            "Build the workforce again from its extract; a blank is coded as not recorded or not answered."
        )


def count_population(people: PeopleToCount, tables: Iterable[RawTable]) -> Population:
    """The population with the count of every cell that the tables rest on, zeros included.

    Raises ``UnlistedCategory`` when a column holds a code that its variable does not list, and ``KeyError`` when a
    table names a variable or a code that the population does not have.
    """
    return Population(people.name, count_cells(people, cells_of(tables)), people.hierarchies())


def count_cells(people: PeopleToCount, cells: Iterable[Coordinate]) -> dict[Coordinate, int]:
    """How many people each cell holds. Raises as ``count_population`` does."""
    wanted: dict[tuple[str, ...], list[Coordinate]] = {}
    for cell in dict.fromkeys(cells):
        wanted.setdefault(tuple(variable for variable, _ in cell), []).append(cell)
    sizes = {name: len(variable.codes) for name, variable in people.variables.items()}
    counts: dict[Coordinate, int] = {}
    for scan in plan_scans(map(frozenset, wanted), sizes):
        leaves = _count_leaves(people, scan)
        served = [columns for columns in wanted if set(columns) <= set(scan)]
        for columns in served:
            counts.update(_read(_margin(leaves, scan, columns), columns, wanted.pop(columns), people))
    return counts


def cells_of(tables: Iterable[RawTable]) -> Iterable[Coordinate]:
    """Every cell that the figures of some tables rest on, as often as they do."""
    figures = (row.figure for table in tables for row in table.rows)
    return chain.from_iterable((*figure.cells, figure.base) for figure in figures)


def _count_leaves(people: PeopleToCount, scan: Sequence[str]) -> IntArray:
    """The counts by every column of the scan: one axis per column, in the order of its variable's codes."""
    grouped = as_arrow(people.relation.aggregate(people.relation.count().name("people"), by=list(scan)))
    leaves = np.zeros([len(people.variables[column].codes) for column in scan], dtype=np.int64)
    places = tuple(_places(grouped[column], column, people.variables[column]) for column in scan)
    counts = np.from_dlpack(grouped["people"].combine_chunks())
    leaves[places] = counts if scan else counts[0]
    return leaves


def _places(words: "pa.ChunkedArray", column: str, variable: Variable) -> IntArray:
    """Where the words of a column are among the codes of its variable: looked up for each word once, not each row."""
    together = words.combine_chunks()
    encoded = together if hasattr(together, "dictionary") else together.dictionary_encode()
    places = {code: place for place, code in enumerate(variable.codes)}
    listed = np.array([places.get(word, _UNLISTED) for word in encoded.dictionary.to_pylist()], dtype=np.int64)
    if encoded.null_count:
        raise UnlistedCategory(column)
    found: IntArray = listed[np.from_dlpack(encoded.indices)]
    if (found == _UNLISTED).any():
        raise UnlistedCategory(column)
    return found


def _margin(leaves: IntArray, scan: Sequence[str], columns: Sequence[str]) -> IntArray:
    """The counts by ``columns`` alone, which the scan has in the same order."""
    others = tuple(axis for axis, column in enumerate(scan) if column not in columns)
    return np.asarray(leaves.sum(axis=others), dtype=np.int64)


def _read(
    margin: IntArray, columns: Sequence[str], cells: Iterable[Coordinate], people: PeopleToCount
) -> dict[Coordinate, int]:
    """Look the cells up in a margin, once each of its axes has the roll-ups beside the codes."""
    places = []
    for axis, column in enumerate(columns):
        members = people.variables[column].members()
        adds_up = np.zeros((len(members), margin.shape[axis]), dtype=np.int64)
        for row, positions in enumerate(members.values()):
            adds_up[row, list(positions)] = 1
        margin = np.moveaxis(np.tensordot(adds_up, margin, axes=(1, axis)), 0, axis)
        places.append({code: place for place, code in enumerate(members)})
    return {cell: int(margin[tuple(places[axis][code] for axis, (_, code) in enumerate(cell))]) for cell in cells}
