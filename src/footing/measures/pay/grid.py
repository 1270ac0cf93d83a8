"""The combinations of the categories of a few columns, numbered, so that sums by them fit into flat arrays."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from footing.measures.counting import UnlistedCategory
from footing.tables import TOTAL

if TYPE_CHECKING:
    import pyarrow as pa

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

Who = tuple[tuple[str, tuple[str, ...]], ...]
"""Which people: sorted pairs of a variable and the codes they may have. The empty tuple is everybody."""


def who(*restrictions: Mapping[str, str | tuple[str, ...]]) -> Who:
    """The people who meet every restriction; ``TOTAL`` is none, and a later restriction of a variable replaces one.

    >>> who({"grade": "Grade 1", "sex": "*"}, {"parental_occupation": ("professional", "intermediate")})
    (('grade', ('Grade 1',)), ('parental_occupation', ('professional', 'intermediate')))
    """
    together = {variable: codes for each in restrictions for variable, codes in each.items() if codes != TOTAL}
    return tuple((name, (codes,) if isinstance(codes, str) else codes) for name, codes in sorted(together.items()))


@dataclass(frozen=True, slots=True)
class Grid:
    """``codes`` lists the codes of each column. Cells, one code of each, are numbered, the last column fastest."""

    codes: Mapping[str, tuple[str, ...]]

    @property
    def columns(self) -> list[str]:
        """The columns, in the order that cells are numbered by."""
        return list(self.codes)

    def numbers(self, rows: "pa.Table") -> IntArray:
        """The number of each row's cell. Raises ``UnlistedCategory`` for a code that is not in the lists."""
        number = np.zeros(rows.num_rows, dtype=np.int64)
        for column, codes in self.codes.items():
            number = number * len(codes) + code_numbers(rows[column], codes, column)
        return number

    def places(self, column: str) -> IntArray:
        """For each cell, the place of its code of one column."""
        shape = tuple(len(codes) for codes in self.codes.values())
        return np.asarray(np.indices(shape)[self.columns.index(column)].ravel(), dtype=np.int64)

    def cells(self, people: Who) -> BoolArray:
        """Which cells hold the people asked for; a column that is not named is not restricted."""
        chosen, allowed = np.ones(1, dtype=np.bool_), dict(people)
        for column, codes in self.codes.items():
            chosen = np.logical_and.outer(chosen, [code in allowed.get(column, codes) for code in codes]).ravel()
        return chosen


def code_numbers(column: "pa.ChunkedArray", codes: Collection[str], name: str) -> IntArray:
    """The place of each value in ``codes``. Raises ``UnlistedCategory`` for a blank or a value that is not listed."""
    words = column.combine_chunks()
    encoded = words if hasattr(words, "dictionary") else words.dictionary_encode()
    if encoded.null_count:
        raise UnlistedCategory(name)
    place = {code: index for index, code in enumerate(codes)}
    places = np.array([place.get(word, -1) for word in encoded.dictionary.to_pylist()], dtype=np.int64)
    numbers: IntArray = places[np.from_dlpack(encoded.indices)]
    if (numbers < 0).any():
        raise UnlistedCategory(name)
    return numbers
