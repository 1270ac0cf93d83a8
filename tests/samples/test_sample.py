"""A sample is the same every time, of exactly the size asked for, and makes sense as a workforce."""

import pyarrow.compute as pc
import pytest

from footing.samples import BACKGROUNDS, council, firm
from footing.standards import load_catalogue


def test_the_same_seed_draws_the_same_people_and_another_seed_others():
    first, again, other = council(seed=7, people=200), council(seed=7, people=200), council(seed=8, people=200)
    assert first.everyone.equals(again.everyone)
    assert first.events.equals(again.events)
    assert first.applications.equals(again.applications)
    assert not first.everyone.equals(other.everyone)


@pytest.mark.parametrize("people", [1, 2, 30, 4200])
def test_a_council_has_exactly_as_many_people_as_asked_for(people):
    assert council(seed=3, people=people).people.num_rows == people


def test_the_usual_sizes_are_those_of_a_council_and_a_firm():
    assert council(seed=1).people.num_rows == 4200
    assert firm(seed=1).people.num_rows == 650


def test_a_sample_of_nobody_is_refused():
    with pytest.raises(ValueError, match="at least one person"):
        council(seed=1, people=0)


def test_each_person_has_a_key_of_their_own():
    everyone = council(seed=5).everyone
    assert len(everyone["person_key"].unique()) == everyone.num_rows


def test_people_are_born_before_they_join_and_leave_after_it():
    everyone = council(seed=5).everyone
    sixteen_years_later = pc.add(everyone["birth_date"].cast("int32"), int(15.9 * 365.25))
    started = everyone["start_date"].cast("int32")
    assert pc.all(pc.less(sixteen_years_later, started)).as_py()
    assert pc.all(pc.less_equal(started, everyone["grade_start_date"].cast("int32"))).as_py()
    left = everyone.filter(pc.is_valid(everyone["left_date"]))
    assert pc.all(pc.less_equal(left["start_date"], left["left_date"])).as_py()


def test_nobody_starts_or_leaves_after_the_snapshot_date():
    sample = council(seed=5)
    assert pc.max(sample.everyone["start_date"]).as_py() <= sample.snapshot_date
    assert pc.max(sample.events["date"]).as_py() <= sample.snapshot_date
    assert pc.max(sample.applications["started_on"]).as_py() <= sample.snapshot_date


def test_a_codable_answer_on_parental_occupation_always_tells_the_true_background():
    groups = load_catalogue().default_classification("parental_occupation").codes
    people = council(seed=2).people
    told = {
        (groups[option], truth)
        for option, truth in zip(
            people["parental_occupation"].to_pylist(), people["true_background"].to_pylist(), strict=True
        )
        if option is not None and groups[option] in BACKGROUNDS
    }
    assert told == {(group, group) for group in BACKGROUNDS}


def test_events_of_one_person_follow_from_each_other():
    sample = council(seed=4, people=800)
    now = dict(zip(*(sample.everyone[name].to_pylist() for name in ("person_key", "grade")), strict=True))
    there, gone = {}, set()
    for event in sample.events.to_pylist():
        key = event["person_key"]
        assert key not in gone
        if event["reason"] == "Acting up":  # for a while: people go on from the grade they were in
            assert event["event"] == "promoted"
            assert event["from_grade"] == there.get(key, event["from_grade"])
            continue
        if event["event"] == "joined":
            assert key not in there
        elif key in there:
            assert event["from_grade"] == there[key]
        there[key] = event["to_grade"] or event["from_grade"]
        if event["event"] == "left":
            gone.add(key)
    assert all(now[key] == grade for key, grade in there.items())
    assert gone == set(sample.everyone.filter(pc.is_valid(sample.everyone["left_date"]))["person_key"].to_pylist())


def test_applications_reach_their_stages_in_order():
    for application in council(seed=4, people=800).applications.to_pylist():
        stages = ("applied_on", "sift_passed_on", "interviewed_on", "offered_on", "started_on")
        reached = [application[stage] for stage in stages]
        known = [day for day in reached if day is not None]
        assert reached[: len(known)] == known == sorted(known)
        endings = [application[name] for name in ("started_on", "withdrawn_on", "declined_on", "rejected_on")]
        assert sum(day is not None for day in endings) == 1
