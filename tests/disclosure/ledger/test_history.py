"""What a ledger means for a new release: of which records an earlier one was, and what of it is known now."""

import datetime as dt
from dataclasses import replace

import pytest

from disclosure.small_tables import policy, small_threshold
from footing.disclosure import ReleaseRefused
from footing.disclosure.known import Kept
from footing.disclosure.ledger import Fingerprint, History, LedgerEntry, PrintedCells, fingerprint_of
from footing.disclosure.ledger.history import refused_with_earlier
from footing.standards import DisclosurePolicy
from footing.tables import EVERYONE, Coordinate, coordinate

DAY = dt.date(2026, 3, 31)
RULES = small_threshold(5)
X, Y, Z = coordinate(a="x"), coordinate(a="y"), coordinate(b="z")
COUNTS = {EVERYONE: 60, X: 40, Y: 20, Z: 30}


def keyed(people: range) -> Fingerprint:
    return fingerprint_of([str(number) for number in people], b"secret")


def entry(
    shown: dict[Coordinate, int],
    withheld: dict[Coordinate, int] | None = None,
    *,
    rules: DisclosurePolicy = RULES,
    people: Fingerprint | None = None,
    population: str = "people",
    threshold: int | None = None,
) -> LedgerEntry:
    printed = PrintedCells(population, shown, withheld or {}, people)
    limit = rules.counts.threshold if threshold is None else threshold
    return LedgerEntry("release", DAY, "then", rules.id, limit, rules.rounding.method, (printed,))


def history(*entries: LedgerEntry, people: Fingerprint | None = None, names: dict[str, str] | None = None) -> History:
    return History(entries, "now", {"people": people} if people else {}, names or {})


def test_what_was_shown_and_kept_back_of_these_records_is_known() -> None:
    known = history(entry({EVERYONE: 60, X: 40}, {Y: 1})).known("people", COUNTS, RULES)
    assert known.shown == {EVERYONE: 60, X: 40}
    assert known.withheld == {Y: Kept(5, 1)}
    assert known.alike == {Y}
    assert history(entry({}, {Y: 0})).known("people", COUNTS, RULES).withheld == {Y: Kept(5, 0)}


def test_of_other_people_nothing_is_known() -> None:
    assert not history(entry({EVERYONE: 60}, population="others")).known("people", COUNTS, RULES).cells
    called = {"people": "others"}
    assert history(entry({X: 40}, population="others"), names=called).known("people", COUNTS, RULES).cells == {X}
    assert not history(entry({X: 40}), names=called).known("people", COUNTS, RULES).cells


def test_a_count_that_one_release_showed_and_another_kept_back_is_shown() -> None:
    for releases in ((entry({Y: 20}), entry({}, {Y: 1})), (entry({}, {Y: 1}), entry({Y: 20}))):
        known = history(*releases).known("people", COUNTS, RULES)
        assert known.shown == {Y: 20}
        assert not known.withheld
        assert not known.alike


def test_of_two_releases_that_kept_a_count_back_the_stricter_holds() -> None:
    loose, strict = entry({}, {Y: 1}, threshold=3), entry({}, {Y: 0}, threshold=10)
    for releases in ((loose, strict), (strict, loose)):
        known = history(*releases).known("people", COUNTS, RULES)
        assert known.withheld == {Y: Kept(10, 1)}
        assert not known.alike


def test_what_was_kept_back_under_another_policy_is_not_alike_also_where_the_threshold_is() -> None:
    other = policy("publish-10", counts={"threshold": 5, "protection": {"lower": 1, "upper": 5}})
    assert other.id != RULES.id
    known = history(entry({}, {Y: 1}, rules=other), entry({}, {Y: 1})).known("people", COUNTS, RULES)
    assert known.withheld == {Y: Kept(5, 1)}
    assert not known.alike


@pytest.mark.parametrize("by", [-1, 1, 4])
def test_a_count_that_differs_by_fewer_than_the_threshold_is_refused(by: int) -> None:
    with pytest.raises(ReleaseRefused) as refusal:
        history(entry({EVERYONE: 60, X: 40 + by})).known("people", COUNTS, RULES)
    assert refusal.value.code == "D008"
    assert "Fewer than 5 people" in refusal.value.reason
    assert "2026-03-31" in refusal.value.reason


@pytest.mark.parametrize("by", [-5, 5, 20])
def test_a_count_that_differs_by_the_threshold_or_more_is_of_other_records(by: int) -> None:
    assert not history(entry({EVERYONE: 60, X: 40 + by}, {Y: 1})).known("people", COUNTS, RULES).cells


def test_the_larger_of_both_thresholds_says_how_many_must_differ() -> None:
    for then, now in ((10, 5), (5, 10)):
        with pytest.raises(ReleaseRefused, match="Fewer than 10"):
            history(entry({X: 33}, threshold=then)).known("people", COUNTS, small_threshold(now))
        assert not history(entry({X: 30}, threshold=then)).known("people", COUNTS, small_threshold(now)).cells


def test_counts_that_only_one_release_prints_say_nothing_of_how_many_differ() -> None:
    elsewhere = coordinate(c="w")
    assert history(entry({elsewhere: 3, X: 40})).known("people", COUNTS, RULES).shown == {elsewhere: 3, X: 40}


