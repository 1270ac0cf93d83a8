"""Spark gives what DuckDB gives: every count to the person, and every figure to the ninth digit."""

import json
from collections.abc import Iterator
from dataclasses import replace
from math import isclose
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from footing.cli.main import app
from footing.measures import Measured, measure_all, trend
from footing.samples import council
from footing.standards import load_catalogue
from footing.tables import Category
from footing.tables.raw import FromValues, RawTable
from footing.workforce import NOT_RECORDED, Workforce, check_extract
from footing.workforce.spark import in_spark

pytestmark = [
    pytest.mark.xdist_group("spark"),
    # Spark's own client leaves its connections to the collector of rubbish.
    pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning"),
]

PEOPLE = 600
CLOSE, NOTHING = 1e-9, 1e-12

OF_EVERY_FAMILY = {
    "response_rate",
    "background_share",
    "non_response_worst_case",
    "outreach_eligible_share",
    "hiring_impact_ratio",
    "pay_gap_median",
    "progression_curve",
}

SPOILED = {
    "people": {
        "annual_pay_pence": """CASE WHEN n % 11 = 0 THEN NULL WHEN n % 13 = 0 THEN -annual_pay_pence
                               WHEN n % 17 = 0 THEN 0 WHEN n % 5 = 0 THEN 3000000 ELSE annual_pay_pence END""",
        "bonus_pence": "CASE WHEN n % 7 = 0 THEN NULL WHEN n % 19 = 0 THEN -5000 ELSE bonus_pence END",
        "weekly_hours": "CASE WHEN n % 23 = 0 THEN NULL WHEN n % 29 = 0 THEN 0 WHEN n % 3 = 0 THEN 37 ELSE 22.2 END",
        "start_date": """CASE WHEN n % 31 = 0 THEN NULL WHEN n % 4 = 0 THEN DATE '2024-02-29' ELSE start_date END""",
        "grade": f"CASE WHEN n % 37 = 0 THEN '{NOT_RECORDED}' ELSE grade END",
        "sex": f"CASE WHEN n % 41 = 0 THEN '{NOT_RECORDED}' ELSE sex END",
        "site": "(SELECT min(site) FROM people_as_read)",
        "parental_occupation": "CASE WHEN n % 6 = 0 THEN 'not_answered' ELSE parental_occupation END",
    },
    "events": {
        "date": "CASE WHEN n % 9 = 0 THEN DATE '2024-02-29' ELSE date END",
        "reason": f"CASE WHEN n % 5 = 0 THEN '{NOT_RECORDED}' ELSE reason END",
        "to_grade": f"CASE WHEN n % 43 = 0 THEN '{NOT_RECORDED}' ELSE to_grade END",
    },
    "applications": {
        "applied_on": "CASE WHEN n % 7 = 0 THEN NULL WHEN n % 9 = 0 THEN DATE '2024-02-29' ELSE applied_on END",
        "sift_passed_on": "CASE WHEN n % 8 = 0 THEN applied_on - 3 ELSE sift_passed_on END",
        "offered_on": "CASE WHEN n % 10 = 0 THEN NULL ELSE offered_on END",
    },
    "participants": {"applied": "CASE WHEN n % 6 = 0 THEN NULL ELSE applied END"},
}
"""Blanks, negative pay and none, ties, leap days, unknown grades, categories that nobody is in, dates out of order."""


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workforce, Workforce]]:
    """A council this year, with all its companions, and the year before."""
    sample = council(seed=7, people=PEOPLE)
    files = sample.write(tmp_path_factory.mktemp("extract"), form="parquet")
    companions = {"applications": files.applications, "events": files.events, "outreach": files.outreach}
    day = sample.snapshot_date
    a_year_before = day.replace(year=day.year - 1)
    with _checked(files.staff, day, companions) as now, _checked(files.year_before, a_year_before, {}) as before:
        yield now.workforce, before.workforce


def _checked(path: Path, as_at: Any, companions: dict[str, Path]) -> Any:
    return check_extract(path, mapping=None, catalogue=load_catalogue(), as_at=as_at, **companions)


