"""The spreadsheets: every rule for releasing statistics in spreadsheets, and the same figures as in JSON."""

import io
import json
import zipfile
from collections.abc import Callable
from functools import cache

import openpyxl
import pytest
from openpyxl.utils import range_boundaries

from footing.reporting.json_file import assessment_json
from footing.reporting.workbook import build_workbook, ods_file, xlsx_file
from footing.reporting.workbook.content import LONGEST_TEXT, Workbook, writable
from footing.standards import load_catalogue
from reporting.assessments import council_assessment
from reporting.spreadsheet_reader import ReadSheet, sheets_of_ods, sheets_of_xlsx

FRONT = ["Cover", "Contents", "Definitions", "Notes"]
DECIMALS = {"people": 0, "percent": 1, "percentage points": 1}


@cache
def workbook() -> Workbook:
    return build_workbook(council_assessment(), load_catalogue())


@cache
def xlsx() -> bytes:
    return xlsx_file(workbook())


@cache
def ods() -> bytes:
    return ods_file(workbook())


@cache
def sheets(form: str) -> list[ReadSheet]:
    return sheets_of_xlsx(xlsx()) if form == "xlsx" else sheets_of_ods(ods())


@cache
def pages() -> list:
    return openpyxl.load_workbook(io.BytesIO(xlsx())).worksheets


both = pytest.mark.parametrize("form", ["xlsx", "ods"])


@both
def test_cover_contents_definitions_and_notes_come_first(form):
    assert [sheet.name for sheet in sheets(form)][:4] == FRONT


@both
def test_every_figure_is_the_one_in_json(form):
    by_sheet = {sheet.name: sheet for sheet in sheets(form)}
    contents = by_sheet["Contents"]
    compared = 0
    for table in json.loads(assessment_json(council_assessment()))["tables"]:
        (name,) = [row[0] for row in contents.rows if table["id"] in str(row[2]).split(", ")]
        compared += compare(table, by_sheet[str(name)])
    assert compared > 4000


def compare(table: dict, sheet: ReadSheet) -> int:
    """Compare each figure of a table with the sheet that holds it; how many there were."""
    title = heading(table)
    titles = {
        "value": f"{title} ({table['unit']})",
        "lower": f"{title}: lower end of the 95% interval",
        "upper": f"{title}: upper end of the 95% interval",
        "base": f"{title}: base",
    }
    count = len(table["dimensions"])
    rows = {row[:count]: dict(zip(sheet.headings, row, strict=True)) for row in sheet.rows}
    labels = [{each["code"]: each["label"] for each in one["categories"]} for one in table["dimensions"]]
    compared = 0
    for row in table["rows"]:
        key = tuple(known[code] for known, code in zip(labels, row["dimensions"].values(), strict=True))
        for name, column in titles.items():
            if column in sheet.headings:
                assert rows[key][column] == in_a_sheet(row, name), (table["id"], key, name)
                compared += 1
            else:
                assert name == "base" or row[name] is None
    return compared


def heading(table: dict) -> str:
    title = load_catalogue().measure(table["measure"]).title
    return f"{title}: {load_catalogue().benchmark(table['benchmark']).title}" if table["benchmark"] else title


def in_a_sheet(row: dict, name: str) -> str | float:
    if row["status"] == "withheld":
        return "[c]"
    return "[z]" if row[name] is None else row[name]


@both
def test_every_table_has_one_row_of_headings_that_differ_and_no_empty_cell(form):
    for sheet in sheets(form):
        if sheet.name != "Cover":
            assert len({each.casefold() for each in sheet.headings}) == len(sheet.headings)
            assert all(sheet.headings)
            assert sheet.rows
            for row in sheet.rows:
                assert len(row) == len(sheet.headings)
                assert all(cell not in (None, "") for cell in row)


@both
def test_each_sheet_says_in_its_first_cells_what_it_is_and_that_it_holds_one_table(form):
    for sheet in sheets(form):
        assert sheet.lines[0]
        if sheet.name not in FRONT:
            assert sheet.lines[0].startswith(f"{sheet.name}: ")
        if sheet.name != "Cover":
            assert sheet.lines[1].startswith("This worksheet contains one table.")


@both
def test_every_note_that_a_title_names_is_among_the_notes(form):
    by_name = {sheet.name: sheet for sheet in sheets(form)}
    known = {row[0] for row in by_name["Notes"].rows}
    named = {part.split("]")[0] for sheet in sheets(form) for part in sheet.lines[0].split("[")[1:]}
    assert named <= known
    assert named == known


@both
def test_the_shorthand_is_explained_on_the_cover_and_on_every_sheet_of_figures(form):
    for sheet in sheets(form):
        if sheet.name not in ("Contents", "Definitions"):
            assert any("[c]" in line and "[z]" in line for line in sheet.lines), sheet.name


def test_no_cell_is_merged_and_nothing_is_hidden():
    for page in pages():
        assert not page.merged_cells.ranges
        assert page.sheet_state == "visible"
        assert not any(row.hidden for row in page.row_dimensions.values())
        assert not any(column.hidden for column in page.column_dimensions.values())


def test_every_sheet_but_the_cover_has_one_marked_up_table_with_headings_and_no_filter():
    names = []
    for page in pages()[1:]:
        (table,) = page.tables.values()
        assert table.headerRowCount == 1
        assert table.autoFilter is None
        _, top, _, bottom = range_boundaries(table.ref)
        assert bottom == page.max_row
        assert page.freeze_panes is not None
        assert int("".join(filter(str.isdigit, page.freeze_panes))) == top + 1
        names.append(table.name)
    assert len(set(names)) == len(names)


def test_the_contents_lead_to_every_sheet():
    contents = pages()[1]
    links = {cell.hyperlink.location for row in contents.iter_rows() for cell in row if cell.hyperlink}
    assert links == {f"'{page.title}'!A1" for page in pages()[2:]}


def test_figures_are_numbers_with_the_decimals_of_their_unit():
    share = next(
        page for page in pages() if "by grade" in str(page["A1"].value) and "Share of people" in page["A1"].value
    )
    formats = {cell.number_format for row in share.iter_rows(min_row=5) for cell in row if cell.data_type == "n"}
    assert formats == {"#,##0", "#,##0.0"}


def test_the_ods_marks_its_tables_up_too():
    with zipfile.ZipFile(io.BytesIO(ods())) as archive:
        content = archive.read("content.xml").decode()
        assert archive.namelist()[0] == "mimetype"
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.spreadsheet"
        assert "HorizontalSplitPosition" in archive.read("settings.xml").decode()
    assert content.count("<table:database-range ") == len(sheets("ods")) - 1
    assert "table:number-columns-spanned" not in content
    assert "table:number-rows-spanned" not in content


@pytest.mark.parametrize("write", [xlsx_file, ods_file], ids=["xlsx", "ods"])
def test_the_same_figures_give_the_same_bytes(write: Callable[[Workbook], bytes]):
    assert write(workbook()) == write(workbook())


def test_what_no_cell_can_hold_is_replaced_or_cut():
    assert writable("a\x00b\ud800") == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"
    assert len(writable("x" * 40_000)) == LONGEST_TEXT


def test_a_row_of_a_workbook_is_as_high_as_its_longest_text():
    book = openpyxl.load_workbook(io.BytesIO(xlsx()))
    notes = book["Notes"]
    for (cell,) in notes.iter_rows(min_row=4, min_col=2, max_col=2):
        lines = len(str(cell.value)) / notes.column_dimensions["B"].width
        assert (notes.row_dimensions[cell.row].height or 15) >= 15 * lines
