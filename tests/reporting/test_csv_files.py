"""CSV tables that tools and spreadsheets can read, and the metadata that says what is in them."""

import csv
import io
import json
import re

import pytest

from footing.reporting.csv_files import UnsafeTableId, csv_files, csv_name, guarded
from footing.standards import load_catalogue
from footing.tables.units import DECIMALS
from reporting.assessments import council_assessment


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return csv_files(council_assessment(), load_catalogue())


@pytest.fixture(scope="module")
def metadata(files) -> dict:
    return json.loads(files["csv-metadata.json"])


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-1", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "\r=1"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Grade 1", "16 to 24", "*", "Children’s services", "", "a=b"])
def test_other_text_stays_as_it_is(text):
    assert guarded(text) == text


@pytest.mark.parametrize("table_id", ["../secret", "a/b", "", ".hidden", "Caps", "a b", "con\0"])
def test_a_table_id_that_could_name_another_file_is_refused(table_id):
    with pytest.raises(UnsafeTableId):
        csv_name(table_id)


def test_every_file_is_described_and_every_description_has_its_file(files, metadata):
    described = {table["url"] for table in metadata["tables"]}
    assert described == set(files) - {"csv-metadata.json"}


def test_the_columns_described_are_the_columns_in_the_file(files, metadata):
    for table in metadata["tables"]:
        header = next(csv.reader(io.StringIO(files[table["url"]].decode())))
        columns = table["tableSchema"]["columns"]
        assert header == [column["name"] for column in columns]
        assert header == [column["titles"][0] for column in columns]
        assert set(table["tableSchema"]["primaryKey"]) <= set(header)


def test_every_cell_fits_the_type_that_its_column_is_described_with(files, metadata):
    for table in metadata["tables"]:
        rows = csv.DictReader(io.StringIO(files[table["url"]].decode(), newline=""))
        columns = {column["name"]: column for column in table["tableSchema"]["columns"]}
        for row in rows:
            for name, text in row.items():
                assert fits(text, columns[name]), (table["url"], name, text)


PATTERNS = {"decimal": r"-?\d+(\.\d+)?", "integer": r"\d+", "string": r".*"}


def fits(text: str, column: dict) -> bool:
    """Whether a cell is what its column is described as, or one of the marks for a missing figure."""
    kind = column["datatype"]
    pattern = kind["format"] if isinstance(kind, dict) else PATTERNS[kind]
    return text in column.get("null", []) or re.fullmatch(pattern, text) is not None


def test_each_row_is_found_by_its_primary_key(files, metadata):
    for table in metadata["tables"]:
        rows = list(csv.DictReader(io.StringIO(files[table["url"]].decode(), newline="")))
        keys = {tuple(row[name] for name in table["tableSchema"]["primaryKey"]) for row in rows}
        assert len(keys) == len(rows)


def test_each_table_says_what_it_is_in_which_unit_from_what_and_as_at_when(metadata):
    for table in metadata["tables"]:
        assert table["dc:title"]
        assert table["dc:description"].count("Counted:") == 1
        assert table["schema:unitText"] in DECIMALS
        assert table["dc:temporal"] == "2026-03-31"
        assert any("council_hr_export.csv" in source for source in table["dc:source"])


def test_a_comparison_names_the_source_and_the_licence_of_its_benchmark(metadata):
    compared = [table for table in metadata["tables"] if ".against." in table["url"]]
    assert compared
    for table in compared:
        assert table["dc:license"] == "Open Government Licence v3.0"
        assert any("Social Mobility Commission" in source for source in table["dc:source"])


def test_the_day_of_issue_has_a_type_that_the_vocabulary_knows(metadata):
    assert metadata["dc:issued"] == {"@value": "2026-04-15", "@type": "xsd:date"}


def test_withheld_figures_are_marked_and_nothing_else_of_them_is_told(files):
    seen = 0
    for name, content in files.items():
        if name.endswith(".csv"):
            for row in csv.DictReader(io.StringIO(content.decode(), newline="")):
                if row["status"] == "withheld":
                    assert [row[each] for each in ("value", "lower", "upper", "base")] == ["[c]"] * 4
                    assert row["reason"]
                    seen += 1
    assert seen


def test_files_are_utf_8_with_the_line_ends_that_the_csv_standard_asks_for(files):
    for name, content in files.items():
        if name.endswith(".csv"):
            text = content.decode("utf-8")
            assert text.endswith("\r\n")
            assert "\n" not in text.replace("\r\n", "")