def _spoiled(workforce: Workforce) -> Workforce:
    tables = {}
    for name, columns in SPOILED.items():
        table = getattr(workforce, name)
        workforce.connection.execute(
            f"CREATE OR REPLACE TEMP VIEW {name}_as_read AS {table.get_backend().compile(table)}"
        )
        values = ", ".join(f"{value} AS {column}" for column, value in columns.items())
        workforce.connection.execute(
            f"CREATE TEMP TABLE {name}_spoiled AS SELECT * EXCLUDE n REPLACE ({values}) "
            f"FROM (SELECT *, row_number() OVER () AS n FROM {name}_as_read)"
        )
        tables[name] = table.get_backend().table(f"{name}_spoiled")
    unknown = Category(NOT_RECORDED, "Not recorded")
    characteristics = tuple(
        replace(each, categories=(*(one for one in each.categories if one != unknown), unknown))
        for each in workforce.characteristics
    )
    return replace(workforce, characteristics=characteristics, **tables)


def _measured(workforce: Workforce) -> Measured:
    return measure_all(workforce, catalogue=load_catalogue(), benchmark_ids=("uk-parental-occupation-2021",))


def _require_same(ours: Measured, theirs: Measured) -> int:
    """How many figures were compared, after every one of them was found the same."""
    assert theirs.not_measured == ours.not_measured
    assert [each.name for each in theirs.release.populations] == [each.name for each in ours.release.populations]
    for one, other in zip(ours.release.populations, theirs.release.populations, strict=True):
        assert other.counts == one.counts, one.name
    counts = {each.name: each.counts for each in ours.release.populations}
    return _require_same_tables(ours.release.tables, theirs.release.tables, counts)


def _require_same_tables(ours: tuple[RawTable, ...], theirs: tuple[RawTable, ...], counts: Any) -> int:
    assert [table.id for table in theirs] == [table.id for table in ours]
    figures = 0
    for one, other in zip(ours, theirs, strict=True):
        assert (other.title, other.dimensions, other.notes) == (one.title, one.dimensions, one.notes)
        mine, others = _figures(one, counts[one.population]), _figures(other, counts[one.population])
        assert list(others) == list(mine), one.id
        for key, figure in mine.items():
            assert len(others[key]) == len(figure), (one.id, key)
            assert all(map(_close, figure, others[key])), (one.id, key, figure, others[key])
        figures += len(mine)
    return figures


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=CLOSE, abs_tol=NOTHING)


def _figures(table: RawTable, counts: Any) -> dict[Any, tuple[Any, ...]]:
    return {row.key: tuple(_parts(row.figure, counts)) for row in table.rows}


def _parts(figure: Any, counts: Any) -> Iterator[Any]:
    """Value, limits and whatever else of a figure came out of the engine."""
    from_values = isinstance(figure, FromValues)
    estimate = figure.estimate if from_values else figure.estimate(*(counts[cell] for cell in figure.cells))
    yield from (estimate.value, estimate.lower, estimate.upper)
    if from_values and figure.contribution:
        yield from (figure.contribution.total, *figure.contribution.largest)


def test_every_measure_of_a_council_with_all_its_companions_is_the_same_in_spark(spark, years) -> None:
    now, _ = years
    ours = _measured(now)
    assert {table.measure for table in ours.release.tables} >= OF_EVERY_FAMILY
    with in_spark(now) as there:
        assert _require_same(ours, _measured(there)) > 5_000


def test_blanks_ties_leap_days_and_negative_pay_count_the_same_in_spark(spark, years) -> None:
    spoiled = _spoiled(years[0])
    ours = _measured(spoiled)
    with in_spark(spoiled) as there:
        assert _require_same(ours, _measured(there)) > 5_000


def test_the_trend_between_two_years_is_the_same_in_spark(spark, years) -> None:
    now, before = years
    ours = trend.measure(now, before, catalogue=load_catalogue())
    assert ours.tables
    with in_spark(now) as now_there, in_spark(before) as before_there:
        theirs = trend.measure(now_there, before_there, catalogue=load_catalogue())
    assert theirs.counts == ours.counts
    assert theirs.not_measured == ours.not_measured
    assert (
        _require_same_tables(ours.tables, theirs.tables, {table.population: ours.counts for table in ours.tables}) > 0
    )


def test_an_assessment_says_which_engine_measured_and_holds_the_same_tables(spark, tmp_path) -> None:
    extract = council(seed=3, people=PEOPLE).write(tmp_path).staff
    found = {}
    for engine in ("duckdb", "spark"):
        asked = ["assess", str(extract), "--out", str(tmp_path / engine), "--format", "json", "--engine", engine]
        result = CliRunner().invoke(app, [*asked, "--as-at", "2025-04-01"])
        assert result.exit_code == 0, result.stderr
        found[engine] = json.loads((tmp_path / engine / "assessment.json").read_text())
        assert found[engine]["manifest"].pop("engine") == engine
    assert found["spark"] == found["duckdb"]
