"""Naive estimates on large samples find what the truth says was built in, and find nothing where nothing was."""

import math
from collections import defaultdict
from itertools import pairwise

import pyarrow.compute as pc
import pytest

from footing.samples import BACKGROUNDS, NO_GAPS, council

FOUR_STANDARD_ERRORS = 4
LARGE = 40_000


@pytest.fixture(scope="module", params=[True, False], ids=["gaps", "no gaps"])
def sample(request):
    return council(seed=11, people=LARGE, gaps=request.param)


def assert_near(count, of, share):
    assert abs(count / of - share) < FOUR_STANDARD_ERRORS * math.sqrt(share * (1 - share) / of)


def assert_ratio_near(ratio, variance_of_log, truth):
    assert abs(math.log(ratio / truth)) < FOUR_STANDARD_ERRORS * math.sqrt(variance_of_log)


def test_backgrounds_by_grade_scatter_around_the_truth_after_five_years_of_careers(sample):
    people = sample.people.filter(pc.is_valid(sample.people["parental_occupation"]))
    for grade in sample.truth.employer.grade_names:
        here = people.filter(pc.equal(people["grade"], grade))["true_background"].to_pylist()
        for group in ("professional", "lower"):
            share = sample.truth.background_percent(group, grade=grade) / 100
            assert_near(here.count(group), len(here), share)


def test_response_by_function_scatters_around_the_truth(sample):
    for function in sample.truth.employer.function_names:
        here = sample.people.filter(pc.equal(sample.people["function"], function))["parental_occupation"]
        assert_near(len(here) - here.null_count, len(here), sample.truth.response_percent(function=function) / 100)


def test_pay_within_grade_differs_by_the_ratio_built_in(sample):
    logs = defaultdict(list)
    for grade, group, pence in zip(
        *(sample.people[name].to_pylist() for name in ("grade", "true_background", "annual_pay_pence")), strict=True
    ):
        logs[grade, group].append(math.log(pence))
    for group, ratio in zip(("intermediate", "lower"), sample.truth.gaps.pay_ratio_within_grade[1:], strict=True):
        here, there = logs["Grade 2", group], logs["Grade 2", "professional"]
        difference = sum(here) / len(here) - sum(there) / len(there)
        error = 0.055 * math.sqrt(1 / len(here) + 1 / len(there))
        assert abs(difference - math.log(ratio)) < FOUR_STANDARD_ERRORS * error


def _spells(sample):
    """Naive: every stay of every person in a grade, as (grade, group, days, how it ended)."""
    opened = pc.min(sample.events["date"]).as_py()
    mine = defaultdict(list)
    for event in sample.events.to_pylist():
        if event["event"] != "moved" and event["reason"] != "Acting up":
            mine[event["person_key"]].append(event)
    for person in sample.everyone.select(["person_key", "grade", "true_background"]).to_pylist():
        events, group = mine[person["person_key"]], person["true_background"]
        start = {"event": "there", "date": opened, "to_grade": events[0]["from_grade"] if events else person["grade"]}
        if not events or events[0]["event"] != "joined":
            events = [start, *events]
        if events[-1]["event"] != "left":
            events = [*events, {"event": "still there", "date": sample.snapshot_date, "to_grade": None}]
        for before, after in pairwise(events):
            yield before["to_grade"], group, (after["date"] - before["date"]).days, after["event"]


def _rate_ratio(spells, happening, group):
    """Mantel and Haenszel's rate ratio over grades against the professional group, and the variance of its log."""
    events, days = defaultdict(int), defaultdict(int)
    for grade, background, length, end in spells:
        events[grade, background] += end == happening
        days[grade, background] += length
    top = bottom = variance = 0.0
    for grade in {grade for grade, _ in days}:
        mine, theirs = events[grade, group], events[grade, "professional"]
        my_days, their_days = days[grade, group], days[grade, "professional"]
        top += mine * their_days / (my_days + their_days)
        bottom += theirs * my_days / (my_days + their_days)
        variance += (mine + theirs) * my_days * their_days / (my_days + their_days) ** 2
    return top / bottom, variance / (top * bottom)


