"""Which character separates the cells of a text."""

import csv
import io
import re
from collections import Counter
from itertools import islice

USUAL = (",", ";", "\t", "|")
UNUSUAL = ("^", "~", "\x1f", "\x01", "¦", "§", "¬", "!", "#", "*", "%", "&", "$", ":", "/", "+", "=")

_DECLARED = re.compile(r"^sep=(.)\r?\n", re.IGNORECASE)
_SAMPLE_RECORDS = 200
_CONSISTENT_SHARE = 0.5
_PLAIN_SHARE = 0.9


def find_delimiter(sample: str, *, whole: bool) -> str | None:
    """The character that cuts most records of a sample into the same number of cells; None when none does.

    A first line ``sep=;``, as Excel understands it, is believed. A usual character that cuts nearly all records alike
    is taken; if there is none, the one that cuts the most alike is, a usual one before an unusual one. When the sample
    is not the ``whole`` text, its last record is not looked at.
    """
    if declared := _DECLARED.match(sample):
        return declared[1]
    ranked = [
        (_rank(sample, candidate, whole=whole), candidate) for candidate in USUAL + UNUSUAL if candidate in sample
    ]
    best, delimiter = max(ranked, key=lambda item: item[0], default=(None, None))
    return delimiter if best and best[1] >= _CONSISTENT_SHARE else None


def _rank(sample: str, delimiter: str, *, whole: bool) -> tuple[bool, float, bool, int]:
    share, width = _score(sample, delimiter, whole=whole)
    usual = delimiter in USUAL
    return (usual and share >= _PLAIN_SHARE, share, usual, width)


def _score(sample: str, delimiter: str, *, whole: bool) -> tuple[float, int]:
    """The share of records that have the commonest number of cells, two or more, and that number."""
    try:
        records = list(islice(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), _SAMPLE_RECORDS))
    except csv.Error:
        return (0.0, 0)
    if not whole and len(records) > 1:
        records.pop()
    widths = Counter(len(record) for record in records if any(cell.strip() for cell in record))
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return (0.0, 0)
    width, count = max(several.items(), key=lambda item: (item[1], item[0]))
    return (count / widths.total(), width)
