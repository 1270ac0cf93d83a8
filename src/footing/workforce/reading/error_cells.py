"""The cells of an XLSX file that show an error: the parser hands them over as empty, which they are not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import join, normpath
from xml.etree import ElementTree

from footing.workforce.reading.archive import unpack_part

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*\bt=[\"']e[\"'][^>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_PLACE = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_SHOWN = re.compile(rb"<(?:\w+:)?v>([^<]*)</")


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell that shows an error: its row counted from 1, its column from 0."""

    row: int
    column: int
    text: str


def find_error_cells(path: Path, parts: tuple[str, ...]) -> dict[str, list[ErrorCell]]:
    """Sheet → its cells that show an error, for the given parts of a checked archive."""
    sheets = _sheets_by_part(path) if parts else {}
    return {sheets[part]: list(_cells(unpack_part(path, part))) for part in parts if part in sheets}


def _sheets_by_part(path: Path) -> dict[str, str]:
    targets = {
        relation.get("Id"): _part_name(relation.get("Target", ""))
        for relation in _parse(unpack_part(path, "xl/_rels/workbook.xml.rels"))
    }
    sheets = _parse(unpack_part(path, "xl/workbook.xml")).iter(f"{_MAIN}sheet")
    return {
        targets[sheet.get(_RELATION_ID)]: sheet.get("name", "")
        for sheet in sheets
        if sheet.get(_RELATION_ID) in targets
    }


def _part_name(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))


def _parse(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)  # noqa: S314  (expat bounds how far entities expand)


def _cells(content: bytes) -> Iterator[ErrorCell]:
    for attributes, inner in _CELL.findall(content):
        place, shown = _PLACE.search(attributes), _SHOWN.search(inner)
        if place and shown:
            yield ErrorCell(int(place[2]), _column(place[1]), shown[1].decode("utf-8", errors="replace"))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
