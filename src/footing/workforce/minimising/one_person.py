"""The rows of one person in a sheet of texts: to hand them out on request, or to take them out for good."""

# ruff: noqa: S608 - every name put into a statement is quoted or made here; whatever comes from outside is a parameter

from contextlib import closing
from pathlib import Path

from footing.workforce.coding import sql
from footing.workforce.reading.engine import open_engine


def rows_of_person(path: Path, *, key_heading: str, key: str) -> list[dict[str, str | None]]:
    """The rows of the person with this key, each as heading and text, in the order of the sheet."""
    with closing(open_engine()) as engine:
        found = engine.execute(
            f"SELECT * FROM read_parquet(?) WHERE trim({sql.name(key_heading)}) = ?", [str(path), key.strip(" ")]
        )
        headings = [str(column[0]) for column in found.description or []]
        return [dict(zip(headings, row, strict=True)) for row in found.fetchall()]


def write_without_person(path: Path, without: Path, *, key_heading: str, key: str) -> int:
    """Write the sheet without the person with this key; how many rows were left out."""
    with closing(open_engine()) as engine:
        engine.execute("CREATE TABLE cells AS SELECT * FROM read_parquet(?)", [str(path)])
        condition = f"trim({sql.name(key_heading)}) = ?"
        counted = engine.execute(f"SELECT count(*) FROM cells WHERE {condition}", [key.strip(" ")]).fetchall()
        engine.execute(f"DELETE FROM cells WHERE {condition}", [key.strip(" ")])
        engine.execute(f"COPY (FROM cells) TO {sql.text(str(without))} (FORMAT parquet, COMPRESSION zstd)")
        return int(counted[0][0])
