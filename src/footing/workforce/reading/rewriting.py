"""Text whose quotation marks or line breaks are irregular, written anew in the one regular way."""

import csv
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from footing.workforce.faults.reading_kinds import OPEN_QUOTE
from footing.workforce.reading.refusal import Refused
from footing.workforce.reading.structure import NotUtf8

REGULAR_DELIMITER = ","


def rewrite(path: Path, delimiter: str, out: BinaryIO) -> None:
    """Write the records of a UTF-8 text to ``out`` with commas, doubled quotation marks and one kind of line break.

    A mark within a cell that does not begin with one, as in ``5" pipe``, is part of its text. Raises NotUtf8, or
    Refused when a cell that does begin with one is never closed, or goes on after it was.
    """
    text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    # With these line ends the writer puts cells with either character in quotation marks; with others it does not.
    writer = csv.writer(text, delimiter=REGULAR_DELIMITER, lineterminator="\r\n")
    written = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for record in csv.reader(lines, delimiter=delimiter, strict=True):
                writer.writerow(record)
                written += 1
    except UnicodeDecodeError as error:
        raise NotUtf8 from error
    except csv.Error as error:
        raise Refused(OPEN_QUOTE.at(row=written + 1)) from error
    finally:
        text.detach()
