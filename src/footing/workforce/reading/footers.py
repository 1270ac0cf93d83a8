"""Which rows below a table are no longer part of it: totals, counts, notes."""

import re
from collections.abc import Sequence
from statistics import median

from footing.workforce.reading.rows import Row, pattern

_SAYS_SO = re.compile(
    r"^\W*((grand\s+|sub-?\s*)?totals?\b|end\s+of\b|\d+\s+(rows?|records?)\b|(rows?|records?)\s*(count|:)"
    r"|(sources?|notes?|printed|generated|produced|prepared|extracted|run\s+(date|by|on)|report\s+(run|date|name))\b)",
    re.IGNORECASE,
)
_NARROW = 0.5


def find_footer(tail: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of the footer, in order, among the last rows of a sheet that hold anything.

    Below a blank row, rows are a footer when each says so (a total, a note) or is both much narrower than the table
    and unlike it; directly below the table they must say so. A person with a key and nothing else is never a footer.
    """
    kept = list(tail)
    while (block := _last_block(kept)) and all(_is_footer(row, kept[: -len(block)]) for row in block):
        kept = kept[: -len(block)]
    while len(kept) > 1 and _says_so(kept[-1]) and _is_footer(kept[-1], kept[:-1]):
        kept.pop()
    return tuple(tail[len(kept) :])


def _last_block(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows below the last blank row; none when there is no blank row between these."""
    for index in range(len(rows) - 1, 0, -1):
        if rows[index - 1].number + 1 != rows[index].number:
            return rows[index:]
    return ()


def _is_footer(row: Row, table: Sequence[Row]) -> bool:
    narrow = len(row.filled) <= _NARROW * median(len(other.filled) for other in table)
    column = row.filled[0]
    unlike = pattern(row.cells[column]) not in {pattern(other.cells[column]) for other in table}
    return (narrow and unlike) or (_says_so(row) and (narrow or unlike))


def _says_so(row: Row) -> bool:
    return bool(_SAYS_SO.match(row.cells[row.filled[0]]))
