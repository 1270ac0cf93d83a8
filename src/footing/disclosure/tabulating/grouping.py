"""People in a file put into groups of those who are alike in every dimension, with numbers for their categories.

The engine does what is done once for each row; only what is done once for each category is done here.
"""

# ruff: noqa: S608  (every name put into a statement is a heading of the file, quoted by the engine's own column names)

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from footing.disclosure.arrays import IntArray
from footing.disclosure.tabulating.design import DesignFault, TableDesign
from footing.disclosure.tabulating.levels import Groups, count_levels
from footing.disclosure.tabulating.people import people_of_a_row
from footing.disclosure.tabulating.places import NOT_RECORDED
from footing.disclosure.tabulating.sheets import OpenSheet

MOST_CELLS_AT_ONCE = 200_000
"""More cells than this that hold anybody cannot be protected at once in any time that somebody would wait for."""


def people_alike(sheet: OpenSheet, design: TableDesign) -> Groups:
    """Everybody in a sheet, by the finest category of every dimension."""
    listed = [_categories(sheet, design.levels(dimension)) for dimension in design.dimensions]
    *categories, people = sheet.numbers(_numbered(sheet, design))
    levels = [[_known_at(each, level) for level in range(1, len(each[0]) + 1)] if each else [] for each in listed]
    return Groups(
        categories=tuple(categories),
        people=people,
        sizes=tuple(tuple(map(len, each)) for each in levels),
        above=tuple(tuple(_above(*pair) for pair in pairwise(each)) for each in levels),
    )


def require_few_enough(sheet: OpenSheet, design: TableDesign) -> None:
    """Raise ``DesignFault`` when the tables of a design have more cells that hold anybody than can be protected."""
    groups = people_alike(sheet, design)
    held: dict[tuple[tuple[str, int], ...], int] = {}
    for table in design.crossed():
        shape = [(dimension, len(levels)) for dimension, levels in design.down_to(table)]
        dimensions = [dimension for dimension, _ in shape]
        within = _only(groups, [(list(design.dimensions).index(dimension), depth) for dimension, depth in shape])
        for count in count_levels(within, threshold=1, together=len(shape)):
            held[tuple(zip(dimensions, count.depths, strict=True))] = count.held
            require_at_once(sum(held.values()), sheet.name)


def require_at_once(cells: int, name: str) -> None:
    """Raise ``DesignFault`` for more cells than can be protected at once."""
    if cells > MOST_CELLS_AT_ONCE:
        raise DesignFault(
            "T016",
            f"{name}: this asks for more than {MOST_CELLS_AT_ONCE:,} cells at once, too many to protect together. Name "
            "fewer tables, or coarser ones, under tables in the description, or let --choose-tables choose them.",
        )


def _categories(sheet: OpenSheet, levels: Sequence[str]) -> list[tuple[str, ...]]:
    """The finest categories of a dimension in their order, each as its words, coarsest first."""
    keys = ", ".join(f"k{place}" for place in range(len(levels)))
    return sheet.rows(f"SELECT DISTINCT {_words(sheet, levels)} FROM {{relation}} ORDER BY {keys}")


def _words(sheet: OpenSheet, columns: Iterable[str]) -> str:
    words = (f"coalesce(nullif({sheet.column(column)}, ''), '{NOT_RECORDED}')" for column in columns)
    return ", ".join(f"{word} AS k{place}" for place, word in enumerate(words))


def _numbered(sheet: OpenSheet, design: TableDesign) -> str:
    """For each group the number of its category in each dimension, and how many people it has."""
    lists, joins, first = [], [], 0
    for number, dimension in enumerate(design.dimensions):
        depth = len(design.levels(dimension))
        keys = ", ".join(f"k{place}" for place in range(first, first + depth))
        order = f"row_number() OVER (ORDER BY {keys}) - 1 AS n{number}"
        lists.append(f"d{number} AS (SELECT {keys}, {order} FROM (SELECT DISTINCT {keys} FROM everybody))")
        joins.append(f"JOIN d{number} USING ({keys})")
        first += depth
    numbers = ", ".join(f"n{number}" for number in range(len(lists)))
    words = f"{_words(sheet, design.columns())}, {people_of_a_row(sheet, design)} AS people"
    everybody = f"everybody AS (SELECT {words} FROM {{relation}})"
    return (
        f"WITH {', '.join([everybody, *lists])} "
        f"SELECT {numbers}, sum(people)::BIGINT AS people FROM everybody {' '.join(joins)} GROUP BY {numbers}"
    )


_Known = dict[tuple[str, ...], int]


def _known_at(categories: Sequence[tuple[str, ...]], depth: int) -> _Known:
    """The categories that are told apart by their words down to a depth, numbered."""
    words = dict.fromkeys(category[:depth] for category in categories)
    return {each: place for place, each in enumerate(words)}


def _above(wider: _Known, finer: _Known) -> IntArray:
    """In which category of the level above each category lies."""
    return np.array([wider[words[:-1]] for words in finer], dtype=np.int64)


def _only(groups: Groups, shape: Sequence[tuple[int, int]]) -> Groups:
    """The groups by some dimensions only, each down to a depth."""
    categories = []
    for place, depth in shape:
        own = groups.categories[place]
        for level in range(len(groups.sizes[place]) - 1, depth - 1, -1):
            own = groups.above[place][level - 1][own]
        categories.append(own)
    return Groups(
        categories=tuple(categories),
        people=groups.people,
        sizes=tuple(groups.sizes[place][:depth] for place, depth in shape),
        above=tuple(groups.above[place][: depth - 1] for place, depth in shape),
    )
