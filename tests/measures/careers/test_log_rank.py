"""The log-rank test beside R, lifelines and statsmodels."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lifelines.statistics import multivariate_logrank_test
from scipy.stats import chi2
from statsmodels.duration.survfunc import survdiff

from footing.measures.careers.log_rank import log_rank
from measures.careers.classic_data import (
    FREIREICH,
    counted,
    lung_by_performance,
    rossi_in_four_groups,
    rossi_within_race_and_marriage,
    sets_of,
)

TWO_GROUPS = st.lists(st.tuples(st.integers(1, 9), st.booleans(), st.integers(0, 1)), min_size=4, max_size=40)


@pytest.mark.parametrize(
    ("data", "statistic", "degrees"),
    [
        (FREIREICH, 16.7929409892, 1),
        (lung_by_performance(by_sex=False), 18.0120966947, 2),
        (lung_by_performance(by_sex=True), 18.9882185062, 2),
        (rossi_in_four_groups(), 14.5163511449, 3),
        (rossi_within_race_and_marriage(), 4.35718840656, 1),
    ],
    ids=["leukaemia", "lung", "lung within sex", "rossi", "rossi within race and marriage"],
)
def test_the_statistic_is_that_of_r_with_and_without_strata(data, statistic, degrees):
    found = log_rank(sets_of(data))
    assert found.statistic == pytest.approx(statistic, abs=1e-9)
    assert found.degrees_of_freedom == degrees
    assert found.chance_percent.value == pytest.approx(100 * chi2.sf(statistic, degrees), rel=1e-9)


def test_the_statistic_is_that_of_lifelines():
    data = lung_by_performance(by_sex=False)
    theirs = multivariate_logrank_test(data.days, data.group, data.ended)
    assert log_rank(sets_of(data)).statistic == pytest.approx(theirs.test_statistic, abs=1e-9)


@given(TWO_GROUPS)
def test_the_statistic_of_two_groups_is_that_of_statsmodels(people):
    days, ended, group = (np.array(each, dtype=np.int64) for each in zip(*people, strict=True))
    assume(group.min() == 0 and group.max() == 1)
    found = log_rank(sets_of(counted(days, ended, group)))
    assume(found is not None)
    assert found.statistic == pytest.approx(survdiff(days, ended, group)[0], abs=1e-8)


def test_groups_that_are_alike_are_nothing_apart_and_chance_explains_it_all():
    found = log_rank(sets_of(counted([2, 5, 9] * 2, [1, 1, 0] * 2, [0] * 3 + [1] * 3)))
    assert found.statistic == pytest.approx(0)
    assert found.chance_percent.value == pytest.approx(100)


@pytest.mark.parametrize(
    ("group", "stratum"), [([0, 0, 0], None), ([0, 1, 1], [0, 1, 1])], ids=["one group", "never in one stratum"]
)
def test_groups_that_never_wait_beside_each_other_are_not_compared(group, stratum):
    data = counted([1, 2, 3], [1, 1, 1], group, stratum)
    assert log_rank(sets_of(data)) is None
