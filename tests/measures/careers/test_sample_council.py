"""The gaps that are built into the sample council are found, and none where none were built in."""

from functools import cache

import pytest

from footing.disclosure import release
from footing.measures import careers
from footing.samples import council
from footing.standards import load_catalogue
from footing.tables import Status
from footing.tables.raw import RawRelease
from measures.careers.figures import figures
from measures.careers.sample_careers import workforce_of

SEEDS = range(1, 7)
PEOPLE = 4200
ROUNDED = "civil-service-2023-rounded"


@cache
def of_council(seed, *, gaps):
    sample = council(seed=seed, people=PEOPLE, gaps=gaps)
    return careers.measure(workforce_of(sample), catalogue=load_catalogue()), sample.truth.gaps


def covers(estimate, value) -> bool:
    return estimate.lower <= value <= estimate.upper


@pytest.mark.parametrize(
    ("table", "key", "gap", "found_clear"),
    [
        ("promotion_rate_ratio.by_grade", ("*", "lower_v_professional"), "promotion_rate_ratio", 5),
        ("progression_hazard_ratio", ("same_grade", "lower_v_professional"), "promotion_rate_ratio", 2),
        ("progression_hazard_ratio", ("same_grade_and_sex", "lower_v_professional"), "promotion_rate_ratio", 2),
        ("leaver_rate_ratio.overall", ("lower_v_professional",), "leaving_rate_ratio", 5),
    ],
)
def test_a_built_in_ratio_lies_within_the_interval_and_is_told_from_one_of_1(table, key, gap, found_clear):
    """A 95 % interval misses the truth of one council in twenty: at most one of six may. Seeds are never chosen."""
    intervals = []
    for seed in SEEDS:
        found, gaps = of_council(seed, gaps=True)
        intervals.append((figures(found, table)[key], getattr(gaps, gap).lower))
    assert sum(covers(interval, truth) for interval, truth in intervals) >= len(SEEDS) - 1
    assert sum(not covers(interval, 1) for interval, _ in intervals) >= found_clear


def test_the_hazard_ratio_of_promotion_is_called_steady_as_it_was_built_in():
    chances = [
        figures(of_council(seed, gaps=True)[0], "progression_proportionality")[("same_grade",)].value for seed in SEEDS
    ]
    assert sum(chance > 5 for chance in chances) >= len(SEEDS) - 1


def test_the_senior_ratio_of_the_sample_is_that_of_the_population_it_is_drawn_from():
    sample = council(seed=3, people=PEOPLE)
    found, _ = of_council(3, gaps=True)
    senior = ("Grade 9", "Grade 10", "Chief officer")
    share = {grade.name: grade.share for grade in sample.truth.employer.grades}
    of_senior = sum(share[grade] * sample.truth.background_percent("lower", grade=grade) for grade in senior)
    true_ratio = of_senior / sum(share[grade] for grade in senior) / sample.truth.background_percent("lower")
    assert covers(figures(found, "senior_ratio.parental_occupation.ratio")[("lower",)], true_ratio)


def test_with_no_gaps_built_in_hardly_any_comparison_is_clear_of_chance():
    """Of 6 councils and 3 figures at 95 %, four or more are clear by chance alone about once in ninety times."""
    clear = 0
    for seed in SEEDS:
        found, _ = of_council(seed, gaps=False)
        for ending, key in (
            ("promotion_rate_ratio.by_grade", ("*", "lower_v_professional")),
            ("progression_hazard_ratio", ("same_grade", "lower_v_professional")),
            ("leaver_rate_ratio.overall", ("lower_v_professional",)),
        ):
            clear += not covers(figures(found, ending)[key], 1)
    assert clear <= 3


def test_with_no_gaps_built_in_the_senior_ratio_is_about_one():
    ratios = [figures(of_council(seed, gaps=False)[0], "occupation.ratio")[("lower",)] for seed in SEEDS]
    assert sum(covers(ratio, 1) for ratio in ratios) >= len(SEEDS) - 1


def test_what_can_be_said_of_careers_passes_through_disclosure_and_withstands_the_attack():
    found, _ = of_council(1, gaps=True)
    of_events = [table for table in found.tables if table.population != "staff in post"]
    released = release(RawRelease(found.populations, tuple(of_events)), policy=load_catalogue().policy(ROUNDED))
    shown = {table.measure for table in released.tables for row in table.rows if row.status is not Status.WITHHELD}
    assert {"promotion_rate", "progression_hazard_ratio", "leaver_rate", "induction_left_within_a_year"} <= shown
    assert len(released.audits) == len(found.populations)
