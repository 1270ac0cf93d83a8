"""What leaves: protected counts, figures worked out from them, and reasons that give nothing away."""

import copy
from dataclasses import replace

import pytest

from disclosure.small_tables import grid, people_count, policy, release_of, small_threshold, table_of, value_table
from footing.disclosure import ReleaseRefused, release
from footing.disclosure.joint import MOST_JOINT_CELLS
from footing.tables import EVERYONE, Category, Dimension, Estimate, ReleasableTable, Status, coordinate, units
from footing.tables.raw import Contribution, FromCounts, FromValues, Population, RawRelease, RawRow, RawTable

TABLE = grid([[2, 19, 18], [17, 16, 19], [18, 17, 16]])


def released(*, share_of: str | None = "b", policy_id: str | None = None) -> dict[str, ReleasableTable]:
    rules = policy(policy_id) if policy_id else small_threshold(5)
    tables = [table_of(TABLE, name="shares", share_of=share_of)] if share_of else []
    return {table.id: table for table in release(release_of(TABLE, *tables), policy=rules).tables}


def test_a_withheld_row_shows_no_value_no_interval_and_no_base() -> None:
    withheld = [row for table in released().values() for row in table.rows if row.status is Status.WITHHELD]
    assert withheld
    assert {(row.value, row.lower, row.upper, row.base) for row in withheld} == {(None, None, None, None)}
    assert all(row.reason for row in withheld)


def test_a_reason_does_not_tell_a_small_count_from_one_withheld_beside_it() -> None:
    rows = [row for row in released()["counts"].rows if row.status is Status.WITHHELD]
    assert len(rows) >= 4
    assert len({row.reason for row in rows}) == 1


def test_a_share_is_shown_only_where_its_count_and_its_base_are() -> None:
    tables = released()
    shown = {row.key for row in tables["counts"].rows if row.status is Status.SHOWN}
    for row in tables["shares"].rows:
        base = (row.key[0], "*")
        assert (row.status is Status.SHOWN) == (row.key in shown and base in shown), row.key


def test_a_count_is_withheld_in_every_table_that_rests_on_it() -> None:
    tables = release(release_of(TABLE, table_of(TABLE, name="again")), policy=small_threshold(5)).tables
    assert [row.status for row in tables[0].rows] == [row.status for row in tables[1].rows]


def test_a_figure_of_nobody_does_not_exist_and_is_not_called_withheld() -> None:
    empty = grid([[0, 0], [19, 18]])
    tables = release(release_of(empty, table_of(empty, name="shares", share_of="b")), policy=small_threshold(5)).tables
    rows = {row.key: row for row in tables[1].rows}
    assert rows["a0", "b0"].status is Status.NOT_APPLICABLE
    assert rows["a0", "b0"].value is None


def test_too_few_people_to_show_anything_is_refused_with_what_can_be_done() -> None:
    with pytest.raises(ReleaseRefused, match="D001") as refusal:
        release(release_of(grid([[1, 1], [1, 1]])), policy=small_threshold(5))
    assert "larger group" in refusal.value.next_step


def test_noughts_alone_are_nothing_to_show_and_no_tables_are_nothing_to_refuse() -> None:
    with pytest.raises(ReleaseRefused, match="D001 · "):
        release(release_of(grid([[0, 2], [0, 2]])), policy=small_threshold(5))
    assert release(RawRelease((), ()), policy=small_threshold(5)).tables == ()


def test_the_record_says_how_many_rows_each_table_shows_and_how_many_counts_are_withheld() -> None:
    found = release(release_of(TABLE, table_of(TABLE, name="shares", share_of="b")), policy=small_threshold(5))
    withheld = [sum(row.status is Status.WITHHELD for row in table.rows) for table in found.tables]
    assert [(each.table, each.shown, each.withheld) for each in found.table_audits] == [
        ("counts", 16 - withheld[0], withheld[0]),
        ("shares", 16 - withheld[1], withheld[1]),
    ]
    (audit,) = found.audits
    assert (audit.cells, audit.withheld, audit.limits) == (16, withheld[0], ())
    (rounded,) = release(release_of(TABLE), policy=policy("civil-service-2023-rounded")).audits
    assert rounded.withheld == 0


def test_the_record_says_where_sums_may_not_be_all_that_can_be_worked_out() -> None:
    """A by B, B by C and A by C, of so many categories that A by B by C is too much to look at."""
    many = [str(number) for number in range(round(2 * MOST_JOINT_CELLS ** (1 / 3)))]
    cells = [coordinate(**{one: a, other: b}) for one, other in ("ab", "bc", "ac") for a in many for b in many]
    counts = dict.fromkeys(cells, 20)
    rows = tuple(RawRow((str(place),), FromCounts((cell,), cell, people_count)) for place, cell in enumerate(cells))
    shape = (Dimension("row", "Row", tuple(Category(str(place), str(place)) for place in range(len(cells)))),)
    table = RawTable("counts", "counts", "Counts", units.PEOPLE, "people", shape, rows)
    (audit,) = release(RawRelease((Population("people", counts),), (table,)), policy=small_threshold(5)).audits
    assert [limit.split(".")[0] for limit in audit.limits] == ["The attack used every sum between published cells"]


