"""Charts: what they show, what they never show, and that they can be read."""

import re
from dataclasses import replace
from html import unescape

import altair
import pytest
import vl_convert

from footing.reporting.charts import theme
from footing.reporting.charts.axis import axis_over, axis_words
from footing.reporting.charts.content import (
    Beside,
    Break,
    Chart,
    Curve,
    CurveChart,
    ForestChart,
    ForestRows,
    GroupsChart,
    Line,
    Mark,
    Panel,
    PanelsChart,
    Part,
    Point,
    RangeChart,
    Reference,
    Scale,
    Shape,
    StackedChart,
    Step,
    StripChart,
    WaterfallChart,
    Whole,
)
from footing.reporting.charts.drawing import draw_svg, specification
from footing.reporting.charts.lettering import fitted, width_of
from footing.reporting.sections.describing import described

LONG = "Department for everything that nobody else in the organisation has ever wanted to be responsible for"
SHOWN = Mark("Grade 1", "45.9%", 45.9, 43.2, 48.7)
WITHHELD = Mark("Grade 2", "[c] withheld", None)
RATIO = Mark("Lower background", "0.82", 0.82, 0.7, 0.96)
EXACT = Mark(LONG, "12.0%", 12.0)


def ranges(shape: Shape = Shape.STAIRCASE, reference: float | None = 39.0) -> RangeChart:
    line = Reference("National benchmark", "39%", reference) if reference is not None else None
    return RangeChart(shape, (SHOWN, WITHHELD, EXACT), line)


def stacked(*, hidden: bool = False) -> StackedChart:
    here = (
        Part("Lower", "41.0%", None if hidden else 41.0),
        Part("Intermediate", "2.0%", 2.0),
        Part("Professional", "57.0%", 57.0),
    )
    there = (Part("Lower", "39%", 39.0), Part("Intermediate", "24%", 24.0), Part("Professional", "37%", 37.0))
    return StackedChart((Whole(LONG, here), Whole("National benchmark", there)), "Lower")


def groups(shape: Beside) -> GroupsChart:
    names = ("One", "Two", "Three")
    marks = tuple(replace(mark, label=name) for name, mark in zip(names, (SHOWN, WITHHELD, EXACT), strict=True))
    lines = (Line(LONG, marks, "ratio 0.82"), Line("Offered", marks))
    return GroupsChart(shape, names, lines, "percent", "Two")


def curve(first: float = 1) -> Curve:
    hidden = Point(first + 1, "[c] withheld", None)
    return Curve(LONG, (Point(first, "10%", 10, 8, 12, "420"), hidden, Point(first + 2, "31%", 31, 27, 35, "1,200")))


CHARTS: dict[str, Chart] = {
    "staircase": ranges(),
    "dots": ranges(Shape.DOTS),
    "no reference": ranges(reference=None),
    "reference at nought": ranges(reference=0.0),
    "all withheld": RangeChart(Shape.DOTS, (WITHHELD, WITHHELD)),
    "stacked": stacked(),
    "stacked and withheld": stacked(hidden=True),
    "forest of ratios": ForestChart(
        (ForestRows("Sifted in", (RATIO, WITHHELD)), ForestRows("Offered", (RATIO,))),
        "ratio",
        Scale.RATIO,
        Reference("No difference", "", 1.0, published=False),
    ),
    "forest of shares": ForestChart((ForestRows(None, (SHOWN, EXACT, WITHHELD)),), "percent", Scale.NOUGHT),
    "funnel": groups(Beside.BARS),
    "dumbbell": groups(Beside.DUMBBELL),
    "survival": CurveChart((curve(), Curve("Others", ())), "percent", "Years", "Others", from_nought=True),
    "trend with a break": CurveChart(
        (curve(2023),), "percent", "Year", LONG, breaks=(Break(2024.5, "The question changed"),)
    ),
    "waterfall": WaterfallChart(
        (
            Step("Grade", "+5.1", 5.1),
            Step("Function", "−7.0", -7.0),
            Step(LONG, "[c] withheld", None),
            Step("All", "+1.0", 1.0, total=True),
        ),
        "percentage points",
    ),
    "strip": StripChart((SHOWN, EXACT, WITHHELD), SHOWN, "percent", Reference("UK", "39%", 39.0)),
    "strip without our own": StripChart((SHOWN, EXACT), WITHHELD, "percent"),
    "panels": PanelsChart((Panel("Female", (SHOWN, WITHHELD)), Panel(LONG, (EXACT, SHOWN))), "percent"),
    "one whole of nothing": StackedChart((Whole("Nobody", (Part("A", "0", 0.0), Part("B", "0", 0.0))),), "A"),
}


