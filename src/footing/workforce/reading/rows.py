"""Single rows looked at closely: the first and the last of a sheet, never the million between them."""

import re
from dataclasses import dataclass

_VALUE = re.compile(
    r"""^\W*(
        \d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([\sT]+\d.*)?   # a date, with or without a time
      | \d[\d,. ]*(%|k|m|hrs?|hours?)?                 # a number, an amount, hours
      | \d{1,2}:\d{2}(:\d{2})?                         # a time of day
      | \S+@\S+\.\S+                                   # an address
    )\W*$""",
    re.VERBOSE | re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet: its number and its cells, an empty one being an empty text."""

    number: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns that hold something."""
        return tuple(column for column, cell in enumerate(self.cells) if cell.strip())


def is_value(cell: str) -> bool:
    """Whether a cell holds a number, a date, an amount or an address rather than words."""
    return bool(_VALUE.match(cell))


def pattern(cell: str) -> str:
    """How a cell is built: runs of letters as ``a``, runs of digits as ``9``: ``C00412`` is ``a9``."""
    return _DIGITS.sub("9", _LETTERS.sub("a", cell.strip()))
