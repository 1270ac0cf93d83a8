"""What joining, leaving and new answers did to a share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footing.measures.intervals import NOBODY
from footing.measures.trend.contribution import ANSWERS, CHANGE, JOINED, LEFT, Flows, contribution

FLOWS = st.builds(Flows, st.integers(0, 99), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))


def total(*flows):
    return Flows(*(sum(getattr(each, name) for each in flows) for name in ("before", "now", "joined", "left")))


@given(FLOWS, FLOWS)
def test_the_parts_add_up_to_the_change_for_any_numbers(group, others):
    everybody = total(group, others)
    parts = [contribution(part.code, group, everybody).value for part in (JOINED, LEFT, ANSWERS)]
    change = contribution(CHANGE.code, group, everybody).value
    if not everybody.before or not everybody.now:
        assert [*parts, change] == [None] * 4
    else:
        assert sum(parts) == pytest.approx(change, abs=1e-9)
        assert change == pytest.approx(100 * (group.now / everybody.now - group.before / everybody.before), abs=1e-9)


def test_joiners_like_everybody_change_nothing():
    group, everybody = Flows(40, 50, 10, 0), Flows(100, 125, 25, 0)
    assert contribution(JOINED.code, group, everybody).value == pytest.approx(0)
    assert contribution(CHANGE.code, group, everybody).value == pytest.approx(0)


def test_a_share_of_nobody_has_no_parts():
    assert contribution(JOINED.code, Flows(0, 5, 5, 0), Flows(0, 9, 9, 0)) == NOBODY
