"""The spreadsheet as XLSX. Every text is written as text: nothing in it can run."""

import datetime as dt
import io
from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from footing.reporting.workbook.content import Grid, Sheet, SheetLink, Value, WebLink, Workbook, words_of, writable
from footing.tables.units import DECIMALS

if TYPE_CHECKING:  # the writer takes a while to load, so it is loaded when a file is made
    from xlsxwriter import Workbook as Book
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FONT = {"font_name": "Arial", "font_size": 12}
WIDEST, NARROWEST = 60, 12
LINE_POINTS, LETTERS_A_UNIT = 16.0, 0.85
"""How high a line is, and how many letters of this size a unit of width holds."""
_TYPES = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


class _Formats:
    """Every way a cell is written, made once."""

    def __init__(self, book: "Book") -> None:
        self.title = book.add_format({**FONT, "font_size": 16, "bold": True})
        self.text = book.add_format({**FONT})
        self.words = book.add_format({**FONT, "text_wrap": True, "valign": "top"})
        self.link = book.add_format({**FONT, "font_color": "#0b5a69", "underline": 1, "valign": "top"})
        self.heading = book.add_format({**FONT, "bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.missing = book.add_format({**FONT, "align": "right", "valign": "top"})
        self.figures = {
            unit: book.add_format(
                {**FONT, "num_format": f"#,##0{'.' if places else ''}{'0' * places}", "valign": "top"}
            )
            for unit, places in DECIMALS.items()
        }


def xlsx_file(workbook: Workbook) -> bytes:
    """The whole file; the same workbook gives the same bytes."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, _TYPES)
    made_on = dt.datetime.fromisoformat(workbook.made_on)
    book.set_properties(
        {"title": workbook.title, "subject": workbook.description, "author": "Footing", "created": made_on}
    )
    formats = _Formats(book)
    for sheet in workbook.sheets:
        _write(sheet, book.add_worksheet(sheet.name), formats)
    book.close()
    return stream.getvalue()


def _write(sheet: Sheet, page: "Worksheet", formats: _Formats) -> None:
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.write_string(0, 0, writable(sheet.title), formats.title)
    page.set_row(0, 24)
    for place, line in enumerate(sheet.lines, start=1):
        page.write_string(place, 0, writable(line), formats.text)
    if sheet.grid is None:
        page.set_column(0, 0, 110, formats.words)
    else:
        _write_grid(sheet.grid, 1 + len(sheet.lines), page, formats)


def _write_grid(grid: Grid, top: int, page: "Worksheet", formats: _Formats) -> None:
    last = len(grid.columns) - 1
    page.add_table(
        *(top, 0, top + len(grid.rows), last),
        {
            "name": grid.name,
            "autofilter": False,
            "style": None,
            "columns": [{"header": writable(each.title), "header_format": formats.heading} for each in grid.columns],
        },
    )
    widths = [_width(grid, place) for place in range(len(grid.columns))]
    for place, column in enumerate(grid.columns):
        page.set_column(place, place, widths[place], formats.words if column.unit is None else None)
    page.set_row(top, _height([each.title for each in grid.columns], widths))
    for down, row in enumerate(grid.rows, start=top + 1):
        page.set_row(down, _height([words_of(value) for value in row], widths))
        for across, (value, column) in enumerate(zip(row, grid.columns, strict=True)):
            _write_cell(page, down, across, value, column.unit, formats)
    page.freeze_panes(top + 1, grid.labels)
    page.repeat_rows(top)


def _write_cell(  # noqa: PLR0917 - a place, what goes there, and how it looks
    page: "Worksheet", down: int, across: int, value: Value, unit: str | None, formats: _Formats
) -> None:
    if isinstance(value, SheetLink):
        page.write_url(down, across, f"internal:'{value.sheet}'!A1", formats.link, value.text)
    elif isinstance(value, WebLink):
        page.write_url(down, across, value.target, formats.link, writable(value.text))
    elif isinstance(value, str):
        page.write_string(down, across, writable(value), formats.words if unit is None else formats.missing)
    else:
        page.write_number(down, across, value, _figure_format(unit, formats))


def _figure_format(unit: str | None, formats: _Formats) -> "Format":
    return formats.words if unit is None else formats.figures[unit]


def _height(texts: Sequence[str], widths: Sequence[int]) -> float:
    """As high as the text of most lines, in points: not every spreadsheet program finds that out itself."""
    held = zip(texts, (max(1, int(width * LETTERS_A_UNIT)) for width in widths), strict=True)
    return LINE_POINTS * max(len(wrap(text, room)) if len(text) > room else 1 for text, room in held)


def _width(grid: Grid, place: int) -> int:
    if grid.columns[place].unit is not None:
        return 16
    longest = max((len(words_of(row[place])) for row in grid.rows), default=NARROWEST)
    return max(NARROWEST, min(WIDEST, longest + 2))
