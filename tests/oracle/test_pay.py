"""The tables on pay against loops over rows, on workforces that nobody designed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footing.measures.pay import PayTerms, measure
from footing.standards import load_catalogue
from measures.pay.paid_workforce import QUESTION, figures_of, paid_workforce
from oracle import naive_pay as naive

LISTS = {"grade": ["Grade 1", "Grade 2", "Grade 3"], "sex": ["Female", "Male", "not_recorded"]}
COLUMNS = (QUESTION, "annual_pay_pence", "bonus_pence", "weekly_hours")
PAY_POINTS = st.sampled_from([1_800_000, 2_400_000, 2_400_000, 3_100_000, 12_000_000])
PAY = st.one_of(PAY_POINTS, st.integers(500_000, 20_000_000), st.sampled_from([None, 0, -50_000]))
BONUS = st.one_of(st.none(), st.integers(-100, 1_000_000), st.just(0))


def people_of(backgrounds):
    # Nobody is ever in Grade 3: a category that an employer lists and that is empty.
    person = {
        "grade": st.sampled_from(["Grade 1", "Grade 2"]),
        "sex": st.sampled_from(LISTS["sex"]),
        QUESTION: st.sampled_from(backgrounds),
        "annual_pay_pence": PAY,
        "bonus_pence": BONUS,
        "weekly_hours": st.sampled_from([37.0, 20.0, None]),
    }
    return st.fixed_dictionaries(person)


def close(figure):
    return tuple(pytest.approx(value, abs=1e-6, rel=1e-7) if value is not None else None for value in figure)


def assert_measured_as_by_hand(people):
    workforce = paid_workforce(people, columns=COLUMNS, lists=LISTS)
    measured = measure(workforce, catalogue=load_catalogue(), terms=PayTerms(full_time_hours=naive.HOURS))
    figures = figures_of(workforce, measured)
    for average, gap in (("mean", naive.mean_gap), ("median", naive.median_gap)):
        assert_gaps(figures, average, gap, people)
    assert_averages(figures, people)
    assert_quarters(figures, people)
    assert_proportions(figures, people)
    assert sum(name.startswith("pay_gap.") for name in figures) == 13


def assert_gaps(figures, average, gap, people):
    for code, (group, reference) in naive.COMPARISONS.items():
        for table, amount in (("overall", naive.hourly), ("bonus_overall", naive.bonus)):
            sides = [naive.amounts(people, side, amount) for side in (group, reference)]
            assert figures[f"pay_gap.{QUESTION}.{table}.{average}"][(code,)] == close(gap(*sides)), (table, code)
    for variable, categories in LISTS.items():
        table = figures[f"pay_gap.{QUESTION}.by_{variable}.{average}"]
        assert list(table) == [(category, "lower_v_professional") for category in (*categories, "*")]
        for category, code in table:
            sides = [
                naive.amounts(people, [side], naive.hourly, **{variable: category})
                for side in ("lower", "professional")
            ]
            assert table[category, code] == close(gap(*sides)), (variable, category)


def assert_averages(figures, people):
    for background in naive.BASE:
        pay = naive.amounts(people, [background], naive.hourly)
        for average, of in (("mean", naive.mean), ("median", naive.median)):
            value, lower, upper = figures[f"pay_gap.{QUESTION}.pounds.{average}"][(background,)]
            if len(pay) < naive.FEWEST:
                assert value is None
            else:
                assert value == pytest.approx(float(of(pay)) / 100, rel=1e-7, abs=1e-8)
                assert lower <= value * (1 + 1e-7)
                assert value <= upper * (1 + 1e-7)


def assert_quarters(figures, people):
    counts = naive.quarters(people)
    for (quarter, background), (value, _, _) in figures[f"pay_gap.{QUESTION}.quarters"].items():
        base = sum(counts[quarter, each] for each in naive.BASE)
        assert value == (pytest.approx(100 * counts[quarter, background] / base) if base else None)
    for (background,), (value, _, _) in figures[f"pay_gap.{QUESTION}.coverage"].items():
        asked = [person for person in people if background in ("*", person[QUESTION])]
        paid = [person for person in asked if naive.hourly(person) is not None]
        assert value == (pytest.approx(100 * len(paid) / len(asked)) if asked else None)


def assert_proportions(figures, people):
    for (background,), (value, _, _) in figures[f"pay_gap.{QUESTION}.bonus_proportion"].items():
        everybody = [person for person in people if person[QUESTION] == background]
        paid = [person for person in everybody if naive.bonus(person) is not None]
        assert value == (pytest.approx(100 * len(paid) / len(everybody)) if everybody else None)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(people_of(naive.BASE), min_size=60, max_size=90))
def test_enough_people_are_measured_as_by_hand(people):
    assert_measured_as_by_hand(people)


@settings(max_examples=12, deadline=None)
@given(st.lists(people_of(naive.EVERYONE), max_size=25))
def test_few_people_some_of_unknown_background_are_measured_as_by_hand(people):
    assert_measured_as_by_hand(people)


@pytest.mark.parametrize(
    "people",
    [
        [],
        [dict.fromkeys(COLUMNS) | {QUESTION: "lower", "grade": "Grade 1", "sex": "Male"}],
        [
            {
                QUESTION: "lower",
                "grade": "Grade 1",
                "sex": "Male",
                "annual_pay_pence": 1,
                "bonus_pence": 1,
                "weekly_hours": 1,
            }
        ],
        [dict.fromkeys(COLUMNS) | {QUESTION: each, "grade": "Grade 1", "sex": "Male"} for each in naive.EVERYONE] * 20,
    ],
    ids=["nobody", "one person without pay", "one person", "pay of nobody known"],
)
def test_workforces_with_nothing_to_average_are_measured_as_by_hand(people):
    assert_measured_as_by_hand(people)


@pytest.mark.parametrize("number", [320, 321, 322, 323])
def test_quarters_of_320_to_323_people_with_ties_across_each_boundary_are_as_by_hand(number):
    """From rank 61 to 100, 141 to 180 and 221 to 260 everybody is on one rate."""

    def pay(rank):
        for first in (61, 141, 221):
            if first <= rank < first + 40:
                return first * 30_000
        return rank * 30_000

    people = [
        {
            QUESTION: naive.EVERYONE[rank * 7 % 11 % 6],
            "annual_pay_pence": pay(rank),
            "bonus_pence": None,
            "weekly_hours": 37.0,
            "grade": "Grade 1",
            "sex": "Male",
        }
        for rank in range(1, number + 1)
    ]
    assert_measured_as_by_hand(people)
