"""Dates as people type them, read in the engine.

Every function returns a SQL expression over a column of text; a text that is no date gives NULL, never a guess.
"""

from collections.abc import Sequence
from typing import Literal

DateOrder = Literal["day_first", "month_first"]

_TIME = r"(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST = rf"([1-9]\d{{3}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}"
_COMPACT = r"((?:19|20)\d{2})(\d{2})(\d{2})"
_NUMBERS = rf"(\d{{1,2}})[-/. ](\d{{1,2}})[-/. ]([1-9]\d{{3}}|\d{{2}}){_TIME}"
_NAMED = rf"(\d{{1,2}})(?:st|nd|rd|th)?[-/ ]*([A-Za-z]{{3,9}})[-/ ,]*([1-9]\d{{3}}|\d{{2}}){_TIME}"
_SERIAL = r"([1-7]\d{4})(?:\.\d+)?"
"""Days since the end of 1899, as spreadsheets count: 10000 is in 1927, 79999 in 2119."""

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH_NUMBERS = {name: number for number, month in enumerate(_MONTHS, start=1) for name in (month, month[:3])}
_MONTH_NUMBERS["sept"] = 9


def date_sql(text: str, *, order: DateOrder, latest_year: int) -> str:
    """The DATE that ``text`` (a SQL expression) says.

    Read are: year first (2024-03-31, 2024/3/31, 20240331), numbers in ``order`` (31/03/2024, 31.3.24), month names
    (31 March 2024, 31-Mar-24) and spreadsheet serials (45382), with or without a time of day, which is dropped.
    A year of two digits is the latest such year that is not after ``latest_year``.
    """
    numbers = _parts(text, _NUMBERS, ("day", "month", "year") if order == "day_first" else ("month", "day", "year"))
    named = _parts(text, _NAMED, ("day", "month", "year"))
    readings = (
        *(_date(_parts(text, pattern, ("year", "month", "day"))) for pattern in (_YEAR_FIRST, _COMPACT)),
        _date(numbers, year=_full_year(f"{numbers}.year", latest_year)),
        _date(named, year=_full_year(f"{named}.year", latest_year), month=f"{_month_map()}[lower({named}.month)]"),
        f"DATE '1899-12-30' + {_whole(_parts(text, _SERIAL, ('days',)) + '.days')}",
    )
    return f"coalesce({', '.join(readings)})"


def first_number_sql(text: str) -> str:
    """The first number of a date of numbers (31 of "31/03/2024"); NULL for every other text."""
    return _whole(f"{_parts(text, _NUMBERS, ('one', 'two', 'year'))}.one")


def second_number_sql(text: str) -> str:
    """The second number of a date of numbers (3 of "31/03/2024"); NULL for every other text."""
    return _whole(f"{_parts(text, _NUMBERS, ('one', 'two', 'year'))}.two")


def completed_years_sql(start: str, end: str) -> str:
    """Whole years from one DATE to another, as ages are counted: who is born on 29 February is older on 1 March."""
    before_the_day = f"(month({end}) * 100 + day({end}) < month({start}) * 100 + day({start}))"
    return f"(year({end}) - year({start}) - {before_the_day}::INTEGER)"


def _parts(text: str, pattern: str, names: Sequence[str]) -> str:
    """The parts of a text that fits a pattern from end to end, by name; empty texts where it does not fit."""
    listed = ", ".join(f"'{name}'" for name in names)
    return f"regexp_extract(trim({text}), '^{pattern}$', [{listed}])"


def _whole(text: str) -> str:
    return f"try_cast({text} AS INTEGER)"


def _full_year(written: str, latest_year: int) -> str:
    year = _whole(written)
    century = latest_year - latest_year % 100
    two_digits = f"{year} + CASE WHEN {year} + {century} > {latest_year} THEN {century - 100} ELSE {century} END"
    return f"CASE WHEN length({written}) = 4 THEN {year} ELSE {two_digits} END"


def _date(parts: str, year: str | None = None, month: str | None = None) -> str:
    """A cast from text refuses a day that does not exist, such as 29 February 2023."""
    numbers = (year or _whole(f"{parts}.year"), month or _whole(f"{parts}.month"), _whole(f"{parts}.day"))
    return f"try_cast(format('{{:04d}}-{{:02d}}-{{:02d}}', {', '.join(numbers)}) AS DATE)"


def _month_map() -> str:
    return "MAP {" + ", ".join(f"'{name}': {number}" for name, number in _MONTH_NUMBERS.items()) + "}"
