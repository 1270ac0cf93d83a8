"""The figure of a trend: our own share in both years, and what was published before and since, with its breaks."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from footing.reporting.charts.content import Break, Curve, CurveChart, Point
from footing.reporting.definitions import benchmark_text
from footing.reporting.model import Figure
from footing.reporting.outline import View
from footing.reporting.sections.describing import described
from footing.reporting.sections.material import Material
from footing.reporting.sections.picturing import SCOPES, figure_words
from footing.reporting.topics import rows_by_key, seen
from footing.standards import Benchmark
from footing.tables import Category, ReleasableRow, ReleasableTable
from footing.tables.figures import reader_text
from footing.tables.units import PEOPLE
from footing.tables.words import slug

NATIONAL = "national"
CHANGED = "What is counted changed"
"""What is said at a break."""


def trend_figure(tables: tuple[ReleasableTable, ...], _: View, material: Material) -> Figure | None:
    """The share of the group in focus in each year; ``None`` where the years of a table cannot be told apart."""
    table = next((each for each in tables if len(each.dimensions) == 2), None)
    years = _years(table) if table else {}
    if table is None or len(set(years.values())) < 2:
        return None
    groups = table.dimensions[-1].categories
    named = {code for section in material.outline.sections for code in section.focus.values()}
    group = next((each for each in groups if each.code in named), groups[-1])
    held = rows_by_key(table)
    own = tuple(_point(year, held.get((code, group.code))) for code, year in sorted(years.items(), key=_by_year))
    published = _published(table, group, material)
    curves = (Curve(material.organisation, own), *((_published_curve(published, group),) if published else ()))
    chart = CurveChart(
        curves, table.unit, "Year", material.organisation, breaks=tuple(_breaks(published)) if published else ()
    )
    said = ", ".join(f"{point.text} in {point.x:g}" for point in own)
    beside = ", beside what was published of the country" if published else ""
    return Figure(
        f"figure-{slug(table.id)}", f"{group.label}: {said}", f"Share by year{beside}", chart, described(chart)
    )


def _years(table: ReleasableTable) -> dict[str, int]:
    """The year of each category that names a day; a year is told by nothing else."""
    found = {}
    for each in table.dimensions[0].categories:
        try:
            found[each.code] = dt.datetime.strptime(f"{each.label} +0000", "%d %B %Y %z").year
        except ValueError:
            return {}
    return found


def _by_year(held: tuple[str, int]) -> int:
    return held[1]


def _point(year: int, row: ReleasableRow | None) -> Point:
    words = figure_words(row)
    if not seen(row):
        return Point(float(year), words, None, followed=words.split(" ")[0])
    return Point(float(year), words, row.value, row.lower, row.upper, reader_text(row.base, PEOPLE))


def _published(table: ReleasableTable, group: Category, material: Material) -> list[Benchmark]:
    """The national figures of the group: the one in force, and each that it took the place of; the oldest first."""
    question = table.dimensions[-1].variable
    definitions = {each.definition for each in material.catalogue.classifications if each.question == question}
    benchmarks = [
        each for each in material.catalogue.benchmarks if each.scope == NATIONAL and group.code in each.values
    ]
    used = (each for each in benchmarks if each.id in material.assessment.manifest.benchmarks)
    series = [each for each in used if each.definition in definitions][:1]
    while series and (before := next((each for each in benchmarks if each.superseded_by == series[0].id), None)):
        series.insert(0, before)
    return series


def _published_curve(series: list[Benchmark], group: Category) -> Curve:
    points = (
        Point(float(each.start.year), benchmark_text(each.values[group.code]), each.values[group.code])
        for each in series
    )
    return Curve(SCOPES[NATIONAL], tuple(points))


def _breaks(series: list[Benchmark]) -> Iterator[Break]:
    """Half a year before each published figure that follows another definition than the one before it."""
    for before, after in pairwise(series):
        if before.definition != after.definition:
            yield Break(after.start.year - 0.5, CHANGED)
