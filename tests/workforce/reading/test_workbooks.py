"""Workbooks: every format gives the same text for the same cells."""

import datetime as dt
import io
import zipfile

import pytest

from faults.broken_files import rewrite_part
from faults.workbooks import STAFF, write_ods, write_xls, write_xlsx
from footing.workforce.limits import Limits
from footing.workforce.reading import read_sheets, workbook_process
from footing.workforce.reading.workbook_process import text_of
from workforce.reading.reading_files import codes, rows_of

FORMATS = {"xlsx": write_xlsx, "xls": write_xls, "ods": write_ods}

TYPED = (
    ("Payroll no", "Start", "Pay", "Hours", "Full time", "Note"),
    ("K1", dt.date(2024, 3, 31), 20404.52, 37.0, True, "  two\nlines "),
    ("K2", dt.date(1999, 12, 1), 0.1 + 0.2, 18.5, False, None),
)


@pytest.mark.parametrize("ending", FORMATS)
def test_typed_cells_are_text_in_one_form(tmp_path, ending):
    with read_sheets(FORMATS[ending](tmp_path / f"staff.{ending}", {"Staff": TYPED}), limits=Limits()) as extract:
        rows = rows_of(extract)
        assert [row[:-1] for row in rows] == [
            (2, "K1", "2024-03-31", "20404.52", "37", "TRUE"),
            (3, "K2", "1999-12-01", "0.3", "18.5", "FALSE"),
        ]
        assert rows[1][-1] is None
        # ODS keeps runs of spaces and line breaks as marks of their own; the parser gives what is left of them.
        assert rows[0][-1].split() == ["two", "lines"]
        assert extract.faults == ()


@pytest.mark.parametrize("ending", FORMATS)
def test_each_sheet_that_holds_a_table_is_a_sheet(tmp_path, ending):
    sheets = {"Staff": STAFF, "Diversity answers": [["Payroll no", "Answer"], ["K2", "PNTS"]]}
    with read_sheets(FORMATS[ending](tmp_path / f"trust.{ending}", sheets), limits=Limits()) as extract:
        staff, answers = extract.sheets
        assert (staff.name, staff.row_count, staff.header_row) == ("Staff", 2, 1)
        assert (answers.name, answers.row_count, answers.headings) == ("Diversity answers", 1, ("Payroll no", "Answer"))
        assert rows_of(extract, answers) == [(2, "K2", "PNTS")]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_table_need_not_begin_in_the_first_cell(tmp_path, ending):
    rows = [[None] * 4, [None, "Staff list", None, None], [None] * 4, *[[None, *row, None] for row in STAFF]]
    with read_sheets(FORMATS[ending](tmp_path / f"staff.{ending}", {"Staff": rows}), limits=Limits()) as extract:
        assert extract.sheets[0].headings == ("Payroll no", "Grade")
        assert rows_of(extract) == [(5, "K1", "Band 2"), (6, "K2", "Band 3")]
        assert codes(extract) == ["W028"]


def test_a_sheet_in_many_blocks_is_whole(tmp_path, monkeypatch):
    rows = [["Payroll no", "Grade"], *([f"K{index}", f"Band {index % 9}"] for index in range(100_500))]
    path = write_xlsx(tmp_path / "staff.xlsx", {"Staff": rows})
    with read_sheets(path, limits=Limits()) as extract:
        assert extract.sheets[0].row_count == 100_500
        assert rows_of(extract)[-1] == (100_501, "K100499", "Band 5")


def test_an_error_that_a_cell_shows_is_kept_as_its_text_and_not_as_a_blank_answer(tmp_path):
    rows = [[None, "Payroll no", "Answer"], [None, "K1", "=VLOOKUP()->#N/A"], [None, "K2", "PNTS"]]
    with read_sheets(write_xlsx(tmp_path / "a.xlsx", {"One": STAFF, "Two words": rows}), limits=Limits()) as extract:
        assert rows_of(extract, extract.sheets[1]) == [(2, "K1", "#N/A"), (3, "K2", "PNTS")]
        (fault,) = [fault for fault in extract.faults if fault.code == "W035"]
        assert (fault.place.sheet, fault.place.row, fault.place.column) == ("Two words", 2, "Answer")


def test_a_lone_carriage_return_in_a_cell_is_kept(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"Staff": [*STAFF, ["K3", "Band\r2"]]})
    with read_sheets(path, limits=Limits()) as extract:
        assert rows_of(extract)[-1] == (4, "K3", "Band\r2")


def test_an_external_link_is_not_followed(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"Staff": [*STAFF, ["K3", "='[other.xlsx]Sheet1'!A1->Band 4"]]})
    with read_sheets(path, limits=Limits()) as extract:
        assert rows_of(extract)[-1] == (4, "K3", "Band 4")
        assert codes(extract) == ["W031"]


def test_a_hidden_sheet_is_named_and_left(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"Staff": STAFF, "Lists": STAFF})
    rewrite_part(
        path, "xl/workbook.xml", lambda book: book.replace(b'name="Lists"', b'name="Lists" state="veryHidden"')
    )
    with read_sheets(path, limits=Limits()) as extract:
        assert [sheet.name for sheet in extract.sheets] == ["Staff"]
        assert 'sheet "Lists": The sheet was not read: it is hidden.' in str(extract.faults[0])


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  as it is ", "  as it is "),
        (37.0, "37"),
        (-0.5, "-0.5"),
        (1e21, "1000000000000000000000"),
        (1e-9, "0.000000001"),
        (20325.010000000002, "20325.01"),
        (12, "12"),
        (True, "TRUE"),
        (dt.datetime.fromisoformat("2024-03-31T09:30"), "2024-03-31T09:30:00"),
        (dt.datetime.fromisoformat("2024-03-31T09:29:59.999900"), "2024-03-31T09:30:00"),
        (dt.datetime.fromisoformat("2024-03-31T23:59:59.999900"), "2024-04-01"),
        (dt.time(9, 30), "09:30:00"),
        (dt.timedelta(hours=37, minutes=30), "37:30:00"),
        (-dt.timedelta(minutes=30), "-00:30:00"),
    ],
)
def test_the_text_of_a_cell(cell, text):
    assert text_of(cell) == text


def test_the_process_ends_quietly_with_a_code_for_each_way_to_fail(tmp_path, monkeypatch):
    class Output:
        buffer = io.BytesIO()

    monkeypatch.setattr(workbook_process.sys, "stdout", Output)
    monkeypatch.setattr(workbook_process, "_bound", lambda *_: None)
    broken = tmp_path / "broken.xlsx"
    zipfile.ZipFile(broken, "w").close()
    order = '{{"path": "{}", "memory_bytes": 1, "seconds": 1}}'
    assert workbook_process.main([order.format(broken)]) == workbook_process.BROKEN
    assert workbook_process.main([order.format(write_xlsx(tmp_path / "a.xlsx", {"Staff": STAFF}))]) == 0
    assert Output.buffer.getvalue().startswith(b'{"sheets": 1}\n{"name": "Staff", "rows": 3')
