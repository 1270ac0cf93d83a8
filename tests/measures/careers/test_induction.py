"""First years, probation and what of the induction was completed."""

import pytest

from footing.measures.hiring.two_by_two import relative_rate
from measures.careers.figures import figures, measured, values
from measures.careers.small_careers import event, make_careers, person


def joined(key, date, background="lower", **more):
    return event(key, "joined", date, to="Grade 1", parental_occupation=background, **more)


def left(key, date, background="lower", **more):
    return event(key, "left", date, "Grade 1", parental_occupation=background, **more)


SOMEBODY_ELSE = left("z", "2020-04-01", None)


def found(people, events, **options):
    return measured(make_careers(people, [SOMEBODY_ELSE, *events], **options))


@pytest.mark.parametrize(
    ("joined_on", "left_on", "early"),
    [
        ("2021-03-01", "2022-02-28", True),
        ("2021-03-01", "2022-03-01", False),
        ("2024-02-29", "2025-02-27", True),
        ("2024-02-29", "2025-02-28", False),
        ("2021-03-01", "2021-03-02", True),
    ],
)
def test_leaving_within_a_year_is_leaving_before_the_first_anniversary(joined_on, left_on, early):
    shares = values(found([], [joined("a", joined_on), left("a", left_on)]), "left_within_a_year")
    assert shares[("lower",)] == (100 if early else 0)


@pytest.mark.parametrize(("joined_on", "counted"), [("2024-03-31", 1), ("2024-04-01", 0), ("2020-04-01", 1)])
def test_only_those_who_joined_a_year_before_the_end_are_counted_whether_or_not_they_left(joined_on, counted):
    for people, events in (([person("a")], []), ([], [left("a", "2025-01-01")])):
        joiners = values(found(people, [joined("a", joined_on), *events]), ".joiners")
        assert joiners[("lower",)] == joiners[("codable",)] == counted


def test_those_who_joined_before_the_period_are_not_counted():
    events = [joined("a", "2020-03-31"), joined("b", "2021-03-31", "professional")]
    assert values(found([person("a"), person("b", background="professional")], events), ".joiners")[("lower",)] == 0


def test_a_promotion_in_the_first_year_does_not_hide_leaving_in_it():
    events = [
        joined("a", "2021-03-01"),
        event("a", "promoted", "2021-06-01", "Grade 1", "Grade 2", parental_occupation="lower"),
        left("a", "2021-12-01"),
    ]
    assert values(found([], events), "left_within_a_year")[("lower",)] == 100


def test_somebody_who_came_back_joined_twice():
    events = [joined("a", "2020-06-01"), left("a", "2020-12-01"), joined("a", "2022-06-01")]
    assert values(found([person("a")], events), ".joiners")[("lower",)] == 2
    assert values(found([person("a")], events), "left_within_a_year")[("lower",)] == 50


def test_the_ratio_compares_two_groups():
    people = [
        person(f"{group}{number}", background=group) for group in ("lower", "professional") for number in range(8)
    ]
    events = [joined(each["person_key"], "2021-01-01", each["parental_occupation"]) for each in people]
    for group, leavers in (("lower", 4), ("professional", 2)):
        for number in range(leavers):
            events += [joined(f"{group}x{number}", "2021-01-01", group), left(f"{group}x{number}", "2021-06-01", group)]
    ratio = figures(found(people, events), "leaving_ratio")[("lower_v_professional",)]
    assert ratio == relative_rate(4, 12, 2, 10)


def test_how_probation_ended_is_of_joiners_for_whom_it_is_recorded_those_who_left_among_them():
    people = [person("a", probation_outcome="Passed"), person("b", probation_outcome=None)]
    events = [
        joined("a", "2021-01-01"),
        joined("b", "2021-01-01"),
        joined("c", "2021-01-01", probation_outcome=None),
        left("c", "2021-07-01", probation_outcome="Not passed"),
    ]
    result = found(
        people, events, of_people=("probation_outcome",), of_events=("parental_occupation", "probation_outcome")
    )
    shares = values(result, "probation_outcome")
    assert shares[("Passed", "lower")] == shares[("Not passed", "lower")] == 50
    assert "induction_probation" not in {each.measure for each in result.not_measured}


def test_probation_that_only_the_extract_has_is_not_measured_where_people_have_left():
    people = [person("a", probation_outcome="Passed")]
    result = found(people, [joined("a", "2021-01-01")], of_people=("probation_outcome",))
    (words,) = [each.words for each in result.not_measured if each.measure == "induction_probation"]
    assert words.endswith("it needs how probation ended, in the events where people have left.")


def test_what_of_the_induction_was_completed_is_told_in_the_employers_own_words():
    people = [person("a", induction_items="All"), person("b", background="professional", induction_items="Some")]
    events = [joined("a", "2021-01-01"), joined("b", "2021-01-01", "professional")]
    options = {"of_people": ("induction_items",), "of_events": ("parental_occupation", "induction_items")}
    shares = values(found(people, events, **options), "induction_items")
    assert shares[("All", "lower")] == shares[("Some", "professional")] == 100
    assert shares[("All", "codable")] == 50
