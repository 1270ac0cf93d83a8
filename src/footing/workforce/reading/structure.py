"""The structure of a delimited text: where its records end and how many cells each has.

The engine reads the cells; it does not say which rows were short, which lines were empty or where a quotation mark is
out of place. This pass does, over whole blocks of bytes at a time.
"""

import codecs
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from footing.workforce.faults.reading_kinds import (
    NOT_TEXT,
    OPEN_QUOTE,
    ROW_TOO_LONG,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
)
from footing.workforce.limits import Limits
from footing.workforce.reading.engine import Reading
from footing.workforce.reading.refusal import Refused
from footing.workforce.reading.sniff import in_bytes

_LF, _CR, _QUOTE = 10, 13, 34
_CHUNK_BYTES = 1 << 20
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

Positions = NDArray[np.int64]


class NotUtf8(Exception):
    """The text is not UTF-8."""


@dataclass(frozen=True, slots=True)
class Structure:
    """What was found. A record is a row as a spreadsheet counts it: an empty line is one, a quoted break ends none.

    ``cells`` has the number of cells of each record that is not an empty line; ``empty_lines`` the row numbers of
    those that are. When a quotation mark or a line break is not where the format has it, the text is not ``regular``;
    then it was not looked at to its end, and the other fields say nothing.
    """

    cells: NDArray[np.int32]
    empty_lines: Positions
    crlf: bool
    breaks_in_quotes: bool
    ends_with_break: bool
    regular: bool

    @property
    def widest(self) -> int:
        """The cells of the widest record."""
        return int(self.cells.max(initial=0))


@dataclass(slots=True)
class _Pass:
    """What one pass carries from block to block."""

    delimiter: int
    limits: Limits
    quoted: bool = False
    records: int = 0
    open_cells: int = 0
    open_bytes: int = 0
    crlf: bool | None = None
    breaks_in_quotes: bool = False
    regular: bool = True
    cells: list[NDArray[np.int32]] = field(default_factory=list)
    empty_lines: list[Positions] = field(default_factory=list)

    def take(self, block: bytes) -> None:
        """Take in a block that ends with a line break."""
        require_text(block, self.records)
        octets = np.frombuffer(block, np.uint8)
        starts, ends = self._quoted_spans(octets)
        if self.regular:
            breaks = self._outside_quotes(np.flatnonzero(octets == _LF), starts, ends)
            self._note_line_ends(octets, breaks, starts, ends)
            self._count(octets, breaks, starts, ends)

    def _quoted_spans(self, octets: NDArray[np.uint8]) -> tuple[Positions, Positions]:
        """Where quoted text starts and ends; the structure is not regular when a mark is out of place."""
        quotes = np.flatnonzero(octets == _QUOTE)
        opening, closing = (quotes[1::2], quotes[0::2]) if self.quoted else (quotes[0::2], quotes[1::2])
        before = np.where(opening == 0, _LF, octets[opening - 1])
        well_opened = np.isin(before, (self.delimiter, _LF, _QUOTE)).all()
        well_closed = np.isin(octets[closing + 1], (self.delimiter, _LF, _CR, _QUOTE)).all()
        self.regular = bool(well_opened and well_closed)
        starts = np.concatenate(([0], opening)) if self.quoted else opening
        self.quoted = len(starts) > len(closing)
        return starts, (np.append(closing, len(octets)) if self.quoted else closing)

    def _outside_quotes(self, breaks: Positions, starts: Positions, ends: Positions) -> Positions:
        outside = _drop_quoted(breaks, starts, ends)
        self.breaks_in_quotes = self.breaks_in_quotes or len(outside) < len(breaks)
        return outside

    def _note_line_ends(self, octets: NDArray[np.uint8], breaks: Positions, starts: Positions, ends: Positions) -> None:
        """Regular lines end all with LF or all with CR LF, and a CR stands nowhere else outside quotation marks."""
        carriage_returns = self._outside_quotes(np.flatnonzero(octets == _CR), starts, ends)
        if len(breaks) and self.crlf is None:
            self.crlf = len(carriage_returns) > 0
        wanted = breaks - 1 if self.crlf else breaks[:0]
        self.regular = np.array_equal(carriage_returns, wanted)

    def _count(self, octets: NDArray[np.uint8], breaks: Positions, starts: Positions, ends: Positions) -> None:
        """Count the cells of each record that ends in the block, and keep what is left of the last."""
        delimiters = np.flatnonzero(octets == self.delimiter)
        within = np.searchsorted(delimiters, ends) - np.searchsorted(delimiters, starts)
        before_each_span = np.concatenate(([0], np.cumsum(within)))
        edges = np.append(breaks, len(octets))
        outside = np.searchsorted(delimiters, edges) - before_each_span[np.searchsorted(ends, edges, side="right")]
        lengths = np.diff(edges, prepend=-1)
        lengths[0] += self.open_bytes
        cells = np.diff(outside, prepend=-self.open_cells) + 1
        self._require_width(cells, lengths)
        self.open_cells, self.open_bytes = int(cells[-1]) - 1, int(lengths[-1]) - 1
        self._keep(cells[:-1], lengths[:-1])

    def _require_width(self, cells: Positions, lengths: Positions) -> None:
        """Refuse a record beyond a limit; the last is one that has not ended yet, perhaps for want of a mark."""
        wide = np.flatnonzero(cells > self.limits.columns)
        if len(wide):
            raise Refused(TOO_MANY_COLUMNS.at(row=self.records + int(wide[0]) + 1, limit=self.limits.columns))
        long = np.flatnonzero(lengths > self.limits.row_bytes)
        if len(long):
            row, still_open = self.records + int(long[0]) + 1, int(long[0]) == len(lengths) - 1
            limit = in_bytes(self.limits.row_bytes)
            raise Refused(
                OPEN_QUOTE.at(row=row) if still_open and self.quoted else ROW_TOO_LONG.at(row=row, limit=limit)
            )

    def _keep(self, cells: Positions, lengths: Positions) -> None:
        empty = lengths == (2 if self.crlf else 1)
        self.empty_lines.append(np.flatnonzero(empty) + self.records + 1)
        self.cells.append(cells[~empty].astype(np.int32))
        self.records += len(cells)
        if self.records > self.limits.rows:
            raise Refused(TOO_MANY_ROWS.at(limit=self.limits.rows))


