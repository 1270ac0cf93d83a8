"""Four quarters of the people, from the lowest paid to the highest, and how many of each group are in them.

Regulation 13 of SI 2017/172: rank everybody by hourly pay and divide the ranking into four parts as equal as can be.
The Government's guidance says where people go who are left over: one to the lower quarter; two to the lower and the
upper middle; three to all but the upper. Where people on the same rate fall on both sides of a boundary, each side must
have the same proportions of each group, as far as whole people allow: the lower side takes each group's proportion of
them, rounded by the largest remainder, and of equal remainders the group that is listed first.

Nobody is put on one side or the other. Only the numbers are shared out, so that no order of names or keys matters.
"""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from footing.measures.arrow import as_arrow
from footing.measures.pay.grid import Grid, IntArray, Who
from footing.measures.pay.reduction import PEOPLE, Amounts, integers
from footing.tables import Category

QUARTERS = (
    Category("lower_quarter", "Lower quarter"),
    Category("lower_middle_quarter", "Lower middle quarter"),
    Category("upper_middle_quarter", "Upper middle quarter"),
    Category("upper_quarter", "Upper quarter"),
)

WHO_TAKES_THE_REST = ((0, 0, 0, 0), (1, 0, 0, 0), (1, 0, 1, 0), (1, 1, 1, 0))
"""How many more than a quarter each quarter has, by how many people are left over."""

STEP = "step"
NOT_RANKED = -1


def quarter_sizes(people: int) -> tuple[int, ...]:
    """How many people are in each quarter, the lowest paid first.

    >>> quarter_sizes(322)
    (81, 80, 81, 80)
    """
    quarter, left_over = divmod(people, len(QUARTERS))
    return tuple(quarter + more for more in WHO_TAKES_THE_REST[left_over])


def ranks_at_boundaries(people: int) -> Sequence[int]:
    """The ranks on both sides of each boundary between quarters."""
    ends = list(accumulate(quarter_sizes(people)))[:-1]
    return sorted({rank for end in ends for rank in (end, end + 1) if 1 <= rank <= people})


def count_quarters(amounts: Amounts, grid: Grid, everybody: Who, variable: str, rates: Sequence[int]) -> IntArray:
    """How many of ``everybody`` are in each quarter (rows), by the codes of ``variable`` (columns).

    ``rates`` are those at ``ranks_at_boundaries``. Raises ``UnlistedCategory`` as ``Grid.numbers`` does.
    """
    return share_out(_count_steps(amounts, grid, everybody, variable, sorted(set(rates))))


def share_out(steps: IntArray) -> IntArray:
    """Fill the quarters from ``steps``: people by rate, the lowest first (rows), and group (columns)."""
    quarters = np.zeros((len(QUARTERS), steps.shape[1]), dtype=np.int64)
    room = list(quarter_sizes(int(steps.sum())))
    quarter = 0
    for step in steps:
        left = step.copy()
        while left.sum():
            while room[quarter] == 0:
                quarter += 1
            taken = _in_proportion(left, min(room[quarter], int(left.sum())))
            quarters[quarter] += taken
            room[quarter] -= int(taken.sum())
            left -= taken
    return quarters


def _in_proportion(groups: IntArray, taken: int) -> IntArray:
    """So many people of all groups, each group in its proportion, rounded by the largest remainder."""
    everybody = int(groups.sum())
    whole, remainder = np.divmod(groups * taken, everybody)
    first = np.argsort(-remainder, kind="stable")[: taken - int(whole.sum())]
    whole[first] += 1
    return np.asarray(whole, dtype=np.int64)


def _count_steps(amounts: Amounts, grid: Grid, everybody: Who, variable: str, rates: Sequence[int]) -> IntArray:
    """People by step and group. Odd steps are the ``rates``, even ones lie between them and cross no boundary."""
    rate = amounts.relation[amounts.column]
    step = rate * 0
    for boundary in rates:
        step += (rate >= boundary).cast("int64") + (rate > boundary).cast("int64")
    by = [*grid.columns, step.fill_null(NOT_RANKED).name(STEP)]
    rows = as_arrow(amounts.relation.group_by(by).aggregate(amounts.relation.count().name(PEOPLE)))
    cell, at, count = grid.numbers(rows), integers(rows[STEP]), integers(rows[PEOPLE])
    steps = np.zeros((2 * len(rates) + 1, len(grid.codes[variable])), dtype=np.int64)
    asked = grid.cells(everybody)[cell] & (at != NOT_RANKED)
    np.add.at(steps, (at[asked], grid.places(variable)[cell[asked]]), count[asked])
    return steps
