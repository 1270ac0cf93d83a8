"""Dates as people type them, read in the engine.

Every function returns a SQL expression over a column of text; a text that is no date gives NULL, never a guess.
"""

from typing import Literal

DateOrder = Literal["day_first", "month_first"]

_TIME = r"(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?)?"
YEAR_FIRST = rf"([1-9]\d{{3}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}"
COMPACT = r"((?:19|20)\d{2})(\d{2})(\d{2})"
NUMBERS = rf"(\d{{1,2}})[-/. ](\d{{1,2}})[-/. ]([1-9]\d{{3}}|\d{{2}}){_TIME}"
NAMED = rf"(\d{{1,2}})(?:st|nd|rd|th)?[-/ ]*([A-Za-z]{{3,9}})[-/ ,]*([1-9]\d{{3}}|\d{{2}}){_TIME}"
SERIAL = r"([1-7]\d{4})(?:\.\d+)?"
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
    trimmed = f"trim({text})"
    day, month = (1, 2) if order == "day_first" else (2, 1)
    year_first, compact = (
        _date(_year(trimmed, pattern, 1, latest_year), _number(trimmed, pattern, 2), _number(trimmed, pattern, 3))
        for pattern in (YEAR_FIRST, COMPACT)
    )
    in_numbers = _date(
        _year(trimmed, NUMBERS, 3, latest_year), _number(trimmed, NUMBERS, month), _number(trimmed, NUMBERS, day)
    )
    named_month = f"{_month_map()}[lower({_group(trimmed, NAMED, 2)})]"
    named = _date(_year(trimmed, NAMED, 3, latest_year), named_month, _number(trimmed, NAMED, 1))
    serial = f"DATE '1899-12-30' + {_number(trimmed, SERIAL, 1)}"
    readings = {YEAR_FIRST: year_first, COMPACT: compact, NUMBERS: in_numbers, NAMED: named, SERIAL: serial}
    whens = (f"WHEN regexp_full_match({trimmed}, '{pattern}') THEN {date}" for pattern, date in readings.items())
    return f"CASE {' '.join(whens)} END"


def first_number_sql(text: str) -> str:
    """The first number of a date of numbers (31 of "31/03/2024"); NULL for every other text."""
    return _number(f"trim({text})", NUMBERS, 1)


def second_number_sql(text: str) -> str:
    """The second number of a date of numbers (3 of "31/03/2024"); NULL for every other text."""
    return _number(f"trim({text})", NUMBERS, 2)


def completed_years_sql(start: str, end: str) -> str:
    """Whole years from one DATE to another, as ages are counted: who is born on 29 February is older on 1 March."""
    before_the_day = f"(month({end}) * 100 + day({end}) < month({start}) * 100 + day({start}))"
    return f"(year({end}) - year({start}) - {before_the_day}::INTEGER)"


def _group(text: str, pattern: str, group: int) -> str:
    return f"regexp_extract({text}, '^{pattern}$', {group})"


def _number(text: str, pattern: str, group: int) -> str:
    return f"try_cast({_group(text, pattern, group)} AS INTEGER)"


def _year(text: str, pattern: str, group: int, latest_year: int) -> str:
    written = _number(text, pattern, group)
    century = latest_year - latest_year % 100
    two_digits = f"{written} + CASE WHEN {written} + {century} > {latest_year} THEN {century - 100} ELSE {century} END"
    return f"CASE WHEN length({_group(text, pattern, group)}) = 4 THEN {written} ELSE {two_digits} END"


def _date(year: str, month: str, day: str) -> str:
    """A cast from text refuses a day that does not exist, such as 29 February 2023."""
    return f"try_cast(format('{{:04d}}-{{:02d}}-{{:02d}}', {year}, {month}, {day}) AS DATE)"


def _month_map() -> str:
    return "MAP {" + ", ".join(f"'{name}': {number}" for name, number in _MONTH_NUMBERS.items()) + "}"
