"""Draws the gallery of charts anew, from the sample council, with the code that reports are drawn with.

It takes as long as ``make run``, so it is run by hand when charts change: ``.venv/bin/python docs/gallery.py``.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from footing.assessment import Assessment, Choices, assess
from footing.reporting import build_report
from footing.reporting.charts.content import (
    Beside,
    Break,
    Chart,
    Curve,
    CurveChart,
    ForestChart,
    GroupsChart,
    PanelsChart,
    Point,
    RangeChart,
    Scale,
    Shape,
    StackedChart,
    StripChart,
    WaterfallChart,
)
from footing.reporting.charts.drawing import draw_svg
from footing.reporting.charts.theme import WIDE
from footing.reporting.model import Block, DataTable, Figure, Fold, Section
from footing.reporting.sections.describing import described
from footing.samples import council
from footing.standards import Catalogue, load_catalogue
from footing.workforce import check_extract

DOCS = Path(__file__).parent
PAGE = DOCS / "explanation" / "charts.md"
PICTURES = DOCS / "images" / "charts"
POLICY = "publish-10"
LONGEST_TABLE = 14

OPENING = """\
<!-- Made by docs/gallery.py from the sample council. Change the code, not this page. -->

# The charts, and how to read them

Every kind of chart that a report may hold, drawn by the code that draws reports, from the fictional council that
`make run` assesses. Each has one sentence as its title that says what it shows and no more, labels beside the marks,
at most four colours that differ in lightness too, its table, and the same in words for those who cannot see it.
What is withheld is drawn as a dotted line with `[c]`: never as nought, and never left out.
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of chart: what it is for, and whether a chart is one."""

    name: str
    title: str
    use: str
    chart: type
    shape: str | None = None

    def holds(self, chart: Chart) -> bool:
        """Whether a chart is of this kind."""
        shape = getattr(chart, "shape", getattr(chart, "scale", None))
        return isinstance(chart, self.chart) and (self.shape is None or shape == self.shape)


KINDS = (
    Kind("stacked", "Stacked bars", "How a whole is made up, next to another.", StackedChart),
    Kind("strip", "Strip of regions", "Where we stand among many published figures, with no map.", StripChart),
    Kind("staircase", "Staircase", "A share from the lowest grade to the highest.", RangeChart, Shape.STAIRCASE),
    Kind("dots", "Share with interval, by unit", "A share in each function, site or group.", RangeChart, Shape.DOTS),
    Kind("panels", "Small multiples", "Two characteristics together, on one axis.", PanelsChart),
    Kind("funnel", "Funnel", "How each group fares from step to step.", GroupsChart, Beside.BARS),
    Kind("forest", "Forest", "Many ratios against the line of no difference.", ForestChart, Scale.RATIO),
    Kind("ranges", "Shares with intervals, line by line", "Shares of several groups.", ForestChart, Scale.NOUGHT),
    Kind(
        "dumbbell",
        "Dumbbell",
        "Two measures of one gap, or two groups, and what lies between.",
        GroupsChart,
        Beside.DUMBBELL,
    ),
    Kind("waterfall", "Waterfall", "What a gap or a change is made up of.", WaterfallChart),
    Kind("curves", "Curves", "To how many something has happened after so many years.", CurveChart),
)


def main() -> None:
    """Write the page and its pictures."""
    catalogue = load_catalogue()
    shown = tuple(_figures(build_report(_sample(catalogue), catalogue).sections))
    PICTURES.mkdir(parents=True, exist_ok=True)
    parts = [OPENING]
    for kind in KINDS:
        found = next(((figure, table) for figure, table in shown if kind.holds(figure.chart)), None)
        if found is None:
            sys.stderr.write(f"The sample has no chart of the kind {kind.name}.\n")
            continue
        parts.append(_part(kind.name, kind.title, kind.use, *found))
    trend = _trend(catalogue)
    use = "How a share changes from year to year; no line crosses a break in what is counted."
    parts.append(_part("trend", "Trend with a break", use, trend, None))
    PAGE.write_text("\n".join(parts), encoding="utf-8")


def _sample(catalogue: Catalogue) -> Assessment:
    sample = council(seed=1)
    with tempfile.TemporaryDirectory() as folder:
        files = sample.write(Path(folder))
        day, name = sample.snapshot_date, sample.truth.employer.name
        with check_extract(
            files.staff,
            mapping=None,
            catalogue=catalogue,
            as_at=day,
            applications=files.applications,
            events=files.events,
            outreach=files.outreach,
        ) as result:
            choices = Choices(day, catalogue.policy(POLICY), "", name)
            return assess(result.workforce, choices, catalogue=catalogue)


def _figures(sections: tuple[Section, ...]) -> Iterator[tuple[Figure, DataTable | None]]:
    """Every figure with the first table that follows it."""
    for section in sections:
        for place, block in enumerate(section.blocks):
            if isinstance(block, Figure):
                yield block, next(_tables(section.blocks[place:]), None)
        yield from _figures(section.sections)


def _tables(blocks: tuple[Block, ...]) -> Iterator[DataTable]:
    for block in blocks:
        yield from block.tables if isinstance(block, Fold) else (block,) if isinstance(block, DataTable) else ()


def _trend(catalogue: Catalogue) -> Figure:
    """A trend of published figures: how many grew up in a professional home, by year of the survey."""
    held = {
        each.id[-4:]: each.values["higher_professional"]
        for each in catalogue.benchmarks
        if each.id.startswith("uk-parents-today-")
    }
    points = tuple(Point(float(year), f"{value:g}%", value) for year, value in sorted(held.items()))
    chart = CurveChart(
        (Curve("Higher professional parents", points),),
        "percent",
        "Year",
        "Higher professional parents",
        breaks=(Break(2020.5, "A break, as an example"),),
    )
    first, last = points[0], points[-1]
    title = f"Children of higher professionals: {first.text} in {first.x:g}, {last.text} in {last.x:g}"
    return Figure("trend", title, "Share of parents in the United Kingdom", chart, described(chart))


def _part(name: str, title: str, use: str, figure: Figure, table: DataTable | None) -> str:
    picture = draw_svg(figure.chart, WIDE, name=name, title=figure.title, text_alternative=figure.text_alternative)
    (PICTURES / f"{name}.svg").write_text(picture + "\n", encoding="utf-8")
    lines = [f"## {title}", "", use, "", f"**{figure.title}**", "", f"{figure.subtitle}", ""]
    lines += [f"![{figure.text_alternative}](../images/charts/{name}.svg)", ""]
    if table is not None:
        lines += [*_markdown(table), ""]
    return "\n".join(lines)


def _markdown(table: DataTable) -> Iterator[str]:
    """The first lines of a table, and where the rest is."""
    rows = [(group.title, row) for group in table.groups for row in group.rows]
    titled = any(group.title for group in table.groups)
    headings = [*(["Group"] if titled else []), *table.headings, *table.columns]
    yield f"{table.caption}:"
    yield ""
    yield f"| {' | '.join(headings)} |"
    yield f"|{'---|' * len(headings)}"
    for group, row in rows[:LONGEST_TABLE]:
        names = [*([group or ""] if titled else []), *row.headers]
        yield f"| {' | '.join([*names, *(cell.text for cell in row.cells)])} |"
    if len(rows) > LONGEST_TABLE:
        yield ""
        yield f"The other {len(rows) - LONGEST_TABLE} lines are in the report."
    if table.sources:
        yield ""
        yield f"Behind it: {', '.join(f'`tables/{source}.csv`' for source in table.sources)}"


if __name__ == "__main__":
    main()
