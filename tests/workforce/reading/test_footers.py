"""Which rows below a table are not part of it: losing a person is worse than keeping a note."""

import pytest

from footing.workforce.reading.footers import find_footer
from footing.workforce.reading.rows import Row

TABLE = (("100007", "Band 2", "Female", "Yes"), ("100014", "Band 3", "Male", ""), ("100021", "Band 2", "Female", "No"))
ANSWERS = (("100007", "Technical"), ("100014", ""), ("100021", "Clerical"))


def footer(table, *below, blank_row=True):
    """The row numbers of the footer of a table with rows below it, parted by a blank row or not."""
    start = len(table) + (2 if blank_row else 1)
    width = len(table[0])
    rows = [Row(number, cells) for number, cells in enumerate(table, 1)]
    rows += [Row(number, cells + ("",) * (width - len(cells))) for number, cells in enumerate(below, start)]
    return [row.number for row in find_footer(rows)]


@pytest.mark.parametrize("table", [TABLE, ANSWERS])
@pytest.mark.parametrize(
    "last", ["Total headcount", "TOTAL", "Grand total:", "Sub-total", "Records: 3", "3 rows selected"]
)
@pytest.mark.parametrize("blank_row", [True, False])
def test_a_total_is_a_footer(table, last, blank_row):
    assert footer(table, (last, "3"), blank_row=blank_row) == [5 if blank_row else 4]


@pytest.mark.parametrize(
    "note", ["End of report", "Source: payroll", "Printed on 31/03/2024", "*** Note: provisional ***"]
)
def test_a_note_is_a_footer(note):
    assert footer(TABLE, (note,)) == [5]
    assert footer(TABLE, (note,), blank_row=False) == [4]


def test_below_a_blank_row_what_is_narrow_and_unlike_the_table_is_a_footer():
    assert footer(TABLE, ("Northvale Council",), ("Confidential!",)) == [5, 6]


def test_without_a_blank_row_only_what_says_so_is_a_footer():
    assert footer(TABLE, ("Northvale Council",), blank_row=False) == []


@pytest.mark.parametrize("table", [TABLE, ANSWERS])
@pytest.mark.parametrize("blank_row", [True, False])
def test_a_person_with_a_key_and_nothing_else_is_not_a_footer(table, blank_row):
    assert footer(table, ("100028",), blank_row=blank_row) == []


def test_people_below_a_blank_row_are_people():
    assert footer(TABLE, *TABLE) == []


def test_a_footer_in_two_parts_is_all_a_footer():
    rows = [Row(number, cells) for number, cells in enumerate(TABLE, 1)]
    rows += [Row(5, ("Total", "3", "", "")), Row(7, ("Printed by payroll", "", "", ""))]
    assert [row.number for row in find_footer(rows)] == [5, 7]


def test_a_table_of_one_row_keeps_it():
    assert footer((("Total pay", "Band 2", "Female", "Yes"),)) == []
    assert find_footer([]) == ()
