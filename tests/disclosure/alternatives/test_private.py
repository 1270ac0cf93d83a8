"""Differential privacy: how far the odds of what is shown change with one person, measured; and what is refused."""

import sys
from collections import Counter
from math import exp

import pytest

from disclosure.small_tables import POPULATION
from footing.disclosure.alternatives import PrivacyLibraryMissing, add_private_noise
from footing.tables.raw import Population

EPSILON = 1.0
DRAWS = 4000


def drawn(count: int) -> Counter[int]:
    population = Population(POPULATION, {(): count})
    return Counter(
        add_private_noise(population, [()], epsilon=EPSILON, cells_of_a_person=1).shown[()] for _ in range(DRAWS)
    )


def test_an_attacker_who_knows_everybody_else_learns_no_more_than_the_bound() -> None:
    pytest.importorskip("opendp", reason="OpenDP comes with the extra footing[privacy]")
    without, within = drawn(20), drawn(21)
    for answer in range(18, 24):
        ratio = within[answer] / without[answer]
        assert exp(-EPSILON) * 0.7 < ratio < exp(EPSILON) / 0.7, answer


def test_two_releases_of_the_same_counts_differ() -> None:
    pytest.importorskip("opendp", reason="OpenDP comes with the extra footing[privacy]")
    assert len(drawn(20)) > 3


@pytest.mark.parametrize(("epsilon", "cells"), [(0.0, 1), (-1.0, 1), (1.0, 0)])
def test_a_loss_that_means_nothing_is_refused(epsilon: float, cells: int) -> None:
    with pytest.raises(ValueError, match="epsilon"):
        add_private_noise(Population(POPULATION, {(): 3}), [()], epsilon=epsilon, cells_of_a_person=cells)


def test_without_opendp_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opendp.prelude", None)
    with pytest.raises(PrivacyLibraryMissing, match=r"footing\[privacy\]"):
        add_private_noise(Population(POPULATION, {(): 3}), [()], epsilon=1.0, cells_of_a_person=1)
