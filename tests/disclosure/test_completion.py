"""Counts for groups that only link others fit every sum, or are refused."""

import numpy as np
import pytest

from disclosure.small_models import Rows
from disclosure.small_tables import POPULATION, policy
from footing.disclosure import ReleaseRefused, counts
from footing.disclosure.arrays import IntArray
from footing.disclosure.completion import CountsDoNotAddUp, TooTangled, completed
from footing.disclosure.counts import withhold_counts
from footing.disclosure.search import Search
from footing.tables import coordinate
from footing.tables.raw import Population

UNKNOWN = -1


TRIANGLE = Rows(np.array([0, 3, 6, 9]), np.array([0, 3, 4, 1, 4, 5, 2, 3, 5]), np.tile([1.0, -1.0, -1.0], 3))
"""Each pair of three unknown cells comes to a total; where all three totals are odd only halves fit."""


def test_counts_that_are_given_stay_and_the_others_fit_every_sum() -> None:
    values = np.array([5, 6, 7, UNKNOWN, UNKNOWN, UNKNOWN])
    assert completed(values, UNKNOWN, TRIANGLE).tolist() == [5, 6, 7, 3, 2, 4]


def test_counts_that_only_halves_fit_are_refused() -> None:
    with pytest.raises(CountsDoNotAddUp):
        completed(np.array([5, 5, 5, UNKNOWN, UNKNOWN, UNKNOWN]), UNKNOWN, TRIANGLE)


def test_the_search_for_counts_that_fit_has_an_end() -> None:
    sums, totals = hard_sums()
    with pytest.raises(TooTangled):
        completed(np.concatenate([totals, np.full(40, UNKNOWN)]), UNKNOWN, sums, branchings=0)


def hard_sums() -> tuple[Rows, IntArray]:
    """Sums of twenty of forty cells each: nothing tells at once which whole numbers fit."""
    random, wholes = np.random.default_rng(1), 12
    rows = [[row, *(wholes + random.choice(40, 20, replace=False)).tolist()] for row in range(wholes)]
    starts = np.arange(0, 21 * wholes + 1, 21)
    signs = np.tile([1.0, *[-1.0] * 20], wholes)
    cells = random.integers(0, 9, wholes + 40)
    totals = np.array([sum(cells[each] for each in row[1:]) for row in rows])
    return Rows(starts, np.array(rows).ravel(), signs), totals


def test_a_release_says_what_to_do_when_its_links_are_too_tangled(monkeypatch: pytest.MonkeyPatch) -> None:
    def tangled(*_: object) -> None:
        raise TooTangled("The groups that link the tables are too many.")

    monkeypatch.setattr(counts, "build_model", tangled)
    everyone = Population(POPULATION, {(): 9, coordinate(sex="f"): 4, coordinate(sex="m"): 5})
    with pytest.raises(ReleaseRefused) as refusal:
        withhold_counts(everyone, everyone.counts, policy(), Search())
    assert refusal.value.code == "D011"
    assert "fewer breakdowns" in refusal.value.next_step
