"""What a mark of a live chart says when somebody points at it."""

import re
from collections import Counter
from html import unescape

import pytest

from footing.reporting.charts import theme
from footing.reporting.charts.content import Chart, Mark, Part, Point, StackedChart, Step
from footing.reporting.charts.drawing import draw_svg
from footing.reporting.charts.telling import told
from reporting.test_charts import CHARTS, EXACT, LONG, SHOWN


def live(chart: Chart, *, alive: bool = True) -> str:
    return draw_svg(chart, theme.WIDE, name="one", title="A", text_alternative="B", live=alive)


def figures_seen(chart: object) -> Counter[str]:
    """Every figure of a chart that may be seen, with its text, however deep it lies."""
    if isinstance(chart, StackedChart):  # a whole with a part that is withheld shows none
        parts = (each.parts for each in chart.wholes if all(part.value is not None for part in each.parts))
        return Counter(part.text for whole in parts for part in whole)
    if isinstance(chart, tuple):
        return sum((figures_seen(each) for each in chart), Counter())
    if isinstance(chart, Mark | Part | Point | Step):
        return Counter() if chart.value is None else Counter([chart.text])
    if not hasattr(chart, "__slots__"):
        return Counter()
    return sum((figures_seen(getattr(chart, name)) for name in chart.__slots__), Counter())


def said_in(picture: str) -> list[str]:
    return [unescape(each) for each in re.findall(r'data-told="([^"]*)"', picture)]


@pytest.mark.parametrize("name", CHARTS)
def test_every_figure_that_may_be_seen_is_said_once_and_none_that_is_withheld(name):
    said = Counter(each.rsplit(": ", 1)[1].split(" (")[0] for each in said_in(live(CHARTS[name])))
    assert said == figures_seen(CHARTS[name])
    assert not any("[c]" in each for each in said)


@pytest.mark.parametrize("name", CHARTS)
def test_a_still_picture_carries_nothing_of_it(name):
    assert "data-told" not in live(CHARTS[name], alive=False)


def test_a_mark_says_its_line_its_name_its_figure_and_its_interval():
    assert told(SHOWN, "percent", of="Female") == "Female, Grade 1: 45.9% (43.2% to 48.7%)"
    assert told(EXACT, "percent") == f"{LONG}: 12.0%"


def test_a_name_that_looks_like_markup_stays_a_name():
    chart = CHARTS["dots"].__class__(CHARTS["dots"].shape, (Mark('"><script>', "1%", 1.0),))
    assert "<script>" not in live(chart)
    assert said_in(live(chart)) == ['"><script>: 1%']
