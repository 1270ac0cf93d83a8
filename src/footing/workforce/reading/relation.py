"""A table of cells in the engine, and the few questions that shaping a sheet asks of it."""

# ruff: noqa: S608  (every name put into a statement is made here; whatever comes from outside is a parameter)

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from footing.workforce.reading.rows import Row

if TYPE_CHECKING:
    import duckdb

SPREADSHEET_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")

_SPACES = " \t\r\n\xa0"

RowNumbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Relation:
    """A table with VARCHAR columns ``c0`` … ``c<width - 1>`` and BIGINT ``row_number``."""

    connection: "duckdb.DuckDBPyConnection"
    name: str
    width: int

    def count(self) -> int:
        """How many rows there are."""
        return int(self._ask(f"SELECT count(*) FROM {self.name}")[0][0])

    def first(self, count: int) -> list[Row]:
        """The first rows, in order."""
        return self._rows("ASC", count)

    def last(self, count: int) -> list[Row]:
        """The last rows, in order."""
        return self._rows("DESC", count)[::-1]

    def row_numbers(self) -> RowNumbers:
        """Every row number, in order."""
        return self._numbers("true")

    def blank_rows(self) -> RowNumbers:
        """The rows that hold nothing but spaces."""
        return self._numbers(" AND ".join(f"NOT {_is_filled(column)}" for column in range(self.width)))

    def rows_filled_in(self, column: int) -> RowNumbers:
        """The rows that hold something in a column."""
        return self._numbers(_is_filled(column))

    def rows_longer_than(self, characters: int) -> list[tuple[int, RowNumbers]]:
        """The columns that have a cell longer than so many characters, each with the rows where it is."""
        longest = self._ask(
            "SELECT " + ", ".join(f"max(strlen(c{index}))" for index in range(self.width)) + f" FROM {self.name}"
        )[0]
        suspects = [column for column, octets in enumerate(longest) if octets is not None and octets > characters]
        found = [(column, self._numbers(f"length(c{column}) > {characters:d}")) for column in suspects]
        return [(column, rows) for column, rows in found if len(rows)]

    def error_cells(self) -> list[tuple[int, str, RowNumbers]]:
        """The columns that show an error of a spreadsheet, each error with its rows."""
        wanted = ", ".join(f"'{error}'" for error in SPREADSHEET_ERRORS)
        counts = self._ask(
            "SELECT "
            + ", ".join(f"count_if(c{index} IN ({wanted}))" for index in range(self.width))
            + f" FROM {self.name}"
        )[0]
        return [
            (column, error, rows)
            for column in np.flatnonzero(counts).tolist()
            for error in SPREADSHEET_ERRORS
            if len(rows := self._numbers(f"c{column} = '{error}'"))
        ]

    def remove(self, rows: RowNumbers) -> None:
        """Take these rows out."""
        if len(rows):
            self.connection.register("unwanted", {"row": rows})
            self.connection.execute(f"DELETE FROM {self.name} WHERE row_number IN (SELECT row FROM unwanted)")
            self.connection.unregister("unwanted")

    def keep_columns(self, columns: Sequence[int]) -> "Relation":
        """Take the other columns out, and number the kept ones anew, in order."""
        for column in range(self.width):
            if column not in columns:
                self.connection.execute(f"ALTER TABLE {self.name} DROP COLUMN c{column}")
        for new, old in enumerate(columns):
            if new != old:
                self.connection.execute(f"ALTER TABLE {self.name} RENAME COLUMN c{old} TO c{new}")
        return Relation(self.connection, self.name, len(columns))

    def _rows(self, order: str, count: int) -> list[Row]:
        cells = ", ".join(f"coalesce(c{index}, '')" for index in range(self.width))
        found = self._ask(f"SELECT row_number, {cells} FROM {self.name} ORDER BY row_number {order} LIMIT {count:d}")
        return [Row(number, tuple(texts)) for number, *texts in found]

    def _numbers(self, condition: str) -> RowNumbers:
        statement = f"SELECT row_number FROM {self.name} WHERE {condition} ORDER BY row_number"
        return np.asarray(self.connection.execute(statement).fetchnumpy()["row_number"], np.int64)

    def _ask(self, statement: str) -> list[tuple[Any, ...]]:
        return list(self.connection.execute(statement).fetchall())


def _is_filled(column: int) -> str:
    return f"(c{column} IS NOT NULL AND trim(c{column}, '{_SPACES}') <> '')"
