"""``assessment.json`` follows its published schema and is the same to the byte every time."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from footing.assessment import Direction
from footing.reporting.json_file import assessment_json
from footing.tables import Status
from footing.tables.units import DECIMALS
from reporting.assessments import assess, council_assessment
from reporting.staff import council_staff

SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "reference" / "assessment.schema.json"


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return json.loads(assessment_json(council_assessment()))


def test_the_published_schema_is_a_schema(schema):
    Draft202012Validator.check_schema(schema)


def test_an_assessment_follows_the_published_schema(schema, document):
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(document)


def test_an_assessment_without_a_name_or_a_benchmark_follows_the_schema(schema):
    staff = council_staff(300)
    assessment = assess(staff, questions=["school_type"], characteristics={}, organisation=None)
    Draft202012Validator(schema).validate(json.loads(assessment_json(assessment)))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda row: row.update(value=3.5, status="withheld", reason="Small."),
        lambda row: row.update(status="withheld", reason=None),
        lambda row: row.update(value=None),
        lambda row: row.update(status="secret"),
        lambda row: row.update(extra=1),
        lambda row: row.pop("base"),
    ],
)
def test_the_schema_refuses_a_row_that_says_too_much_or_too_little(schema, document, spoil):
    spoiled = copy.deepcopy(document)
    row = next(row for table in spoiled["tables"] for row in table["rows"] if row["status"] == "shown")
    row.update(lower=None, upper=None)
    spoil(row)
    with pytest.raises(ValidationError):
        Draft202012Validator(schema).validate(spoiled)


def test_the_schema_names_every_status_direction_and_unit(schema):
    defined = schema["$defs"]
    assert defined["row"]["properties"]["status"]["enum"] == [each.value for each in Status]
    assert defined["finding"]["properties"]["direction"]["enum"] == [each.value for each in Direction]
    assert set(defined["table"]["properties"]["unit"]["enum"]) == set(DECIMALS)


def test_the_same_assessment_gives_the_same_bytes():
    again = assess(council_staff(4200))
    assert assessment_json(again) == assessment_json(council_assessment())


def test_tables_are_in_the_order_of_their_ids(document):
    ids = [table["id"] for table in document["tables"]]
    assert ids == sorted(ids)


def test_counts_are_whole_numbers_and_shares_have_one_decimal(document):
    for table in document["tables"]:
        for row in table["rows"]:
            if table["unit"] == "people" and row["value"] is not None:
                assert isinstance(row["value"], int)
            if table["unit"] == "percent" and row["value"] is not None:
                assert row["value"] == round(row["value"], 1)


def test_a_withheld_row_shows_no_value_no_interval_and_no_base(document):
    withheld = [row for table in document["tables"] for row in table["rows"] if row["status"] == "withheld"]
    assert withheld
    for row in withheld:
        assert (row["value"], row["lower"], row["upper"], row["base"]) == (None, None, None, None)
        assert row["reason"]


def test_each_finding_points_at_rows_that_are_there(document):
    rows = {(table["id"], tuple(row["dimensions"].values())) for table in document["tables"] for row in table["rows"]}
    assert document["findings"]
    for finding in document["findings"]:
        assert finding["evidence"]
        assert all((each["table"], tuple(each["key"])) in rows for each in finding["evidence"])
