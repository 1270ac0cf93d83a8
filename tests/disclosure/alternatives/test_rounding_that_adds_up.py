"""Rounding that adds up, beside every way of rounding there is; and altered counts that are known, or do not fit."""

from itertools import product

import numpy as np
import pytest

from disclosure.small_tables import POPULATION, Grid, grid, policy
from footing.disclosure import ReleaseRefused
from footing.disclosure.alternatives import AlteredCounts, round_additively
from footing.disclosure.alternatives.altered import require_none_is_exact
from footing.disclosure.alternatives.controlled import round_to_add_up
from footing.disclosure.seen import Demand, Seen
from footing.tables import Coordinate, Hierarchy, coordinate
from footing.tables.raw import Population

CUBE = tuple((f"{variable}0", f"{variable}1") for variable in "abc")
NESTED = (Hierarchy("a", {"x": "f", "y": "f", "z": "g"}),)
NO_NEAR_WAY = Grid(tuple("abc"), CUBE, dict(zip(product(*CUBE), (1, 0, 3, 0, 3, 3, 0, 3), strict=True)))
"""A table that cannot be rounded to even counts if each goes only to the next."""


def population_of(table: Grid) -> Population:
    counts = {
        coordinate(**dict(zip(table.variables, key, strict=True))): count for key, count in table.every_count().items()
    }
    return Population(POPULATION, counts, {each.variable: each for each in table.hierarchies})


def every_way(table: Grid, base: int, away: int) -> np.ndarray:
    """By how much each count moves, in every way of rounding the table that adds up: one way in a row."""
    sums = [
        list(
            Grid(table.variables, table.codes, {each: int(each == one) for each in table.counts}, table.hierarchies)
            .every_count()
            .values()
        )
        for one in table.counts
    ]
    values = np.array(list(table.every_count().values()))
    near = [
        [each for each in range(0, count + away * base + 1, base) if abs(each - count) < away * base]
        for count in table.counts.values()
    ]
    moved = np.array(list(product(*near))) @ np.array(sums) - values
    moved_by_no_more: np.ndarray = moved[(abs(moved) < away * base).all(axis=1)]
    return moved_by_no_more


@pytest.mark.parametrize(
    ("table", "base", "away"),
    [
        (grid([[3, 8], [7, 1]]), 5, 1),
        (grid([[5, 1, 2], [0, 4, 14]]), 5, 1),
        (grid([[1, 2, 2], [2, 1, 2], [2, 2, 1]]), 3, 1),
        (
            Grid(
                ("a", "b"),
                (("x", "y", "z"), ("b0", "b1")),
                dict(zip(product("xyz", ("b0", "b1")), (1, 2, 3, 4, 5, 6), strict=True)),
                NESTED,
            ),
            4,
            1,
        ),
        (NO_NEAR_WAY, 2, 2),
    ],
)
def test_of_all_ways_of_rounding_that_add_up_one_is_taken_that_moves_the_counts_least(
    table: Grid, base: int, away: int
) -> None:
    population = population_of(table)
    altered = round_additively(population, population.counts, base=base, threshold=5)
    moved = [altered.shown[cell] - count for cell, count in population.counts.items()]
    ways = every_way(table, base, away)
    assert (ways == moved).all(axis=1).any()
    assert np.abs(moved).sum() == np.abs(ways).sum(axis=1).min()
    reach = base * away
    assert (
        altered.method
        == f"counts rounded to multiples of {base} that add up, each less than {reach} from the true count"
    )
    for cell, count in altered.shown.items():
        assert altered.seen[cell] == Seen(float(max(count - reach + 1, 0)), float(count + reach - 1))


def test_a_table_that_can_only_be_rounded_further_is_refused_where_that_is_not_allowed() -> None:
    population = population_of(NO_NEAR_WAY)
    assert not len(every_way(NO_NEAR_WAY, 2, 1))
    with pytest.raises(ReleaseRefused) as refusal:
        round_additively(population, population.counts, base=2, threshold=5, furthest=1)
    assert refusal.value.code == "D010"
    even = policy("civil-service-2023-controlled", rounding={"base": 2})
    with pytest.raises(ReleaseRefused) as refusal:
        round_to_add_up(population, population.counts, even)
    assert refusal.value.code == "D010"


