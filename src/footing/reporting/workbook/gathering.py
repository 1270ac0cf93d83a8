"""Gathering protected tables onto sheets: measures of the same people by the same things stand side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from footing.tables import Dimension, ReleasableTable

Variables = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetTables:
    """The tables of one sheet: one family, one question, the same dimensions, no measure twice."""

    tables: tuple[ReleasableTable, ...]

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions that all its tables share; their categories may differ."""
        return self.tables[0].dimensions

    def row_keys(self) -> list[tuple[str, ...]]:
        """The keys of all rows, each once, in the order of the first table that has them."""
        return list(dict.fromkeys(row.key for table in self.tables for row in table.rows))

    def label(self, place: int, code: str) -> str:
        """What a category is called, by the first table that has it. Raises ``KeyError`` when none has."""
        for table in self.tables:
            for category in table.dimensions[place].categories:
                if category.code == code:
                    return category.label
        raise KeyError(code)


def on_sheets(tables: Iterable[ReleasableTable]) -> Iterator[SheetTables]:
    """The tables sheet by sheet, in the order in which the first of each sheet comes."""
    gathered: dict[tuple[str, str, Variables], list[list[ReleasableTable]]] = {}
    for table in tables:
        family, subject, *_ = table.id.split(".")
        place = (family, subject, tuple(each.variable for each in table.dimensions))
        _put(table, gathered.setdefault(place, []))
    for sheets in gathered.values():
        yield from (SheetTables(tuple(held)) for held in sheets)


def _put(table: ReleasableTable, sheets: list[list[ReleasableTable]]) -> None:
    """Add the table to the first sheet that does not hold its measure yet, against the same benchmark."""
    for held in sheets:
        if all((each.measure, each.benchmark) != (table.measure, table.benchmark) for each in held):
            held.append(table)
            return
    sheets.append([table])
