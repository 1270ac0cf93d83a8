"""Quarters of the pay range: sizes, who takes the rest, and people on one rate at a boundary."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footing.measures.pay.quarters import QUARTERS, quarter_sizes, ranks_at_boundaries, share_out

BLOCKS = st.lists(st.tuples(*[st.integers(0, 30)] * 3), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("people", "sizes"),
    [
        (320, (80, 80, 80, 80)),
        (321, (81, 80, 80, 80)),
        (322, (81, 80, 81, 80)),
        (323, (81, 81, 81, 80)),
        (0, (0, 0, 0, 0)),
        (1, (1, 0, 0, 0)),
        (2, (1, 0, 1, 0)),
        (3, (1, 1, 1, 0)),
    ],
)
def test_who_is_left_over_goes_where_the_governments_guidance_says(people, sizes):
    """One to the lower quarter; two to the lower and the upper middle; three to all but the upper."""
    assert quarter_sizes(people) == sizes


@pytest.mark.parametrize("people", [320, 321, 322, 323])
@pytest.mark.parametrize("boundary", [0, 1, 2])
def test_people_on_one_rate_across_a_boundary_are_shared_in_proportion(people, boundary):
    """20 women and 12 men on one rate, 16 ranks to each side of the boundary, so that both sides get 10 and 6."""
    sizes = quarter_sizes(people)
    below = sum(sizes[: boundary + 1]) - 16
    quarters = share_out(np.array([[below, 0], [20, 12], [0, people - below - 32]]))
    assert quarters.sum(axis=1).tolist() == list(sizes)
    assert quarters[boundary, 1] == 6
    assert quarters[boundary + 1, 1] == 6 + sizes[boundary + 1] - 16
    assert quarters[boundary, 0] == sizes[boundary] - 6


def test_people_who_cannot_be_halved_go_by_the_largest_remainder_and_then_by_the_order_of_the_groups():
    """Three and two people on one rate, two places below the boundary: 1.2 and 0.8 become 1 and 1."""
    quarters = share_out(np.array([[4, 0], [3, 2], [7, 8]]))
    assert quarters[0].tolist() == [5, 1]
    equal = share_out(np.array([[5, 0], [1, 1], [9, 8]]))
    assert equal[0].tolist() == [6, 0]


def test_when_everybody_is_on_one_rate_each_quarter_is_a_small_copy_of_the_whole():
    assert share_out(np.array([[40, 20, 60]])).tolist() == [[10, 5, 15]] * 4


def test_one_person_and_nobody_are_no_trouble():
    assert share_out(np.array([[0, 1]])).tolist() == [[0, 1], [0, 0], [0, 0], [0, 0]]
    assert share_out(np.zeros((1, 3), dtype=np.int64)).tolist() == [[0, 0, 0]] * 4
    assert ranks_at_boundaries(0) == []
    assert ranks_at_boundaries(1) == [1]


@given(BLOCKS)
def test_sharing_out_keeps_the_sizes_of_quarters_and_of_groups(blocks):
    steps = np.array(blocks, dtype=np.int64)
    quarters = share_out(steps)
    assert quarters.sum(axis=1).tolist() == list(quarter_sizes(int(steps.sum())))
    assert quarters.sum(axis=0).tolist() == steps.sum(axis=0).tolist()
    assert (quarters >= 0).all()


@given(st.tuples(*[st.integers(0, 200)] * 4))
def test_on_one_rate_no_group_is_a_whole_person_from_its_proportion_in_the_lower_quarter(groups):
    everybody = sum(groups)
    lower = share_out(np.array([groups]))[0]
    for people, taken in zip(groups, lower, strict=True):
        fair = Fraction(people * quarter_sizes(everybody)[0], max(everybody, 1))
        assert abs(int(taken) - fair) < 1


def test_quarters_are_named_from_the_lowest_paid():
    assert [quarter.label for quarter in QUARTERS] == [
        "Lower quarter",
        "Lower middle quarter",
        "Upper middle quarter",
        "Upper quarter",
    ]
