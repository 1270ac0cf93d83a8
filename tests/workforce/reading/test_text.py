"""Text as human resources systems and form tools write it."""

import hashlib

import pytest

from footing.workforce.limits import Limits
from footing.workforce.reading import read_sheets
from workforce.reading.reading_files import codes, read_text, rows_of

COUNCIL = (
    "Workforce extract – Northvale Council\r\n"
    "Run date,31/03/2024\r\n"
    "\r\n"
    "Employee Number,Directorate,FTE Salary,Q1 Parental occupation at 14\r\n"
    '100000,Libraries and culture  ,"£20,404.52","Other such as: retired, I don’t know."\r\n'
    '100007,Planning and growth,"£24,845.82",\r\n'
    '100007,Planning and growth,"£24,845.82",\r\n'
    "\r\n"
    "Total headcount,2\r\n"
)


def test_a_council_export_is_read_from_between_its_titles_and_its_footer(tmp_path):
    with read_text(tmp_path, COUNCIL, "cp1252", "northvale.csv") as extract:
        (sheet,) = extract.sheets
        assert (sheet.name, sheet.header_row, sheet.row_count) == ("northvale", 4, 3)
        assert sheet.headings == ("Employee Number", "Directorate", "FTE Salary", "Q1 Parental occupation at 14")
        assert sheet.title_rows == (("Workforce extract – Northvale Council",), ("Run date", "31/03/2024"))
        assert rows_of(extract) == [
            (5, "100000", "Libraries and culture  ", "£20,404.52", "Other such as: retired, I don’t know."),
            (6, "100007", "Planning and growth", "£24,845.82", None),
            (7, "100007", "Planning and growth", "£24,845.82", None),
        ]
        assert codes(extract) == ["W022", "W028", "W029"]
        assert [fault.rows.tolist() for fault in extract.faults] == [[], [1, 2], [9]]
        assert extract.digest_sha256 == hashlib.sha256(COUNCIL.encode("cp1252")).hexdigest()


def test_form_responses_are_read_with_semicolons_and_a_byte_order_mark(tmp_path):
    text = "ID;Start time;Which office?\r\n1;3/12/23 09:00:11;Leeds\r\n2;4/12/23 09:01:11;London, Soho\r\n"
    with read_text(tmp_path, text, "utf-8-sig") as extract:
        assert extract.sheets[0].headings == ("ID", "Start time", "Which office?")
        assert rows_of(extract) == [(2, "1", "3/12/23 09:00:11", "Leeds"), (3, "2", "4/12/23 09:01:11", "London, Soho")]
        assert extract.faults == ()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_sixteen_bit_text_is_read_with_and_without_its_byte_order_mark(tmp_path, encoding):
    with read_text(tmp_path, "Payroll no\tName of café\nK1\tZoë’s\n", encoding) as extract:
        assert extract.sheets[0].headings == ("Payroll no", "Name of café")
        assert rows_of(extract) == [(2, "K1", "Zoë’s")]


@pytest.mark.parametrize("line_end", ["\r", "\n", "\r\n"])
def test_a_row_is_counted_as_a_spreadsheet_counts_it(tmp_path, line_end):
    lines = ["Payroll no,Note", "", 'K1,"two', 'lines"', "K2,one", "", "", "K3,last"]
    with read_text(tmp_path, line_end.join(lines) + line_end) as extract:
        assert rows_of(extract) == [(3, "K1", f"two{line_end}lines"), (4, "K2", "one"), (7, "K3", "last")]
        assert codes(extract) == ["W030"]
        assert extract.faults[0].rows.tolist() == [2, 5, 6]


def test_a_row_is_counted_alike_when_the_lines_end_in_two_ways(tmp_path):
    with read_text(tmp_path, "Payroll no,Note\r\n\r\nK1,a\nK2,b\r\n") as extract:
        assert rows_of(extract) == [(3, "K1", "a"), (4, "K2", "b")]


def test_a_mark_for_inches_within_a_cell_is_part_of_its_text(tmp_path):
    with read_text(tmp_path, 'Payroll no,Note\nK1,5" pipe\nK2,"said ""yes"", once"\n') as extract:
        assert rows_of(extract) == [(2, "K1", '5" pipe'), (3, "K2", 'said "yes", once')]
        assert extract.faults == ()


def test_a_quoted_break_in_the_headings_is_not_taken_for_the_end_of_lines(tmp_path):
    with read_text(tmp_path, '"Payroll\r no","Grade"\nK1,Band 2\n') as extract:
        assert extract.sheets[0].headings == ("Payroll no", "Grade")
        assert rows_of(extract) == [(2, "K1", "Band 2")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~", "\x1f", "¦", "§"])
def test_any_separator_is_found(tmp_path, delimiter):
    lines = [("Payroll no", "Grade", "Pay"), ("K1", "Band 2", "20.5"), ("K2", "Band 3, upper", "21.5")]
    text = "".join('"' + f'"{delimiter}"'.join(cells) + '"\n' for cells in lines)
    with read_text(tmp_path, text) as extract:
        assert rows_of(extract) == [(2, *lines[1]), (3, *lines[2])]


def test_a_separator_that_the_first_line_declares_is_believed(tmp_path):
    with read_text(tmp_path, "sep=|\r\na,b|c,d\r\n1,2|3,4\r\n") as extract:
        assert extract.sheets[0].headings == ("a,b", "c,d")
        assert rows_of(extract) == [(3, "1,2", "3,4")]


def test_cells_beyond_the_headings_that_hold_nothing_are_no_fault(tmp_path):
    with read_text(tmp_path, "Payroll no,Grade\nK1,Band 2,,\nK2,Band 3,,\n") as extract:
        assert rows_of(extract) == [(2, "K1", "Band 2"), (3, "K2", "Band 3")]
        assert extract.faults == ()


def test_a_column_that_every_row_has_beyond_the_headings_is_one_without_a_name(tmp_path):
    with read_text(tmp_path, "Payroll no,Grade\nK1,Band 2,x\nK2,Band 3,y\n") as extract:
        assert extract.sheets[0].headings == ("Payroll no", "Grade", "Column 3")
        assert codes(extract) == ["W027"]


def test_only_a_cell_of_nothing_is_empty(tmp_path):
    with read_text(tmp_path, 'Payroll no,Grade,Sex\nK1,"", \nK2,NULL,NA\n') as extract:
        assert rows_of(extract) == [(2, "K1", None, " "), (3, "K2", "NULL", "NA")]


def test_two_files_can_be_read_into_one_engine(tmp_path):
    (tmp_path / "staff.csv").write_text("Payroll no,Grade\nK1,Band 2\n", encoding="utf-8")
    (tmp_path / "events.csv").write_text("Payroll no,Event\nK1,joined\nK1,left\n", encoding="utf-8")
    with read_sheets(tmp_path / "staff.csv", limits=Limits()) as staff:
        events = read_sheets(tmp_path / "events.csv", limits=Limits(), connection=staff.connection)
        joined = staff.connection.execute(
            f"SELECT count(*) FROM {staff.sheets[0].relation} JOIN {events.sheets[0].relation} USING (c0)"
        )
        assert joined.fetchall() == [(2,)]


def test_reading_twice_gives_the_same(tmp_path):
    with read_text(tmp_path, COUNCIL, "cp1252") as first, read_text(tmp_path, COUNCIL, "cp1252") as second:
        assert rows_of(first) == rows_of(second)
        assert (first.sheets, first.faults) == (second.sheets, second.faults)