@pytest.mark.parametrize(("left", "refused"), [(1, True), (4, True), (40, False)])
def test_by_their_keys_people_of_whom_few_differ_are_refused_whatever_is_printed(left: int, refused: object) -> None:
    before = history(entry({EVERYONE: 60}, people=keyed(range(60))), people=keyed(range(left, 60)))
    if refused:
        with pytest.raises(ReleaseRefused, match="D008"):
            before.known("people", COUNTS, RULES)
    else:
        assert not before.known("people", COUNTS, RULES).cells


def test_the_same_people_with_few_changed_answers_are_refused_and_with_many_keep_what_is_not_concerned() -> None:
    everybody = keyed(range(60))
    with pytest.raises(ReleaseRefused, match="D008"):
        history(entry({X: 41}, people=everybody), people=everybody).known("people", COUNTS, RULES)
    both = coordinate(a="x", b="z")
    changed = entry({EVERYONE: 60, X: 30, Z: 30}, {Y: 1, both: 1}, people=everybody)
    known = history(changed, people=everybody).known("people", COUNTS, RULES)
    assert known.shown == {EVERYONE: 60, Z: 30}
    assert not known.withheld


def test_keys_of_one_release_alone_say_nothing() -> None:
    for then, now in ((keyed(range(60)), None), (None, keyed(range(60)))):
        earlier = history(entry({X: 40}, people=then), people=now)
        assert earlier.known("people", COUNTS, RULES).shown == {X: 40}
        with pytest.raises(ReleaseRefused, match="D008"):
            history(entry({X: 41}, people=then), people=now).known("people", COUNTS, RULES)


ROUNDED = policy("civil-service-2023-rounded")


def test_one_method_after_another_is_refused_both_ways() -> None:
    for then, now in ((RULES, ROUNDED), (ROUNDED, RULES)):
        with pytest.raises(ReleaseRefused) as refusal:
            history(entry({X: 41}, rules=then)).known("people", COUNTS, now)
        assert refusal.value.code == "D009"
        assert then.id in refusal.value.next_step


def test_of_other_people_any_method_may_have_been_used() -> None:
    then, now = keyed(range(60)), keyed(range(100, 160))
    assert not history(entry({X: 41}, rules=ROUNDED, people=then), people=now).known("people", COUNTS, RULES).cells


def test_counts_that_were_rounded_before_add_nothing_to_counts_that_are_rounded_now() -> None:
    assert not history(entry({X: 35}, {Y: 0}, rules=ROUNDED)).known("people", COUNTS, ROUNDED).cells


def test_few_changes_of_part_of_the_staff_are_measured_by_all_of_the_staff() -> None:
    staff = PrintedCells("people", {}, {}, keyed(range(60)))
    others = PrintedCells("others", {}, {}, keyed(range(60)))
    part = PrintedCells("promotions", {X: 38}, {})
    before = LedgerEntry("release", DAY, policy=RULES.id, threshold=5, printed=(others, staff, part))
    many, few = keyed(range(30, 90)), keyed(range(2, 60))
    assert not History((before,), "now", {"people": many}).known("promotions", COUNTS, RULES).cells
    for people in ({"people": few}, {"people": keyed(range(60))}, {}):
        with pytest.raises(ReleaseRefused, match="D008"):
            History((before,), "now", people).known("promotions", COUNTS, RULES)
    assert not History((before,), "now", {"others": few, "people": many}).known("promotions", COUNTS, RULES).cells


def test_how_many_of_the_staff_differ_is_asked_only_where_nothing_else_says_it() -> None:
    everybody = keyed(range(60))
    staff, part = PrintedCells("people", {}, {}, everybody), PrintedCells("promotions", {X: 38}, {}, everybody)
    before = LedgerEntry("release", DAY, policy=RULES.id, threshold=5, printed=(staff, part))
    with pytest.raises(ReleaseRefused, match="D008"):
        History((before,), "now", {"people": keyed(range(30, 90)), "promotions": everybody}).known(
            "promotions", COUNTS, RULES
        )
    unchanged = LedgerEntry("release", DAY, policy=RULES.id, threshold=5, printed=(staff, replace(part, shown={X: 40})))
    known = History((unchanged,), "now", {"people": keyed(range(30, 90))}).known("promotions", COUNTS, RULES)
    assert known.shown == {X: 40}


def test_the_entry_of_a_correction_says_what_it_corrects_and_why() -> None:
    found = history().entry(DAY, RULES, [], [], corrects=3, reason="Two grades were swapped")
    assert (found.kind, found.of, found.reason) == ("correction", 3, "Two grades were swapped")
    assert History((), "now").known("people", COUNTS, RULES).cells == frozenset()


def test_the_entry_of_a_release_says_what_it_was_made_under() -> None:
    printed = PrintedCells("people", {X: 40}, {})
    found = history().entry(DAY, RULES, [printed], ["by_a"])
    assert found == LedgerEntry("release", DAY, "now", RULES.id, 5, "none", (printed,), ("by_a",))
    assert history().entry(DAY, ROUNDED, [], []).rounding == "nearest"


def test_tables_that_are_safe_alone_and_not_beside_earlier_ones_are_refused_by_name() -> None:
    refusal = refused_with_earlier("staff")
    assert refusal.code == "D007"
    assert "staff" in refusal.reason
    assert refusal.next_step
