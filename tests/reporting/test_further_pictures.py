"""The figures beside the usual ones: where we stand among the regions, and two characteristics together."""

from collections.abc import Iterator
from functools import cache

from footing.reporting.charts.content import PanelsChart, StripChart
from footing.reporting.model import Figure, Section
from footing.reporting.report import build_report
from footing.standards import load_catalogue
from reporting.assessments import council_assessment

REGIONS = "figure-representation-parental-occupation-overall-regions"
CROSSING = "figure-representation-parental-occupation-by-grade-and-sex"


def figures_in(sections: tuple[Section, ...]) -> Iterator[Figure]:
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, Figure))
        yield from figures_in(section.sections)


@cache
def figures() -> dict[str, Figure]:
    return {each.id: each for each in figures_in(build_report(council_assessment(), load_catalogue()).sections)}


def test_everybody_stands_among_the_regions_of_the_same_definition():
    chart = figures()[REGIONS].chart
    assert isinstance(chart, StripChart)
    published = [
        each.values["lower"]
        for each in load_catalogue().benchmarks
        if each.id.startswith("region-") and each.definition == "smc-three-groups"
    ]
    assert sorted(mark.value or 0 for mark in chart.places) == sorted(published)
    assert chart.own.label == "Northvale Council"


def test_the_title_says_our_own_figure_and_the_spread_of_the_regions():
    chart = figures()[REGIONS].chart
    assert isinstance(chart, StripChart)
    values = sorted(mark.value or 0 for mark in chart.places)
    assert figures()[REGIONS].title == (
        f"Lower socio-economic background: {chart.own.text} here, "
        f"from {values[0]:g}% to {values[-1]:g}% in {len(values)} regions"
    )


def test_a_question_that_no_region_was_asked_has_no_such_figure():
    assert [name for name in figures() if name.endswith("-regions")] == [REGIONS]


def test_two_characteristics_are_set_in_panels_of_the_shorter_one():
    chart = figures()[CROSSING].chart
    assert isinstance(chart, PanelsChart)
    assert [panel.title for panel in chart.panels] == ["Female", "Male"]
    shares = council_assessment().table("representation.parental_occupation.by_grade_and_sex.share")
    held = {row.key: row.value for row in shares.rows}
    for panel in chart.panels:
        for mark in panel.marks:
            assert mark.value == held[mark.label, panel.title, "lower"]
            assert (mark.value is None) == (mark.text == "[c] withheld")
