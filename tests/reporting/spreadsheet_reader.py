"""Reading finished spreadsheets back, each with a library that did not write it."""

import io
from dataclasses import dataclass

import openpyxl
from odf.opendocument import load
from odf.table import Table, TableCell, TableRow
from odf.text import P

Cell = str | float


@dataclass(frozen=True)
class ReadSheet:
    """One sheet: the first cell of every line above its table, the headings and the rows of the table."""

    name: str
    lines: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheets_of_xlsx(content: bytes) -> list[ReadSheet]:
    """Every sheet with its marked-up table, if it has one."""
    found = []
    for page in openpyxl.load_workbook(io.BytesIO(content)).worksheets:
        every = [tuple(cell.value for cell in row) for row in page.iter_rows()]
        tops = [table.ref for table in page.tables.values()]
        start = int(tops[0].split(":")[0].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1 if tops else len(every)
        found.append(_sheet(page.title, every, start))
    return found


def sheets_of_ods(content: bytes) -> list[ReadSheet]:
    """Every sheet; a table begins at the row that is marked as its heading."""
    found = []
    for table in load(io.BytesIO(content)).spreadsheet.getElementsByType(Table):
        rows = table.getElementsByType(TableRow)
        every = [tuple(_of_ods(cell) for cell in row.getElementsByType(TableCell)) for row in rows]
        marked = [place for place, row in enumerate(rows) if row.parentNode.qname[1] == "table-header-rows"]
        found.append(_sheet(table.getAttribute("name"), every, marked[0] if marked else len(every)))
    return found


def _sheet(name: str, every: list[tuple], start: int) -> ReadSheet:
    lines = tuple(str(row[0]) for row in every[:start])
    table = every[start:]
    return ReadSheet(name, lines, tuple(map(str, table[0])) if table else (), tuple(table[1:]))


def _of_ods(cell: TableCell) -> Cell:
    if cell.getAttribute("valuetype") == "float":
        return float(cell.getAttribute("value"))
    return "\n".join(_words(each) for each in cell.getElementsByType(P))


def _words(element: object) -> str:
    """The words with the spaces and tabs that the format has elements for."""
    parts = []
    for node in element.childNodes:
        if node.nodeType == node.TEXT_NODE:
            parts.append(node.data)
        else:
            parts.append({"s": " ", "tab": "\t"}.get(node.qname[1]) or _words(node))
    return "".join(parts)
