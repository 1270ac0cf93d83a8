"""Which columns to count together, so that few scans of the people serve every table."""

from collections.abc import Iterable, Mapping
from math import prod

CELLS_PER_SCAN = 1_000
"""How many cells a scan may grow to when it takes in another table. DuckDB keeps the counts in an array, and not in a
hash table of twice the price, while 2^12 places hold them; it rounds each column up to a power of two, so that about
a thousand cells fit. The counts do not depend on this, only the time; ``python -m benchmarks.measures`` measures it."""


def plan_scans(
    needed: Iterable[frozenset[str]], sizes: Mapping[str, int], *, cells_per_scan: int = CELLS_PER_SCAN
) -> tuple[tuple[str, ...], ...]:
    """Sets of columns such that each needed set lies within one of them.

    ``sizes`` is the number of codes of each column. A needed set that alone has more than ``cells_per_scan`` cells
    is scanned as it is; smaller ones share a scan where that makes it grow least, up to that size.
    """

    def cells(columns: frozenset[str]) -> int:
        return prod(sizes[column] for column in columns)

    scans: list[frozenset[str]] = []
    for columns in sorted(set(needed), key=lambda each: (-cells(each), sorted(each))):
        growth = {place: cells(scan | columns) / max(1, cells(scan)) for place, scan in enumerate(scans)}
        fitting = [
            place for place, scan in enumerate(scans) if columns <= scan or cells(scan | columns) <= cells_per_scan
        ]
        if fitting:
            place = min(fitting, key=lambda each: (growth[each], each))
            scans[place] |= columns
        else:
            scans.append(columns)
    return tuple(tuple(sorted(scan)) for scan in scans)
