"""The comparison with a coalition: its figures beside ours, by the same definition and by no other."""

import datetime as dt
import re
from dataclasses import replace
from functools import cache

import pytest

from footing.assessment import Assessment, Choices
from footing.assessment import assess as assess_workforce
from footing.reporting.model import DataTable, Figure, Report, Section
from footing.reporting.outline import load_outline
from footing.reporting.report import build_report
from footing.reporting.writing import report_files
from footing.standards import Benchmark, Catalogue, NotComparable, PooledBenchmarks, load_catalogue
from measures.small_workforce import make_workforce
from reporting.assessments import council_assessment
from reporting.staff import CHARACTERISTICS, council_staff
from standards.files import REVIEW, benchmark

OCCUPATION = "coalition-occupation-2025"


def pooled(**changes: object) -> PooledBenchmarks:
    usual = {
        "id": OCCUPATION,
        "title": "Northern councils, pooled 2025",
        "status": "derived",
        "scope": "coalition",
        "definition": "smc-three-groups",
        "population": "People in post at the 14 member councils",
        "people": 21400,
        "values": {"professional": 33.1, "intermediate": 23.5, "lower": 43.4},
        "review": {**REVIEW, "status": "derived"},
    }
    held = Benchmark.model_validate(benchmark(**{**usual, **changes}))
    return PooledBenchmarks("coalition.yaml", "c0" * 32, (held,))


def widened(held: PooledBenchmarks) -> Catalogue:
    return load_catalogue().with_benchmarks(held.benchmarks)


def assessed(held: PooledBenchmarks) -> Assessment:
    catalogue = widened(held)
    workforce = make_workforce(
        council_staff(1200), questions=("parental_occupation", "school_type"), characteristics=CHARACTERISTICS
    )
    choices = Choices(
        as_at=dt.date(2026, 4, 15),
        policy=catalogue.policy("publish-10"),
        mapping_sha256="a7" * 32,
        organisation="Northvale Council",
        coalition=held,
    )
    return assess_workforce(workforce, choices, catalogue=catalogue)


@cache
def told() -> tuple[Assessment, Report]:
    held = assessed(pooled())
    return held, build_report(held, widened(pooled()), outline=load_outline("coalition"))


def blocks(sections: tuple[Section, ...]):
    for section in sections:
        yield from section.blocks
        yield from blocks(section.sections)


def test_each_group_stands_beside_what_was_pooled():
    _, report = told()
    figure = next(each for each in blocks(report.sections) if isinstance(each, Figure))
    assert figure.chart.names == ("Northvale Council", "Coalition benchmark")
    assert {line.marks[1].text for line in figure.chart.lines} == {"33.1%", "23.5%", "43.4%"}
    assert re.fullmatch(
        r"Lower .+: \d+\.\d% here and 43\.4% in the coalition benchmark, (a|no) clear difference", figure.title
    )


def test_the_table_gives_the_pooled_figures_the_difference_and_whom_they_rest_on():
    held, report = told()
    table = next(each for each in blocks(report.sections) if isinstance(each, DataTable))
    assert "Benchmark" in table.columns
    assert table.notes[0] == (
        "Benchmark: Northern councils, pooled 2025. People in post at the 14 member councils, 2024, 21,400 people."
    )
    rows = {row.headers[0]: [cell.text for cell in row.cells] for group in table.groups for row in group.rows}
    difference = next(
        row.value
        for each in held.tables
        if each.id == f"representation.parental_occupation.overall.against.{OCCUPATION}"
        for row in each.rows
        if row.key == ("professional",)
    )
    assert rows["Lower socio-economic background"][2] == "43.4%"
    assert rows["Professional background"][3].startswith(f"{difference:+.1f}".replace("-", "−"))


def test_only_questions_that_were_pooled_and_only_that_benchmark_are_told():
    held, report = told()
    sources = {source for each in blocks(report.sections) if isinstance(each, DataTable) for source in each.sources}
    assert all("school_type" not in each for each in sources)
    assert all(each.endswith(OCCUPATION) for each in sources if ".against." in each)
    assert any(each.benchmark == "uk-parental-occupation-2021" for each in held.tables), "the full report keeps both"


def test_the_record_names_the_file_and_its_digest():
    held, _ = told()
    assert [(each.name, each.sha256, each.rows) for each in held.manifest.inputs][-1] == (
        "coalition.yaml",
        "c0" * 32,
        1,
    )
    assert OCCUPATION in held.manifest.benchmarks


def test_a_benchmark_of_another_definition_is_never_compared_with():
    with pytest.raises(NotComparable, match="smc-three-groups"):
        assessed(pooled(definition="smc-three-groups-2020", values={"lower": 28}))


def test_a_coalition_may_pool_one_group_alone():
    held = pooled(values={"lower": 43.4})
    report = build_report(assessed(held), widened(held), outline=load_outline("coalition"))
    figure = next(each for each in blocks(report.sections) if isinstance(each, Figure))
    assert [line.label for line in figure.chart.lines] == ["Lower socio-economic background"]


def test_without_a_coalition_the_report_says_what_it_needs():
    report = build_report(council_assessment(), load_catalogue(), outline=load_outline("coalition"))
    said = [each.text for each in blocks(report.sections) if hasattr(each, "text")]
    assert any("pooled benchmark" in each and "There is nothing to compare with" in each for each in said)
    assert not any(isinstance(each, DataTable) and "benchmark" in each.caption for each in blocks(report.sections))


def test_it_is_written_in_every_format_with_the_same_pooled_figure():
    held = pooled()
    files = report_files(
        assessed(held), widened(held), ("html", "json", "csv", "docx", "pdf", "xlsx", "ods"), "coalition"
    )
    assert {name.split("/")[0] for name in files} == {
        "coalition.html",
        "coalition.json",
        "coalition.docx",
        "coalition.pdf",
        "coalition-tables.xlsx",
        "coalition-tables.ods",
        "coalition-tables",
    }
    assert b"43.4%" in files["coalition.html"]
    assert any(OCCUPATION in name for name in files)


def test_a_withheld_share_is_not_compared():
    held, _ = told()
    hidden = tuple(
        replace(each, rows=each.rows)
        for each in held.tables
        if each.id != "representation.parental_occupation.overall.share"
    )
    report = build_report(replace(held, tables=hidden), widened(pooled()), outline=load_outline("coalition"))
    assert not any(isinstance(each, Figure) and each.id.endswith("overall-beside") for each in blocks(report.sections))
