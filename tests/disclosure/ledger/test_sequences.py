"""Releases one after another: the attacker here keeps every one of them, and tries every table of whole people."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.every_joint_table import possible_ranges
from disclosure.small_tables import grid, policy, release_of, small_threshold
from disclosure.test_linked_tables import CODES, counts_of, printed_by, raw_release
from footing.disclosure import ReleaseRefused, release
from footing.disclosure.known import Kept, Known
from footing.disclosure.ledger import Fingerprint, History, LedgerEntry, PrintedCells, fingerprint_of, printed_cells
from footing.disclosure.nearest import MOST_TABLES, nearest_release, release_or_say_what_could_be
from footing.standards import DisclosurePolicy
from footing.tables import EVERYONE, Coordinate, coordinate
from footing.tables.raw import RawRelease

THRESHOLD = 3
DAY = dt.date(2026, 3, 31)
PEOPLE = "people"
SEQUENCE = ((("a",),), (("a", "b"),), (("a", "c"),), (("b", "c"),))


def after(
    entries: Sequence[LedgerEntry],
    raw: RawRelease,
    rules: DisclosurePolicy,
    people: Fingerprint | None = None,
) -> tuple[tuple[LedgerEntry, ...], object]:
    """The entries with one more, and the release that it is of."""
    history = History(tuple(entries), "now", {PEOPLE: people} if people else {})
    released = release(raw, policy=rules, history=history)
    entry = history.entry(DAY, rules, printed_cells(released, history), (table.id for table in released.tables))
    return (*entries, entry), released


@given(people=st.lists(st.integers(0, 2), min_size=8, max_size=8), order=st.permutations(range(len(SEQUENCE))))
@settings(max_examples=25, deadline=None)
def test_no_small_count_can_be_told_from_all_releases_of_the_same_people_together(
    people: list[int], order: list[int]
) -> None:
    entries: tuple[LedgerEntry, ...] = ()
    printed: dict[Coordinate, int | None] = {}
    every: dict[Coordinate, int] = {}
    for place in order:
        counts = counts_of(people, SEQUENCE[place])
        try:
            entries, released = after(entries, raw_release(counts, SEQUENCE[place]), small_threshold(THRESHOLD))
        except ReleaseRefused:
            continue
        every.update(counts)
        for cell, count in printed_by(released, SEQUENCE[place]).items():
            if printed.get(cell) is None:
                printed[cell] = count
    if not printed:
        return
    most = every[EVERYONE] + (0 if printed[EVERYONE] is not None else THRESHOLD)
    ranges = possible_ranges(CODES, printed, most=most)
    for cell, count in every.items():
        if 0 < count < THRESHOLD:
            assert printed[cell] is None
            assert ranges[cell][1] >= THRESHOLD, cell


TABLE = grid([[2, 19, 18], [17, 16, 19], [18, 17, 16]])
RULES = small_threshold(5)


def test_the_same_tables_can_be_released_again_and_show_the_same() -> None:
    entries, first = after((), release_of(TABLE), RULES)
    _, second = after(entries, release_of(TABLE), RULES)
    assert first.tables[0].rows == second.tables[0].rows  # type: ignore[attr-defined]


@given(people=st.lists(st.integers(0, 7), min_size=8, max_size=8), which=st.sampled_from([2, 5, 6]))
@settings(max_examples=60, deadline=None)
def test_whatever_was_released_can_be_released_again(people: list[int], which: int) -> None:
    told = tuple(variables for place, variables in enumerate(SEQUENCE) if which & 2**place)
    keys = tuple(dict.fromkeys(key for variables in told for key in variables))
    raw = raw_release(counts_of(people, keys), keys)
    try:
        entries, first = after((), raw, small_threshold(5))
    except ReleaseRefused:
        return
    _, second = after(entries, raw, small_threshold(5))
    assert printed_by(second, keys) == printed_by(first, keys)


def test_a_count_that_was_shown_is_not_withheld_later_and_one_that_was_kept_back_stays_protected() -> None:
    only_a = (("a",),)
    people = [1, 6, 7, 8, 9, 6, 7, 5]
    entries, _ = after((), raw_release(counts_of(people, only_a), only_a), small_threshold(5))
    both = (("a", "b"),)
    _, released = after(entries, raw_release(counts_of(people, both), both), small_threshold(5))
    printed = printed_by(released, both)
    assert printed[coordinate(a="0")] == 22
    assert printed[coordinate(a="1")] == 27


def keyed(*numbers: int) -> Fingerprint:
    return fingerprint_of([str(number) for number in numbers], b"secret")


def test_people_of_whom_one_has_left_are_refused_with_the_earlier_day_and_what_to_do() -> None:
    entries, _ = after((), release_of(TABLE), RULES, keyed(*range(142)))
    one_fewer = grid([[2, 19, 18], [17, 16, 19], [18, 17, 15]])
    with pytest.raises(ReleaseRefused, match="D008") as refusal:
        after(entries, release_of(one_fewer), RULES, keyed(*range(141)))
    assert "2026-03-31" in str(refusal.value)
    assert "Wait until 5 or more have joined" in refusal.value.next_step


def test_one_answer_changed_among_the_same_people_is_refused_also_without_their_keys() -> None:
    entries, _ = after((), release_of(TABLE), RULES)
    with pytest.raises(ReleaseRefused, match="D008"):
        after(entries, release_of(grid([[2, 18, 19], [17, 16, 19], [18, 17, 16]])), RULES)


def test_people_of_whom_many_differ_are_a_release_of_their_own() -> None:
    entries, _ = after((), release_of(TABLE), RULES, keyed(*range(142)))
    later, _ = after(entries, release_of(grid([[9, 19, 18], [2, 16, 19], [18, 17, 16]])), RULES, keyed(*range(20, 170)))
    assert len(later) == 2


def test_what_a_correction_of_many_does_not_concern_is_still_known_of_the_same_people() -> None:
    everybody = keyed(*range(142))
    entries, _ = after((), release_of(TABLE), RULES, everybody)
    moved = grid([[12, 19, 18], [7, 16, 19], [18, 17, 16]])  # ten went from one row to another, none between columns
    counts = release_of(moved).populations[0].counts
    known = History(entries, "now", {PEOPLE: everybody}).known(PEOPLE, counts, RULES)
    assert (
        set(known.shown)
        == {EVERYONE, coordinate(b="b0"), coordinate(b="b1"), coordinate(b="b2")} - known.withheld.keys()
    )
    assert known.shown


def test_few_more_promotions_are_no_reason_to_refuse_where_many_of_the_staff_differ() -> None:
    small = {"": 20, "1": 12, "2": 8}
    printed = PrintedCells("promotions", {coordinate(grade=code): n for code, n in small.items() if code}, {})
    staff = PrintedCells(PEOPLE, {}, {}, keyed(*range(100)))
    entry = LedgerEntry("release", DAY, threshold=5, printed=(staff, printed))
    later = {coordinate(grade="1"): 14, coordinate(grade="2"): 8}
    assert not History((entry,), "now", {PEOPLE: keyed(*range(50, 150))}).known("promotions", later, RULES).cells
    for people in ({PEOPLE: keyed(*range(100))}, {}):
        with pytest.raises(ReleaseRefused, match="D008"):
            History((entry,), "now", people).known("promotions", later, RULES)


def test_rounding_after_withholding_is_refused_with_the_policy_to_use() -> None:
    entries, _ = after((), release_of(TABLE), policy())
    with pytest.raises(ReleaseRefused, match="D009") as refusal:
        after(entries, release_of(TABLE), policy("civil-service-2023-rounded"))
    assert "civil-service-2023" in refusal.value.next_step


def test_a_withdrawn_release_still_counts() -> None:
    entries, _ = after((), release_of(TABLE), RULES)
    withdrawn = (*entries, LedgerEntry("withdrawal", DAY, of=1, reason="A mistake"))
    with pytest.raises(ReleaseRefused, match="D008"):
        after(withdrawn, release_of(grid([[2, 18, 19], [17, 16, 19], [18, 17, 16]])), RULES)


def test_a_correction_says_which_release_it_corrects() -> None:
    history = History((), "now")
    entry = history.entry(DAY, RULES, (), ("a",), corrects=3, reason="Two grades were swapped")
    assert (entry.kind, entry.of, entry.reason) == ("correction", 3, "Two grades were swapped")


def test_a_refusal_of_several_tables_says_which_could_be_released() -> None:
    small = grid([[1, 1], [1, 1]])
    raw = release_of(TABLE)
    (population, *_), (table, *_) = raw.populations, raw.tables
    other = release_of(small)
    renamed = RawRelease(
        (population, type(population)("others", other.populations[0].counts)),
        (
            table,
            type(table)("small", "m", "Small", table.unit, "others", other.tables[0].dimensions, other.tables[0].rows),
        ),
    )
    broken = {**other.populations[0].counts, (): 3}
    renamed = RawRelease((population, type(population)("others", broken)), renamed.tables)
    assert nearest_release(renamed, policy=RULES) == ("counts",)
    with pytest.raises(ReleaseRefused, match="D002") as refusal:
        release_or_say_what_could_be(renamed, policy=RULES)
    assert "could be released together: counts." in refusal.value.next_step


def test_of_many_tables_those_of_an_earlier_release_are_named_where_they_could_be_released_again() -> None:
    raw, broken = release_of(TABLE), release_of(grid([[1, 1], [1, 1]]))
    (population,), (table,), (other,) = raw.populations, raw.tables, broken.populations
    same = tuple(replace(table, id=f"table {number}") for number in range(MOST_TABLES))
    entries, _ = after((), RawRelease((population,), same[:2]), RULES)
    others = replace(other, name="others", counts={**other.counts, EVERYONE: 3})
    small = replace(broken.tables[0], id="small", population="others")
    many = RawRelease((population, others), (*same, small))
    history = History(entries, "now")
    with pytest.raises(ReleaseRefused, match="D002") as refusal:
        release_or_say_what_could_be(many, policy=RULES, history=history)
    assert "could be released together: table 0 and table 1." in refusal.value.next_step
    only = RawRelease((population,), same[:2])
    assert release(only, policy=RULES, history=history).tables
    assert nearest_release(many, policy=RULES) == ()


def test_a_nought_that_was_kept_back_asks_for_nothing_under_the_same_policy_and_for_its_threshold_under_another() -> (
    None
):
    nought, elsewhere = coordinate(a="0"), coordinate(a="9")
    kept = {nought: Kept(10, 0), elsewhere: Kept(10, 0)}
    alike = Known(withheld=kept, alike=frozenset(kept))
    assert set(alike.demands_beside({nought: 0})) == {elsewhere}
    assert set(Known(withheld=kept).demands_beside({nought: 0})) == {nought, elsewhere}
