"""Codes for nested categories: a code holds the whole way down, so that two departments of one name stay apart."""

from collections.abc import Mapping, Sequence

from footing.disclosure.tabulating.design import DesignFault, TableDesign
from footing.tables import TOTAL, Category, Coordinate, Dimension, Hierarchy

WITHIN = "\x1e"
"""Stands between the words of a code; it occurs in no text that people write."""
NOT_RECORDED = "not recorded"


def code_of(words: Sequence[str], total: str) -> str:
    """The code of a category, from its words coarsest first; words that mean everybody end it.

    Raises ``DesignFault`` when a finer column names a group and a coarser one says everybody.
    """
    path = [word for word in words if word != total]
    if list(words[: len(path)]) != path:
        raise DesignFault("T007", f"{', '.join(words)!r} names a group within everybody. Give the group above it too.")
    return WITHIN.join(path) or TOTAL


def depth_of(code: str) -> int:
    """How many levels a code goes down; none for everybody."""
    return 0 if code == TOTAL else code.count(WITHIN) + 1


def words_of(code: str, level_count: int, total: str) -> list[str]:
    """The words of a code, one for each column, coarsest first."""
    path = [] if code == TOTAL else code.split(WITHIN)
    return [*path, *[total] * (level_count - len(path))]


def coordinate_of(codes: Mapping[str, str]) -> Coordinate:
    """The cell of a row, from the code of each dimension."""
    return tuple(sorted((dimension, code) for dimension, code in codes.items() if code != TOTAL))


def hierarchy_of(dimension: str, codes: Sequence[str]) -> Hierarchy:
    """How the codes of a dimension add up, from the way down that each of them holds."""
    parents = {}
    for code in codes:
        while WITHIN in code:
            parents[code] = code.rpartition(WITHIN)[0]
            code = parents[code]  # noqa: PLW2901
    return Hierarchy(dimension, parents)


def dimension_of(design: TableDesign, dimension: str, codes: Sequence[str]) -> Dimension:
    """A dimension as a table shows it."""
    labels = (Category(code, design.total if code == TOTAL else code.rpartition(WITHIN)[2]) for code in codes)
    return Dimension(dimension, dimension, tuple(labels))
