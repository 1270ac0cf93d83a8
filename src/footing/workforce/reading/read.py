"""Read a file into sheets."""

# ruff: noqa: S608  (every name put into a statement is made here; whatever comes from outside is a parameter)

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from footing.workforce.limits import Limits
from footing.workforce.reading.extract import Extract, Sheet
from footing.workforce.reading.progress import NoProgress, Progress

if TYPE_CHECKING:
    import duckdb


def read_sheets(
    path: Path,
    *,
    limits: Limits,
    progress: Progress | None = None,
    connection: "duckdb.DuckDBPyConnection | None" = None,
) -> Extract:
    """Read every sheet of a file into the engine; what cannot be read is a fault of the extract, never an exception.

    Pass the ``connection`` of another extract to have both in one engine.
    """
    import duckdb

    progress = progress or NoProgress()
    progress.start(path.name, limits.rows)
    connection = connection or duckdb.connect()
    relation = f"sheet_{len(connection.execute('SHOW TABLES').fetchall())}"
    connection.execute(
        f"CREATE TABLE {relation} AS SELECT * FROM read_csv(?, all_varchar=true, header=true)", [str(path)]
    )
    headings = [row[0] for row in connection.execute(f"DESCRIBE {relation}").fetchall()]
    for index, heading in enumerate(headings):
        quoted = heading.replace('"', '""')
        connection.execute(f'ALTER TABLE {relation} RENAME COLUMN "{quoted}" TO c{index}')
    connection.execute(f"ALTER TABLE {relation} ADD COLUMN row_number BIGINT")
    connection.execute(f"UPDATE {relation} SET row_number = rowid + 2")
    counted = connection.execute(f"SELECT count(*) FROM {relation}").fetchone()
    sheet = Sheet(path.stem, relation, tuple(headings), 1, counted[0] if counted else 0)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Extract(path.name, digest, connection, (sheet,), ())
