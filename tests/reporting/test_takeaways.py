"""The sentence above a chart: right in grammar, and never saying more than the intervals allow."""

import pytest

from footing.reporting.charts.content import Mark, Part, RangeChart, Reference, Shape, StackedChart, Whole
from footing.reporting.outline import Noun
from footing.reporting.sections.takeaways import range_takeaway, stacked_takeaway

GRADE = Noun(one="grade", many="grades")
HIDDEN = Mark("Grade 9", "[c] withheld", None)
EVERYBODY = Reference("Everybody", "41.3%", 41.3, published=False)
BENCHMARK = Reference("National benchmark", "39%", 39.0)


def mark(label: str, value: float, reach: float = 2.0) -> Mark:
    return Mark(label, f"{value:.1f}%", value, value - reach, value + reach)


def said(*marks: Mark, shape: Shape = Shape.DOTS, reference: Reference | None = BENCHMARK) -> str:
    return range_takeaway(RangeChart(shape, marks, reference), group="Lower", noun=GRADE)


def test_a_staircase_names_its_ends_when_they_differ_clearly():
    assert said(mark("Grade 1", 46), mark("Grade 2", 40), mark("Grade 3", 20), shape=Shape.STAIRCASE) == (
        "Lower: 46.0% in Grade 1, 20.0% in Grade 3"
    )


def test_a_staircase_whose_ends_do_not_differ_clearly_is_held_against_the_benchmark():
    ends = mark("Grade 1", 40), mark("Grade 2", 41)
    assert said(*ends, shape=Shape.STAIRCASE) == "Lower: no grade differs clearly from the national benchmark of 39%"


def test_a_staircase_looks_past_withheld_ends():
    marks = (HIDDEN, mark("Grade 2", 46), mark("Grade 3", 20), HIDDEN)
    assert said(*marks, shape=Shape.STAIRCASE) == "Lower: 46.0% in Grade 2, 20.0% in Grade 3"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ((30, 39), "Lower: clearly below the national benchmark of 39% in 1 of 2 grades"),
        ((30, 31), "Lower: clearly below the national benchmark of 39% in 2 of 2 grades"),
        ((50, 39, 39), "Lower: clearly above the national benchmark of 39% in 1 of 3 grades"),
        ((50, 30, 39), "Lower: clearly below the national benchmark of 39% in 1 of 3 grades, clearly above it in 1"),
        ((39, 40), "Lower: no grade differs clearly from the national benchmark of 39%"),
    ],
)
def test_categories_are_counted_on_either_side_of_the_benchmark(values, sentence):
    assert said(*(mark(f"Grade {place}", value) for place, value in enumerate(values))) == sentence


def test_what_is_withheld_is_not_counted_as_if_it_were_known():
    assert said(mark("A", 30), mark("B", 39), HIDDEN) == (
        "Lower: clearly below the national benchmark of 39% in 1 of the 2 grades shown"
    )
    assert said(mark("A", 39), mark("B", 40), HIDDEN) == (
        "Lower: no grade shown differs clearly from the national benchmark of 39%"
    )
    assert said(mark("A", 39), mark("B", 40), HIDDEN, reference=None) == (
        "Lower: no clear difference between the grades shown"
    )


def test_an_interval_that_touches_the_benchmark_is_no_clear_difference():
    assert said(mark("Grade 1", 37, reach=2), mark("Grade 2", 41, reach=2)) == (
        "Lower: no grade differs clearly from the national benchmark of 39%"
    )


def test_without_a_benchmark_the_lowest_and_the_highest_are_named():
    marks = mark("A", 30), mark("B", 20), mark("C", 40), HIDDEN
    assert said(*marks, reference=EVERYBODY) == "Lower: from 20.0% in B to 40.0% in C"


def test_overlapping_intervals_are_no_clear_difference():
    assert said(mark("A", 30, 6), mark("B", 40, 6), reference=EVERYBODY) == "Lower: no clear difference between grades"


def test_exact_figures_differ_when_they_are_not_the_same():
    exact = Mark("A", "80.0%", 80.0), Mark("B", "80.1%", 80.1)
    assert said(*exact, reference=EVERYBODY) == "Lower: from 80.0% in A to 80.1% in B"
    assert said(exact[0], exact[0], reference=EVERYBODY) == "Lower: no clear difference between grades"


def test_one_figure_that_may_be_seen_is_told_with_how_many_may_not():
    assert said(mark("A", 30), HIDDEN) == "Lower: 30.0% in A; nothing can be shown for 1 grade"
    assert said(mark("A", 30), HIDDEN, HIDDEN) == "Lower: 30.0% in A; nothing can be shown for 2 grades"
    assert said(mark("A", 30)) == "Lower: 30.0% in A"


def test_when_nothing_may_be_seen_the_sentence_says_so():
    assert said(HIDDEN, HIDDEN) == "Lower: no figure can be shown for any grade"


def whole(text: str = "41.0%", value: float | None = 41.0) -> StackedChart:
    here = Whole("Northvale", (Part("Lower", text, value), Part("Other", "59.0%", 59.0)))
    there = Whole("National benchmark", (Part("Lower", "39%", 39.0), Part("Other", "61%", 61.0)))
    return StackedChart((here, there), "Lower")


@pytest.mark.parametrize(
    ("clear", "ending"),
    [(True, ", a clear difference"), (False, ", no clear difference"), (None, "")],
)
def test_a_whole_is_held_against_the_benchmark_beneath_it(clear, ending):
    sentence = stacked_takeaway(whole(), part="Lower", label="Lower", figure="41.0%", clear=clear)
    assert sentence == f"Lower: 41.0% here and 39% in the national benchmark{ending}"


def test_a_whole_alone_is_its_figure():
    alone = StackedChart(whole().wholes[:1], "Lower")
    assert stacked_takeaway(alone, part="Lower", label="Response rate", figure="84.8%", clear=None) == (
        "Response rate: 84.8%"
    )


def test_a_whole_that_may_not_be_seen_says_so():
    assert stacked_takeaway(whole("[c]", None), part="Lower", label="Lower", figure=None, clear=None) == (
        "Lower: the figure cannot be shown"
    )