def find_structure(reading: Reading, path: Path, delimiter: str) -> Structure:
    """Go through a UTF-8 text once; raises NotUtf8, or Refused when a limit is passed or a quotation is left open."""
    found = _Pass(delimiter=ord(delimiter), limits=reading.limits)
    reading.progress.start("Checking the rows", path.stat().st_size)
    ends_with_break = True
    with path.open("rb") as file:
        if file.read(len(_BYTE_ORDER_MARK)) != _BYTE_ORDER_MARK:
            file.seek(0)
        rest = b""
        while found.regular and (chunk := file.read(_CHUNK_BYTES)):
            reading.progress.advance(len(chunk))
            block, rest = _cut(rest + chunk)
            if len(rest) > reading.limits.row_bytes:
                found.take(rest + b"\n")
            if block:
                found.take(block)
    if rest and found.regular:
        ends_with_break = False
        found.take(rest + (b"\r\n" if found.crlf else b"\n"))
    if found.quoted and found.regular:
        raise Refused(OPEN_QUOTE.at(row=found.records + 1))
    return Structure(
        cells=np.concatenate(found.cells or [np.empty(0, np.int32)]),
        empty_lines=np.concatenate(found.empty_lines or [np.empty(0, np.int64)]),
        crlf=bool(found.crlf),
        breaks_in_quotes=found.breaks_in_quotes,
        ends_with_break=ends_with_break,
        regular=found.regular,
    )


def _cut(content: bytes) -> tuple[bytes, bytes]:
    """Whole lines, and what is left."""
    end = content.rfind(b"\n") + 1
    return content[:end], content[end:]


def _drop_quoted(positions: Positions, starts: Positions, ends: Positions) -> Positions:
    """The positions that lie in no span; spans do not overlap and are in order."""
    first, last = np.searchsorted(positions, starts), np.searchsorted(positions, ends)
    if not (first != last).any():
        return positions
    marks = np.zeros(len(positions) + 1, np.int64)
    np.add.at(marks, first, 1)
    np.add.at(marks, last, -1)
    outside: Positions = positions[np.cumsum(marks[:-1]) == 0]
    return outside


def require_text(block: bytes, records: int = 0) -> None:
    """Raise Refused for NUL characters, as no text has, and NotUtf8; a letter may be cut off at the end."""
    if b"\0" in block:
        row = records + block[: block.index(b"\0")].count(b"\n") + 1
        raise Refused(NOT_TEXT.at(row=row, reason="it holds NUL characters"))
    if not block.isascii():
        try:
            codecs.getincrementaldecoder("utf-8")().decode(block)
        except UnicodeDecodeError as error:
            raise NotUtf8 from error
