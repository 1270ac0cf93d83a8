"""When people apply, and how much later than others after the same post."""

import datetime as dt

import ibis
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import t
from statsmodels.api import OLS

from footing.measures.hiring import measure
from footing.measures.hiring.reduction import with_days
from footing.measures.hiring.timing import Days, days_later, median_day
from footing.measures.intervals import NOBODY
from footing.standards import load_catalogue
from measures.hiring.small_applications import make_applications, values_of

CATALOGUE = load_catalogue()


def days(rows) -> Days:
    """Rows of requisition, group and day; each is one application."""
    columns = [np.array(column, dtype=np.int64) for column in zip(*rows, strict=True)] or [np.zeros(0, np.int64)] * 3
    return Days(*columns, np.ones(len(rows), dtype=np.int64))


ROWS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 1), st.integers(0, 28)), max_size=60)


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_the_difference_is_the_coefficient_of_a_regression_with_a_constant_for_each_requisition(rows):
    found = days_later(days(rows), 1, 1)
    both = [each for each in {row[0] for row in rows} if {row[1] for row in rows if row[0] == each} == {0, 1}]
    kept = [row for row in rows if row[0] in both]
    if not kept:
        assert found == NOBODY
        return
    constants = [[float(row[0] == each) for each in both] for row in kept]
    terms = np.column_stack([[row[1] for row in kept], constants])
    expected = OLS([float(row[2]) for row in kept], terms).fit()
    assert found.value == pytest.approx(expected.params[0], abs=1e-9)
    if len(both) == 1:
        assert (found.lower, found.upper) == (None, None)
        return
    requisitions = np.unique([row[0] for row in kept], return_inverse=True)[1]
    clustered = expected.get_robustcov_results("cluster", groups=requisitions, use_correction=False)
    number = len(both)
    reach = t.ppf(0.975, number - 1) * clustered.bse[0] * np.sqrt(number / (number - 1))
    assert (found.lower, found.upper) == pytest.approx((found.value - reach, found.value + reach), abs=1e-6)


@given(ROWS)
def test_the_median_is_that_of_the_days(rows):
    own = [row[2] for row in rows if row[1] == 1]
    found = median_day(days(rows), 1, 1)
    assert found.value == (pytest.approx(np.median(own)) if own else None)
    if found.lower is not None:
        assert sorted(own)[0] <= found.lower <= found.value <= found.upper <= sorted(own)[-1]


def test_the_median_of_six_is_between_the_lowest_and_the_highest():
    """With six people the chance of all on one side of the median is 1 in 32, under 1 in 20; with five it is not."""
    six = median_day(days([(0, 0, day) for day in (3, 9, 4, 1, 7, 30)]), 0, 1)
    assert (six.value, six.lower, six.upper) == (5.5, 1, 30)
    five = median_day(days([(0, 0, day) for day in (3, 9, 4, 1, 7)]), 0, 1)
    assert (five.value, five.lower, five.upper) == (4, None, None)


def test_fewer_applications_than_an_average_needs_have_none():
    few = days([(0, group, day) for group in (0, 1) for day in range(9)])
    assert median_day(few, 0, 10) == days_later(few, 1, 10) == NOBODY
    assert median_day(few, 0, 9).value == 4


def measured(rows):
    return measure(make_applications(rows), catalogue=CATALOGUE)


def application(day, group="lower", requisition="A"):
    return {"applied_on": day, "parental_occupation": group, "requisition": requisition}


def test_a_requisition_opens_with_the_first_application_whoever_made_it():
    rows = [application(0, "not_answered"), *[application(4)] * 12, *[application(7, requisition="B")] * 8]
    assert values_of(measured(rows), "parental_occupation.days")["lower",] == 4


def test_a_leap_day_is_a_day():
    before, after = dt.date(2024, 2, 28), dt.date(2024, 3, 1)
    rows = [application(before, "professional"), *[application(after)] * 10]
    assert values_of(measured(rows), "parental_occupation.days")["lower",] == 2
    rows = [application(dt.date(2023, 2, 28), "professional"), *[application(dt.date(2023, 3, 1))] * 10]
    assert values_of(measured(rows), "parental_occupation.days")["lower",] == 1


def test_applications_without_a_day_or_a_requisition_are_in_no_day():
    rows = [*[application(3)] * 10, *[application(None)] * 30, *[application(90, requisition=None)] * 30]
    assert values_of(measured([application(0, "professional"), *rows]), "parental_occupation.days")["lower",] == 3


def test_others_are_compared_with_professional_applicants_of_the_same_requisition():
    rows = [
        application(day + 10 * place + later, group, requisition)
        for place, requisition in enumerate("ABCDEF")
        for day in (0, 2, 5, 9)
        for group, later in (("professional", 0), ("lower", 3))
    ]
    # Only "lower" after the late post "Z": a difference between posts, not within one.
    rows += [application(day, "lower", "Z") for day in (0, 200, 300)]
    found = values_of(measured(rows), "parental_occupation.days_later")
    assert found == {("intermediate",): None, ("lower",): pytest.approx(3)}


def test_spark_is_asked_for_days_between_dates_too():
    applications = make_applications([]).applications
    assert "DATEDIFF" in ibis.to_sql(with_days(applications), dialect="pyspark")
    assert "DATE_DIFF" in ibis.to_sql(with_days(applications), dialect="duckdb")
