"""What is said is the same in every format: each file is read back and compared, figure by figure."""

import csv
import io
import json
from functools import cache
from pathlib import Path

import pytest

from footing.assessment import Assessment
from footing.reporting.csv_files import csv_files
from footing.reporting.html import html_page
from footing.reporting.json_file import assessment_json
from footing.reporting.outline import load_outline
from footing.reporting.report import build_report
from footing.standards import load_catalogue
from footing.tables import ReleasableRow, ReleasableTable
from reporting.assessments import BENCHMARK, council_assessment
from reporting.page_reader import PageRow, PageTable, page_tables, read_page

TABLES = "tables"
FIGURES = ("value", "lower", "upper", "base")


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return council_assessment()


@cache
def tables_on_the_page() -> list[PageTable]:
    report = build_report(council_assessment(), load_catalogue(), tables_folder=TABLES)
    return page_tables(read_page(html_page(report)))


@cache
def tables_in_json() -> dict[str, dict]:
    return {table["id"]: table for table in json.loads(assessment_json(council_assessment()))["tables"]}


@cache
def tables_in_csv() -> dict[str, list[dict[str, str]]]:
    files = csv_files(council_assessment(), load_catalogue())
    texts = {Path(name).stem: content.decode() for name, content in files.items() if name.endswith(".csv")}
    return {name: list(csv.DictReader(io.StringIO(text, newline=""))) for name, text in texts.items()}


def as_people_read(number: float | None, unit: str) -> str:
    """A separate, naive way to write a figure."""
    if number is None:
        return "[z]"
    if unit == "people":
        return f"{number:,.0f}"
    if unit == "percent":
        return f"{number:,.1f}%".replace("-", "−")
    if unit == "ratio":
        return f"{number:,.2f}"
    if unit == "pounds an hour":
        return f"£{number:,.2f}"
    return f"{number:+,.1f}".replace("-", "−") if number else "0.0"


def test_json_and_csv_hold_every_table(assessment: Assessment):
    ids = {table.id for table in assessment.tables}
    assert set(tables_in_json()) == ids
    assert set(tables_in_csv()) == ids


def test_every_figure_in_json_is_the_protected_one(assessment: Assessment):
    for table in assessment.tables:
        for row, found in zip(table.rows, tables_in_json()[table.id]["rows"], strict=True):
            assert tuple(found["dimensions"].values()) == row.key
            assert found["status"] == row.status.value
            assert found["reason"] == row.reason
            assert [found[name] for name in FIGURES] == [row.value, row.lower, row.upper, row.base]


def test_every_figure_in_csv_is_the_one_in_json(assessment: Assessment):
    compared = 0
    for table in assessment.tables:
        for from_csv, from_json in zip(tables_in_csv()[table.id], tables_in_json()[table.id]["rows"], strict=True):
            assert {name: from_csv[name] for name in from_json["dimensions"]} == from_json["dimensions"]
            assert from_csv["status"] == from_json["status"]
            assert from_csv["reason"] == (from_json["reason"] or "")
            for name in FIGURES:
                expected = from_json[name]
                if expected is None:
                    assert from_csv[name] == ("[c]" if from_json["status"] == "withheld" else "[z]")
                else:
                    assert float(from_csv[name]) == expected
                compared += 1
    assert compared == 4 * sum(len(table.rows) for table in assessment.tables)


def test_every_figure_on_the_page_is_the_protected_one(assessment: Assessment):
    compared = 0
    for table in assessment.tables:
        on_page = [each for each in tables_on_the_page() if f"{TABLES}/{table.id}.csv" in each.files]
        assert on_page, f"{table.id} is not on the page"
        for row in table.rows:
            assert_on_the_page(table, row, on_page)
            compared += 1
    assert compared > 1000


def assert_on_the_page(table: ReleasableTable, row: ReleasableRow, on_page: list[PageTable]) -> None:
    """The row's value, interval and base are where a reader looks for them, or all are shown as withheld."""
    figures = figures_where_a_reader_looks(table, row, on_page)
    if row.status.value != "shown":
        mark = "[c]" if row.status.value == "withheld" else "[z]"
        assert figures["value"] == mark
        assert figures.get("interval", mark) == mark
        assert figures.get("base", mark) == mark or shared_base_shown(table, row)
        return
    value = as_people_read(row.value, table.unit)
    interval = f"{as_people_read(row.lower, table.unit)} to {as_people_read(row.upper, table.unit)}"
    if table.unit == "percentage points" and set(figures) == {"value"}:
        assert figures["value"] == f"{value} ({interval})"
        return
    assert figures["value"] == value
    assert row.lower is None or figures["interval"] == interval
    assert table.unit == "people" or figures["base"] == as_people_read(row.base, "people")


