"""What recruitment, promotion and leaving did to the share at the top."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footing.measures.careers.flow import Stock, contribution
from footing.tables import Estimate
from measures.careers.figures import measured, table_of, values
from measures.careers.small_careers import event, make_careers, person

PEOPLE = st.integers(0, 300)
PARTS = ("joined", "came_up", "went")


@st.composite
def stocks(draw):
    start, joined, came_up = draw(PEOPLE), draw(PEOPLE), draw(PEOPLE)
    return Stock(start, joined, came_up, draw(st.integers(0, start + joined + came_up)))


@given(stocks(), stocks())
def test_the_parts_add_up_to_the_change_in_the_share_exactly(group, others):
    everybody = group + others
    parts = [contribution(flow, group, everybody).value for flow in PARTS]
    change = contribution("change", group, everybody).value
    if everybody.start and everybody.end:
        assert sum(parts) == pytest.approx(change, abs=1e-9)
        assert change == pytest.approx(100 * (group.end / everybody.end - group.start / everybody.start), abs=1e-9)
    else:
        assert {*parts, change} == {None}


@given(stocks(), stocks())
def test_what_all_groups_gain_and_lose_by_a_flow_comes_to_nought(group, others):
    everybody = group + others
    for flow in (*PARTS, "change"):
        both = [contribution(flow, each, everybody).value for each in (group, others)]
        assert None in both or sum(both) == pytest.approx(0, abs=1e-9)


@given(stocks(), stocks())
def test_when_time_runs_backwards_each_part_only_changes_its_sign(group, others):
    def backwards(stock):
        return Stock(stock.end, stock.went, 0, stock.joined + stock.came_up)

    everybody, turned = group + others, backwards(group + others)
    if everybody.start and everybody.end:
        came = contribution("joined", group, everybody).value + contribution("came_up", group, everybody).value
        assert contribution("went", backwards(group), turned).value == pytest.approx(-came, abs=1e-9)


def test_a_flow_that_holds_as_much_of_the_group_as_the_top_does_changes_nothing():
    group, everybody = Stock(20, 10, 0, 0), Stock(100, 50, 0, 0)
    assert contribution("joined", group, everybody) == Estimate(0.0)


def test_by_hand():
    """10 of 40 become 12 of 50: 20 join with 8 of the group, 10 leave with 6. The mean share is 24.5 %, the size 45."""
    group, everybody = Stock(10, 8, 0, 6), Stock(40, 20, 0, 10)
    assert contribution("joined", group, everybody).value == pytest.approx(100 * (8 - 0.245 * 20) / 45)
    assert contribution("went", group, everybody).value == pytest.approx(-100 * (6 - 0.245 * 10) / 45)
    assert contribution("change", group, everybody).value == pytest.approx(24 - 25)


STAFF = [
    person("stayed", "Grade 6", "lower"),
    person("rose_within", "Grade 6", "professional"),
    person("came_up", "Grade 5", "lower"),
    person("came_from_outside", "Grade 5", "professional"),
    person("moved_down", "Grade 4", "professional"),
    person("below", "Grade 1", "lower"),
]
EVENTS = [
    event("rose_within", "promoted", "2021-05-01", "Grade 5", "Grade 6"),
    event("came_up", "promoted", "2022-05-01", "Grade 4", "Grade 5"),
    event("came_from_outside", "joined", "2022-06-01", to="Grade 5"),
    event("moved_down", "moved", "2022-07-01", "Grade 5", "Grade 4"),
    event("left", "left", "2023-07-01", "Grade 5", parental_occupation="professional"),
    event("in_and_out", "joined", "2021-07-01", to="Grade 6", parental_occupation="lower"),
    event("in_and_out", "left", "2022-07-01", "Grade 6", parental_occupation="lower"),
    event("unknown", "left", "2022-07-01", "Grade 6"),
]


def test_people_flow_into_senior_grades_and_out_of_them_and_moving_among_them_is_no_flow():
    found = measured(make_careers(STAFF, EVENTS))
    (stretches,) = [each for each in found.populations if each.name == "stretches in senior grades"]
    of = {
        (variable, code, group): stretches.counts[tuple(sorted([(variable, code), ("parental_occupation", group)]))]
        for variable, codes in (("came", ("there_at_start", "joined", "came_up")), ("gone", ("went", "still_there")))
        for code in codes
        for group in ("lower", "professional")
    }
    assert of == {
        ("came", "there_at_start", "lower"): 1,
        ("came", "there_at_start", "professional"): 3,
        ("came", "joined", "lower"): 1,
        ("came", "joined", "professional"): 1,
        ("came", "came_up", "lower"): 1,
        ("came", "came_up", "professional"): 0,
        ("gone", "went", "lower"): 1,
        ("gone", "went", "professional"): 2,
        ("gone", "still_there", "lower"): 2,
        ("gone", "still_there", "professional"): 2,
    }
    assert values(found, "flow.parental_occupation.share")[("start", "lower")] == pytest.approx(25)
    assert values(found, "flow.parental_occupation.share")[("end", "lower")] == pytest.approx(50)
    parts = values(found, "flow.parental_occupation.contribution")
    assert (
        sum(parts[(flow, "lower")] for flow in PARTS) == pytest.approx(parts[("change", "lower")]) == pytest.approx(25)
    )


def test_somebody_who_leaves_and_comes_back_to_the_top_went_and_joined():
    again = [event("stayed", "left", "2021-01-01", "Grade 6"), event("stayed", "joined", "2022-01-01", to="Grade 6")]
    found = measured(make_careers(STAFF, [*EVENTS, *again]))
    (stretches,) = [each for each in found.populations if each.name == "stretches in senior grades"]
    assert stretches.counts[(("gone", "went"), ("parental_occupation", "lower"))] == 2
    assert stretches.counts[(("came", "joined"), ("parental_occupation", "lower"))] == 2


def test_every_figure_rests_on_every_flow_of_every_group_so_that_all_are_shown_or_none():
    found = measured(make_careers(STAFF, EVENTS))
    for ending in ("flow.parental_occupation.share", "flow.parental_occupation.contribution"):
        assert len({row.figure.cells for row in table_of(found, ending).rows}) == 1
    assert len(table_of(found, "flow.parental_occupation.share").rows[0].figure.cells) == 3 * 5
