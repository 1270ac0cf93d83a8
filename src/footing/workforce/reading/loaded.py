"""A sheet as it comes out of its format: every row of it, with nothing yet left out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class RecordWidths:
    """How many cells each record of a text has; spreadsheets and Parquet have none of their own.

    ``rows`` are row numbers in order and ``cells`` go with them; ``ends_with_break`` says whether the last is ended.
    """

    rows: NDArray[np.int64]
    cells: NDArray[np.int32]
    ends_with_break: bool


@dataclass(frozen=True, slots=True)
class Loaded:
    """A table of the engine with ``width`` columns ``c0``, ``c1`` … and ``row_number``, titles and footers included.

    ``headings`` are given where the format itself carries them, as Parquet does.
    """

    name: str
    relation: str
    width: int
    headings: tuple[str, ...] | None = None
    widths: RecordWidths | None = None
