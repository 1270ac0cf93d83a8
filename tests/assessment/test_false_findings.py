"""Samples without gaps have nothing to find, and samples with gaps have: ``benchmarks/findings`` in small."""

from pathlib import Path

import pytest

from footing.assessment import Assessment, Choices, assess
from footing.assessment.findings.find import comparisons, find
from footing.assessment.result import Direction
from footing.samples import Sample, council
from footing.standards import load_catalogue
from footing.workforce import Workforce, check_extract

SEEDS_WITHOUT_GAPS = range(4)
SMALL, LARGE = 700, 3_000
CLEAR = (Direction.ABOVE, Direction.BELOW)


def assessed(sample: Sample, folder: Path) -> tuple[Assessment, Workforce]:
    """The assessment of a sample, read from its files as an employer's extract is."""
    files, catalogue, day = sample.write(folder, form="parquet"), load_catalogue(), sample.snapshot_date
    companions = {"applications": files.applications, "events": files.events, "outreach": files.outreach}
    with check_extract(files.staff, mapping=None, catalogue=catalogue, as_at=day, **companions) as checked:
        choices = Choices(as_at=day, policy=catalogue.policy("publish-10"), mapping_sha256="0" * 64)
        return assess(checked.workforce, choices, catalogue=catalogue), checked.workforce


@pytest.mark.parametrize("seed", SEEDS_WITHOUT_GAPS)
def test_nothing_clear_is_found_where_no_gap_was_built_in(seed, tmp_path):
    """Of so few samples none may have one; over 200, ``benchmarks/findings`` holds the rate against its level."""
    found, _ = assessed(council(seed=seed, people=SMALL, gaps=False), tmp_path)
    assert found.findings
    assert [each.statement for each in found.findings if each.direction in CLEAR] == []


def test_the_gaps_built_in_are_found_and_every_comparison_behind_the_findings_can_be_looked_at(tmp_path):
    found, workforce = assessed(council(seed=5, people=LARGE), tmp_path)
    clear = {each.measure: each.direction for each in found.findings if each.direction in CLEAR}
    assert clear["pay_gap_median"] is Direction.ABOVE
    assert clear["senior_relative_chance"] is Direction.BELOW
    assert clear["pay_gap_adjusted"] is Direction.ABOVE
    given = {
        "questions": workforce.questions,
        "characteristics": workforce.characteristics,
        "catalogue": load_catalogue(),
    }
    judged = comparisons(found.tables, **given)
    told = {each.measure for each in find(found.tables, **given) if each.direction in CLEAR}
    assert {each.contrast.measure for each in judged if each.clear} == told
    assert any(not each.clear for each in judged)
