"""CSV, TSV and their like: any separator, any usual encoding, as a table of the engine."""

# ruff: noqa: S608  (every name put into a statement is made here; whatever comes from outside is a parameter)

import codecs
from contextlib import ExitStack
from pathlib import Path

import numpy as np

from footing.workforce.faults import Fault
from footing.workforce.faults.reading_kinds import DAMAGED, ONE_COLUMN, READ_AS_WINDOWS, TOO_MANY_COLUMNS
from footing.workforce.limits import Limits
from footing.workforce.reading.delimiter import find_delimiter
from footing.workforce.reading.encoding import UTF_8, WINDOWS_1252, guess_encoding, write_as_utf_8
from footing.workforce.reading.engine import Layout, Reading
from footing.workforce.reading.loaded import Loaded, RecordWidths
from footing.workforce.reading.private_file import private_file
from footing.workforce.reading.refusal import Refused
from footing.workforce.reading.rewriting import REGULAR_DELIMITER, rewrite
from footing.workforce.reading.structure import NotUtf8, Structure, find_structure, require_text

_SAMPLE_BYTES = 1 << 18


def load_text(reading: Reading, relation: str, path: Path) -> tuple[Loaded, tuple[Fault, ...]]:
    """Load a delimited text; raises Refused when it is not one, or is beyond a limit."""
    encoding = guess_encoding(_head(path))
    if encoding == UTF_8:
        try:
            return _load_utf_8(reading, relation, path, path.stem), ()
        except NotUtf8:
            encoding = WINDOWS_1252
    notices = (READ_AS_WINDOWS.at(),) if encoding == WINDOWS_1252 else ()
    with private_file() as (file, readable):
        write_as_utf_8(path, encoding, file)
        return _load_utf_8(reading, relation, readable, path.stem), notices


def _load_utf_8(reading: Reading, relation: str, path: Path, name: str) -> Loaded:
    head = _head(path)
    require_text(head)
    delimiter = _delimiter(head, reading.limits)
    with ExitStack() as stack:
        structure = None
        if delimiter.isascii() and not _ends_lines_with_cr(head):
            structure = find_structure(reading, path, delimiter)
        if structure is None or not structure.regular:
            file, readable = stack.enter_context(private_file())
            rewrite(path, delimiter, file)
            path, delimiter = readable, REGULAR_DELIMITER
            structure = find_structure(reading, path, delimiter)
        layout = Layout(delimiter, crlf=structure.crlf, breaks_in_quotes=structure.breaks_in_quotes)
        reading.load_csv(relation, path, layout, columns=structure.widest, rows=len(structure.cells))
    return Loaded(name, relation, structure.widest, widths=_number_rows(reading, relation, structure))


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_SAMPLE_BYTES)


def _delimiter(head: bytes, limits: Limits) -> str:
    sample = head.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")
    delimiter = find_delimiter(sample, whole=len(head) < _SAMPLE_BYTES)
    if delimiter is None:
        raise Refused(ONE_COLUMN.at())
    # A first line that runs on beyond the sample is refused here, before the rest of it is read.
    if sample.partition("\n")[0].count(delimiter) >= limits.columns:
        raise Refused(TOO_MANY_COLUMNS.at(limit=limits.columns))
    return delimiter


def _ends_lines_with_cr(head: bytes) -> bool:
    return b"\r" in head and b"\n" not in head


def _number_rows(reading: Reading, relation: str, structure: Structure) -> RecordWidths:
    """Give each record its row in the file; the engine leaves out empty lines, and here they are counted."""
    rows = np.arange(1, len(structure.cells) + len(structure.empty_lines) + 1)
    rows = np.delete(rows, structure.empty_lines - 1)
    if reading.ask(f"SELECT count(*) FROM {relation}") != (len(rows),):
        raise Refused(DAMAGED.at(what="a text file"))
    if len(structure.empty_lines):
        reading.connection.register("numbering", {"position": np.arange(1, len(rows) + 1), "row": rows})
        reading.connection.execute(f"UPDATE {relation} SET row_number = row FROM numbering WHERE row_number = position")
        reading.connection.unregister("numbering")
    return RecordWidths(rows, structure.cells, structure.ends_with_break)
