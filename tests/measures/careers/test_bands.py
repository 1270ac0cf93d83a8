"""Bands of whole years and the points of a curve."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footing.measures.careers.bands import Bands, choose_points, days_of_years
from footing.measures.careers.survival import Waits
from footing.measures.population import Variable
from footing.tables import Hierarchy


def waits(*counts) -> Waits:
    """Waits that end, or are lost, in the middle of each year: ``(ended, lost)`` for the first, the second …"""
    days = np.array([days_of_years(year) + 100 if year else 100 for year in range(len(counts))])
    return Waits.of(days, *(np.array(side) for side in zip(*counts, strict=True)))


def test_a_year_is_over_on_the_first_whole_day_after_it():
    assert [days_of_years(years) for years in (1, 2, 4)] == [366, 731, 1461]


def test_bands_make_up_the_whole_and_what_is_from_a_point_on_is_a_roll_up():
    bands = Bands("seen", (2, 3, 5))
    assert bands.codes == ("under_2", "from_2_to_3", "from_3_to_5", "5_or_more")
    members = Variable(bands.codes, Hierarchy("time", bands.parents())).members()
    assert members["2_or_more"] == (1, 2, 3)
    assert members["3_or_more"] == (2, 3)
    assert members["seen"] == (0, 1, 2, 3)
    assert bands.up_to(3) == ("under_2", "from_2_to_3")


def test_without_points_there_is_one_band():
    assert Bands("seen", ()).codes == ("seen",)
    assert Bands("seen", ()).parents() == {}


def test_points_are_the_years_between_which_enough_of_every_group_got_there():
    one = waits((0, 5), (10, 0), (10, 0), (10, 40))
    other = waits((0, 0), (4, 0), (8, 0), (30, 40))
    assert choose_points([one], range(1, 5), smallest_step=10) == (2, 3)
    assert choose_points([one, other], range(1, 5), smallest_step=10) == (3,)


def test_a_group_in_which_too_few_ever_get_there_does_not_keep_the_others_from_being_shown():
    one, tiny = waits((0, 5), (10, 0), (10, 40)), waits((0, 3), (2, 1))
    assert choose_points([one, tiny], range(1, 4), smallest_step=10) == (2,)
    assert choose_points([tiny], range(1, 4), smallest_step=10) == ()


def test_a_point_at_which_too_few_still_wait_is_left_out():
    assert choose_points([waits((10, 0), (10, 9))], range(1, 3), smallest_step=10) == (1,)
    assert choose_points([waits((10, 0), (9, 0))], range(1, 3), smallest_step=10) == ()


def test_points_that_are_given_come_first():
    assert choose_points([waits((0, 0), (12, 0), (12, 12))], range(2, 4), smallest_step=10, given=(1,)) == (1, 2)


@given(
    st.lists(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=6, max_size=6), min_size=1, max_size=3)
)
@pytest.mark.parametrize("step", [3, 10])
def test_between_two_points_enough_got_there_and_at_each_enough_still_wait(step, groups):
    large = [each for each in (waits(*counts) for counts in groups) if each.ended.sum() >= step]
    points = choose_points([waits(*counts) for counts in groups], range(1, 7), smallest_step=step)
    for since, point in zip((0, *points), points, strict=False):
        for each in large:
            inside = (each.days >= since * 365.25) & (each.days < point * 365.25)
            assert each.ended[inside].sum() >= step
            assert (each.ended + each.lost)[each.days >= point * 365.25].sum() >= step
