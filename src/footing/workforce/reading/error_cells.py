"""The cells of an XLSX file that show an error: the parser hands them over as empty, which they are not."""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import join, normpath
from xml.etree import ElementTree

from footing.workforce.faults.reading_kinds import DAMAGED
from footing.workforce.reading.archive import unpack_part
from footing.workforce.reading.refusal import Refused

_BEGINS_CELL = b"<c"
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*\bt=[\"']e[\"'][^>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_PLACE = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_SHOWN = re.compile(rb"<(?:\w+:)?v>([^<]{1,20})</")
_LONGEST_CELL_BYTES = 1 << 20
_LIST_OF_SHEETS_BYTES = 1 << 24

ErrorCells = Mapping[tuple[int, str], "array[int]"]
"""Column counted from 0, and the error shown → the rows, counted from 1."""


def find_error_cells(path: Path, parts: tuple[str, ...]) -> dict[str, ErrorCells]:
    """Sheet → its cells that show an error, for the given parts of a checked archive. Raises Refused when damaged."""
    sheets = _sheets_by_part(path) if parts else {}
    return {sheets[part]: _error_cells(unpack_part(path, part)) for part in parts if part in sheets}


def _error_cells(pieces: Iterable[bytes]) -> ErrorCells:
    found: dict[tuple[int, str], array[int]] = {}
    for text in _in_whole_cells(pieces):
        for attributes, inner in _CELL.findall(text):
            place, shown = _PLACE.search(attributes), _SHOWN.search(inner)
            if place and shown:
                key = _column(place[1]), shown[1].decode("utf-8", errors="replace")
                found.setdefault(key, array("q")).append(int(place[2]))
    return found


def _in_whole_cells(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same text, in pieces that end where a cell begins, so that none is cut in two."""
    rest = b""
    for piece in pieces:
        text = rest + piece
        end = text.rfind(_BEGINS_CELL)
        rest = text[end:] if end >= 0 else text
        yield text[: max(end, 0)]
        if len(rest) > _LONGEST_CELL_BYTES:
            rest = b""
    yield rest


def _sheets_by_part(path: Path) -> dict[str, str]:
    relations = _list_of(path, "xl/_rels/workbook.xml.rels").findall("{*}Relationship")
    parts = {relation.get("Id", ""): _part_name(relation.get("Target", "")) for relation in relations}
    sheets = _list_of(path, "xl/workbook.xml").findall("{*}sheets/{*}sheet")
    named = {_relation_of(sheet): sheet.get("name", "") for sheet in sheets}
    return {parts[relation]: name for relation, name in named.items() if relation in parts}


def _relation_of(sheet: ElementTree.Element) -> str:
    return next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")


def _part_name(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))


def _list_of(path: Path, part: str) -> ElementTree.Element:
    text = b""
    for piece in unpack_part(path, part):
        text += piece
        if len(text) > _LIST_OF_SHEETS_BYTES:
            raise Refused(DAMAGED.at(what="an Excel workbook (XLSX)"))
    try:
        return ElementTree.fromstring(text)  # noqa: S314  (bounded in size, and expat bounds how far entities expand)
    except ElementTree.ParseError as error:
        raise Refused(DAMAGED.at(what="an Excel workbook (XLSX)")) from error


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
