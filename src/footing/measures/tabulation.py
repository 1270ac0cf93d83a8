"""Tables laid out from dimensions: which rows there are, and which cells each figure rests on.

Laying a table out counts nobody. A figure names its cells; ``counting`` counts the cells of all tables together.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import product

from footing.measures.intervals import NOBODY, share_of
from footing.tables import Dimension, Estimate, coordinate
from footing.tables.raw import FromCounts, FromValues, RawRow

Key = Mapping[str, str]
"""The category code of each variable, for one row of a table."""


def rows_of(dimensions: Sequence[Dimension], figure: Callable[[Key], FromCounts | FromValues]) -> tuple[RawRow, ...]:
    """One row for each combination of categories, the last dimension moving fastest."""
    variables = [dimension.variable for dimension in dimensions]
    codes = [[category.code for category in dimension.categories] for dimension in dimensions]
    return tuple(RawRow(key, figure(dict(zip(variables, key, strict=True)))) for key in product(*codes))


def count_figure(key: Key) -> FromCounts:
    """How many people share the categories of a row."""
    cell = coordinate(**key)
    return FromCounts(cells=(cell,), base=cell, estimate=count_of)


def share_figure(key: Key, *, variable: str, base: str, estimate: Callable[..., Estimate] = share_of) -> FromCounts:
    """Those of a row as a share of those whose ``variable`` is anything within ``base``, all else the same."""
    whole = coordinate(**{**key, variable: base})
    return FromCounts(cells=(coordinate(**key), whole), base=whole, estimate=estimate)


def count_of(people: int) -> Estimate:
    """A count as a figure. It was counted, not estimated, so it has no interval."""
    return Estimate(float(people))


def rate_of(part: int, base: int) -> Estimate:
    """A share in per cent of people who were all counted, so that it has no interval; of nobody there is none."""
    return Estimate(100 * part / base) if base else NOBODY
