"""How a figure is written: one number of decimals for each unit, the same in every format."""

from footing.tables.releasable import Status
from footing.tables.units import DECIMALS, PERCENT, PERCENTAGE_POINTS, POUNDS, POUNDS_AN_HOUR

WITHHELD = "[c]"
"""The shorthand for a confidential figure that the government's statisticians use."""
NOT_APPLICABLE = "[z]"
"""Their shorthand for a figure that does not exist."""
SHORTHAND = {Status.WITHHELD: WITHHELD, Status.NOT_APPLICABLE: NOT_APPLICABLE}

_MINUS = "\N{MINUS SIGN}"


def published(value: float | None, unit: str) -> float | int | None:
    """The value to the decimals that its unit is published with; a whole number where that is none."""
    if value is None:
        return None
    rounded = round(value, DECIMALS[unit]) + 0.0
    return round(rounded) if DECIMALS[unit] == 0 else rounded


def machine_text(value: float | None, unit: str) -> str:
    """The value as a machine reads it, such as ``1234`` or ``-2.50``; ``[z]`` for a figure that does not exist."""
    number = published(value, unit)
    return NOT_APPLICABLE if number is None else f"{number:.{DECIMALS[unit]}f}"


def reader_text(value: float | None, unit: str) -> str:
    """The value as people read it, such as ``1,234``, ``39.2%``, ``+3.1`` or ``£31,250.00``."""
    number = published(value, unit)
    if number is None:
        return NOT_APPLICABLE
    digits = f"{abs(number):,.{DECIMALS[unit]}f}"
    sign = _MINUS if number < 0 else "+" if unit == PERCENTAGE_POINTS and number > 0 else ""
    pounds, percent = "£" if unit in (POUNDS, POUNDS_AN_HOUR) else "", "%" if unit == PERCENT else ""
    return f"{sign}{pounds}{digits}{percent}"


def interval_text(lower: float | None, upper: float | None, unit: str) -> str:
    """An interval as people read it, such as ``36.1% to 42.3%``; ``[z]`` where none is defined."""
    if lower is None or upper is None:
        return NOT_APPLICABLE
    return f"{reader_text(lower, unit)} to {reader_text(upper, unit)}"
