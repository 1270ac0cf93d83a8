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
    contribution = Contribution(sum(amounts), tuple(largest))
    needed = uncertainty_needed(contribution, RULE)
    assert needed >= RULE.p_percent / 100 * largest[0]
    as_large_as_possible = Contribution(contribution.total + needed * (1 + 1e-9), contribution.largest)
    assert not is_dominated(as_large_as_possible, RULE)


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
