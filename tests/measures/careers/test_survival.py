"""Kaplan and Meier's curve beside R, lifelines and a loop over people."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lifelines import KaplanMeierFitter

from footing.measures.careers.survival import Waits, kaplan_meier
from footing.tables import Estimate
from measures.careers.classic_data import FREIREICH, PLACEBO, TREATED, counted, lung_by_sex, waits_of

PEOPLE = st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=40)


def still_waiting(waits: Waits, day: int) -> tuple[float, float | None, float | None]:
    """The share still waiting after a day with its limits, as R gives it."""
    reached = kaplan_meier(waits).reached_by(day)
    limits = [None if each is None else 1 - each / 100 for each in (reached.upper, reached.lower)]
    return 1 - reached.value / 100, *limits


@pytest.mark.parametrize(
    ("group", "day", "share", "lower", "upper"),
    [
        (PLACEBO, 6, 0.5714285714286, 0.3379769538595, 0.749240709943),
        (PLACEBO, 10, 0.3809523809524, 0.1830665488204, 0.577788677746),
        (PLACEBO, 20, 0.0952380952381, 0.0162592602122, 0.261249981969),
        (TREATED, 6, 0.8571428571429, 0.6197179552660, 0.951551747647),
        (TREATED, 10, 0.7529411764706, 0.5031995108000, 0.889361835169),
        (TREATED, 20, 0.6274509803922, 0.3675108559875, 0.804912189472),
    ],
)
def test_the_curve_of_the_leukaemia_data_is_that_of_r_with_limits_on_the_scale_of_log_minus_log(
    group, day, share, lower, upper
):
    assert still_waiting(waits_of(FREIREICH, group), day) == pytest.approx((share, lower, upper), abs=1e-11)


@pytest.mark.parametrize(
    ("group", "day", "share", "lower", "upper"),
    [
        (0, 182, 0.629818069689, 0.5434119811656, 0.704361057631),
        (0, 365, 0.336087834639, 0.2527291433280, 0.421302168223),
        (0, 730, 0.078124091267, 0.0352038844508, 0.143389617998),
        (1, 182, 0.830536892833, 0.7346391968221, 0.894218048131),
        (1, 365, 0.526463030186, 0.4035798232667, 0.635316232824),
        (1, 730, 0.187232497905, 0.0846596532273, 0.320832676867),
    ],
)
def test_the_curve_of_the_lung_data_is_that_of_r(group, day, share, lower, upper):
    assert still_waiting(waits_of(lung_by_sex(), group), day) == pytest.approx((share, lower, upper), abs=1e-11)


@pytest.mark.parametrize(
    ("waits", "median"),
    [
        (waits_of(FREIREICH, PLACEBO), (8, 4, 11)),
        (waits_of(FREIREICH, TREATED), (23, 13, None)),
        (waits_of(lung_by_sex(), 0), (270, 210, 306)),
        (waits_of(lung_by_sex(), 1), (426, 345, 524)),
    ],
    ids=["placebo", "treated", "men", "women"],
)
def test_the_median_and_its_limits_are_those_of_r(waits, median):
    found = kaplan_meier(waits).median(days_per_unit=1)
    assert (found.value, found.lower, found.upper) == median


@pytest.mark.parametrize("group", [0, 1])
def test_the_curve_is_that_of_lifelines(group):
    data = lung_by_sex()
    rows = data.group == group
    fitter = KaplanMeierFitter().fit(data.days[rows], data.ended[rows])
    limits = fitter.confidence_interval_survival_function_
    for day in range(1, 900, 37):
        expected = (fitter.predict(day), limits.asof(day).iloc[0], limits.asof(day).iloc[1])
        assert still_waiting(waits_of(data, group), day)[: 3 if expected[0] < 1 else 1] == pytest.approx(
            expected[: 3 if expected[0] < 1 else 1], abs=1e-9
        )


def naive_share(people, day) -> Fraction:
    """The share still waiting: on each day up to this one, of those who wait, the part who do not reach the end."""
    share = Fraction(1)
    for today in range(day + 1):
        waiting = [person for person in people if person[0] >= today]
        reached = [person for person in waiting if person == (today, True)]
        if reached:
            share *= Fraction(len(waiting) - len(reached), len(waiting))
    return share


@given(PEOPLE, st.integers(0, 13))
def test_the_curve_is_what_a_loop_over_days_and_people_gives(people, day):
    days, ended = zip(*people, strict=True)
    waits = waits_of(counted(days, ended, [0] * len(people)), 0)
    assert still_waiting(waits, day)[0] == pytest.approx(float(naive_share(people, day)), abs=1e-12)


@given(PEOPLE, st.integers(0, 13))
def test_limits_hold_the_share_and_stay_between_0_and_100(people, day):
    days, ended = zip(*people, strict=True)
    found = kaplan_meier(waits_of(counted(days, ended, [0] * len(people)), 0)).reached_by(day)
    if found.lower is not None and found.upper is not None:
        assert 0 <= found.lower <= found.value <= found.upper <= 100


def test_somebody_lost_on_the_day_on_which_another_gets_there_was_still_waiting_on_it():
    together = waits_of(counted([5, 5], [1, 0], [0, 0]), 0)
    assert kaplan_meier(together).reached_by(5).value == 50
    lost_before = waits_of(counted([5, 4], [1, 0], [0, 0]), 0)
    assert kaplan_meier(lost_before).reached_by(5).value == 100


def test_one_person_who_gets_there_takes_the_curve_to_the_end_without_an_interval():
    curve = kaplan_meier(waits_of(counted([3], [1], [0]), 0))
    assert curve.reached_by(2) == Estimate(0.0)
    assert curve.reached_by(3) == Estimate(100.0)
    assert curve.median(days_per_unit=1) == Estimate(3.0, 3.0, 3.0)


def test_of_nobody_and_of_nobody_who_gets_there_nothing_is_reached_and_there_is_no_median():
    nobody = np.zeros(0, dtype=np.int64)
    for waits in (Waits.of(nobody, nobody, nobody), waits_of(counted([3, 9], [0, 0], [0, 0]), 0)):
        assert kaplan_meier(waits).reached_by(100) == Estimate(0.0)
        assert kaplan_meier(waits).median(days_per_unit=1) == Estimate(None)


def test_counts_of_the_same_length_are_put_together():
    days, ended, lost = (np.array(each) for each in ([7, 3, 7], [2, 1, 0], [0, 4, 5]))
    waits = Waits.of(days, ended, lost)
    assert (waits.days.tolist(), waits.ended.tolist(), waits.lost.tolist()) == ([3, 7], [1, 2], [4, 5])
    assert waits.waiting.tolist() == [12, 7]
