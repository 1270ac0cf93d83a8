"""People compressed to the combinations of categories that they share, with what a regression needs of their pay.

All that is held equal is categories, so that everybody in one combination has the same row of the design. A regression
on the combinations, with their numbers of people, sums and sums of squares, is the regression on the people themselves,
errors and all: J. Wong, E. Forsell, R. Lewis, T. Mao and M. Wardrop, "You only compress once: optimal data compression
for estimating linear models" (2021).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from footing.measures.arrow import as_arrow
from footing.measures.pay.grid import BoolArray, IntArray, code_numbers
from footing.measures.pay.reduction import Amounts, decimals, integers
from footing.measures.population import Variable

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Cells:
    """One row for each combination that anybody has. ``codes`` are the places of its categories, by variable.

    ``total`` and ``squares`` are sums over people of the logarithm of pay, and of its square.
    """

    codes: Mapping[str, IntArray]
    people: FloatArray
    total: FloatArray
    squares: FloatArray

    def where(self, chosen: BoolArray) -> "Cells":
        """Some of the combinations."""
        return Cells(
            {name: places[chosen] for name, places in self.codes.items()},
            self.people[chosen],
            self.total[chosen],
            self.squares[chosen],
        )

    def by(self, variables: Sequence[str]) -> "Cells":
        """The same people by fewer variables."""
        number = np.zeros(len(self.people), dtype=np.int64)
        for name in variables:
            number = number * (self.codes[name].max(initial=0) + 1) + self.codes[name]
        _, first, row = np.unique(number, return_index=True, return_inverse=True)
        sums = [_sums(row, each) for each in (self.people, self.total, self.squares)]
        return Cells({name: self.codes[name][first] for name in variables}, *sums)

    def with_code(self, name: str, places: IntArray) -> "Cells":
        """The same combinations with one more variable, or another in its place."""
        return Cells({**self.codes, name: places}, self.people, self.total, self.squares)


def _sums(row: IntArray, weights: FloatArray) -> FloatArray:
    return np.asarray(np.bincount(row, weights), dtype=np.float64)


def compress(amounts: Amounts, variables: Mapping[str, Variable], *, unit: float) -> Cells:
    """Everybody with pay, by the variables given; pay is taken in ``unit`` so that its logarithm is of moderate size.

    Raises ``UnlistedCategory`` when a column holds a code that its variable does not list.
    """
    people = amounts.relation.filter(amounts.relation[amounts.column].notnull())
    log_pay = (people[amounts.column].cast("float64") / unit).ln()
    rows = as_arrow(
        people.group_by(list(variables)).aggregate(
            people=people.count(), total=log_pay.sum(), squares=(log_pay * log_pay).sum()
        )
    )
    return Cells(
        {name: code_numbers(rows[name], variable.codes, name) for name, variable in variables.items()},
        integers(rows["people"]).astype(np.float64),
        decimals(rows["total"]),
        decimals(rows["squares"]),
    )
