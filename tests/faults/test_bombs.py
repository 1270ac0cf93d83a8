"""Small files that unpack to more than a machine holds are refused within the bounds, and the reader survives."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from faults.broken_files import bomb, corners, rewrite_part, wide
from faults.workbooks import STAFF, write_xls, write_xlsx
from footing.workforce.limits import Limits
from footing.workforce.reading import read_sheets

QUARTER_GIBIBYTE = 1 << 28
MEBIBYTES_OF_AN_HONEST_FILE = 300
BOUNDED = Limits(workbook_memory_bytes=QUARTER_GIBIBYTE)

READ = """
import sys
from pathlib import Path
from footing.workforce.limits import Limits
from footing.workforce.reading import read_sheets
with read_sheets(Path(sys.argv[1]), limits=Limits()) as extract:
    print(extract.faults[0].code, Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""


def code_of(path: Path, limits: Limits) -> str:
    """The code of the first fault."""
    with read_sheets(path, limits=limits) as extract:
        assert extract.sheets == ()
        return extract.faults[0].code


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell peak memory in /proc")
@pytest.mark.parametrize(("build", "code"), [(bomb, "W009"), (corners, "W010"), (wide, "W013")])
def test_a_bomb_costs_no_more_memory_than_an_honest_file(tmp_path, build, code):
    path = tmp_path / ("bomb.csv" if build is wide else "bomb.xlsx")
    build(path)
    command = [sys.executable, "-c", READ, str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout.split()
    assert said[0] == code
    assert int(said[1]) < MEBIBYTES_OF_AN_HONEST_FILE * 1024


def test_a_long_text_that_many_cells_share_is_bounded(tmp_path):
    path = write_xlsx(tmp_path / "shared.xlsx", {"Staff": [["x" * 32_767, "y"]]})
    row = b"<row>" + b'<c t="s"><v>0</v></c>' * 50_000 + b"</row>"
    rewrite_part(path, "xl/worksheets/sheet1.xml", lambda sheet: sheet.replace(b"</sheetData>", row + b"</sheetData>"))
    assert path.stat().st_size < 50_000
    assert code_of(path, BOUNDED) == "W010"


def test_cells_that_repeat_without_end_are_bounded(tmp_path):
    book, table, row = OpenDocumentSpreadsheet(), Table(name="Staff"), TableRow(numberrowsrepeated=1_048_576)
    cell = TableCell(valuetype="string", numbercolumnsrepeated=16_384)
    cell.addElement(P(text="x"))
    row.addElement(cell)
    table.addElement(row)
    book.spreadsheet.addElement(table)
    path = tmp_path / "repeated.ods"
    book.save(str(path))
    assert code_of(path, BOUNDED) == "W010"


def test_two_cells_at_the_corners_of_an_old_sheet_are_bounded(tmp_path):
    rows = [["a"], *[[]] * 65_534, [*[None] * 255, "b"]]
    assert code_of(write_xls(tmp_path / "corners.xls", {"Staff": rows}), BOUNDED) == "W010"


def test_a_workbook_that_takes_too_long_is_stopped(tmp_path):
    path = write_xlsx(tmp_path / "slow.xlsx", {"Staff": STAFF})
    assert code_of(path, Limits(workbook_seconds=0)) == "W010"


def test_ten_million_columns_are_refused_before_the_file_is_read(tmp_path):
    path = tmp_path / "wide.csv"
    wide(path)
    started = resource.getrusage(resource.RUSAGE_SELF).ru_utime

    class NothingIsChecked:
        def start(self, description: str, total: int) -> None:
            raise AssertionError(f"{description}: {total}")

        def advance(self, n: int) -> None:
            raise AssertionError(n)

    with read_sheets(path, limits=Limits(), progress=NothingIsChecked()) as extract:
        assert [fault.code for fault in extract.faults] == ["W013"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - started < 2
