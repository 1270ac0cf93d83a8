"""Text whose quotation marks or line breaks are irregular, written anew in the one regular way."""

import csv
from collections.abc import Iterator
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from footing.workforce.faults.reading_kinds import OPEN_QUOTE
from footing.workforce.reading.refusal import Refused
from footing.workforce.reading.structure import NotUtf8

REGULAR_DELIMITER = ","

_END = "\0end"


def rewrite(path: Path, delimiter: str, out: BinaryIO, suspect_row: int) -> None:
    """Write the records of a UTF-8 text to ``out`` with commas, doubled quotation marks and plain line breaks.

    Raises NotUtf8, or Refused when a quotation is never closed: ``suspect_row`` is where that probably began.
    """
    text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, delimiter=REGULAR_DELIMITER, lineterminator="\n")
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            writer.writerows(_records(csv.reader(chain(lines, [_END]), delimiter=delimiter), suspect_row))
    except UnicodeDecodeError as error:
        raise NotUtf8 from error
    except csv.Error as error:
        # The one error of a lenient reader is a cell beyond its bound: a quotation that swallows line after line.
        raise Refused(OPEN_QUOTE.at(row=suspect_row)) from error
    finally:
        text.detach()


def _records(reader: Iterator[list[str]], suspect_row: int) -> Iterator[list[str]]:
    """The records before the mark of the end; when a record has swallowed the mark, its quotation is open."""
    for record in reader:
        if record == [_END]:
            return
        if record and record[-1].endswith(_END):
            raise Refused(OPEN_QUOTE.at(row=suspect_row))
        yield record
