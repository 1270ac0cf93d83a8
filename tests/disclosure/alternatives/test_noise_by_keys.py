"""Noise by cell keys, worked out anew: which chances it has, which keys, what is shown and what an attacker is told."""

import hmac

import numpy as np
import pytest

from disclosure.small_tables import POPULATION
from footing.disclosure import ReleaseRefused
from footing.disclosure.alternatives import NoiseTable, cell_keys, noise_table, perturb_by_cell_key
from footing.tables import Coordinate, coordinate
from footing.tables.raw import Population

HALF = 2**31
EVERYONE, WOMEN, MEN, OTHERS = coordinate(), coordinate(sex="f"), coordinate(sex="m"), coordinate(sex="o")
UP = NoiseTable(2, np.array([[0, 0, 1, 0, 0], [0, 0, 0, 0, 1], [0, 0, 0, 1, 0]], dtype=np.float64))
DOWN = NoiseTable(2, np.array([[0, 0, 1, 0, 0], [0, 1, 0, 0, 0], [1, 0, 0, 0, 0]], dtype=np.float64))


def test_noise_is_the_likeliest_for_its_variance_or_for_the_most_that_the_count_has_room_for() -> None:
    """Of all chances with one mean and variance those have the largest entropy whose logarithms lie on a parabola."""
    noise = np.arange(-2, 3)
    nobody, one, more = noise_table(maximum=2, variance=1.5).chances
    assert nobody.tolist() == [0, 0, 1, 0, 0]
    for chances, possible, variance in ((one, noise >= -1, 1.0), (more, noise >= -2, 1.5)):
        assert (chances[~possible] == 0).all()
        assert chances.sum() == pytest.approx(1)
        assert chances @ noise == pytest.approx(0, abs=1e-9)
        assert chances @ noise**2 == pytest.approx(variance)
        assert np.diff(np.log(chances[possible]), 3) == pytest.approx(0, abs=1e-6)


def test_a_variance_of_half_the_square_of_the_maximum_is_the_most_that_can_be_asked_for() -> None:
    assert noise_table(maximum=1, variance=0.5).chances[1] == pytest.approx([0.25, 0.5, 0.25])
    for maximum, variance in ((1, 0.51), (-3, 1.0)):
        with pytest.raises(ValueError, match="maximum"):
            noise_table(maximum=maximum, variance=variance)


def test_a_key_chooses_the_noise_by_where_it_lies_among_all_keys() -> None:
    table = NoiseTable(1, np.array([[0, 1, 0], [0.25, 0.5, 0.25]]))
    quarter = 2**30
    keys = {0: -1, quarter - 1: -1, quarter: 0, 3 * quarter - 1: 0, 3 * quarter: 1, 2**32 - 1: 1}
    assert {key: table.noise(1, key) for key in keys} == keys
    assert {key: table.noise(7, key) for key in keys} == keys
    assert {table.noise(0, key) for key in keys} == {0}


def test_the_key_of_a_person_is_the_same_in_every_release_and_version() -> None:
    own = {name: int(hmac.new(b"secret", name.encode(), "sha256").hexdigest()[:8], 16) for name in "abcdefgh"}
    assert cell_keys({WOMEN: "a", MEN: "b"}, b"secret") == {WOMEN: own["a"], MEN: own["b"]}
    assert cell_keys({EVERYONE: own}, b"secret") == {EVERYONE: sum(own.values()) % 2**32}


def perturbed(counts: dict[Coordinate, int], table: NoiseTable) -> dict[Coordinate, tuple[int, float, float]]:
    """Of each cell what is shown, and the smallest and the largest that it can be."""
    altered = perturb_by_cell_key(
        Population(POPULATION, counts), counts, keys=dict.fromkeys(counts, HALF), table=table, threshold=5
    )
    assert list(altered.shown) == sorted(counts)
    assert altered.method == "noise of at most 2 on every count, by the keys of the people in it"
    seen = altered.seen
    return {cell: (count, seen[cell].smallest, seen[cell].largest) for cell, count in altered.shown.items()}


def test_noise_is_added_and_who_is_shown_is_known_to_be_somebody() -> None:
    counts = {WOMEN: 9, MEN: 1, OTHERS: 0, EVERYONE: 10}
    shown_up = {EVERYONE: (11, 9, 13), WOMEN: (10, 8, 12), MEN: (3, 1, 5), OTHERS: (0, 0, 2)}
    assert perturbed(counts, UP) == shown_up
    shown_down = {EVERYONE: (8, 6, 10), WOMEN: (7, 5, 9), MEN: (0, 0, 2), OTHERS: (0, 0, 2)}
    assert perturbed(counts, DOWN) == shown_down
    assert perturbed({WOMEN: 3, MEN: 4, EVERYONE: 7}, DOWN)[WOMEN] == (1, 1, 3)


def test_a_small_count_that_the_noise_of_others_gives_away_is_refused_and_one_of_the_threshold_is_not() -> None:
    """Four are shown as two, and they are all: their parts are shown as none and as six, so of all at least four."""
    counts = {EVERYONE: 4, WOMEN: 4}
    keys = {EVERYONE: 0, WOMEN: 2**32 - 1}
    far = NoiseTable(2, np.array([[0, 0, 1, 0, 0], [0, 0, 1, 0, 0], [0.5, 0, 0, 0, 0.5]]))

    def perturb(threshold: int) -> None:
        perturb_by_cell_key(Population(POPULATION, counts), counts, keys=keys, table=far, threshold=threshold)

    perturb(4)
    with pytest.raises(ReleaseRefused, match="D004"):
        perturb(5)
