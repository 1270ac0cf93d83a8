"""What reading a file gives: sheets as tables of the engine, with the row each record came from."""

from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from footing.workforce.faults import Fault

if TYPE_CHECKING:  # the engine takes a while to import, and only reading needs it
    import duckdb


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet that holds a table; a text or Parquet file has one, named after the file without its ending.

    ``relation`` is a table of the extract's connection: a VARCHAR column ``c0``, ``c1`` … for each of ``headings``, in
    order, and BIGINT ``row_number``, the row in the file counted from 1 as a spreadsheet counts rows. An empty cell
    is NULL; all other text is as in the file, spaces included. A typed cell of a spreadsheet or of Parquet is text in
    one form: ``2024-03-31``, ``2024-03-31T09:30:00``, ``37.5``, ``TRUE``.
    ``header_row`` is the row of the headings, or 0 where the format itself carries them.
    """

    name: str
    relation: str
    headings: tuple[str, ...]
    header_row: int
    row_count: int
    title_rows: tuple[tuple[str, ...], ...] = ()
    """The filled cells of the rows above the headings, such as ("Run date", "31/03/2024")."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns of ``relation`` that hold the cells."""
        return tuple(f"c{index}" for index in range(len(self.headings)))


@dataclass(frozen=True, slots=True)
class Extract:
    """A file as read: its sheets, and every fault found on the way. Close it, or use it in a ``with`` statement.

    ``path_name`` is the file's name without its folders. ``digest_sha256`` is of the file's bytes; it is empty, and
    so are ``sheets``, when the file could not be read at all: then ``faults`` holds the error that says why.
    """

    path_name: str
    digest_sha256: str
    connection: "duckdb.DuckDBPyConnection"
    sheets: tuple[Sheet, ...]
    faults: tuple[Fault, ...]

    def close(self) -> None:
        """Close the connection, and with it every table of this extract."""
        self.connection.close()

    def __enter__(self) -> "Extract":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