def test_a_count_that_is_rounded_to_itself_must_not_be_small() -> None:
    counts = {coordinate(a="1"): 4, coordinate(a="2"): 6}
    assert round_additively(Population(POPULATION, counts), counts, base=1, threshold=4).shown == counts
    with pytest.raises(ReleaseRefused) as refusal:
        round_additively(Population(POPULATION, counts), counts, base=1, threshold=5)
    assert refusal.value.code == "D004"


def test_the_policy_says_how_counts_are_rounded_and_every_small_one_must_stay_inexact() -> None:
    counts = {coordinate(a=str(count)): count for count in (0, 1, 4, 5)}
    rounded = round_to_add_up(Population(POPULATION, counts), counts, policy("civil-service-2023-controlled"))
    assert rounded.shown == dict(zip(counts, (0, 0, 5, 5), strict=True))
    assert rounded.exact == counts
    assert rounded.rounded
    assert rounded.demands == {coordinate(a="1"): Demand(0.0, 4.0, 1.0), coordinate(a="4"): Demand(1.0, 9.0, 1.0)}
    assert rounded.method == "counts rounded to multiples of 5 that add up, each less than 5 from the true count"


def test_a_total_that_nobody_prints_comes_out_the_same_from_all_its_parts() -> None:
    by_a = {coordinate(a="1"): 3, coordinate(a="2"): 4}
    by_c = {coordinate(c="1"): 6, coordinate(c="2"): 1}
    counts = {**by_a, **by_c}
    shown = round_additively(Population(POPULATION, counts), counts, base=5, threshold=5).shown
    assert shown == dict(zip(counts, (0, 5, 5, 0), strict=True))


def test_groups_that_only_link_tables_may_come_to_nobody() -> None:
    pairs = [
        coordinate(**dict(zip(names, key, strict=True))) for names in ("ab", "bc", "ac") for key in product("12", "12")
    ]
    counts = dict.fromkeys(pairs, 1)
    shown = round_additively(Population(POPULATION, counts), counts, base=5, threshold=5).shown
    assert shown == dict.fromkeys(pairs, 0)


def code_of(counts: dict[Coordinate, int], broken: dict[Coordinate, int]) -> str:
    with pytest.raises(ReleaseRefused) as refusal:
        round_additively(Population(POPULATION, {**counts, **broken}), counts, base=5, threshold=5)
    return refusal.value.code


def test_counts_that_do_not_add_up_are_no_counts_to_round() -> None:
    assert code_of(dict(population_of(grid([[3, 8], [7, 1]])).counts), {(): 2}) == "D002"


def require(count: int, *seen: Seen) -> None:
    """Attack one count that is all there is; of several, each is seen so, and the last is of all together."""
    cells = [coordinate(a=str(number)) for number in range(len(seen) - 1)] + [coordinate()]
    altered = AlteredCounts(dict.fromkeys(cells, 7), dict(zip(cells, seen, strict=True)), "altered")
    require_none_is_exact(altered, Population(POPULATION, dict.fromkeys(cells, count)), 5)


@pytest.mark.parametrize("count", range(7))
def test_a_count_from_one_to_under_the_threshold_is_never_exact(count: int) -> None:
    require(count, Seen(0.0, 9.0))
    if 0 < count < 5:
        with pytest.raises(ReleaseRefused) as refusal:
            require(count, Seen(float(count), float(count)))
        assert refusal.value.code == "D004"
    else:
        require(count, Seen(float(count), float(count)))


def test_altered_counts_that_no_people_fit_are_refused() -> None:
    with pytest.raises(ReleaseRefused) as refusal:
        require(3, Seen(3.0, 4.0), Seen(3.0, 4.0), Seen(1.0, 2.0))
    assert refusal.value.code == "D002"
