"""Counts are withheld until every small one is uncertain enough, also beside what is known already."""

import pytest

from disclosure.small_tables import POPULATION, grid, policy, release_of
from footing.disclosure.counts import withhold_counts
from footing.disclosure.known import Kept, Known
from footing.disclosure.result import ProtectedCounts, ReleaseRefused
from footing.disclosure.search import Search
from footing.disclosure.seen import Demand
from footing.tables import EVERYONE, Coordinate, coordinate
from footing.tables.raw import Population

RULES = policy(counts={"threshold": 4, "protection": {"lower": 1, "upper": 6}})
(PEOPLE,) = release_of(grid([[3, 19, 18], [17, 16, 19], [18, 17, 16]])).populations
SMALL = coordinate(a="a0", b="b0")


def withheld(known: Known | None = None, population: Population = PEOPLE) -> tuple[ProtectedCounts, set[Coordinate]]:
    protected = withhold_counts(population, population.counts, RULES, Search(), *([known] if known else []))
    return protected, population.counts.keys() - protected.shown.keys()


def test_a_small_count_is_withheld_with_others_and_what_is_shown_is_true() -> None:
    protected, hidden = withheld()
    assert SMALL in hidden
    assert len(hidden) >= 4
    assert all(PEOPLE.counts[cell] == count for cell, count in protected.shown.items())
    assert protected.exact == PEOPLE.counts
    assert not protected.rounded


def test_each_small_count_must_stay_as_uncertain_as_the_policy_says_and_no_other() -> None:
    assert withheld()[0].demands == {SMALL: Demand(1.0, 6.0)}


def test_only_what_is_published_is_shown_or_asked_about() -> None:
    rows = {cell: n for cell, n in PEOPLE.counts.items() if len(cell) < 2 or cell[0][1] != "a0"}
    protected = withhold_counts(PEOPLE, rows, RULES, Search())
    assert protected.shown.keys() <= rows.keys()
    assert not protected.demands


def test_what_an_earlier_release_showed_is_not_withheld_any_more_and_asks_for_nothing() -> None:
    _, usual = withheld()
    beside = sorted(usual - {SMALL})[:1]
    known = Known({cell: PEOPLE.counts[cell] for cell in beside})
    protected, hidden = withheld(known)
    assert not hidden & set(beside)
    assert SMALL in hidden
    assert protected.demands == {SMALL: Demand(1.0, 6.0)}
    assert protected.known is known


def test_a_small_count_that_was_shown_once_is_protected_no_more() -> None:
    protected, hidden = withheld(Known({SMALL: 3}))
    assert hidden == set()
    assert protected.demands == {}


def test_what_an_earlier_release_kept_back_stays_kept_back_unless_another_showed_it() -> None:
    (*_, large) = sorted(PEOPLE.counts.keys() - withheld()[1])
    assert large in withheld(Known(withheld={large: Kept(10, 1)}))[1]
    assert large not in withheld(Known({large: PEOPLE.counts[large]}, {large: Kept(10, 1)}))[1]


def test_what_only_an_earlier_release_told_is_used_and_is_not_shown_again() -> None:
    only_rows = Population(POPULATION, {cell: n for cell, n in PEOPLE.counts.items() if len(cell) == 1})
    known = Known({EVERYONE: PEOPLE.counts[EVERYONE]})
    protected, hidden = withheld(known, only_rows)
    assert hidden == set()
    assert EVERYONE not in protected.shown


@pytest.mark.parametrize(
    ("counts", "code"),
    [
        ({EVERYONE: 9, coordinate(a="x"): 5, coordinate(a="y"): 5}, "D002"),
        ({EVERYONE: 3}, None),
        ({EVERYONE: 3, coordinate(a="x"): 3, coordinate(a="y"): 0}, None),
    ],
)
def test_counts_that_do_not_add_up_are_refused(counts: dict[Coordinate, int], code: str | None) -> None:
    population = Population(POPULATION, counts)
    if code is None:
        assert withhold_counts(population, counts, RULES, Search()).shown.keys() <= counts.keys()
        return
    with pytest.raises(ReleaseRefused) as refusal:
        withhold_counts(population, counts, RULES, Search())
    assert refusal.value.code == code


def test_a_small_count_that_an_earlier_release_left_no_room_for_is_refused() -> None:
    others = {cell: count for cell, count in PEOPLE.counts.items() if cell != SMALL}
    with pytest.raises(ReleaseRefused) as refusal:
        withheld(Known(others))
    assert refusal.value.code == "D003"
    assert POPULATION in str(refusal.value)