@pytest.mark.parametrize("happening", ["promoted", "left"])
def test_promotion_and_leaving_rates_differ_by_the_ratio_built_in(sample, happening):
    gaps = sample.truth.gaps
    truth = gaps.promotion_rate_ratio if happening == "promoted" else gaps.leaving_rate_ratio
    spells = list(_spells(sample))
    assert_ratio_near(*_rate_ratio(spells, happening, "lower"), truth.lower)
    assert_ratio_near(*_rate_ratio(spells, happening, "intermediate"), truth.intermediate)


def _odds_ratio_within_requisitions(applications, entered, passed):
    """Mantel and Haenszel's odds ratio, lower against professional; the variance is that of Robins et al. (1986)."""
    cells = defaultdict(lambda: [0, 0, 0, 0])
    for one in applications:
        if one[entered] is not None and one["true_background"] in ("lower", "professional"):
            cells[one["requisition"]][2 * (one["true_background"] == "professional") + (one[passed] is None)] += 1
    r = s = pr = ps_qr = qs = 0.0
    for a, b, c, d in cells.values():
        total = a + b + c + d
        agree, differ, p, q = a * d / total, b * c / total, (a + d) / total, (b + c) / total
        r, s = r + agree, s + differ
        pr, ps_qr, qs = pr + p * agree, ps_qr + p * differ + q * agree, qs + q * differ
    return r / s, pr / (2 * r * r) + ps_qr / (2 * r * s) + qs / (2 * s * s)


def test_the_sift_and_offers_differ_by_the_odds_built_in(sample):
    applications = [one for one in sample.applications.to_pylist() if one["rejected_on"] or one["sift_passed_on"]]
    gaps = sample.truth.gaps
    sift = _odds_ratio_within_requisitions(applications, "applied_on", "sift_passed_on")
    offer = _odds_ratio_within_requisitions(applications, "interviewed_on", "offered_on")
    assert_ratio_near(*sift, gaps.sift_odds_ratio.lower)
    assert_ratio_near(*offer, gaps.offer_odds_ratio.lower)


def test_referrals_by_staff_differ_by_background_as_built_in(sample):
    applications = sample.applications.select(["true_background", "source"]).to_pylist()
    for group, percent in zip(BACKGROUNDS, sample.truth.gaps.referred_percent, strict=True):
        sources = [one["source"] for one in applications if one["true_background"] == group]
        assert_near(sources.count("Referral by staff"), len(sources), percent / 100)


def test_with_gaps_the_lower_group_thins_out_from_grade_to_grade():
    truth = council(seed=1, people=1).truth
    shares = [truth.background_percent("lower", grade=grade) for grade in truth.employer.grade_names]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 1.5 * shares[-1]
    assert truth.response_percent(function="Environment and waste") < truth.response_percent() == pytest.approx(78)


def test_without_gaps_every_grade_and_function_is_as_the_nation():
    truth = council(seed=1, people=1, gaps=False).truth
    assert truth.gaps == NO_GAPS
    for place in [{"grade": "Grade 1"}, {"grade": "Chief officer"}, {"function": "Housing"}, {}]:
        shares = [truth.background_percent(group, **place) for group in ("professional", "intermediate", "lower")]
        assert shares == pytest.approx([37, 24, 39])
        assert truth.response_percent(**place) == pytest.approx(78)


def test_without_gaps_school_type_and_free_school_meals_are_as_the_nation():
    people = council(seed=12, people=LARGE, gaps=False).people
    school, meals = (people[name].to_pylist() for name in ("school_type", "free_school_meals"))
    assert_near(school.count("independent"), school.count("independent") + school.count("state"), 0.075)
    assert_near(meals.count("eligible"), meals.count("eligible") + meals.count("not_eligible"), 0.15)
