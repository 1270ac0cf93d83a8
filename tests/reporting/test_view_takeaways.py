"""The titles of views: what the figures say and no more."""

from dataclasses import replace

from footing.reporting.charts.content import (
    Beside,
    Curve,
    CurveChart,
    ForestChart,
    ForestRows,
    GroupsChart,
    Line,
    Mark,
    Part,
    Point,
    Reference,
    Scale,
    StackedChart,
    Step,
    WaterfallChart,
    Whole,
)
from footing.reporting.sections import view_takeaways as takeaways

BELOW = Mark("Lower background", "0.82", 0.82, 0.7, 0.96)
ABOVE = Mark("Intermediate background", "1.40", 1.4, 1.1, 1.8)
SAME = Mark("Lower background", "0.95", 0.95, 0.7, 1.3)
HIDDEN = Mark("Lower background", "[c] withheld", None)


def forest(*marks: Mark, scale: Scale = Scale.RATIO) -> ForestChart:
    even = Reference("No difference", "", 1.0, published=False) if scale is Scale.RATIO else None
    return ForestChart((ForestRows("Offered", marks),), "ratio", scale, even)


def test_ratios_are_clear_only_when_their_interval_leaves_one():
    assert takeaways.forest_takeaway(forest(BELOW, ABOVE), "Ratio") == (
        "Ratio: clearly below 1 for lower background (offered), clearly above 1 for intermediate background (offered)"
    )
    assert takeaways.forest_takeaway(forest(SAME), "Ratio") == "Ratio: nothing differs clearly"
    assert takeaways.forest_takeaway(forest(HIDDEN), "Ratio") == "Ratio: no figure can be shown"


def test_differences_are_clear_when_their_interval_leaves_nought():
    even = Reference("No difference", "", 0.0, published=False)
    more = Mark("Everybody", "+2.1", 2.1, 0.4, 3.8)
    chart = ForestChart((ForestRows(None, (more,)),), "percentage points", Scale.NOUGHT, even)
    assert takeaways.forest_takeaway(chart, "Change") == "Change: clearly above 0 for everybody"


def test_many_clear_ratios_are_counted():
    assert takeaways.forest_takeaway(forest(BELOW, BELOW, BELOW), "Ratio") == "Ratio: clearly below 1 for 3 figures"


def test_shares_are_from_lowest_to_highest_only_when_their_intervals_are_apart():
    low, high = Mark("A", "3%", 3, 2, 4), Mark("B", "9%", 9, 8, 10)
    assert takeaways.forest_takeaway(forest(low, high, scale=Scale.NOUGHT), "Share") == ("Share: “Offered”, a 3%, b 9%")
    near = replace(high, lower=3.5)
    assert takeaways.forest_takeaway(forest(low, near, scale=Scale.NOUGHT), "Share") == "Share: no clear difference"


def test_a_funnel_names_the_step_at_which_the_group_is_furthest_from_another():
    def line(name: str, own: float | None, other: float) -> Line:
        return Line(name, (Mark("", f"{own}%", own), Mark("", f"{other}%", other)))

    chart = GroupsChart(
        Beside.BARS, ("Lower", "Higher"), (line("Sift", 40, 45), line("Offer", 20, 60)), "percent", "Lower"
    )
    assert takeaways.funnel_takeaway(chart, "Rate") == "Furthest apart at “Offer”: lower 20%, higher 60%"
    hidden = replace(chart, lines=(line("Sift", None, 45),))
    assert takeaways.funnel_takeaway(hidden, "Rate") == "Rate: no groups can be compared"


def test_a_dumbbell_says_both_figures_of_its_first_line():
    line = Line("Lower compared with higher", (Mark("", "10.7%", 10.7), Mark("", "[c] withheld", None)))
    chart = GroupsChart(Beside.DUMBBELL, ("Median gap", "Mean gap"), (line,), "percent", "Median gap")
    assert takeaways.dumbbell_takeaway(chart) == "Lower compared with higher: median gap 10.7%, mean gap [c] withheld"


def test_quarters_compare_the_lowest_with_the_highest():
    low, high = (
        Whole(name, (Part("Lower", text, 1.0), Part("Higher", "x", 1.0)))
        for name, text in (("Lower quarter", "51%"), ("Upper quarter", "31%"))
    )
    assert takeaways.quarters_takeaway(StackedChart((low, high), "Lower")) == (
        "Lower: 51% in the lower quarter, 31% in the upper quarter"
    )


def test_a_waterfall_names_its_largest_part_and_says_when_one_is_missing():
    steps = (Step("Grade", "+5.0", 5.0), Step("Site", "−6.0", -6.0), Step("All", "−1.0", -1.0, total=True))
    chart = WaterfallChart(steps, "percentage points")
    assert takeaways.waterfall_takeaway(chart, "Gap") == (
        "Gap: −1.0 percentage points in all; the largest part, −6.0, is “site”"
    )
    hidden = replace(chart, steps=(*steps[:2], Step("All", "[c] withheld", None, total=True)))
    assert takeaways.waterfall_takeaway(hidden, "Gap") == "Gap: not every part can be shown"


def test_curves_are_compared_at_the_last_point_that_both_have():
    own = Curve("Lower", (Point(1, "10%", 10, 8, 12), Point(2, "20%", 20, 18, 22), Point(3, "[c] withheld", None)))
    near = Curve("Higher", (Point(1, "11%", 11, 9, 13), Point(2, "21%", 21, 19, 23), Point(3, "30%", 30, 28, 32)))
    chart = CurveChart((own, near), "percent", "Years", "Lower")
    assert takeaways.curve_takeaway(chart, "Share") == "Within 2 years: lower 20%, higher 21%, no clear difference"
    alone = replace(chart, curves=(own,))
    assert takeaways.curve_takeaway(alone, "Share") == "Share: no groups can be compared"
