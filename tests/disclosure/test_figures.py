"""One row of a protected table: what is shown of it, and when nothing is."""

from dataclasses import replace

import pytest

from disclosure.small_tables import people_count, percent, policy
from footing.disclosure.figures import protected_row
from footing.disclosure.reasons import NOBODY, TOO_FEW
from footing.disclosure.result import ProtectedCounts
from footing.tables import EVERYONE, Category, Coordinate, Dimension, Estimate, ReleasableRow, Status, coordinate, units
from footing.tables.raw import Contribution, FromCounts, FromValues, RawRow, RawTable

X, Y = coordinate(a="x"), coordinate(a="y")
RULES = policy(averages={"minimum_base": 10}, rounding={"pay": 100})
SIZES = {EVERYONE: 50, X: 30, Y: 20}


def counts(*, rounded: bool = False, exact: dict[Coordinate, int] | None = None, **shown: int) -> ProtectedCounts:
    """Everybody and ``x`` and ``y`` as they are shown; those that are not given are withheld."""
    cells = {"everyone": EVERYONE, "x": X, "y": Y}
    return ProtectedCounts(
        {cells[name]: count for name, count in shown.items()}, exact or SIZES, rounded, demands={}, method="withheld"
    )


ALL_SHOWN = counts(everyone=50, x=30, y=20)


def row_of(
    figure: FromCounts | FromValues,
    protected: ProtectedCounts = ALL_SHOWN,
    *,
    unit: str = units.PEOPLE,
    totals: frozenset[Coordinate] = frozenset(),
) -> ReleasableRow:
    shape = (Dimension("a", "A", (Category("x", "x"),)),)
    table = RawTable("t", "m", "T", unit, "people", shape, (RawRow(("x",), figure),))
    return protected_row(table.rows[0], table, protected, totals, RULES)


SHARE = FromCounts((X, EVERYONE), EVERYONE, percent)
COUNT = FromCounts((X,), X, people_count)


def test_a_count_is_shown_beside_its_base_with_what_it_rests_on() -> None:
    assert row_of(COUNT) == ReleasableRow(("x",), 30.0, None, None, 30, Status.SHOWN, None, (X,))


def test_a_share_is_worked_out_from_its_counts_and_rests_on_its_base_first() -> None:
    row = row_of(SHARE, unit=units.PERCENT)
    assert (row.value, row.lower, row.upper, row.base) == (60.0, 0.0, 100.0, 50)
    assert row.rests_on == (EVERYONE, X)


def test_what_is_kept_back_shows_nothing_but_its_reason_and_what_it_rests_on() -> None:
    row = row_of(SHARE, counts(everyone=50), unit=units.PERCENT)
    assert row.status is Status.WITHHELD
    assert (row.value, row.lower, row.upper, row.base) == (None, None, None, None)
    assert row.reason
    assert row.rests_on == (EVERYONE, X)


@pytest.mark.parametrize("shown", [{"everyone": 50}, {"x": 30}])
def test_a_share_is_shown_only_where_its_part_and_its_base_are(shown: dict[str, int]) -> None:
    assert row_of(SHARE, counts(**shown), unit=units.PERCENT).status is Status.WITHHELD


@pytest.mark.parametrize(("base", "status"), [(0, Status.NOT_APPLICABLE), (5, Status.ROUNDED), (4, Status.WITHHELD)])
def test_a_share_of_a_small_rounded_base_is_not_shown(base: int, status: Status) -> None:
    rounded = counts(rounded=True, everyone=base, x=base)
    assert row_of(SHARE, rounded, unit=units.PERCENT).status is status


@pytest.mark.parametrize("count", [0, 1, 4, 5])
def test_a_small_rounded_count_itself_is_shown(count: int) -> None:
    assert row_of(COUNT, counts(rounded=True, everyone=50, x=count)).status is Status.ROUNDED


