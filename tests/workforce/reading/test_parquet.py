"""Parquet: typed columns arrive as the same text as typed cells of a spreadsheet."""

import duckdb
import pytest

from footing.workforce.limits import Limits
from footing.workforce.reading import read_sheets
from workforce.reading.reading_files import rows_of

TYPES = [
    ("'  as it is '", "  as it is "),
    ("''", None),
    ("NULL::VARCHAR", None),
    ("'x'::BLOB", "x"),
    ("'Grade 1'::ENUM('Grade 1')", "Grade 1"),
    ("37::TINYINT", "37"),
    ("1234567890123456789::BIGINT", "1234567890123456789"),
    ("37.0::DOUBLE", "37"),
    ("-0.5::DOUBLE", "-0.5"),
    ("0.1::FLOAT", "0.1"),
    ("'nan'::DOUBLE", None),
    ("1e-9::DOUBLE", "0.000000001"),
    ("20404.520000000002::DOUBLE", "20404.52"),
    ("20404.50::DECIMAL(9, 2)", "20404.5"),
    ("20400.00::DECIMAL(9, 2)", "20400"),
    ("20400::DECIMAL(9, 0)", "20400"),
    ("true", "TRUE"),
    ("DATE '2024-03-31'", "2024-03-31"),
    ("TIMESTAMP '2024-03-31 00:00:00'", "2024-03-31"),
    ("TIMESTAMP_NS '2024-03-31 09:30:00'", "2024-03-31T09:30:00"),
    ("TIMESTAMPTZ '2024-07-01 23:30:00+00'", "2024-07-02T00:30:00"),
    ("TIME '09:30:00'", "09:30:00"),
]


@pytest.mark.parametrize(("value", "text"), TYPES, ids=[value for value, _ in TYPES])
def test_a_typed_value_is_text_in_one_form(tmp_path, value, text):
    path = tmp_path / "people.parquet"
    duckdb.execute(f"COPY (SELECT 'K1' AS key, {value} AS cell) TO '{path}' (FORMAT parquet)")
    with read_sheets(path, limits=Limits()) as extract:
        assert rows_of(extract) == [(1, "K1", text)]
        assert extract.faults == ()


def test_the_columns_are_the_headings_and_rows_that_hold_nothing_are_left_out(tmp_path):
    path = tmp_path / "people.parquet"
    people = 'SELECT * FROM (VALUES (\'K1\', 2), (NULL, NULL), (\'Total\', 3)) AS t("Payroll ""no""", Grade)'
    duckdb.execute(f"COPY ({people}) TO '{path}' (FORMAT parquet)")
    with read_sheets(path, limits=Limits()) as extract:
        (sheet,) = extract.sheets
        assert (sheet.name, sheet.headings, sheet.header_row) == ("people", ('Payroll "no"', "Grade"), 0)
        assert rows_of(extract) == [(1, "K1", "2"), (3, "Total", "3")]
        assert [fault.code for fault in extract.faults] == ["W030"]
