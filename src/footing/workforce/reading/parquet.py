"""Parquet: its columns as text in the one form that typed cells have, as a table of the engine."""

# ruff: noqa: S608  (every name put into a statement is made here or quoted; values are parameters)

from pathlib import Path

from footing.workforce.faults.reading_kinds import (
    FILE_TOO_LARGE,
    NESTED_COLUMN,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
)
from footing.workforce.reading.engine import Reading
from footing.workforce.reading.loaded import Loaded
from footing.workforce.reading.refusal import Refused
from footing.workforce.reading.sniff import in_bytes

_SOURCE = "read_parquet(?, binary_as_string = true)"
_NESTED = (("struct", "records"), ("map", "maps"), ("blob", "binary data"), ("variant", "nested data"))
# An instant has no date until a clock is named; extracts are of UK employers, so it is theirs.
_CLOCK = "Europe/London"


def load_parquet(reading: Reading, relation: str, path: Path) -> Loaded:
    """Load a Parquet file of single values; raises Refused when it is beyond a limit or a column is nested."""
    described = reading.connection.execute(f"SELECT * FROM {_SOURCE} LIMIT 0", [str(path)]).description or []
    columns = {str(name): str(kind) for name, kind, *_ in described}
    if len(columns) > reading.limits.columns:
        raise Refused(TOO_MANY_COLUMNS.at(limit=reading.limits.columns))
    for name, kind in columns.items():
        _require_single_values(name, kind)
    rows = _count_within_limits(reading, path, columns)
    texts = ", ".join(
        f"nullif({_as_text(_quoted(name), kind)}, '') AS c{index}" for index, (name, kind) in enumerate(columns.items())
    )
    statement = f"CREATE TABLE {relation} AS SELECT {texts} FROM {_SOURCE}"
    reading.load(statement, [str(path)], rows=rows)
    reading.number_rows(relation)
    return Loaded(path.stem, relation, len(columns), headings=tuple(columns))


def _require_single_values(name: str, kind: str) -> None:
    nested = (
        "lists"
        if kind.endswith("]")
        else next((what for start, what in _NESTED if kind.lower().startswith(start)), None)
    )
    if nested:
        raise Refused(NESTED_COLUMN.at(column=name, what=nested))


def _count_within_limits(reading: Reading, path: Path, columns: dict[str, str]) -> int:
    """The number of rows; the text is measured before any of it is kept, as a few kilobytes can unpack to gigabytes."""
    limits = reading.limits
    texts = [f"coalesce(sum(strlen({_quoted(name)})), 0)" for name, kind in columns.items() if kind == "VARCHAR"]
    rows, octets = reading.ask(f"SELECT count(*), {' + '.join(texts) or '0'} FROM {_SOURCE}", str(path))
    if rows > limits.rows:
        raise Refused(TOO_MANY_ROWS.at(limit=limits.rows))
    if octets > limits.text_bytes:
        raise Refused(FILE_TOO_LARGE.at(size=in_bytes(octets), what="text", limit=in_bytes(limits.text_bytes)))
    return int(rows)


def _as_text(column: str, kind: str) -> str:
    """An expression for the text of a column: plain numbers, ISO dates, TRUE and FALSE."""
    if kind == "BOOLEAN":
        return f"upper({column}::VARCHAR)"
    if kind in ("DOUBLE", "FLOAT"):
        # A number of single precision gets its shortest digits first, as 0.1 is not 0.100000001490116.
        return _number(f"{column}::VARCHAR::DOUBLE" if kind == "FLOAT" else column)
    if kind.startswith("DECIMAL"):
        text = f"{column}::VARCHAR"
        return f"CASE WHEN contains({text}, '.') THEN rtrim(rtrim({text}, '0'), '.') ELSE {text} END"
    if kind.startswith("TIMESTAMP"):
        instant = f"({column} AT TIME ZONE '{_CLOCK}')" if "TIME ZONE" in kind else f"{column}::TIMESTAMP"
        at_midnight = f"{instant} = date_trunc('day', {instant})"
        date, full = f"strftime({instant}, '%Y-%m-%d')", f"strftime({instant}, '%Y-%m-%dT%H:%M:%S')"
        return f"CASE WHEN {at_midnight} THEN {date} ELSE {full} END"
    return f"{column}::VARCHAR"


def _number(number: str) -> str:
    return f"""CASE WHEN isnan({number}) THEN NULL
        WHEN {number} = trunc({number}) AND abs({number}) < 1e15 THEN {number}::BIGINT::VARCHAR
        WHEN contains(format('{{:.15g}}', {number}), 'e') THEN rtrim(rtrim(format('{{:.15f}}', {number}), '0'), '.')
        ELSE format('{{:.15g}}', {number}) END"""


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
