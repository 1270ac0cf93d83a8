"""What a column looks like: how full it is, how many different words it has, and what they can be read as."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is quoted or a parameter

from dataclasses import dataclass
from typing import TYPE_CHECKING

from footing.workforce.coding.words import Word, distinct_words
from footing.workforce.parsing import date_sql, number_sql, pence_sql
from footing.workforce.reading import Sheet

if TYPE_CHECKING:
    import duckdb

SAMPLED_ROWS = 2_000
"""Rows, spread evenly, from which it is told what a column can be read as."""
MOST_WORDS = 2_000
"""A column of more different words than this is no list of categories or answers."""

_PERHAPS_A_KEY = 0.5
"""When an estimate says that more than this share of the cells differ, they are counted."""

_EMAIL = r"[^@\s]+@[^@\s]+\.[^@\s]+"
_NI_NUMBER = r"(?i)[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]"
_POSTCODE = r"(?i)[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}"
_ANY_YEAR = 2100


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """A column before it is known what it holds. Shares are of the filled cells that were sampled."""

    heading: str
    column: str
    position: int
    rows: int
    filled: int
    different: int
    """How many different words; an estimate when they are neither few nor nearly all different."""
    words: tuple[Word, ...]
    """All the words, commonest first; empty when there are more than ``MOST_WORDS``."""
    dates: float = 0
    pounds: float = 0
    pounds_with_comma: float = 0
    numbers: float = 0
    emails: float = 0
    ni_numbers: float = 0
    postcodes: float = 0

    @property
    def is_blank(self) -> bool:
        """Nothing is filled in."""
        return self.filled == 0

    @property
    def filled_share(self) -> float:
        """The share of rows that are filled in."""
        return self.filled / self.rows if self.rows else 0

    @property
    def different_share(self) -> float:
        """How near the column is to a different value in every filled cell."""
        return min(1, self.different / self.filled) if self.filled else 0


def profile_sheet(connection: "duckdb.DuckDBPyConnection", sheet: Sheet) -> tuple[ColumnProfile, ...]:
    """A profile of each column, in order."""
    shares = _shares(connection, sheet)
    return tuple(_profile(connection, sheet, position, shares) for position in range(len(sheet.headings)))


def _profile(
    connection: "duckdb.DuckDBPyConnection", sheet: Sheet, position: int, shares: dict[str, dict[str, float]]
) -> ColumnProfile:
    column = sheet.columns[position]
    filled, different = connection.execute(
        f"SELECT count(*) FILTER (WHERE trim({column}) <> ''), approx_count_distinct({column}) FROM {sheet.relation}"
    ).fetchall()[0]
    words = distinct_words(connection, sheet.relation, column, MOST_WORDS) if different < MOST_WORDS * 2 else ()
    few = 0 < len(words) <= MOST_WORDS
    if not few and different > filled * _PERHAPS_A_KEY:
        different = _count_different(connection, sheet, column)
    return ColumnProfile(
        heading=sheet.headings[position],
        column=column,
        position=position,
        rows=sheet.row_count,
        filled=filled,
        different=len(words) if few else different,
        words=words if few else (),
        **shares.get(column, {}),
    )


def _count_different(connection: "duckdb.DuckDBPyConnection", sheet: Sheet, column: str) -> int:
    row = connection.execute(f"SELECT count(DISTINCT {column}) FROM {sheet.relation}").fetchone()
    return row[0] if row else 0


def _shares(connection: "duckdb.DuckDBPyConnection", sheet: Sheet) -> dict[str, dict[str, float]]:
    """For each column, the share of sampled cells that can be read as each thing; nothing for one without any.

    All columns are read in one statement, since planning the readings takes longer than reading.
    """
    either_way = [date_sql("cell", order=order, latest_year=_ANY_YEAR) for order in ("day_first", "month_first")]
    readings = {
        "dates": f"coalesce({', '.join(either_way)}) IS NOT NULL",
        "pounds": f"({pence_sql('cell')}) IS NOT NULL",
        "pounds_with_comma": f"({pence_sql('cell', decimal='comma')}) IS NOT NULL",
        "numbers": f"({number_sql('cell')}) IS NOT NULL",
        "emails": f"regexp_full_match(trim(cell), '{_EMAIL}')",
        "ni_numbers": f"regexp_full_match(trim(cell), '{_NI_NUMBER}')",
        "postcodes": f"regexp_full_match(trim(cell), '{_POSTCODE}')",
    }
    every = max(1, sheet.row_count // SAMPLED_ROWS)
    shares = (f"coalesce(sum(times) FILTER (WHERE {reading}) / sum(times), 0)" for reading in readings.values())
    sampled = " UNION ALL ".join(
        f"SELECT '{column}' AS name, {column} AS cell FROM {sheet.relation} WHERE row_number % {every} = 0"
        for column in sheet.columns
    )
    rows = connection.execute(
        f"SELECT name, {', '.join(shares)} FROM (SELECT name, cell, count(*) AS times FROM ({sampled})"
        " WHERE trim(cell) <> '' GROUP BY ALL) GROUP BY name"
    ).fetchall()
    return {name: dict(zip(readings, row, strict=True)) for name, *row in rows}
