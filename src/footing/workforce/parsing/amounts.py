"""Amounts as people type them, read in the engine.

Every function returns a SQL expression over a column of text; a text that is no amount gives NULL, never a guess.
"""

from typing import Literal

Decimal = Literal["point", "comma"]

_SPACES = (" ", "\t", "\u00a0", "\u202f")
_SPACE = f"[{''.join(_SPACES)}]*"
_POUNDS = f"{_SPACE}(?:£|GBP|gbp)?{_SPACE}"
_NUMBER = {
    "point": "(?:\\d+|\\d{1,3}(?:[, \u00a0\u202f]\\d{3})+)(?:\\.\\d*)?",
    "comma": "(?:\\d+|\\d{1,3}(?:[. \u00a0\u202f]\\d{3})+)(?:,\\d*)?",
}
_NOT_DIGITS = ("£", "GBP", "gbp", "%", *_SPACES)


def pence_sql(text: str, *, decimal: Decimal = "point", times: float = 1) -> str:
    """The BIGINT pence that ``text`` (a SQL expression) says in pounds, ``times`` over, half a penny rounded up.

    Read are 20404.52, 20,404.52, £20,404.52, £ 20 404.52, 20404 GBP and -£5. Thousands must be whole: "20,4" and
    "20.4k" are no amounts.
    """
    pattern = f"{_SPACE}-?{_POUNDS}-?{_NUMBER[decimal]}{_POUNDS}"
    if times == 1:
        # A cast from text rounds half a penny up from the digits themselves, and is the fastest way there.
        pounds = f"try_cast({_digits(text, decimal)} AS DECIMAL(18, 2))"
    else:
        pounds = f"round(try_cast({_digits(text, decimal)} AS DECIMAL(24, 8)) * {times:.4f}::DECIMAL(12, 4), 2)"
    return f"CASE WHEN regexp_full_match({text}, '{pattern}') THEN try_cast({pounds} * 100 AS BIGINT) END"


def number_sql(text: str, *, decimal: Decimal = "point") -> str:
    """The DOUBLE that ``text`` (a SQL expression) says: 37, 37.5, 1,600.5, 80% (0.8) or hours and minutes, 37:30."""
    number = f"{_SPACE}-?{_NUMBER[decimal]}{_SPACE}"
    value = f"try_cast({_digits(text, decimal)} AS DOUBLE)"
    hours, minutes = (f"try_cast(split_part({text}, ':', {part}) AS DOUBLE)" for part in (1, 2))
    return (
        "CASE"
        f" WHEN regexp_full_match({text}, '{number}') THEN {value}"
        f" WHEN regexp_full_match({text}, '{number}%{_SPACE}') THEN {value} / 100"
        rf" WHEN regexp_full_match({text}, '{_SPACE}\d{{1,3}}:[0-5]\d{_SPACE}') THEN {hours} + {minutes} / 60"
        " END"
    )


def _digits(text: str, decimal: Decimal) -> str:
    """Digits, the sign and the decimal sign, which becomes a point; nothing else is left of a text that fits."""
    thousands = "," if decimal == "point" else "."
    for character in (thousands, *_NOT_DIGITS):
        text = f"replace({text}, '{character}', '')"
    return text if decimal == "point" else f"replace({text}, ',', '.')"
