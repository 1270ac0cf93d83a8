"""Amounts as people type them, read in the engine.

Every function returns a SQL expression over a column of text; a text that is no amount gives NULL, never a guess.
"""

from typing import Literal

Decimal = Literal["point", "comma"]

_WHOLE = {"point": r"(?:\d+|\d{1,3}(?:,\d{3})+)", "comma": r"(?:\d+|\d{1,3}(?:\.\d{3})+)"}
_PART = {"point": r"(?:\.\d{0,18})?", "comma": r"(?:,\d{0,18})?"}
_POUNDS = r"(?:£|GBP|gbp)?"
_SPACES = r"[\s\x{00A0}\x{202F}]"


def pence_sql(text: str, *, decimal: Decimal = "point", times: float = 1) -> str:
    """The BIGINT pence that ``text`` (a SQL expression) says in pounds, ``times`` over, half a penny rounded up.

    Read are 20404.52, 20,404.52, £20,404.52, £ 20 404.52, 20404 GBP and -£5. Thousands must be whole: "20,4" and
    "20.4k" are no amounts.
    """
    squeezed = _squeezed(text)
    pattern = f"-?{_POUNDS}-?{_WHOLE[decimal]}{_PART[decimal]}{_POUNDS}"
    pounds = f"try_cast({_digits(squeezed, decimal)} AS DECIMAL(38, 18))"
    return _where_fits(squeezed, pattern, f"try_cast(round({_times(pounds, times)} * 100) AS BIGINT)")


def number_sql(text: str, *, decimal: Decimal = "point") -> str:
    """The DOUBLE that ``text`` (a SQL expression) says: 37, 37.5, 1,600.5, 80% (0.8) or hours and minutes, 37:30."""
    squeezed = _squeezed(text)
    number = f"-?{_WHOLE[decimal]}{_PART[decimal]}"
    value = f"try_cast({_digits(squeezed, decimal)} AS DOUBLE)"
    hours, minutes = (f"try_cast(split_part({squeezed}, ':', {part}) AS DOUBLE)" for part in (1, 2))
    return (
        "CASE"
        f" WHEN regexp_full_match({squeezed}, '{number}') THEN {value}"
        f" WHEN regexp_full_match({squeezed}, '{number}%') THEN {value} / 100"
        rf" WHEN regexp_full_match({squeezed}, '\d{{1,3}}:[0-5]\d') THEN {hours} + {minutes} / 60"
        " END"
    )


def _squeezed(text: str) -> str:
    return f"regexp_replace({text}, '{_SPACES}', '', 'g')"


def _digits(squeezed: str, decimal: Decimal) -> str:
    """Only digits, the sign and the decimal sign, which becomes a point."""
    if decimal == "point":
        return f"regexp_replace({squeezed}, '[^0-9.-]', '', 'g')"
    return f"replace(regexp_replace({squeezed}, '[^0-9,-]', '', 'g'), ',', '.')"


def _times(pounds: str, times: float) -> str:
    return pounds if times == 1 else f"({pounds} * {times:.6f}::DECIMAL(18, 6))"


def _where_fits(text: str, pattern: str, value: str) -> str:
    return f"CASE WHEN regexp_full_match({text}, '{pattern}') THEN {value} END"