@pytest.mark.parametrize("base", [1, 4])
def test_a_share_of_a_small_base_that_is_exact_is_shown(base: int) -> None:
    assert row_of(SHARE, counts(everyone=base, x=base), unit=units.PERCENT).status is Status.SHOWN


@pytest.mark.parametrize(
    ("protected", "reason"),
    [
        (counts(everyone=0, x=0), NOBODY),
        (counts(everyone=1, x=1), TOO_FEW),
        (counts(everyone=0, x=0, rounded=True), TOO_FEW),  # a rounded nought need not be nobody
    ],
)
def test_a_figure_that_does_not_exist_says_why(protected: ProtectedCounts, reason: str) -> None:
    row = row_of(FromCounts((X, EVERYONE), EVERYONE, lambda *_: Estimate(None)), protected, unit=units.PERCENT)
    assert (row.status, row.reason, row.base) == (Status.NOT_APPLICABLE, reason, None)


PAY = FromValues((X, Y), EVERYONE, Estimate(31_234.5, 30_149.0, 32_151.0))


def test_pay_is_shown_to_the_step_of_the_policy_with_its_interval() -> None:
    row = row_of(PAY, unit=units.POUNDS)
    assert (row.value, row.lower, row.upper) == (31_200.0, 30_100.0, 32_200.0)
    assert row.status is Status.SHOWN
    assert row.rests_on == (EVERYONE, X, Y)


def test_other_figures_are_shown_with_the_decimals_of_their_unit() -> None:
    row = row_of(replace(PAY, estimate=Estimate(12.3456)), unit=units.PERCENT)
    assert row.value == round(12.3456, units.DECIMALS[units.PERCENT])
    assert row.lower is None


@pytest.mark.parametrize("hidden", ["everyone", "x", "y"])
def test_an_average_is_kept_back_where_any_group_behind_it_is(hidden: str) -> None:
    shown = {name: n for name, n in (("everyone", 50), ("x", 30), ("y", 20)) if name != hidden}
    assert row_of(PAY, counts(**shown), unit=units.POUNDS).status is Status.WITHHELD


@pytest.mark.parametrize("cell", [EVERYONE, X, Y])
@pytest.mark.parametrize(("people", "status"), [(9, Status.WITHHELD), (10, Status.SHOWN)])
def test_an_average_needs_as_many_people_in_each_group_as_the_policy_says(
    cell: Coordinate, people: int, status: Status
) -> None:
    protected = counts(everyone=50, x=30, y=20, exact={**SIZES, cell: people})
    assert row_of(PAY, protected, unit=units.POUNDS).status is status


def test_how_large_a_group_is_goes_by_its_true_count_where_what_is_shown_is_rounded() -> None:
    protected = counts(everyone=50, x=30, y=10, rounded=True, exact={**SIZES, Y: 9})
    assert row_of(PAY, protected, unit=units.POUNDS).status is Status.WITHHELD


@pytest.mark.parametrize(("largest", "status"), [((95.0,), Status.WITHHELD), ((5.0,) * 20, Status.SHOWN)])
def test_an_average_of_which_few_make_up_most_is_kept_back(largest: tuple[float, ...], status: Status) -> None:
    assert row_of(replace(PAY, contribution=Contribution(100.0, largest)), unit=units.POUNDS).status is status


@pytest.mark.parametrize("kind", ["adds_up", "averages"])
def test_a_total_or_mean_is_shown_only_where_it_may_be(kind: str) -> None:
    figure = replace(PAY, cells=(X,), base=X, adds_up=kind == "adds_up", averages=kind == "averages")
    assert row_of(figure, unit=units.POUNDS).status is Status.WITHHELD
    assert row_of(figure, unit=units.POUNDS, totals=frozenset({Y})).status is Status.WITHHELD
    assert row_of(figure, unit=units.POUNDS, totals=frozenset({X})).status is Status.SHOWN
    assert row_of(replace(figure, adds_up=False, averages=False), unit=units.POUNDS).status is Status.SHOWN
    assert row_of(COUNT).status is Status.SHOWN
