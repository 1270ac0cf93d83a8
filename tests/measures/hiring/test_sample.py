"""The gaps built into the sample council are found where they were built in; where none were, none is found."""

from collections.abc import Mapping

import pytest

from footing.measures.hiring import measure
from footing.samples import council
from footing.standards import load_catalogue
from footing.tables import Estimate
from footing.workforce import Limits, check_extract
from measures.hiring.small_applications import estimates_of

CATALOGUE = load_catalogue()
TABLES = ("like_for_like", "adjusted", "relative_rate", "odds_ratio", "gap_by_step", "days_later", "days", "withdrawal",
          "chance")  # fmt: skip


@pytest.fixture(scope="module", params=[True, False], ids=["gaps", "no gaps"])
def found(request, tmp_path_factory) -> tuple[object, Mapping[str, Mapping[tuple[str, ...], Estimate]]]:
    sample = council(seed=6, gaps=request.param)
    files = sample.write(tmp_path_factory.mktemp("sample"), form="parquet")
    workforce = check_extract(
        files.staff,
        mapping=None,
        catalogue=CATALOGUE,
        as_at=sample.snapshot_date,
        limits=Limits(),
        applications=files.applications,
    ).workforce
    measured = measure(workforce, catalogue=CATALOGUE)
    return sample.truth.gaps, {name: estimates_of(measured, f"parental_occupation.{name}") for name in TABLES}


def covers(estimate: Estimate, truth: float) -> bool:
    return estimate.lower <= truth <= estimate.upper


def test_like_for_like_covers_the_odds_built_in(found):
    gaps, figures = found
    for name in ("like_for_like", "adjusted"):
        for step, truth in (("sift", gaps.sift_odds_ratio), ("offer", gaps.offer_odds_ratio)):
            assert covers(figures[name][step, "lower"], truth.lower)
            assert covers(figures[name][step, "intermediate"], truth.intermediate)


def test_a_gap_at_the_sift_is_clear_where_it_was_built_in_and_only_there(found):
    gaps, figures = found
    built_in = gaps.sift_odds_ratio.lower != 1
    for name in ("like_for_like", "adjusted", "relative_rate", "odds_ratio"):
        assert covers(figures[name]["sift", "lower"], 1) is not built_in
    assert (figures["chance"]["sift", "lower"].value < 5) is built_in
    assert covers(figures["gap_by_step"]["sift", "lower"], 0) is not built_in


def test_nobody_is_found_to_be_lost_by_withdrawing(found):
    _, figures = found
    rates = [figures["withdrawal"]["withdrew_before_offer", group] for group in ("professional", "lower")]
    assert covers(rates[0], rates[1].value)
    assert covers(rates[1], rates[0].value)


def test_later_applications_are_found_where_they_were_built_in(found):
    gaps, figures = found
    later = figures["days_later"]
    assert covers(later["lower",], gaps.application_days_later.lower)
    assert covers(later["intermediate",], gaps.application_days_later.intermediate)
    days = figures["days"]
    assert (days["lower",].lower > days["professional",].upper) is bool(gaps.application_days_later.lower)