def svg(chart: Chart, layout: theme.Layout = theme.WIDE) -> str:
    return draw_svg(chart, layout, name="one", title="A & B", text_alternative="What <it> shows")


@pytest.mark.parametrize("layout", theme.LAYOUTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize("name", CHARTS)
def test_each_specification_is_valid_vega_lite(name, layout):
    altair.LayerChart.from_dict(specification(CHARTS[name], layout))


@pytest.mark.parametrize("layout", theme.LAYOUTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize("name", CHARTS)
def test_each_picture_is_as_wide_as_its_layout(name, layout):
    assert f'viewBox="0 0 {layout.width} ' in svg(CHARTS[name], layout)


@pytest.mark.parametrize("name", CHARTS)
def test_a_picture_carries_its_title_and_its_words(name):
    picture = svg(CHARTS[name])
    assert picture.startswith("<svg ")
    assert picture.count('role="img"') == 1
    assert 'aria-labelledby="one-title one-words"' in picture
    assert '<title id="one-title">A &amp; B</title>' in picture
    assert '<desc id="one-words">What &lt;it&gt; shows</desc>' in picture


@pytest.mark.parametrize("name", CHARTS)
def test_a_picture_refers_to_nothing_outside_itself(name):
    picture = svg(CHARTS[name])
    assert not re.search(r"<script|<foreignObject|<image|<a[ >]|\bon\w+=|href=|url\(|@import", picture)


@pytest.mark.parametrize("shape", Shape)
def test_a_withheld_mark_is_drawn_as_withheld_and_not_as_nought(shape):
    with_it = svg(RangeChart(shape, (SHOWN, WITHHELD)))
    without = svg(RangeChart(shape, (SHOWN, SHOWN)))
    assert "[c] withheld" in with_it
    assert "stroke-dasharray" in with_it
    drawn = 'fill="#c3dde2"' if shape is Shape.STAIRCASE else f'fill="{theme.FOCUS}"'
    assert with_it.count(drawn) == without.count(drawn) - 1


def test_a_whole_with_a_withheld_part_shows_none_of_its_parts():
    picture = svg(stacked(hidden=True))
    assert "[c] withheld" in picture
    assert "57.0%" not in picture
    assert "37%" in picture


def test_the_specification_of_a_withheld_mark_places_nothing_but_a_line_over_the_whole_width():
    layers = specification(RangeChart(Shape.DOTS, (WITHHELD,)), theme.WIDE)["layer"]
    assert not [layer for layer in layers if layer["mark"]["type"] == "point"]
    (line,) = [layer for layer in layers if "strokeDash" in layer["mark"]]
    (place,) = line["data"]["values"]
    assert (place["x"], place["x2"]) == (0, theme.WIDE.plot_width)


def test_a_single_whole_has_the_figures_of_narrow_parts_in_its_key():
    parts = (Part("Gave an answer", "4,100", 4100.0), Part("Prefer not to say", "12", 12.0))
    picture = svg(StackedChart((Whole("Everybody", parts),), "Gave an answer"))
    assert "Prefer not to say 12" in picture


def test_names_that_are_too_long_are_cut_with_an_ellipsis():
    picture = svg(ranges())
    assert "…" in picture
    assert LONG not in picture


@pytest.mark.parametrize("text", ["", "Grade 1", LONG, "unbreakable" * 20, "日本語の長い名前" * 9])
def test_fitted_text_keeps_to_its_lines_and_to_its_room(text):
    lines = fitted(text, 150, 2)
    assert 1 <= len(lines) <= 2
    assert all(width_of(line) <= 150 for line in lines)


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_every_mark_has_enough_contrast_with_the_page():
    for colour in (theme.FOCUS, theme.REFERENCE, theme.QUIET, *(each.fill for each in (theme.EMPHASIS, *theme.OTHERS))):
        assert contrast(colour, theme.PAPER) >= 3, colour


def test_words_have_enough_contrast_with_what_is_behind_them():
    for colour in (theme.EMPHASIS, *theme.OTHERS):
        assert contrast(colour.fill, colour.text) >= 4.5
    for colour in (theme.INK, theme.QUIET, theme.REFERENCE):
        assert contrast(colour, theme.PAPER) >= 4.5
        assert contrast(colour, theme.FOCUS_PALE) >= 3


def test_no_chart_needs_more_than_four_colours_for_its_parts():
    colours = theme.part_colours([False, True, False, False])
    assert len({each.fill for each in colours}) == 4
    assert colours[1] == theme.EMPHASIS


@pytest.mark.parametrize("name", CHARTS)
def test_the_words_of_a_chart_hold_every_text_that_it_shows(name):
    words = described(CHARTS[name])
    for text in texts_in(CHARTS[name]):
        assert text in words


def texts_in(chart: object) -> list[str]:
    """Every label and every figure of a chart, however deep it lies."""
    if isinstance(chart, tuple):
        return [text for each in chart for text in texts_in(each)]
    if not hasattr(chart, "__slots__") or isinstance(chart, str):
        return []
    own = [str(getattr(chart, name)) for name in ("label", "text") if getattr(chart, name, "")]
    return own + [text for name in chart.__slots__ for text in texts_in(getattr(chart, name))]


def test_no_withheld_figure_is_drawn_in_any_kind_of_chart():
    for name, chart in CHARTS.items():
        spec = specification(chart, theme.WIDE)
        assert "NaN" not in str(spec), name


def test_a_trend_draws_no_line_across_a_break_or_across_what_is_withheld():
    layers = specification(CHARTS["trend with a break"], theme.WIDE)["layer"]
    lines = [layer["data"]["values"] for layer in layers if layer["mark"]["type"] == "line"]
    assert all(len(points) <= 1 for points in lines)


def test_half_and_twice_are_as_far_from_one():
    axis = axis_over(Scale.RATIO, "ratio", [0.5, 2.0], 400)
    assert axis.at(1) - axis.at(0.5) == pytest.approx(axis.at(2) - axis.at(1))


def test_an_axis_begins_at_nought_or_below_and_has_a_few_round_lines():
    assert axis_over(Scale.NOUGHT, "percent", [3.0, 47.0], 400).lines == [0, 10, 20, 30, 40]
    assert axis_over(Scale.NOUGHT, "percent", [-4.0, 4.0], 400).lines[0] < 0
    assert axis_over(Scale.NOUGHT, "percent", [], 400).at(0) == 0


def test_words_at_an_axis_say_their_unit():
    assert axis_words(2.5, "percent") == "2.5%"
    assert axis_words(-2, "percentage points") == "−2"
    assert axis_words(2, "percentage points") == "+2"
    assert axis_words(10, "pounds an hour") == "£10"


def texts_drawn(picture: str) -> list[tuple[str, float, float]]:
    """Each text of a picture of ours with its place in the plot."""
    found = re.findall(r'<text x="([^"]+)" y="([^"]+)"[^>]*>([^<]*)</text>', picture)
    return sorted((unescape(words), float(x), float(y)) for x, y, words in found)


def texts_of_the_engine(picture: str) -> list[tuple[str, float, float]]:
    """Each text of a picture by the engine that draws any specification, line by line."""
    found = []
    for x, y, inner in re.findall(r'<text [^>]*transform="translate\(([^,]+),([^)]+)\)"[^>]*>(.*?)</text>', picture):
        lines = re.findall(r"<tspan[^>]*>([^<]*)</tspan>", inner) or [inner]
        for place, words in enumerate(lines):
            found.append((unescape(words), float(x), float(y) + place * theme.LINE_HEIGHT))
    return sorted(found)


@pytest.mark.parametrize("layout", theme.LAYOUTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize("name", CHARTS)
def test_a_picture_is_what_the_engine_draws_of_the_same_specification(name, layout):
    spec = specification(CHARTS[name], layout)
    engine = vl_convert.vegalite_to_svg(spec, vl_version="6.4")
    ours = svg(CHARTS[name], layout)
    assert f'viewBox="0 0 {layout.width} ' in engine
    assert re.search(r'height="([^"]+)"', ours)[1] == re.search(r'<svg [^>]*?height="([^"]+)"', engine)[1]
    for mine, theirs in zip(texts_drawn(ours), texts_of_the_engine(engine), strict=True):
        assert mine[0] == theirs[0]
        assert mine[1:] == pytest.approx(theirs[1:], abs=1)
    colours = {each.lower() for each in re.findall(r'(?:fill|stroke)="(#[0-9a-fA-F]{6})"', ours)}
    assert colours <= {each.lower() for each in re.findall(r'(?:fill|stroke)="(#[0-9a-fA-F]{6})"', engine)}


def test_what_xml_cannot_hold_is_marked_in_a_picture():
    assert "a\N{REPLACEMENT CHARACTER}b" in svg(RangeChart(Shape.DOTS, (Mark("a\x00b", "1%", 1.0), SHOWN)))
