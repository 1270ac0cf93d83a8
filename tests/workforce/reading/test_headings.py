"""Which row is the headings: a wrong guess would show a person as a heading, or a heading as a person."""

import pytest

from footing.workforce.reading.headings import find_heading_row, name_columns
from footing.workforce.reading.rows import Row


def found(*rows: str, numbers: tuple[int, ...] = ()) -> int | None:
    """The number of the heading row of rows whose cells stand between bars."""
    cells = [tuple(row.split("|")) for row in rows]
    width = max(len(row) for row in cells)
    numbered = zip(numbers or range(1, len(rows) + 1), cells, strict=True)
    heading = find_heading_row([Row(number, row + ("",) * (width - len(row))) for number, row in numbered])
    return heading and heading.number


PEOPLE = ("100007|Band 2|Female", "100014|Band 3|Male", "100021|Band 2|Female")


def test_the_first_row_is_the_headings_when_it_is_words():
    assert found("Payroll no|Grade|Sex", *PEOPLE) == 1


def test_titles_above_are_passed_over():
    assert found("Staff of Northvale", "Run date|31/03/2024", "Payroll no|Grade|Sex", *PEOPLE) == 3


def test_a_title_as_wide_as_a_narrow_table_is_passed_over_when_a_blank_row_parts_it():
    rows = ("Prepared by|The people team", "Payroll no|Answer", "K1|Yes", "K2|No")
    assert found(*rows, numbers=(1, 3, 4, 5)) == 3


def test_headings_need_not_all_be_there():
    assert found("Payroll no||Sex", *PEOPLE) == 1


@pytest.mark.parametrize(
    "rows",
    [
        PEOPLE,
        ("C00412|Band 2|Female", "C00413|Band 3|Male", "C00414|Band 2|Female"),
        ("jo@northvale.example|Band 2", "al@northvale.example|Band 3", "vi@northvale.example|Band 2"),
        ("Jo Brown|Clerical", "Al Green|Clerical", "Vi White|Clerical"),
        ("Jo Brown|Clerical", "Al Green|Clerical", "Vi White|Never worked", "Bo Gray|Technical"),
        ("100007|£20,000.50",),
        ("K1|31/03/1980", "K2|01/04/1981"),
    ],
    ids=["numbers", "codes", "addresses", "names", "names and an odd answer", "one person", "dates of birth"],
)
def test_a_person_is_never_taken_for_the_headings(rows):
    assert found(*rows) is None


def test_headings_may_be_all_there_is():
    assert found("Payroll no|Grade") == 1


def test_nothing_has_no_headings():
    assert find_heading_row([]) is None


def test_a_repeated_heading_gets_its_column_so_that_neither_is_taken_by_mistake():
    names, faults = name_columns(["Key", "Please  say", "Grade", "please say"], "Staff", 1)
    assert names == ("Key", "Please say (column 2)", "Grade", "please say (column 4)")
    assert [(fault.code, fault.place.column) for fault in faults] == [("W026", "Please say")]


def test_a_heading_loses_line_breaks_and_a_byte_order_mark():
    names, faults = name_columns(["\ufeffPayroll\nno ", "Grade"], "Staff", 1)
    assert (names, faults) == (("Payroll no", "Grade"), ())
