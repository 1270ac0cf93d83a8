"""The errors that cells of a workbook show are found, wherever the text of the sheet is cut."""

import pytest

from faults.broken_files import rewrite_part
from faults.workbooks import STAFF, write_xlsx
from footing.workforce.reading import archive, error_cells
from footing.workforce.reading.error_cells import find_error_cells

ROWS = [*STAFF, ["K3", "=NA()->#N/A"], ["=1/0->#DIV/0!", "=NA()->#N/A"]]
SHEETS = ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")


@pytest.mark.parametrize("piece_bytes", [1, 3, 50, 1 << 20])
def test_errors_are_found_by_sheet_column_and_row_wherever_the_text_is_cut(tmp_path, monkeypatch, piece_bytes):
    monkeypatch.setattr(archive, "_UNPACK_BYTES", piece_bytes)
    path = write_xlsx(tmp_path / "a.xlsx", {"Staff": STAFF, "Two words": ROWS})
    found = find_error_cells(path, SHEETS)
    assert found["Staff"] == {}
    assert {place: rows.tolist() for place, rows in found["Two words"].items()} == {
        (1, "#N/A"): [4, 5],
        (0, "#DIV/0!"): [5],
    }


def test_a_cell_in_a_column_of_two_letters_is_placed(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"Staff": [[*[None] * 27, "=NA()->#N/A"]]})
    assert list(find_error_cells(path, SHEETS[:1])["Staff"]) == [(27, "#N/A")]


def test_a_text_without_cells_is_not_kept_in_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(error_cells, "_LONGEST_CELL_BYTES", 1_000)
    path = write_xlsx(tmp_path / "a.xlsx", {"Staff": ROWS})
    rewrite_part(path, SHEETS[0], lambda sheet: sheet.replace(b"</worksheet>", b" " * 3_000_000 + b"</worksheet>"))
    assert list(find_error_cells(path, SHEETS[:1])["Staff"]) == [(1, "#N/A"), (0, "#DIV/0!")]


def test_without_parts_that_show_errors_nothing_is_opened(tmp_path):
    assert find_error_cells(tmp_path / "missing.xlsx", ()) == {}
