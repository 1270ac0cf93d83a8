"""From a file of people to cells: grouped and rolled up in the engine, one pass for each table."""

# ruff: noqa: S608  (every name put into a statement is a heading of the file, quoted by the engine's own column names)

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod

from footing.disclosure.tabulating.design import DesignFault, Shape, TableDesign
from footing.disclosure.tabulating.places import NOT_RECORDED, code_of, coordinate_of, depth_of
from footing.disclosure.tabulating.sheets import OpenSheet
from footing.tables import TOTAL, Coordinate
from footing.tables.raw import Contribution

MOST_LISTED_CELLS = 200_000
"""Cells that hold nobody are listed too, as long as a table has no more cells than this."""

_CONTRIBUTIONS_KEPT = 10


@dataclass(slots=True)
class Cells:
    """Counts and, for each column of amounts, contributions; ``codes`` are those met of each dimension, in order."""

    counts: dict[Coordinate, int] = field(default_factory=dict)
    amounts: dict[str, dict[Coordinate, Contribution]] = field(default_factory=dict)
    codes: dict[str, dict[str, None]] = field(default_factory=dict)

    def down_to(self, dimension: str, depth: int) -> list[str]:
        """The codes of a dimension as far down as ``depth`` levels, the total last."""
        return [code for code in self.codes[dimension] if depth_of(code) <= depth]

    def keys(self, shape: Shape) -> list[tuple[str, ...]]:
        """The rows of a table of this shape: every combination, or those that hold somebody if too many."""
        listed = [self.down_to(dimension, len(levels)) for dimension, levels in shape]
        dimensions = [dimension for dimension, _ in shape]
        if prod(len(codes) for codes in listed) <= MOST_LISTED_CELLS:
            return list(product(*listed))
        places = [{code: place for place, code in enumerate(codes)} for codes in listed]
        held = [
            tuple(dict(cell).get(dimension, TOTAL) for dimension in dimensions)
            for cell in self.counts
            if {variable for variable, _ in cell} <= set(dimensions)
        ]
        held = [key for key in held if all(code in known for code, known in zip(key, places, strict=True))]
        return sorted(held, key=lambda key: [place[code] for place, code in zip(places, key, strict=True)])


def count_people(sheet: OpenSheet, design: TableDesign) -> Cells:
    """Every cell of every table of the design, totals included. Raises ``DesignFault``."""
    cells = Cells(amounts={value: {} for value in design.values})
    for value in design.values:
        _require_amounts(sheet, value)
    for table in design.crossed():
        shape = design.down_to(table)
        for row in sheet.rows(_statement(sheet, design, shape)):
            _take(row, shape, design, cells)
    for dimension, codes in cells.codes.items():
        cells.codes[dimension] = dict.fromkeys(sorted(codes, key=_totals_last))
    return cells


def _totals_last(code: str) -> tuple[bool, str]:
    return code == TOTAL, code


def _statement(sheet: OpenSheet, design: TableDesign, shape: Shape) -> str:
    columns = [sheet.column(column) for _, levels in shape for column in levels]
    named = ", ".join(f"{column} AS k{number}" for number, column in enumerate(columns))
    keys = ", ".join(f"k{number}, grouping(k{number})" for number in range(len(columns)))
    rollups, first = [], 0
    for _, levels in shape:
        rollups.append(f"ROLLUP ({', '.join(f'k{number}' for number in range(first, first + len(levels)))})")
        first += len(levels)
    amounts = [f"{_amount(sheet, value)} AS v{number}" for number, value in enumerate(design.values)]
    figures = [
        f"coalesce(sum(v{number}), 0), coalesce(max(v{number}, {_CONTRIBUTIONS_KEPT}), [])"
        for number in range(len(design.values))
    ]
    people = f"{people_of_a_row(sheet, design)} AS people"
    inner = f"SELECT {', '.join([named, people, *amounts])} FROM {{relation}}"
    found = ", ".join([keys, "coalesce(sum(people), 0)", *figures])
    return f"SELECT {found} FROM ({inner}) GROUP BY {', '.join(rollups)}"


def people_of_a_row(sheet: OpenSheet, design: TableDesign) -> str:
    """The engine's expression for how many people a row stands for."""
    if design.count is None:
        return "1"
    return f"CAST(replace({sheet.column(design.count)}, ',', '') AS DECIMAL(18, 2))::BIGINT"


def _amount(sheet: OpenSheet, value: str) -> str:
    return f"try_cast(nullif(regexp_replace({sheet.column(value)}, '[£,\\s]', '', 'g'), '') AS DECIMAL(18, 2))"


def _require_amounts(sheet: OpenSheet, value: str) -> None:
    """Refuse words, and amounts under nought, for which no rule of dominance is defined."""
    column, amount = sheet.column(value), _amount(sheet, value)
    bad = sheet.rows(f"SELECT count(*) FROM {{relation}} WHERE {column} <> '' AND coalesce({amount} < 0, true)")[0][0]
    if bad:
        raise DesignFault("T009", f"{sheet.name}: {bad} cells of {value!r} are not amounts of nought or more.")


def _take(row: Sequence[object], shape: Shape, design: TableDesign, cells: Cells) -> None:
    codes, place = {}, 0
    for dimension, levels in shape:
        depth = len(levels)
        words = [_word(row[place + 2 * level], bool(row[place + 2 * level + 1]), design) for level in range(depth)]
        codes[dimension] = code_of(words, design.total)
        cells.codes.setdefault(dimension, {})[codes[dimension]] = None
        place += 2 * depth
    cell = coordinate_of(codes)
    cells.counts[cell] = _whole(row[place])
    for number, value in enumerate(design.values):
        total, largest = row[place + 1 + 2 * number : place + 3 + 2 * number]
        cells.amounts[value][cell] = _contribution(total, largest)


def _word(word: object, is_total: bool, design: TableDesign) -> str:
    if is_total:
        return design.total
    if word == design.total:
        raise DesignFault(
            "T008", f"{word!r} is a category of the file and the word for everybody. Choose another total."
        )
    return str(word) or NOT_RECORDED


def _whole(count: object) -> int:
    return int(str(count))


def _contribution(total: object, largest: object) -> Contribution:
    listed = largest if isinstance(largest, list) else []
    return Contribution(total=float(str(total)), largest=tuple(float(amount) for amount in listed))


def empty_cell(amounts: Mapping[Coordinate, Contribution], cell: Coordinate) -> Contribution:
    """The contribution of a cell; nobody contributes nothing."""
    return amounts.get(cell, Contribution(total=0.0, largest=()))
