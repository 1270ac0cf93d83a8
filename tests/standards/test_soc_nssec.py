"""Reading a table of occupations by employment status. The classes in these tables are made up, not those of ONS."""

import csv
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from footing.standards import load_catalogue
from footing.standards.errors import DerivationTableFault
from footing.standards.soc_nssec import STATUSES, read_occupation_classes
from footing.standards.table_files import TableLimits

CATALOGUE = load_catalogue()
UNIT_GROUPS = sorted(CATALOGUE.occupation_scheme("soc2020-unit-groups").unit_groups)

HEADINGS = (
    "SOC 2020 unit group",
    "Group title",
    "Simplified NS-SEC",
    "Employers – large organisations",
    "Employers – small organisations",
    "Self-employed, no employees",
    "Managers – large organisations",
    "Managers – small organisations",
    "Supervisors",
    "Other employees",
)
MADE_UP_CLASSES = ("3", "1.1", "4", "4", "2", "2", "5", "7")


def made_up_rows() -> list[list[str]]:
    """A table of the right shape with the same made-up classes for every unit group."""
    return [list(HEADINGS), *([code, f"Title of {code}", *MADE_UP_CLASSES] for code in UNIT_GROUPS)]


def as_csv(folder: Path, rows: list[list[str]], encoding: str = "utf-8-sig") -> Path:
    path = folder / "made_up_derivation.csv"
    with path.open("w", newline="", encoding=encoding) as file:
        csv.writer(file).writerows(rows)
    return path


def as_workbook(folder: Path, rows: list[list[str]]) -> Path:
    """A workbook with a cover sheet, a title above the table, and numbers where a spreadsheet would have them."""
    path = folder / "made_up_derivation.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        workbook.add_worksheet("Cover").write(0, 0, "SOC 2020 volume 3, made up")
        sheet = workbook.add_worksheet("Derivation")
        sheet.write(0, 0, "A title above the table")
        for number, row in enumerate(rows, start=2):
            for column, cell in enumerate(row):
                if cell.replace(".", "", 1).isdigit():
                    sheet.write_number(number, column, float(cell))
                else:
                    sheet.write_string(number, column, cell)
    return path


def fault_of(path: Path, limits: TableLimits | None = None) -> DerivationTableFault:
    with pytest.raises(DerivationTableFault) as found:
        read_occupation_classes(path, catalogue=CATALOGUE, limits=limits)
    return found.value


def test_there_are_412_unit_groups():
    assert len(UNIT_GROUPS) == 412
    assert UNIT_GROUPS[0] == "1111"


@pytest.mark.parametrize("write", [as_csv, as_workbook])
def test_a_whole_table_gives_a_class_for_each_unit_group_and_status(tmp_path, write):
    classes = read_occupation_classes(write(tmp_path, made_up_rows()), catalogue=CATALOGUE)
    assert len(classes.classes) == 412 * 8
    found = [classes.nssec_class("1111", status) for status in STATUSES]
    assert found == ["3", "1", "4", "4", "2", "2", "5", "7"]
    assert classes.nssec_class("1111") == "3"


def test_a_pair_without_a_class_has_none(tmp_path):
    rows = made_up_rows()
    rows[1][8] = "-"
    rows[2][9] = ""
    rows[3] = rows[3][:9]
    classes = read_occupation_classes(as_csv(tmp_path, rows), catalogue=CATALOGUE)
    assert classes.nssec_class(UNIT_GROUPS[0], "supervisor") is None
    assert classes.nssec_class(UNIT_GROUPS[1], "other_employee") is None
    assert classes.nssec_class(UNIT_GROUPS[2], "other_employee") is None
    assert classes.nssec_class("9999", "supervisor") is None


def test_titles_subtotals_and_notes_around_the_table_are_passed_over(tmp_path):
    rows = [["NS-SEC rebased on SOC 2020"], [], *made_up_rows(), [], ["11", "Corporate managers"], ["Note: made up"]]
    classes = read_occupation_classes(as_csv(tmp_path, rows), catalogue=CATALOGUE)
    assert len(classes.classes) == 412 * 8


def test_operational_categories_with_their_letter_are_classes_too(tmp_path):
    rows = made_up_rows()
    rows[1][2:4] = ["L3.1", "L12"]
    classes = read_occupation_classes(as_csv(tmp_path, rows), catalogue=CATALOGUE)
    assert classes.nssec_class("1111", "simplified") == "1"
    assert classes.nssec_class("1111", "employer_large") == "6"


def test_a_windows_file_is_read(tmp_path):
    classes = read_occupation_classes(as_csv(tmp_path, made_up_rows(), encoding="cp1252"), catalogue=CATALOGUE)
    assert classes.nssec_class("1111", "employer_large") == "1"


def test_an_operational_category_without_its_letter_is_refused_because_it_could_be_a_class(tmp_path):
    rows = made_up_rows()
    rows[5][3] = "3.1"
    fault = fault_of(as_csv(tmp_path, rows))
    assert fault.code == "S015"
    assert f"'3.1', at unit group {UNIT_GROUPS[4]} and column employer_large" in str(fault)
    assert "L3.1" in fault.next_step


def test_a_table_for_another_edition_is_refused(tmp_path):
    fault = fault_of(as_csv(tmp_path, [*made_up_rows(), ["1117", "An older group", *MADE_UP_CLASSES]]))
    assert fault.code == "S012"
    assert "1117" in str(fault)
    assert "SOC 2010" in fault.next_step


def test_missing_unit_groups_are_named_and_counted(tmp_path):
    fault = fault_of(as_csv(tmp_path, made_up_rows()[:-7]))
    assert str(fault).startswith("S013 · 7 of the 412 unit groups of SOC 2020 are missing: ")
    assert "and 2 more" in str(fault)


def test_a_unit_group_with_two_rows_is_refused(tmp_path):
    rows = made_up_rows()
    fault = fault_of(as_csv(tmp_path, [*rows, rows[1]]))
    assert str(fault) == "S014 · 1 unit groups have more than one row: 1111. Keep one row for each."


def test_a_table_without_its_headings_is_refused(tmp_path):
    assert fault_of(as_csv(tmp_path, made_up_rows()[1:])).code == "S011"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut short", b"\x00\x01\x02\xff\xfe"])
def test_a_file_that_is_no_table_is_refused(tmp_path, content):
    path = tmp_path / "made_up.xlsx"
    path.write_bytes(content)
    assert fault_of(path).code in ("S010", "S011")


def test_a_zip_that_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "made_up.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "not a workbook")
    assert fault_of(path).code == "S010"


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert fault_of(tmp_path / "missing.csv").code == "S010"


@pytest.mark.parametrize(
    "limits", [TableLimits(file_bytes=100), TableLimits(unpacked_bytes=100), TableLimits(cells=100)]
)
def test_a_file_past_a_limit_is_refused(tmp_path, limits):
    fault = fault_of(as_workbook(tmp_path, made_up_rows()), limits)
    assert fault.code == "S010"
    assert "larger than a derivation table can be" in str(fault)
