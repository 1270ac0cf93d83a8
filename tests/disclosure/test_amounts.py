"""Totals of amounts: kept back when few make them up, and others with them, so that none follows by subtraction."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.small_tables import POPULATION, people_count, policy
from footing.disclosure import Release, release
from footing.disclosure.dominance import is_dominated, uncertainty_needed
from footing.standards import DominanceRule
from footing.tables import TOTAL, Category, Coordinate, Dimension, Estimate, Status, coordinate, units
from footing.tables.raw import Contribution, FromCounts, FromValues, Population, RawRelease, RawRow, RawTable

RULE = DominanceRule(n=2, k_percent=90, p_percent=10)
Pay = dict[str, list[float]]


@pytest.mark.parametrize(
    ("amounts", "dominated"),
    [
        ([50.0, 45.0, 5.0], True),  # two make up 95 % of 100
        ([30.0, 30.0, 40.0], False),
        ([80.0, 15.0, 3.0, 3.0], True),  # the second could put the first between 80 and 86, within 10 %
        ([10.0] * 20, False),
        ([], False),
    ],
)
def test_a_total_is_dominated_by_few(amounts: list[float], dominated: bool) -> None:
    assert is_dominated(Contribution(sum(amounts), tuple(sorted(amounts, reverse=True))), RULE) is dominated


@given(amounts=st.lists(st.floats(1, 1000), min_size=1, max_size=12))
def test_a_dominated_total_is_left_uncertain_enough_to_break_neither_rule(amounts: list[float]) -> None:
    largest = sorted(amounts, reverse=True)
    contribution = Contribution(sum(amounts), (*largest, 0.0))  # as many as the rule looks at
    needed = uncertainty_needed(contribution, RULE)
    assert needed >= RULE.p_percent / 100 * largest[0]
    as_large_as_possible = Contribution(contribution.total + needed * (1 + 1e-9), contribution.largest)
    assert not is_dominated(as_large_as_possible, RULE)


@pytest.mark.parametrize(
    ("rule", "dominated"),
    [
        (DominanceRule(n=1, k_percent=50, p_percent=1), False),  # the largest is exactly half of 100, no more
        (DominanceRule(n=1, k_percent=49, p_percent=1), True),
        (DominanceRule(n=2, k_percent=99, p_percent=40), False),  # what is left of 100 is exactly 40 % of 50
        (DominanceRule(n=2, k_percent=99, p_percent=40.1), True),
    ],
)
def test_each_rule_of_dominance_begins_just_past_its_limit(rule: DominanceRule, dominated: bool) -> None:
    assert is_dominated(Contribution(100.0, (50.0, 30.0, 20.0)), rule) is dominated


def test_amounts_need_not_be_listed_in_order_of_size() -> None:
    rule = DominanceRule(n=1, k_percent=49, p_percent=1)
    assert is_dominated(Contribution(100.0, (20.0, 30.0, 50.0)), rule)
    assert uncertainty_needed(Contribution(100.0, (20.0, 30.0, 50.0)), rule) == pytest.approx(50 / 0.49 - 100)


@pytest.mark.parametrize(
    ("total", "listed", "dominated"),
    [
        (100.0, (30.0, 29.0), True),  # the third may be 29 as well: 88 of 100
        (100.0, (30.0, 20.0), False),  # with the third 70 at the most
        (100.0, (50.0, 40.0), True),  # what is left, 10, may be all of the third
        (100.0, (100.0,), True),
        (100.0, (30.0, 25.0, 15.0, 14.0), False),  # three of four: 70
    ],
)
def test_a_rule_of_more_people_than_are_listed_takes_the_next_for_as_large_as_it_can_be(
    total: float, listed: tuple[float, ...], dominated: bool
) -> None:
    rule = DominanceRule(n=3, k_percent=80, p_percent=1)
    assert is_dominated(Contribution(total, listed), rule) is dominated


@pytest.mark.parametrize("listed", [(50.0, 40.0), (100.0,)])
def test_amounts_that_are_not_listed_make_up_no_more_than_the_rest_of_the_total(listed: tuple[float, ...]) -> None:
    rule = DominanceRule(n=3, k_percent=80, p_percent=1)
    assert uncertainty_needed(Contribution(100.0, listed), rule) == pytest.approx(100 / 0.8 - 100)


def test_a_total_of_which_no_amount_is_listed_stays_uncertain_by_its_share() -> None:
    assert uncertainty_needed(Contribution(200.0, ()), RULE) == 20.0


def test_a_total_that_no_rule_forbids_stays_uncertain_by_the_share_of_its_largest_amount() -> None:
    assert uncertainty_needed(Contribution(200.0, (10.0,) * 20), RULE) == 1.0


def released(pay: Pay) -> Release:
    """Counts and totals of pay by one variable ``unit``, with everybody."""
    groups = {TOTAL: [amount for amounts in pay.values() for amount in amounts], **pay}
    cells = {code: coordinate(unit=code) for code in groups}
    shape = (Dimension("unit", "Unit", tuple(Category(code, code) for code in groups)),)
    counts = tuple(RawRow((code,), FromCounts((cells[code],), cells[code], people_count)) for code in groups)
    totals = tuple(RawRow((code,), _total(cells[code], amounts)) for code, amounts in groups.items())
    return release(
        RawRelease(
            (Population(POPULATION, {cells[code]: len(amounts) for code, amounts in groups.items()}),),
            (
                RawTable("people", "people", "People", units.PEOPLE, POPULATION, shape, counts),
                RawTable("pay", "pay", "Pay", units.POUNDS, POPULATION, shape, totals),
            ),
        ),
        policy=policy("civil-service-2023", averages={"minimum_base": 3}, rounding={"pay": 1}),
    )


def _total(cell: Coordinate, amounts: list[float]) -> FromValues:
    contribution = Contribution(sum(amounts), tuple(sorted(amounts, reverse=True)))
    return FromValues((cell,), cell, Estimate(sum(amounts)), contribution, adds_up=True)


def shown(result: Release, table: str) -> dict[str, float | None]:
    (found,) = (each for each in result.tables if each.id == table)
    return {row.key[0]: row.value if row.status is Status.SHOWN else None for row in found.rows}


EVEN = [20.0] * 12


def test_totals_of_many_even_amounts_are_shown() -> None:
    pay = shown(released({"x": EVEN, "y": EVEN, "z": EVEN}), "pay")
    assert pay == {TOTAL: 720.0, "x": 240.0, "y": 240.0, "z": 240.0}


def test_a_dominated_total_is_kept_back_with_another_so_that_it_does_not_follow_by_subtraction() -> None:
    result = released({"x": [900.0, 50.0, *[1.0] * 10], "y": EVEN, "z": EVEN})
    pay = shown(result, "pay")
    assert pay["x"] is None
    assert sum(value is None for value in pay.values()) >= 2
    assert all(count is not None for count in shown(result, "people").values())


@given(pay=st.lists(st.lists(st.integers(1, 400).map(float), min_size=1, max_size=8), min_size=2, max_size=4))
@settings(max_examples=40, deadline=None)
def test_no_total_that_is_kept_back_on_its_own_account_follows_by_subtraction(pay: list[list[float]]) -> None:
    groups = {f"u{number}": amounts for number, amounts in enumerate(pay)}
    groups["large"] = [30.0] * 40
    seen = shown(released(groups), "pay")
    if seen[TOTAL] is not None:
        assert sum(seen[code] is None for code in groups) != 1


@pytest.mark.parametrize(("people", "told"), [(2, False), (3, True)])
def test_the_total_of_few_who_are_in_no_table_does_not_follow_from_the_others(people: int, told: bool) -> None:
    counted = {"x": EVEN, "y": EVEN, "few": [90.0] * people}
    population = Population(POPULATION, {coordinate(unit=code): len(each) for code, each in counted.items()})
    totals = {code: _total(coordinate(unit=code), each) for code, each in counted.items() if code != "few"}
    everybody = _total((), [amount for each in counted.values() for amount in each])
    rows = tuple(RawRow((code,), figure) for code, figure in {**totals, TOTAL: everybody}.items())
    shape = (Dimension("unit", "Unit", tuple(Category(row.key[0], row.key[0]) for row in rows)),)
    table = RawTable("pay", "pay", "Pay", units.POUNDS, POPULATION, shape, rows)
    counts = {**population.counts, (): sum(map(len, counted.values()))}
    raw = RawRelease((Population(POPULATION, counts),), (table,))
    rules = policy(averages={"minimum_base": 3}, counts={"threshold": 2, "protection": {"upper": 2}})
    values = shown(release(raw, policy=rules), "pay").values()
    assert (None not in values) is told


def released_means(pay: Pay, *, listed: set[str] | None = None) -> Release:
    """Counts of everybody and mean pay by unit, for the units ``listed`` and for everybody."""
    groups = {TOTAL: [amount for amounts in pay.values() for amount in amounts], **pay}
    cells = {code: coordinate(unit=code) for code in groups}
    shape = (Dimension("unit", "Unit", tuple(Category(code, code) for code in groups)),)
    counts = tuple(RawRow((code,), FromCounts((cells[code],), cells[code], people_count)) for code in groups)
    means = tuple(
        RawRow((code,), _mean(cells[code], amounts))
        for code, amounts in groups.items()
        if listed is None or code in listed or code == TOTAL
    )
    return release(
        RawRelease(
            (Population(POPULATION, {cells[code]: len(amounts) for code, amounts in groups.items()}),),
            (
                RawTable("people", "people", "People", units.PEOPLE, POPULATION, shape, counts),
                RawTable("pay", "pay", "Pay", units.POUNDS, POPULATION, shape, means),
            ),
        ),
        policy=policy("civil-service-2023", rounding={"pay": 1}),
    )


def _mean(cell: Coordinate, amounts: list[float]) -> FromValues:
    contribution = Contribution(sum(amounts), tuple(sorted(amounts, reverse=True)))
    return FromValues((cell,), cell, Estimate(sum(amounts) / len(amounts)), contribution, averages=True)


def test_means_of_many_are_all_shown() -> None:
    assert None not in shown(released_means({"x": EVEN, "y": EVEN, "z": EVEN}), "pay").values()


@given(sizes=st.lists(st.integers(5, 14), min_size=2, max_size=5))
@settings(max_examples=40, deadline=None)
def test_no_mean_of_too_few_follows_from_the_means_and_sizes_that_are_shown(sizes: list[int]) -> None:
    pay = {f"u{number}": [20.0 + number] * size for number, size in enumerate(sizes)}
    result = released_means({**pay, "large": [30.0] * 60})
    means, people = shown(result, "pay"), shown(result, "people")
    assert None not in people.values()
    assert all(means[code] is None for code, amounts in pay.items() if len(amounts) < 10)
    kept_back = [code for code in means if means[code] is None]
    assert not kept_back or len(kept_back) >= 2


def test_the_mean_of_few_who_are_in_no_table_does_not_follow_from_the_others() -> None:
    pay = {"x": EVEN, "y": EVEN, "few": [90.0] * 6}
    means = shown(released_means(pay, listed={"x", "y"}), "pay")
    assert None in means.values()


def test_a_mean_of_a_special_category_needs_more_people_under_the_rule_of_the_civil_service() -> None:
    for variable, size, status in (("ethnicity", 29, Status.WITHHELD), ("ethnicity", 30, Status.SHOWN)):
        cells = {coordinate(**{variable: "a"}): size, coordinate(**{variable: "b"}): 200, (): 200 + size}
        (cell, *_) = cells
        table = RawTable(
            "pay", "pay", "Pay", units.POUNDS, POPULATION, (), (RawRow((), FromValues((cell,), cell, Estimate(9.0))),)
        )
        counts = tuple(
            RawRow((str(place),), FromCounts((each,), each, people_count)) for place, each in enumerate(cells)
        )
        shape = (Dimension("row", "Row", tuple(Category(str(place), str(place)) for place in range(3))),)
        people = RawTable("people", "people", "People", units.PEOPLE, POPULATION, shape, counts)
        result = release(RawRelease((Population(POPULATION, cells),), (people, table)), policy=policy())
        assert result.tables[1].rows[0].status is status
        assert size == 30 or "fewer than 30" in (result.tables[1].rows[0].reason or "")
