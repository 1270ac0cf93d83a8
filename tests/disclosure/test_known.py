"""What earlier releases of the same records tell beside a new one."""

from footing.disclosure.known import NOTHING_KNOWN, Kept, Known
from footing.disclosure.seen import UNBOUNDED, Demand, Seen
from footing.tables import coordinate

SHOWN, KEPT, NEW = coordinate(a="shown"), coordinate(a="kept"), coordinate(a="new")


def test_every_cell_of_an_earlier_release_is_known_whether_shown_or_kept_back() -> None:
    assert Known({SHOWN: 7}, {KEPT: Kept(5, 1)}).cells == {SHOWN, KEPT}
    assert not NOTHING_KNOWN.cells


def test_whoever_reads_both_releases_sees_what_either_shows() -> None:
    both = Known({SHOWN: 7}, {KEPT: Kept(5, 1)}).added_to({SHOWN: Seen(1.0), NEW: Seen(9.0, 9.0)})
    assert both == {SHOWN: Seen(7.0, 7.0), KEPT: Seen(1.0), NEW: Seen(9.0, 9.0)}


def test_the_higher_of_two_lower_ends_holds_for_a_count_that_is_kept_back_twice() -> None:
    earlier = Known(withheld={KEPT: Kept(5, 1)})
    assert earlier.added_to({KEPT: Seen(0.0)})[KEPT] == Seen(1.0)
    assert earlier.added_to({KEPT: Seen(2.0, 6.0)})[KEPT] == Seen(2.0, 6.0)
    assert earlier.added_to({KEPT: Seen(1.0, 6.0)})[KEPT] == Seen(1.0, 6.0)


def test_what_a_release_showed_stays_seen_as_it_was_shown() -> None:
    assert Known({KEPT: 3}, {KEPT: Kept(5, 1)}).added_to({})[KEPT] == Seen(3.0, 3.0)


def test_a_count_that_was_kept_back_must_be_able_to_reach_its_threshold_unless_it_was_shown_too() -> None:
    known = Known({SHOWN: 7}, {KEPT: Kept(5, 1), SHOWN: Kept(5, 1)})
    assert known.demands() == {KEPT: Demand(UNBOUNDED, 5.0)}


def test_a_count_is_known_where_it_can_be_one_number_only() -> None:
    assert Seen(3.0, 3.0).known
    assert not Seen(3.0, 4.0).known
    assert not Seen(3.0).known
