"""A figure with its uncertainty."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value and, where one is defined, its interval (95 % unless the measure's definition says otherwise).

    ``value`` is ``None`` when the figure does not exist, such as a share of nobody.
    """

    value: float | None
    lower: float | None = None
    upper: float | None = None
