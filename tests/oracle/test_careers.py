"""Careers against loops over people and days, on events that nobody designed."""

import datetime as dt
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footing.measures import careers
from footing.measures.careers import CareerTerms
from footing.standards import load_catalogue
from footing.tables.raw import FromCounts
from measures.careers.small_careers import GRADES, OPENING, SNAPSHOT, event, make_careers, person
from oracle import naive_careers as naive

TERMS = CareerTerms(opening=OPENING, smallest_step=1)
PAIRS = {
    "lower_v_professional": ("lower", "professional"),
    "lower_v_intermediate": ("lower", "intermediate"),
    "intermediate_v_professional": ("intermediate", "professional"),
}

ANSWERS = st.sampled_from([*naive.BASE, "lower", "lower", "professional", "prefer_not_to_say", None])
SOME_GRADE = st.sampled_from([*GRADES, "Grade 1", "Grade 2", None])
FEW_DATES = st.sampled_from(["2019-06-01", "2020-04-01", "2021-02-28", "2022-05-01", "2024-02-29", "2025-03-31"])
DATES = st.one_of(
    FEW_DATES, st.dates(dt.date(2020, 3, 25), dt.date(2025, 4, 10)).map(str), st.dates(OPENING, SNAPSHOT).map(str)
)


@st.composite
def histories(draw):
    """People of the extract, and events of them and of others."""
    keys = [f"p{number:02}" for number in range(draw(st.integers(1, 14)))]
    people = [
        {
            **person(key, draw(SOME_GRADE.filter(bool)), draw(ANSWERS) or "not_answered"),
            "start_date": draw(st.none() | DATES),
        }
        for key in draw(st.lists(st.sampled_from(keys), unique=True))
    ]
    events = []
    for key in keys:
        background = draw(ANSWERS)
        for kind in draw(st.lists(st.sampled_from(["joined", "promoted", "promoted", "moved", "left"]), max_size=5)):
            start, to = draw(SOME_GRADE), draw(SOME_GRADE)
            reason = draw(st.sampled_from(["Retirement", "Resignation", None]))
            ends = {"joined": (None, to), "left": (start, None)}.get(kind, (start, to))
            more = {"reason": reason if kind == "left" else None, "parental_occupation": background}
            events.append(event(key, kind, draw(DATES), *ends, **more))
    return people, events


def measured(people, events):
    workforce = make_careers(people, events, of_people=("start_date",), reasons=("Resignation", "Retirement"))
    found = careers.measure(workforce, catalogue=load_catalogue(), terms=TERMS)
    counts = {each.name: each.counts for each in found.populations}
    counts["staff in post"] = found.counts
    return {
        table.measure + ("" if "by_sex" not in table.id else ".by_sex"): {
            row.key: _worked_out(row.figure, counts[table.population]) for row in table.rows
        }
        for table in found.tables
    }


def _worked_out(figure, counts):
    if isinstance(figure, FromCounts):
        return figure.estimate(*(counts[cell] for cell in figure.cells))
    return figure.estimate


def same(estimate, value) -> bool:
    return estimate.value == (value if value is None else pytest.approx(value, abs=1e-9, rel=1e-9))


SLOW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@SLOW
@given(histories())
def test_every_figure_over_time_is_what_following_each_person_gives(history):
    people, events = history
    spells = naive.follow(people, events, OPENING, SNAPSHOT)
    tables = measured(people, events)
    listed = {row["event"] for row in events if row["date"] and str(OPENING) <= row["date"] <= str(SNAPSHOT)}
    assert ("promotion_rate" in tables) == ("promoted" in listed)
    assert ("leaver_rate" in tables) == ("left" in listed)
    if "promoted" in listed:
        assert_promotion_is_as_seen(tables, spells)
    if "left" in listed:
        assert_leaving_is_as_seen(tables, spells)
        assert_transitions_are_as_seen(tables, spells)
    if {"joined", "left"} <= listed:
        assert_first_years_are_as_seen(tables, spells)
    if {"joined", "promoted", "left"} <= listed:
        assert_flows_add_up(tables, spells)