def test_counts_that_do_not_add_up_are_refused() -> None:
    raw = release_of(TABLE)
    raw.populations[0].counts[EVERYONE] = 3  # type: ignore[index]
    with pytest.raises(ReleaseRefused, match="D002"):
        release(raw, policy=small_threshold(5))


def test_under_a_policy_that_rounds_every_count_is_a_multiple_of_its_base_and_none_is_withheld() -> None:
    large = grid([[52, 69, 88], [77, 66, 49], [38, 67, 56]])
    tables = release(release_of(large), policy=policy("civil-service-2023-rounded")).tables
    assert {row.status for row in tables[0].rows} == {Status.ROUNDED}
    assert {(row.value or 0) % 5 for row in tables[0].rows} == {0}


def test_shares_are_worked_out_from_rounded_counts_and_not_from_true_ones() -> None:
    large = grid([[52, 69, 88], [77, 66, 49], [38, 67, 56]])
    shares = table_of(large, name="shares", share_of="b")
    tables = release(release_of(large, shares), policy=policy("civil-service-2023-rounded")).tables
    counts = {row.key: row.value for row in tables[0].rows}
    for row in tables[1].rows:
        whole = counts[row.key[0], "*"]
        assert row.value == round(100 * (counts[row.key] or 0) / (whole or 1), 1)


def pay(value: float, *, of: int, contribution: Contribution | None = None) -> FromValues:
    cell = coordinate(a="a0") if of == 1 else EVERYONE
    return FromValues((cell,), cell, Estimate(value, value - 100, value + 100), contribution)


def pay_row(figure: FromValues, **rules: dict[str, object]):
    raw = release_of(grid([[6, 8], [40, 50]]), value_table(figure))
    return release(raw, policy=policy(**rules)).tables[1].rows[0]


def test_an_average_of_enough_people_is_shown_to_the_step_that_the_policy_rounds_pay_to() -> None:
    row = pay_row(pay(31_234.0, of=0))
    assert (row.status, row.value, row.lower, row.upper) == (Status.SHOWN, 31_230.0, 31_130.0, 31_330.0)


def test_an_average_of_fewer_people_than_the_policy_asks_for_is_withheld() -> None:
    assert pay_row(pay(31_234.0, of=1), averages={"minimum_base": 15}).status is Status.WITHHELD
    assert pay_row(pay(31_234.0, of=1), averages={"minimum_base": 14}).status is Status.SHOWN


@pytest.mark.parametrize(
    ("contribution", "status"),
    [
        (Contribution(1000.0, (300.0, 300.0)), Status.SHOWN),
        (Contribution(1000.0, (600.0, 301.0)), Status.WITHHELD),
        (Contribution(1000.0, (850.0, 80.0)), Status.WITHHELD),
    ],
)
def test_an_amount_that_a_few_people_dominate_is_withheld(contribution: Contribution, status: Status) -> None:
    assert pay_row(pay(31_234.0, of=0, contribution=contribution)).status is status


def test_what_is_printed_of_each_set_of_people_is_of_these_alone() -> None:
    """The same groups of two sets of people, of whom other counts are small."""
    leavers = grid([[17, 19, 18], [17, 2, 19], [18, 17, 16]])
    here, gone = release_of(TABLE), release_of(leavers)
    people, others = here.populations[0], replace(gone.populations[0], name="leavers")
    tables = (*here.tables, replace(gone.tables[0], id="leaving", population="leavers"))
    found = release(RawRelease((people, others), tables), policy=small_threshold(5))
    assert [each.name for each in found.printed] == ["people", "leavers"]
    for population, table, printed in zip((people, others), found.tables, found.printed, strict=True):
        assert list(printed.counts) == sorted(population.counts)
        withheld = [cell for cell, count in printed.counts.items() if count is None]
        assert all(count in {None, population.counts[cell]} for cell, count in printed.counts.items())
        assert len(withheld) == sum(row.status is Status.WITHHELD for row in table.rows)
        assert {cell for cell, each in found.seen[population.name].items() if not each.known} == set(withheld)
        (audit,) = (each for each in found.audits if each.population == population.name)
        assert (audit.cells, audit.withheld) == (len(population.counts), len(withheld))
    assert found.printed[0].counts[coordinate(a="a0", b="b0")] is None
    assert found.printed[1].counts[coordinate(a="a1", b="b1")] is None


def test_a_refusal_can_be_sent_from_one_process_to_another() -> None:
    refusal = ReleaseRefused("D003", "Some small count could be worked out.", "Publish fewer breakdowns.")
    received = copy.copy(refusal)
    assert str(received) == str(refusal)
    assert (received.code, received.reason, received.next_step) == (refusal.code, refusal.reason, refusal.next_step)
