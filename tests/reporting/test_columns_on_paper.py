"""How wide columns are on paper: a figure is never broken, whatever the names beside it are."""

import pytest

from footing.reporting.columns_on_paper import LEAST_OF_NAMES, ROOM, column_widths
from footing.reporting.model import Cell, DataTable, Row, RowGroup

INTERVAL = "36.1% to 39.6%"


def table(name: str, *, words: str = "") -> DataTable:
    cells = (Cell("37.8%"), Cell(INTERVAL), *((Cell(words, words=True),) if words else ()))
    columns = ("Share", "95% interval", *(("Why",) if words else ()))
    return DataTable("one", "One", ("Function",), columns, (RowGroup(None, (Row((name,), cells),)),))


@pytest.mark.parametrize(
    "name", ["A", "Housing", "A directorate with a very long name indeed, and then some more " * 4]
)
@pytest.mark.parametrize("letters", [40, 94])
def test_figures_keep_to_one_line(name, letters):
    _, share, interval = column_widths(table(name), letters)
    assert share >= len("37.8%") + ROOM
    assert interval >= len(INTERVAL) + ROOM


def test_names_are_squeezed_to_what_is_left_but_never_away():
    long = "N" * 90
    assert sum(column_widths(table(long), 94)) <= 94
    names, *_ = column_widths(table(long), 20)
    assert names == LEAST_OF_NAMES


def test_words_in_cells_give_way_as_names_do():
    *_, why = column_widths(table("Housing", words="because of this and of that " * 9), 60)
    assert why < 28


def test_a_heading_is_never_cut_within_a_word():
    _, share, _ = column_widths(table("Housing"), 94)
    assert share > len("Share")


def test_a_table_without_rows_has_widths_too():
    assert len(column_widths(DataTable("none", "None", ("Function",), ("Share",), ()), 94)) == 2
