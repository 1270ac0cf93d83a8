"""Rounding that adds up and noise by cell keys, each against an attacker who tries every table of whole people."""

from collections.abc import Iterator, Mapping
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.small_tables import POPULATION, Grid, grid
from footing.disclosure import ReleaseRefused
from footing.disclosure.alternatives import (
    AlteredCounts,
    cell_keys,
    noise_table,
    perturb_by_cell_key,
    round_additively,
)
from footing.tables import Coordinate, Hierarchy, coordinate
from footing.tables.raw import Population

TABLE = noise_table(maximum=3, variance=1.5)


def population_of(table: Grid) -> Population:
    counts = {
        coordinate(**dict(zip(table.variables, key, strict=True))): count for key, count in table.every_count().items()
    }
    return Population(POPULATION, counts, {each.variable: each for each in table.hierarchies})


def rounded(table: Grid, base: int = 5, threshold: int = 5) -> AlteredCounts:
    population = population_of(table)
    return round_additively(population, population.counts, base=base, threshold=threshold)


def with_noise(table: Grid, secret: bytes = b"secret") -> AlteredCounts:
    population = population_of(table)
    people = {cell: [f"{cell}{number}" for number in range(n)] for cell, n in population.counts.items()}
    keys = cell_keys(people, secret)
    return perturb_by_cell_key(population, population.counts, keys=keys, table=TABLE, threshold=5)


def tables_that_fit(table: Grid, seen: Mapping[Coordinate, tuple[int, int]]) -> Iterator[dict[Coordinate, int]]:
    """Every table of whole people whose counts and margins lie where they can, by trying all."""
    finest = sorted(table.counts)
    ranges = [range(*seen[_cell(table, key)]) for key in finest]
    for counts in product(*ranges):
        every = population_of(Grid(table.variables, table.codes, dict(zip(finest, counts, strict=True)))).counts
        if all(low <= every[cell] < high for cell, (low, high) in seen.items()):
            yield dict(every)


def _cell(table: Grid, key: tuple[str, ...]) -> Coordinate:
    return coordinate(**dict(zip(table.variables, key, strict=True)))


def require_no_small_count_is_certain(table: Grid, altered: AlteredCounts, threshold: int) -> None:
    seen = {cell: (int(each.smallest), int(each.largest) + 1) for cell, each in altered.seen.items()}
    possible: dict[Coordinate, set[int]] = {}
    for counts in tables_that_fit(table, seen):
        for cell, count in counts.items():
            possible.setdefault(cell, set()).add(count)
    for cell, count in population_of(table).counts.items():
        assert count in possible[cell]
        assert len(possible[cell]) > 1 or not 0 < count < threshold, cell


small = st.lists(st.integers(0, 9), min_size=4, max_size=4).map(lambda n: grid([n[:2], n[2:]]))


@given(table=small)
@settings(max_examples=30, deadline=None)
def test_rounded_counts_add_up_are_near_and_leave_no_small_count_certain(table: Grid) -> None:
    try:
        altered = rounded(table, base=3, threshold=3)
    except ReleaseRefused:
        return
    shown = altered.shown
    for cell, count in population_of(table).counts.items():
        assert shown[cell] % 3 == 0
        assert abs(shown[cell] - count) < 3
    for one in ("a0", "a1"):
        assert shown[coordinate(a=one)] == shown[coordinate(a=one, b="b0")] + shown[coordinate(a=one, b="b1")]
    assert shown[()] == shown[coordinate(a="a0")] + shown[coordinate(a="a1")]
    require_no_small_count_is_certain(table, altered, 3)


def test_counts_that_are_multiples_already_stay_as_they_are() -> None:
    table = grid([[5, 10], [0, 20]])
    assert rounded(table).shown == population_of(table).counts


def test_rounding_adds_up_under_hierarchies_and_in_three_dimensions() -> None:
    codes = (("x", "y", "z"), ("b0", "b1"), ("c0", "c1"))
    counts = {key: 3 + 7 * place % 11 for place, key in enumerate(product(*codes))}
    nested = Hierarchy("a", {"x": "f", "y": "f", "z": "g"})
    shown = rounded(Grid(("a", "b", "c"), codes, counts, (nested,))).shown
    assert shown[coordinate(a="f", b="b0")] == sum(shown[coordinate(a=each, b="b0")] for each in "xy")
    assert shown[()] == sum(shown[coordinate(b=each)] for each in codes[1])


def test_rounding_is_the_same_every_time() -> None:
    table = grid([[3, 8, 12], [7, 1, 9], [14, 6, 2]])
    assert rounded(table) == rounded(table)


def test_counts_that_do_not_add_up_are_refused() -> None:
    population = population_of(grid([[3, 8], [7, 1]]))
    broken = Population(POPULATION, {**population.counts, (): 2})
    with pytest.raises(ReleaseRefused, match="D002"):
        round_additively(broken, broken.counts, base=5, threshold=5)


@pytest.mark.parametrize("count", range(8))
def test_noise_is_nought_on_average_never_passes_the_maximum_and_leaves_nobody_below_nought(count: int) -> None:
    chances = TABLE.chances[min(count, 3)]
    noise = np.arange(-3, 4)
    assert chances.sum() == pytest.approx(1)
    assert chances @ noise == pytest.approx(0, abs=1e-6)
    assert chances[noise < -count].sum() == 0
    if count >= 3:
        assert chances @ noise**2 == pytest.approx(1.5, abs=1e-6)
    drawn = [TABLE.noise(count, key) for key in range(0, 2**32, 2**32 // 4000)]
    assert min(drawn) >= -min(count, 3)
    assert max(drawn) <= 3
    assert np.mean(drawn) == pytest.approx(0, abs=0.05)


@pytest.mark.parametrize(("maximum", "variance"), [(0, 1.0), (3, 0.0), (2, 3.0)])
def test_noise_that_cannot_be_is_refused(maximum: int, variance: float) -> None:
    with pytest.raises(ValueError, match="maximum"):
        noise_table(maximum=maximum, variance=variance)


def test_the_same_people_have_the_same_noise_in_any_order_and_one_more_has_another_key() -> None:
    people = {(): ["a", "b", "c"], (("x", "1"),): ["c", "a", "b"], (("x", "2"),): ["a", "b"]}
    keys = cell_keys(people, b"secret")
    assert keys[()] == keys[("x", "1"),]
    assert keys[()] != keys[("x", "2"),]
    assert keys != cell_keys(people, b"another")


def test_asking_again_never_averages_the_noise_away() -> None:
    table = grid([[3, 8], [7, 11]])
    assert len({tuple(sorted(with_noise(table).shown.items())) for _ in range(5)}) == 1


@given(table=small, secret=st.binary(min_size=1, max_size=4))
@settings(max_examples=20, deadline=None)
def test_noise_leaves_no_small_count_certain_or_the_tables_are_refused(table: Grid, secret: bytes) -> None:
    try:
        altered = with_noise(table, secret)
    except ReleaseRefused as refusal:
        if refusal.code != "D004":
            raise
        return
    for cell, count in population_of(table).counts.items():
        assert abs(altered.shown[cell] - count) <= 3
        assert (altered.shown[cell] == 0) or count > 0
    require_no_small_count_is_certain(table, altered, 5)
