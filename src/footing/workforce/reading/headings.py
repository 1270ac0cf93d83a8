"""Which row holds the headings, and what each column is called."""

from collections.abc import Sequence

from footing.workforce.faults import Fault
from footing.workforce.faults.reading_kinds import REPEATED_HEADING
from footing.workforce.reading.rows import Row, is_value, pattern

_WIDE_ENOUGH = 0.5
_MOSTLY = 0.5


def find_heading_row(rows: Sequence[Row]) -> Row | None:
    """The row of the headings among the first rows of a sheet that hold anything; None when none looks like it.

    Headings are words, in the widest such row that stands directly above other rows. A row whose cells are like the
    cells below them is a person's: a file without headings is refused, and never has its first person taken for them.
    """
    candidates = [row for index, row in enumerate(rows) if _can_be_headings(rows, index)]
    numbers = {row.number for row in rows}
    directly_above = [row for row in candidates if row.number + 1 in numbers]
    return max(directly_above or candidates, key=lambda row: (len(row.filled), -row.number), default=None)


def _can_be_headings(rows: Sequence[Row], index: int) -> bool:
    row, above, below = rows[index], rows[:index], rows[index + 1 :]
    if len(row.filled) < 2:
        return False
    if above and above[-1].number == row.number - 1 and len(above[-1].filled) >= len(row.filled):
        return False
    if not below:
        return not any(is_value(row.cells[column]) for column in row.filled)
    if len(row.filled) < _WIDE_ENOUGH * max(len(other.filled) for other in below):
        return False
    return not any(_is_like_those_below(row, column, below) for column in row.filled)


def _is_like_those_below(row: Row, column: int, below: Sequence[Row]) -> bool:
    """Whether a cell is a value above values, is built like the cells below it, or is one of their words."""
    cell = row.cells[column].strip()
    others = [
        other.cells[column].strip() for other in below if other.cells != row.cells and other.cells[column].strip()
    ]
    if not others:
        return False
    if is_value(cell):
        return sum(map(is_value, others)) >= _MOSTLY * len(others)
    if any(character.isdigit() for character in cell):
        return sum(pattern(other) == pattern(cell) for other in others) >= _MOSTLY * len(others)
    return cell in others


def name_columns(cells: Sequence[str], sheet: str, header_row: int) -> tuple[tuple[str, ...], tuple[Fault, ...]]:
    """A name for each column: its heading with runs of spaces made one; a repeated one has its column's number too."""
    plain = [" ".join(cell.replace("\ufeff", "").split()) for cell in cells]
    columns: dict[str, list[int]] = {}
    for index, heading in enumerate(plain):
        columns.setdefault(heading.casefold(), []).append(index)
    names = tuple(
        heading if len(columns[heading.casefold()]) == 1 else f"{heading} (column {index + 1})"
        for index, heading in enumerate(plain)
    )
    faults = tuple(
        REPEATED_HEADING.at(
            sheet=sheet,
            row=header_row or None,
            column=plain[found[0]],
            heading=plain[found[0]],
            found=len(found),
            names=" and ".join(f'"{names[index]}"' for index in found),
        )
        for folded, found in columns.items()
        if folded and len(found) > 1
    )
    return names, faults