def assert_promotion_is_as_seen(tables, spells):
    for (grade, group), found in tables["promotion_rate"].items():
        there = _of(spells, group, grade)
        assert same(found, naive.rate(there, "promoted")), (grade, group)
        assert same(tables["promotion_count"][(grade, group)], naive.count(there, end="promoted"))
        if grade != "*":
            average, middle = naive.years_to_promotion(there)
            assert same(tables["time_in_grade_mean"][(grade, group)], average)
            assert same(tables["time_in_grade_median"][(grade, group)], middle)
        if found.value:
            days = sum(each.days for each in there)
            limits = naive.score_interval_of_rate(naive.count(there, end="promoted"), days)
            assert (found.lower, found.upper) == pytest.approx(limits, rel=1e-6)
    for (grade, pair), found in tables["promotion_rate_ratio"].items():
        one, other = (_of(spells, group, grade) for group in PAIRS[pair])
        assert same(found, naive.rate_ratio(one, other, "promoted"))
        if grade != "*" and found.value:
            both = [(naive.count(each, end="promoted"), sum(spell.days for spell in each)) for each in (one, other)]
            assert (found.lower, found.upper) == pytest.approx(naive.wald_interval_of_ratio(*both))
    for (grade, pair), found in tables["progression_gap"].items():
        means = [naive.years_to_promotion(_of(spells, group, grade))[0] for group in PAIRS[pair]]
        assert same(found, 100 * (means[0] / means[1] - 1) if None not in means else None)
    seen = [each for each in spells if each.entrance_was_seen]
    for (years, group), found in tables.get("progression_curve", {}).items():
        waits = [(each.days, each.end == "promoted") for each in _of(seen, group)]
        assert same(found, naive.reached_by(waits, int(int(years) * 365.25)))


def assert_leaving_is_as_seen(tables, spells):
    for (group,), found in tables["leaver_rate"].items():
        assert same(found, naive.rate(_of(spells, group), "left"))
        assert same(tables["leaver_count"][(group,)], naive.count(_of(spells, group), end="left"))
    for (pair,), found in tables["leaver_rate_ratio"].items():
        assert same(found, naive.rate_ratio(*(_of(spells, group) for group in PAIRS[pair]), "left"))
    for (exit_, group), found in tables["leaver_reason_share"].items():
        left = [each for each in _of(spells, group) if each.end == "left"]
        assert same(found, 100 * naive.count(left, reason=exit_.removeprefix("left: ")) / len(left) if left else None)
    stays = [each for each in spells if each.end in ("left", "still_there") and each.joined_on]
    for (years, group), found in tables.get("retention_curve", {}).items():
        waits = [((each.ended - each.joined_on).days, each.end == "left") for each in _of(stays, group)]
        assert same(found, naive.reached_by(waits, int(int(years) * 365.25)))


def assert_first_years_are_as_seen(tables, spells):
    stays = [each for each in spells if each.end in ("left", "still_there") and each.joined_on]
    for (group,), found in tables["induction_left_within_a_year"].items():
        joined = [each for each in _of(stays, group) if _a_year_after(each.joined_on) <= SNAPSHOT]
        early = [each for each in joined if each.end == "left" and each.ended < _a_year_after(each.joined_on)]
        assert same(tables["induction_joiners"][(group,)], len(joined))
        assert same(found, 100 * len(early) / len(joined) if joined else None)


def assert_transitions_are_as_seen(tables, spells):
    at_start = [each for each in spells if not each.entrance_was_seen]
    at_end = {each.person: each.grade for each in spells if each.end == "still_there"}
    for (start, end), found in tables["transition_matrix"].items():
        there = _of(at_start, "*", start)
        went = [each for each in there if at_end.get(each.person, "left") == end]
        assert same(found, 100 * len(went) / len(there) if there else None), (start, end)
    for (grade, direction, group), found in tables["transition_direction"].items():
        there = _of(at_start, group, grade)
        went = [each for each in there if _direction(each.grade, at_end.get(each.person)) == direction]
        assert same(found, 100 * len(went) / len(there) if there else None)


def assert_flows_add_up(tables, spells):
    stretches = list(naive.stretches(spells))
    flows = {
        (place, group): sum(each[0] == group and each[place[0]] == place[1] for each in stretches)
        for place, group in product(
            [(1, "there_at_start"), (1, "joined"), (1, "came_up"), (2, "went"), (2, "still_there")], naive.BASE
        )
    }
    for when, place in (("start", (1, "there_at_start")), ("end", (2, "still_there"))):
        everybody = sum(flows[(place, group)] for group in naive.BASE)
        for group in naive.BASE:
            expected = 100 * flows[(place, group)] / everybody if everybody else None
            assert same(tables["flow_share"][(when, group)], expected)
    for group in naive.BASE:
        parts = [tables["flow_contribution"][(flow, group)].value for flow in ("joined", "came_up", "went")]
        change = tables["flow_contribution"][("change", group)].value
        if change is not None:
            assert sum(parts) == pytest.approx(change, abs=1e-9)
            start, end = (tables["flow_share"][(when, group)].value for when in ("start", "end"))
            assert change == pytest.approx(end - start, abs=1e-9)


def _of(spells, group, grade="*"):
    groups = naive.BASE if group == "codable" else (group,)
    return [each for each in spells if (group == "*" or each.background in groups) and grade in ("*", each.grade)]


def _direction(start, end):
    if end is None or start == end:
        return "left" if end is None else "same"
    if "not_recorded" in (start, end):
        return "elsewhere"
    return "higher" if naive.ORDER.index(end) > naive.ORDER.index(start) else "lower"


def _a_year_after(date):
    day = 28 if (date.month, date.day) == (2, 29) else date.day
    return date.replace(year=date.year + 1, day=day)
