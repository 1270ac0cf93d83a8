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


def find_delimiter(sample: str) -> str | None:
    """The character that cuts most records of a sample into the same number of cells; None when none does.

    A first line ``sep=;``, as Excel understands it, is believed. The usual characters go before the unusual ones.
    """
    if declared := _DECLARED.match(sample):
        return declared[1]
    for candidates in (USUAL, UNUSUAL):
        scored = [(_score(sample, candidate), candidate) for candidate in candidates if candidate in sample]
        best = max(scored, key=lambda item: item[0], default=None)
        if best and best[0][0] >= _CONSISTENT_SHARE:
            return best[1]
    return None


def _score(sample: str, delimiter: str) -> tuple[float, int]:
    """The share of records that have the commonest number of cells, two or more, and that number."""
    try:
        records = list(islice(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), _SAMPLE_RECORDS))
    except csv.Error:
        return (0.0, 0)
    widths = Counter(len(record) for record in records if any(cell.strip() for cell in record))
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return (0.0, 0)
    width, count = max(several.items(), key=lambda item: (item[1], item[0]))
    return (count / widths.total(), width)
