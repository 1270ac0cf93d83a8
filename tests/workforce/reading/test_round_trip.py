"""A table written as text, however it is written, is read back equal."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footing.workforce.limits import Limits
from footing.workforce.reading import read_sheets
from footing.workforce.reading.engine import open_engine

HEADINGS = ("Employee number", "Grade", "Answer", "Note")

words = st.sampled_from(
    [
        "Grade 1",
        "Grade 2",
        "Not known",
        "I don't know",
        "Café",
        "£20,404.52",
        "a;b",
        "x|y",
        "tab\there",
        "line\nbreak",
        "old\rbreak",
    ]
)
letters = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
# Letters that Windows-1252 does not write as UTF-8 would begin one, so that no example is both.
windows_letters = st.text(st.sampled_from("abc XYZ,;|\"'£ö–“”€ \n"), max_size=12)


def tables(cells: st.SearchStrategy[str]) -> st.SearchStrategy[list[list[str]]]:
    """Rows of a key that is never blank and three cells of anything."""
    return st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=8).map(
        lambda rows: [[f"K{index:04}", *row] for index, row in enumerate(rows)]
    )


def write(rows: list[list[str]], *, delimiter: str, line_end: str, quote_all: bool, last_break: bool) -> str:
    """The table as the standard library writes it."""
    out = io.StringIO()
    # The standard library leaves a lone carriage return bare when lines end without one.
    quoting = csv.QUOTE_ALL if quote_all or line_end == "\n" else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=delimiter, lineterminator=line_end, quoting=quoting).writerows([HEADINGS, *rows])
    text = out.getvalue()
    return text if last_break else text.removesuffix(line_end)


def read_back(path: Path, engine: duckdb.DuckDBPyConnection) -> list[list[str]]:
    """The rows of the one sheet, in order, an empty cell being an empty text."""
    extract = read_sheets(path, limits=Limits(), connection=engine)
    assert [fault.code for fault in extract.faults if fault.severity == "error"] == []
    (sheet,) = extract.sheets
    assert sheet.headings == HEADINGS
    cells = ", ".join(f"coalesce({column}, '')" for column in sheet.columns)
    found = engine.execute(f"SELECT {cells} FROM {sheet.relation} ORDER BY row_number").fetchall()
    engine.execute(f"DROP TABLE {sheet.relation}")
    return [list(row) for row in found]


@pytest.fixture(scope="module")
def engine() -> Iterator[duckdb.DuckDBPyConnection]:
    with open_engine() as connection:
        yield connection


ways = {
    "delimiter": st.sampled_from([",", ";", "\t", "|", "^", "~", "\x1f"]),
    "line_end": st.sampled_from(["\n", "\r\n"]),
    "quote_all": st.booleans(),
    "last_break": st.booleans(),
}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=tables(words | letters),
    way=st.fixed_dictionaries(ways),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_table_written_with_any_delimiter_and_unicode_encoding_is_read_back_equal(
    tmp_path, engine, rows, way, encoding
):
    path = tmp_path / "table.csv"
    path.write_bytes(write(rows, **way).encode(encoding))
    assert read_back(path, engine) == rows


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=tables(windows_letters), way=st.fixed_dictionaries(ways))
def test_a_table_written_in_windows_1252_is_read_back_equal(tmp_path, engine, rows, way):
    path = tmp_path / "table.csv"
    path.write_bytes(write(rows, **way).encode("cp1252"))
    assert read_back(path, engine) == rows