def shared_base_shown(table: ReleasableTable, row: ReleasableRow) -> bool:
    """Rates by breakdown stand beside each other: one that is out of the same people may show the base."""
    asked = {"response_rate": "codable_rate", "codable_rate": "response_rate"}
    if table.measure not in asked:
        return False
    neighbour = council_assessment().table(table.id.replace(table.measure, asked[table.measure]))
    return any(each.key[:-1] == row.key[:-1] and each.base is not None for each in neighbour.rows)


def figures_where_a_reader_looks(
    table: ReleasableTable, row: ReleasableRow, on_page: list[PageTable]
) -> dict[str, str]:
    labels = [dimension.label(code) for code, dimension in zip(row.key, table.dimensions, strict=True)]
    if table.measure in ("response_rate", "codable_rate", "prefer_not_to_say_rate"):
        return _rates(table, tuple(labels[:-1]), on_page)
    if not table.id.startswith(("representation.", "response.")):
        return _in_a_view(table, labels, on_page)
    if table.unit == "people":
        return _people(tuple(labels[:-1]), labels[-1], on_page)
    line = _line(tuple(labels[:-1]), labels[-1], on_page)
    if table.unit == "percentage points":
        return {"value": line.figures["Difference, points (95% interval)"]}
    return {
        "value": line.figures["Share"],
        "interval": line.figures.get("95% interval", "[c]"),
        "base": line.figures["Base"],
    }


def _in_a_view(table: ReleasableTable, labels: list[str], on_page: list[PageTable]) -> dict[str, str]:
    """One table on its own: the groups within each line of its breakdown, or the lines where there is one group."""
    (rows,) = [each.rows for each in on_page]
    *line, group = labels
    of_one = line and len(table.dimensions[-1].categories) == 1
    names, title = (tuple(line), "") if of_one else ((group,), ", ".join(line))
    found = next(each.figures for each in rows if each.names == names and each.group == title)
    value = called().get(table.measure) or {"percent": "Share"}.get(table.unit, table.unit.capitalize())
    interval = found.get("95% interval", "[z]" if found[value] != "[c]" else "[c]")
    return {"value": found[value], "interval": interval, "base": found.get("Base", found[value])}


def called() -> dict[str, str]:
    """What the figures of a measure are called, where the outline says so."""
    views = [view for section in load_outline().sections for view in section.views]
    return {measure: name for view in views for measure, name in view.figures.items()}


def _people(names: tuple[str, ...], group: str, on_page: list[PageTable]) -> dict[str, str]:
    (rows,) = [each.rows for each in on_page]
    if not names:
        return {"value": next(line.figures["People"] for line in rows if line.names == (group,))}
    return {"value": next(line.figures[group] for line in rows if line.names == names)}


def _rates(table: ReleasableTable, names: tuple[str, ...], on_page: list[PageTable]) -> dict[str, str]:
    title = load_catalogue().measure(table.measure).title
    (rows,) = [each.rows for each in on_page]
    if not names:
        line = next(line for line in rows if line.names[0] == title)
        return {"value": line.figures["Share"], "base": line.figures["Base"]}
    line = next(line for line in rows if line.names == names)
    of_all_asked = table.measure != "prefer_not_to_say_rate"
    base = "Base: everybody asked" if of_all_asked else "Base: people who gave any answer"
    return {"value": line.figures[title], "base": line.figures.get(base, "")}


def _line(names: tuple[str, ...], group: str, on_page: list[PageTable]) -> PageRow:
    for each in on_page:
        for line in each.rows:
            of_group = line.group == group or (not line.group and each.caption.startswith(group))
            if line.names == (group,) or (line.names == names and of_group):
                return line
    raise AssertionError(f"no line for {names}, {group}")


def test_a_chart_says_the_figures_of_its_table():
    page = read_page(html_page(build_report(council_assessment(), load_catalogue())))
    figure = next(
        each for each in page.all("figure") if "representation-parental-occupation-by-grade" in each.attributes["id"]
    )
    shares = next(t for t in council_assessment().tables if t.id == "representation.parental_occupation.by_grade.share")
    spoken = figure.all("desc")[0].text()
    for row in shares.rows:
        grade, group = row.key
        if group == "lower" and grade not in ("*", "not_recorded"):
            said = "[c] withheld" if row.value is None else as_people_read(row.value, "percent")
            assert f"{grade}: {said}" in spoken
            assert said in figure.all("svg")[0].text()


def test_the_benchmark_on_the_page_is_the_published_one():
    published = load_catalogue().benchmark(BENCHMARK).values
    overall = next(each for each in tables_on_the_page() if each.caption == "Parental occupation at 14: everybody")
    shown = {line.names[0]: line.figures["Benchmark"] for line in overall.rows}
    classification = load_catalogue().default_classification("parental_occupation")
    assert shown == {classification.group(code).label: f"{value:g}%" for code, value in published.items()}
