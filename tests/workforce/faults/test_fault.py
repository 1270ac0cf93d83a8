"""A fault says what is wrong, where, and what to do; it is one, however many rows it is in."""

import sys
from array import array

import numpy as np
import pytest

from footing.workforce.faults import Fault, FaultKind, Place

WORD = FaultKind(
    "W014",
    "error",
    "A word",
    '"{value}" is not in the {list} list ({first} to {last}).',
    "Correct it, or add it to the {list} list.",
)


def word(**place: object) -> Fault:
    return WORD.at(value="Band 7a", list="grade", first="Band 1", last="Band 9", **place)


def test_a_fault_reads_as_one_line_with_its_code_its_place_and_the_next_step():
    assert str(word(row=212, column="grade")) == (
        'W014 · row 212, column "grade": "Band 7a" is not in the grade list (Band 1 to Band 9). '
        "Correct it, or add it to the grade list."
    )


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ({}, 'W014 · "Band 7a"'),
        ({"sheet": "Staff"}, 'W014 · sheet "Staff": '),
        ({"sheet": "Staff", "row": 12_345, "column": "Pay"}, 'W014 · sheet "Staff", row 12345, column "Pay": '),
    ],
)
def test_a_place_says_only_what_is_known(place, says):
    assert str(word(**place)).startswith(says)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([], "W014 · column"),
        ([4], "W014 · row 4, "),
        ([4, 9], "W014 · rows 4 and 9, "),
        ([4, 9, 12], "W014 · rows 4, 9 and 12, "),
        (range(2, 1_202), "W014 · rows 2, 3, 4 and 1,197 more, "),
    ],
)
def test_many_rows_are_the_first_three_and_a_count(rows, says):
    fault = WORD.at_rows(rows, column="grade", value="x", list="grade", first="a", last="b")
    assert str(fault).startswith(says)
    assert fault.count == max(1, len(rows))
    assert fault.place == Place(row=next(iter(rows), None), column="grade")


def test_a_million_rows_are_one_fault_of_eight_bytes_a_row():
    fault = WORD.at_rows(np.arange(1_000_000), column="grade", value="x", list="grade", first="a", last="b")
    assert fault.count == 1_000_000
    assert isinstance(fault.rows, array)
    assert sys.getsizeof(fault.rows) < 10_000_000


def test_what_a_file_says_cannot_disturb_a_terminal_nor_fill_it():
    shown = str(WORD.at(column="a\nb", value="\x1b[31mred\x1b[0m\r\n" + "x" * 500, list="l", first="a", last="b"))
    assert "\x1b" not in shown
    assert "\n" not in shown
    assert len(shown) < 250
    assert "…" in shown


def test_counts_are_written_with_commas_and_a_missing_detail_is_an_error():
    kind = FaultKind("W012", "error", "Too many", "More than {limit} in {count} places.", "Check.")
    assert kind.at_rows(range(2_000), limit=20_000_000).message == "More than 20,000,000 in 2,000 places."
    with pytest.raises(KeyError, match="limit"):
        kind.at()


def test_faults_are_values():
    assert word(row=3) == word(row=3)
    assert word(row=3) != word(row=4)
    assert hash(word(row=3)) == hash(word(row=3))
