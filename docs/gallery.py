"""Draws the gallery of charts anew, from the sample council, with the code that reports are drawn with.

It takes as long as ``make run``, so it is run by hand when charts change: ``.venv/bin/python docs/gallery.py``; a test
runs it with ``--check``.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from footing.assessment import Assessment
from footing.assessment.from_files import Files, Wanted, assess_files
from footing.assessment.steps import Step
from footing.reporting import build_report
from footing.reporting.charts.content import (
    Beside,
    CurveChart,
    ForestChart,
    GroupsChart,
    PanelsChart,
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
from footing.samples import council
from footing.samples.year_before import a_year_before
from footing.standards import Catalogue, load_catalogue
from footing.workforce import CheckResult, Progress
from footing.workforce.reading.progress import NoProgress

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
    of: str = ""
    """The family of measures that it shows, where charts of one kind have two uses."""
    from_nought: bool | None = None

    def holds(self, figure: Figure) -> bool:
        """Whether a figure is of this kind."""
        chart = figure.chart
        shape = getattr(chart, "shape", getattr(chart, "scale", None))
        wanted = ((self.shape, shape), (self.from_nought, getattr(chart, "from_nought", None)))
        alike = all(each is None or each == held for each, held in wanted)
        return isinstance(chart, self.chart) and alike and figure.id.startswith(f"figure-{self.of}")


KINDS = (
    Kind("stacked", "Stacked bars", "How a whole is made up, next to another.", StackedChart),
    Kind("quarters", "Pay quarters", "Who is in each quarter of the pay range.", StackedChart, of="pay"),
    Kind("strip", "Strip of regions", "Where we stand among many published figures, with no map.", StripChart),
    Kind("staircase", "Staircase", "A share from the lowest grade to the highest.", RangeChart, Shape.STAIRCASE),
    Kind("dots", "Share with interval, by unit", "A share in each function, site or group.", RangeChart, Shape.DOTS),
    Kind("response", "Response by unit", "Who answered, and where fewest did.", RangeChart, Shape.DOTS, of="response"),
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
    Kind("decomposition", "Waterfall of a gap", "What a gap goes with.", WaterfallChart, of="adjusted-pay-gap"),
    Kind("flow", "Waterfall of a change", "What a change is made up of.", WaterfallChart, of="flow"),
    Kind("curves", "Curves", "To how many something has happened after so many years.", CurveChart, from_nought=True),
    Kind(
        "trend",
        "Trend with a break",
        "How a share changes from year to year; no line crosses a break in what is counted.",
        CurveChart,
        from_nought=False,
    ),
)


def main(arguments: list[str]) -> int:
    """Write the page and its pictures; with ``--check``, name those that are not what the code draws."""
    made = gallery(load_catalogue())
    stale = [path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    unknown = sorted(set(PICTURES.glob("*.svg")) - made.keys())
    if "--check" in arguments:
        for path in (*stale, *unknown):
            sys.stderr.write(f"Not what the code draws (run docs/gallery.py): {path.relative_to(DOCS.parent)}\n")
        return int(bool(stale or unknown))
    PICTURES.mkdir(parents=True, exist_ok=True)
    for path in stale:
        path.write_text(made[path], encoding="utf-8")
    for path in unknown:
        path.unlink()
    return 0


def gallery(catalogue: Catalogue) -> dict[Path, str]:
    """The page and its pictures by their path. Raises ``LookupError`` when the sample has no chart of some kind."""
    sections = build_report(_sample(catalogue), catalogue).sections
    shown = tuple(_figures(sections, dict(_tables_by_place(sections))))
    parts, made = [OPENING], {}
    for kind in KINDS:
        found = next(((figure, table) for figure, table in shown if kind.holds(figure)), None)
        if found is None:
            raise LookupError(f"The sample has no chart of the kind {kind.name}.")
        figure, table = found
        parts.append(_part(kind, figure, table))
        made[PICTURES / f"{kind.name}.svg"] = _picture(kind, figure)
    return {PAGE: "\n".join(parts), **made}


def _sample(catalogue: Catalogue) -> Assessment:
    sample = council(seed=1)
    day = sample.snapshot_date
    with tempfile.TemporaryDirectory() as folder:
        files = sample.write(Path(folder))
        wanted = Wanted(
            files=Files(
                extract=files.staff,
                applications=files.applications,
                events=files.events,
                outreach=files.outreach,
                previous_extract=files.year_before,
                previous_date=a_year_before(day),
            ),
            as_at=day,
            policy=POLICY,
            organisation=sample.truth.employer.name,
        )
        return assess_files(wanted, catalogue=catalogue, watcher=Nobody())


class Nobody:
    """Nobody waits."""

    def reading(self) -> AbstractContextManager[Progress]:
        """Progress that nobody is told."""
        return nullcontext(NoProgress())

    def checked(self, result: CheckResult, extract: Path) -> None:
        """The sample is without faults."""

    def begins(self, step: Step, who: str) -> None:
        """Nothing is said."""


def _figures(
    sections: tuple[Section, ...], elsewhere: dict[str, DataTable]
) -> Iterator[tuple[Figure, DataTable | None]]:
    """Every figure with the first table that follows it, or that it leads to."""
    for section in sections:
        for place, block in enumerate(section.blocks):
            if isinstance(block, Figure):
                linked = elsewhere.get(block.table.target.removeprefix("#")) if block.table else None
                yield block, linked or next(_tables(section.blocks[place:]), None)
        yield from _figures(section.sections, elsewhere)


def _tables_by_place(sections: tuple[Section, ...]) -> Iterator[tuple[str, DataTable]]:
    """The first table of each section that has one."""
    for section in sections:
        yield from ((section.id, table) for table in list(_tables(section.blocks))[:1])
        yield from _tables_by_place(section.sections)


def _tables(blocks: tuple[Block, ...]) -> Iterator[DataTable]:
    for block in blocks:
        yield from block.tables if isinstance(block, Fold) else (block,) if isinstance(block, DataTable) else ()


def _picture(kind: Kind, figure: Figure) -> str:
    drawn = draw_svg(figure.chart, WIDE, name=kind.name, title=figure.title, text_alternative=figure.text_alternative)
    return f"{drawn}\n"


def _part(kind: Kind, figure: Figure, table: DataTable | None) -> str:
    lines = [f"## {kind.title}", "", kind.use, "", f"**{figure.title}**", "", f"{figure.subtitle}", ""]
    lines += [f"![{figure.text_alternative}](../images/charts/{kind.name}.svg)", ""]
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
    sys.exit(main(sys.argv[1:]))
