"""The embedded engine: how it is opened, and what every format does with it."""

# ruff: noqa: S608  (every name put into a statement is made here)

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from footing.workforce.limits import Limits
from footing.workforce.reading.progress import Progress

if TYPE_CHECKING:
    import duckdb

_LOOK_EVERY_SECONDS = 0.1


def open_engine() -> "duckdb.DuckDBPyConnection":
    """An engine in memory that never writes people's data to a disk and never fetches anything from a network."""
    import duckdb

    connection = duckdb.connect(":memory:", config={"temp_directory": "", "autoinstall_known_extensions": "false"})
    # The engine counts how far it is only when it has a bar; ours is drawn in its place.
    connection.execute("SET enable_progress_bar = true")
    connection.execute("SET enable_progress_bar_print = false")
    return connection


@dataclass(frozen=True, slots=True)
class Layout:
    """How a regular CSV is laid out; as it stands, how reading itself writes one.

    The engine reads in parallel only without ``breaks_in_quotes``: with those and short records it would lose count.
    """

    delimiter: str = ","
    crlf: bool = True
    breaks_in_quotes: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading of one file: where its cells go, within which limits, and who is told how far it is."""

    connection: "duckdb.DuckDBPyConnection"
    limits: Limits
    progress: Progress

    def ask(self, statement: str, *parameters: object) -> tuple[Any, ...]:
        """The one row that a statement gives."""
        return tuple(self.connection.execute(statement, parameters).fetchall()[0])

    def number_rows(self, relation: str) -> None:
        """Add the column ``row_number`` to a new table: its rows in the order they came, counted from 1."""
        self.connection.execute(f"ALTER TABLE {relation} ADD COLUMN row_number BIGINT")
        self.connection.execute(f"UPDATE {relation} SET row_number = rowid + 1")

    def load_csv(self, relation: str, path: Path, layout: Layout, *, columns: int, rows: int) -> None:
        """Load a regular CSV in UTF-8 into a new table; empty lines are left out and short records filled up.

        ``rows`` is how many records there are, for the progress.
        """
        names = ", ".join(f"'c{index}': 'VARCHAR'" for index in range(columns))
        statement = f"""
            CREATE TABLE {relation} AS SELECT * FROM read_csv(
                ?, delim = ?, new_line = ?, quote = '"', escape = '"', header = false, auto_detect = false,
                columns = {{{names}}}, null_padding = true, parallel = {not layout.breaks_in_quotes},
                max_line_size = ?)"""
        # All is said, as the engine would take the first break it meets, perhaps a quoted one, for the end of lines.
        new_line = r"\r\n" if layout.crlf else r"\n"
        self.load(statement, [str(path), layout.delimiter, new_line, self.limits.row_bytes], rows=rows)
        self.number_rows(relation)

    def load(self, statement: str, parameters: Sequence[object], *, rows: int) -> None:
        """Run a long statement and draw how far it is; what it raises is raised here, and an interrupt stops it."""
        raised: list[BaseException] = []

        def run() -> None:
            try:
                self.connection.execute(statement, parameters)
            except BaseException as error:
                raised.append(error)

        self.progress.start("Reading the rows", rows)
        worker = Thread(target=run, daemon=True)
        worker.start()
        try:
            self._draw(worker, rows)
        except BaseException:
            self.connection.interrupt()
            worker.join()
            raise
        if raised:
            raise raised[0]

    def _draw(self, worker: Thread, rows: int) -> None:
        drawn = 0
        while worker.is_alive():
            worker.join(_LOOK_EVERY_SECONDS)
            reached = max(drawn, int(rows * min(100.0, max(0.0, self.connection.query_progress())) / 100))
            self.progress.advance(reached - drawn)
            drawn = reached
        self.progress.advance(rows - drawn)
