"""A table can be looked at on its own, beside any benchmark of the same definition and no other."""

import pytest

from footing.assessment import Assessment
from footing.reporting.charts.content import RangeChart, StackedChart
from footing.reporting.html import blocks_html
from footing.reporting.report import build_report
from footing.reporting.single import comparable_benchmarks, groups_of, single_table
from footing.standards import load_catalogue
from reporting.assessments import council_assessment

CATALOGUE = load_catalogue()
OVERALL = "representation.parental_occupation.overall.share"
BY_GRADE = "representation.parental_occupation.by_grade.share"


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return council_assessment(900)


def test_only_benchmarks_of_the_same_definition_are_offered(assessment: Assessment) -> None:
    offered = comparable_benchmarks(assessment.table(OVERALL), assessment, CATALOGUE)
    definition = CATALOGUE.classification("smc-three-groups").definition
    assert "uk-parental-occupation-2021" in {each.id for each in offered}
    assert {each.definition for each in offered} == {definition}


def test_no_benchmark_is_offered_for_a_table_of_counts(assessment: Assessment) -> None:
    counts = next(table for table in assessment.tables if table.measure == "background_count")
    assert comparable_benchmarks(counts, assessment, CATALOGUE) == ()


def test_a_benchmark_that_was_chosen_stands_in_the_chart_and_in_the_table(assessment: Assessment) -> None:
    chosen = next(
        each
        for each in comparable_benchmarks(assessment.table(OVERALL), assessment, CATALOGUE)
        if each.id != "uk-parental-occupation-2021" and len(each.values) == 3
    )
    overall = single_table(assessment, CATALOGUE, assessment.table(OVERALL), benchmark=chosen)
    assert overall.figure is not None
    assert isinstance(overall.figure.chart, StackedChart)
    assert [part.value for part in overall.figure.chart.wholes[1].parts] == list(chosen.values.values())
    assert "Benchmark" in overall.table.columns


def test_the_difference_from_the_benchmark_of_the_assessment_is_that_of_the_assessment(assessment: Assessment) -> None:
    own = CATALOGUE.benchmark("uk-parental-occupation-2021")
    gaps = {row.key: row for row in assessment.table(f"{OVERALL[:-5]}against.{own.id}").rows}
    shares = {row.key: row for row in assessment.table(OVERALL).rows}
    for key, row in shares.items():
        value, gap = row.value, gaps[key].value
        assert value is not None
        assert gap is not None
        assert value - own.values[key[0]] == pytest.approx(gap)


def test_the_chart_is_about_the_group_that_was_chosen(assessment: Assessment) -> None:
    table = assessment.table(BY_GRADE)
    assert dict(groups_of(table))["professional"].startswith("Professional")
    looked_at = single_table(assessment, CATALOGUE, table, group="professional")
    assert looked_at.figure is not None
    assert isinstance(looked_at.figure.chart, RangeChart)
    assert looked_at.figure.subtitle.startswith("Professional")


def test_every_table_can_be_looked_at(assessment: Assessment) -> None:
    for table in assessment.tables:
        looked_at = single_table(assessment, CATALOGUE, table)
        assert looked_at.table.sources == (table.id,)


def test_parts_of_a_report_are_written_as_on_its_page(assessment: Assessment) -> None:
    report = build_report(assessment, CATALOGUE)
    summary = next(section for section in report.sections if section.id == "summary")
    written = blocks_html(summary.blocks)
    assert '<ul class="key-figures">' in written
    assert "<svg" in written
    assert "<script" not in written
