"""Protected figures found by table and category, for the statements that are made from them."""

from collections.abc import Iterable
from dataclasses import dataclass

from footing.assessment.result import Evidence
from footing.tables import Dimension, ReleasableRow, ReleasableTable, Status


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure that may be seen, with the place it was found in."""

    row: ReleasableRow
    value: float
    evidence: Evidence


class Figures:
    """The protected tables of one assessment, by id."""

    def __init__(self, tables: Iterable[ReleasableTable]) -> None:
        self._tables = {table.id: table for table in tables}
        self._rows = {(table.id, row.key): row for table in self._tables.values() for row in table.rows}

    def table(self, table_id: str) -> ReleasableTable | None:
        """The table of this id, if there is one."""
        return self._tables.get(table_id)

    def tables_against(self, prefix: str) -> tuple[ReleasableTable, ...]:
        """The tables of differences from a benchmark whose id opens with ``prefix``."""
        opening = f"{prefix}.against."
        return tuple(table for name, table in sorted(self._tables.items()) if name.startswith(opening))

    def starting(self, prefix: str) -> tuple[ReleasableTable, ...]:
        """The tables whose id opens with ``prefix``, in the order given."""
        return tuple(table for name, table in self._tables.items() if name.startswith(prefix))

    def seen(self, table_id: str, *key: str) -> Figure | None:
        """The figure in this row, or ``None`` when there is none or it may not be seen."""
        row = self._rows.get((table_id, key))
        if row is None or row.value is None or row.status not in (Status.SHOWN, Status.ROUNDED):
            return None
        return Figure(row, row.value, Evidence(table_id, key))

    def compared(self, table_id: str, *key: str) -> Figure | None:
        """The figure in this row where it may be seen and has an interval to be judged by."""
        figure = self.seen(table_id, *key)
        return figure if figure and figure.row.lower is not None and figure.row.upper is not None else None

    def dimension(self, table_id: str, position: int) -> Dimension | None:
        """A dimension of a table, if there is such a table."""
        table = self._tables.get(table_id)
        return table.dimensions[position] if table else None
