"""Turning what a chart shows into a picture: a Vega-Lite specification, then SVG that carries its own words."""

from collections.abc import Callable
from html import escape
from typing import Any

from footing.reporting.charts.content import (
    Chart,
    CurveChart,
    ForestChart,
    GroupsChart,
    PanelsChart,
    RangeChart,
    StackedChart,
    StripChart,
    WaterfallChart,
)
from footing.reporting.charts.curves import curves_spec
from footing.reporting.charts.forest import forest_spec
from footing.reporting.charts.groups import groups_spec
from footing.reporting.charts.panels import panels_spec
from footing.reporting.charts.ranges import range_spec
from footing.reporting.charts.stacked import stacked_spec
from footing.reporting.charts.strip import strip_spec
from footing.reporting.charts.svg import svg_body, svg_size
from footing.reporting.charts.theme import Layout
from footing.reporting.charts.waterfall import waterfall_spec

_SPECIFIED: dict[type[Any], Callable[[Any, Layout], dict[str, Any]]] = {
    RangeChart: range_spec,
    StackedChart: stacked_spec,
    ForestChart: forest_spec,
    GroupsChart: groups_spec,
    CurveChart: curves_spec,
    WaterfallChart: waterfall_spec,
    StripChart: strip_spec,
    PanelsChart: panels_spec,
}


def specification(chart: Chart, layout: Layout) -> dict[str, Any]:
    """The Vega-Lite specification of any chart at one width: the same for a still picture and a live page."""
    return _SPECIFIED[type(chart)](chart, layout)


def draw_svg(chart: Chart, layout: Layout, *, name: str, title: str, text_alternative: str, live: bool = False) -> str:
    """One ``<svg role="img">`` with its title and description inside, sized by its view box; ``name`` is unique.

    The picture holds no script, no link and no reference to anything outside itself. The marks of a ``live`` one carry
    their words, which a page's own script shows to whoever points at them.
    """
    spec = specification(chart, layout)
    wide, high = (f"{side:g}" for side in svg_size(spec))
    box = f"0 0 {wide} {high}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="chart chart-{layout.name}" viewBox="{box}" '
        f'width="{wide}" height="{high}" aria-labelledby="{name}-title {name}-words">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-words">{escape(text_alternative)}</desc>'
        f"{svg_body(spec, live=live)}</svg>"
    )
