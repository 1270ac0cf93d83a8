"""A finished assessment is read again as anybody could read it, shares included."""

import json
from pathlib import Path
from typing import Any

import pytest

from disclosure.small_tables import policy
from footing.disclosure.published import PublishedCounts, assessed_tables, audit_from_outside
from footing.disclosure.tabulating import DesignFault
from footing.standards import load_catalogue
from footing.tables import Hierarchy, coordinate

CATALOGUE = load_catalogue()
QUESTION = "parental_occupation"
GRADES = ("1", "2", "*")
COUNTS = {
    "codable": {"1": 60, "2": 40, "*": 100},
    "professional": {"1": 33, "2": 7, "*": 40},
    "intermediate": {"1": 17, "2": 13, "*": 30},
    "lower": {"1": 10, "2": 20, "*": 30},
}


CELLS = [(grade, group) for group in COUNTS for grade in GRADES]


def row(
    grade: str, group: str, value: float | None, base: int | None, rests_on: list[int] | None = None
) -> dict[str, Any]:
    places = [CELLS.index((grade, group))] if rests_on is None else rests_on
    return {"dimensions": {"grade": grade, QUESTION: group}, "value": value, "base": base, "rests_on": places}


def table(unit: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    dimensions = [{"variable": "grade"}, {"variable": QUESTION}]
    return {"unit": unit, "population": "staff", "benchmark": None, "dimensions": dimensions, "rows": rows}


def assessed(folder: Path, *, withheld: set[tuple[str, str]], shares_of: set[tuple[str, str]]) -> PublishedCounts:
    """An assessment with counts, except those withheld, and the shares that are asked for."""
    counts = [
        row(grade, group, *((None, None) if (grade, group) in withheld else (cells[grade], cells[grade])))
        for group, cells in COUNTS.items()
        for grade in GRADES
    ]
    shares = [
        row(
            grade,
            group,
            round(100 * COUNTS[group][grade] / COUNTS["codable"][grade], 1),
            COUNTS["codable"][grade],
            [CELLS.index((grade, "codable")), CELLS.index((grade, group))],
        )
        for grade, group in sorted(shares_of)
    ]
    hierarchy = CATALOGUE.default_classification(QUESTION).hierarchy()
    groups = [
        {key: code for key, code in (("grade", grade), (QUESTION, group)) if code != "*"} for grade, group in CELLS
    ]
    document = {
        "manifest": {"policy": "publish-10"},
        "tables": [table("people", counts), table("percent", shares)],
        "populations": [
            {
                "name": "staff",
                "hierarchies": [{"variable": QUESTION, "parents": hierarchy.parents}],
                "cells": [{"group": group, "count": None} for group in groups],
            }
        ],
    }
    (folder / "assessment.json").write_text(json.dumps(document))
    published, policy_id = assessed_tables(folder, CATALOGUE)
    assert policy_id == "publish-10"
    return published[0]


SAFE = {("2", "professional"), ("2", "intermediate"), ("1", "professional"), ("1", "intermediate")}


def test_withheld_counts_that_stay_uncertain_pass(tmp_path: Path) -> None:
    published = assessed(tmp_path, withheld=SAFE, shares_of={("1", "lower"), ("2", "lower")})
    assert not audit_from_outside(published, CATALOGUE.policy("publish-10")).found.exposures


def test_a_count_that_is_withheld_alone_in_its_row_is_worked_out(tmp_path: Path) -> None:
    published = assessed(tmp_path, withheld={("2", "professional")}, shares_of=set())
    (exposure,) = audit_from_outside(published, CATALOGUE.policy("publish-10")).found.exposures
    assert (exposure.smallest, exposure.largest) == (7, 7)
    assert sum(step.times * step.count for step in exposure.below) == 7


def test_a_share_that_is_shown_with_its_base_gives_its_withheld_count_away(tmp_path: Path) -> None:
    published = assessed(tmp_path, withheld=SAFE, shares_of={("2", "professional"), ("1", "lower"), ("2", "lower")})
    assert published.between[coordinate(grade="2", parental_occupation="professional")] == (7, 7)
    exposures = audit_from_outside(published, CATALOGUE.policy("publish-10")).found.exposures
    assert {exposure.largest for exposure in exposures} >= {7}


def test_the_base_of_a_share_is_a_count_that_is_known(tmp_path: Path) -> None:
    published = assessed(tmp_path, withheld={*SAFE, ("2", "codable")}, shares_of={("1", "lower"), ("2", "lower")})
    assert published.printed[coordinate(grade="2", parental_occupation="codable")] == 40


def test_a_file_that_is_no_assessment_is_refused(tmp_path: Path) -> None:
    (tmp_path / "assessment.json").write_text("{}")
    with pytest.raises(DesignFault, match="T015"):
        assessed_tables(tmp_path, CATALOGUE)


def test_groups_that_are_nobody_by_what_is_printed_around_them_are_not_taken_for_small_counts() -> None:
    """Nobody of the lower grades is left over, so that nobody of the wider grade is, though it is printed nowhere."""
    grades = {"grade": Hierarchy("grade", {"g1": "senior", "g2": "senior"})}
    lower, upper = coordinate(grade="g1"), coordinate(grade="g2")
    of_g1 = {sex: coordinate(grade="g1", sex=sex) for sex in ("f", "m")}
    printed = {lower: 20, upper: 0, of_g1["f"]: 20, of_g1["m"]: None, coordinate(grade="g2", sex="m"): None}
    senior = coordinate(grade="senior", sex="m")
    published = PublishedCounts(
        "staff", {**printed, senior: None}, grades, {}, frozenset({*printed, senior} - {lower, upper})
    )
    known = published.with_noughts().printed
    assert (known[of_g1["m"]], known[coordinate(grade="g2", sex="m")], known[senior]) == (0, 0, 0)
    assert not audit_from_outside(published, policy("civil-service-2023")).found.exposures


def test_nothing_follows_from_counts_that_are_withheld_or_not_all_there() -> None:
    wide = coordinate(grade="senior", sex="m")
    narrow = {code: coordinate(grade=code, sex="m") for code in ("g1", "g2")}
    grades = {"grade": Hierarchy("grade", dict.fromkeys(("g1", "g2", "g3"), "senior"))}
    cells = {wide: None, narrow["g1"]: 0, narrow["g2"]: 0}
    assert PublishedCounts("staff", cells, grades, {}, frozenset(cells)).with_noughts().printed[wide] is None
