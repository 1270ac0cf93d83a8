"""Comparisons that findings are made of, and how they are judged: each on its own first, then all together.

An assessment makes many comparisons, and of a hundred between groups that do not differ about five would look clear.
So each is given the chance that its interval implies (D. G. Altman and J. M. Bland, "How to obtain the P value from a
confidence interval", BMJ 343, 2011, d2304), and all together are judged by Y. Benjamini and Y. Hochberg, "Controlling
the false discovery rate", Journal of the Royal Statistical Society B 57 (1995), 289–300.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import isclose, log
from statistics import NormalDist

from footing.assessment.result import Direction, Evidence, Finding
from footing.measures.intervals import CONFIDENCE

NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class FindingTerms:
    """``false_findings`` is the share of clear differences that may be expected to be chance alone."""

    false_findings: float = 0.05


@dataclass(frozen=True, slots=True)
class Contrast:
    """One comparison with its interval. Without a difference it would be ``no_difference``: nought, or one for ratios.

    ``base`` is what a difference is a part of where it is in the unit of that, such as a benchmark in per cent; it
    makes differences of all kinds comparable in size. ``people`` are those whom the comparison is about.
    """

    name: str
    measure: str
    value: float
    lower: float
    upper: float
    evidence: tuple[Evidence, ...]
    people: int
    no_difference: float = 0.0
    base: float | None = None

    @property
    def is_ratio(self) -> bool:
        """Whether no difference is a ratio of one."""
        return self.no_difference == 1.0

    @property
    def nearest(self) -> float:
        """The end of the interval that is nearest to no difference; that itself where the interval holds it."""
        if self.lower <= self.no_difference <= self.upper:
            return self.no_difference
        return self.lower if self.lower > self.no_difference else self.upper

    @property
    def weight(self) -> float:
        """What a difference at least comes to: its least relative size, times the people whom it is about."""
        return self.people * abs(self._relative(self.nearest))

    def _relative(self, figure: float) -> float:
        if self.is_ratio:
            return log(figure) if figure > 0 else -1.0
        return figure / self.base if self.base else figure / 100


def chance_of(contrast: Contrast) -> float:
    """How likely chance alone would set the two at least this far apart, from 0 to 1, by the interval."""
    value, near = contrast.value, contrast.lower if contrast.value > contrast.no_difference else contrast.upper
    if contrast.is_ratio:
        if min(value, near) <= 0:
            return 1.0 if contrast.nearest == contrast.no_difference else 1 - CONFIDENCE
        value, near = log(value), log(near)
    else:
        value, near = value - contrast.no_difference, near - contrast.no_difference
    reach = abs(value - near)
    if isclose(reach, 0.0, abs_tol=1e-12):
        return 1.0 if isclose(value, 0.0, abs_tol=1e-12) else 0.0
    z = abs(value) * NORMAL.inv_cdf((1 + CONFIDENCE) / 2) / reach
    return 2 * NORMAL.cdf(-z)


def adjusted(chances: Sequence[float]) -> list[float]:
    """The least share of false findings at which each would be called clear, by Benjamini and Hochberg's steps.

    >>> [round(each, 3) for each in adjusted([0.01, 0.04, 0.03, 0.5])]
    [0.04, 0.053, 0.053, 0.5]
    """
    order = sorted(range(len(chances)), key=lambda place: chances[place], reverse=True)
    found, least = [0.0] * len(chances), 1.0
    for rank, place in zip(range(len(chances), 0, -1), order, strict=True):
        least = min(least, chances[place] * len(chances) / rank)
        found[place] = least
    return found


@dataclass(frozen=True, slots=True)
class Judged:
    """A comparison with its verdict, and the share of false findings at which it would be called clear."""

    contrast: Contrast
    direction: Direction
    adjusted: float

    @property
    def clear(self) -> bool:
        """Whether there is a difference that chance alone does not explain."""
        return self.direction is not Direction.NO_CLEAR_DIFFERENCE

    @property
    def by_chance(self) -> str:
        """What to add where the interval alone would say more than the verdict does."""
        if self.clear or self.contrast.nearest == self.contrast.no_difference:
            return ""
        return " Of so many comparisons, chance alone would set some this far apart."


@dataclass(frozen=True, slots=True)
class Telling:
    """Comparisons that are told together, once they are judged. ``main`` tellings are read before all others."""

    contrasts: tuple[Contrast, ...]
    tell: Callable[[tuple[Judged, ...]], Iterator[Finding]]
    main: bool = False


def judged(contrasts: Sequence[Contrast], terms: FindingTerms) -> tuple[Judged, ...]:
    """The verdict on each comparison, given all that are made."""
    levels = adjusted([chance_of(each) for each in contrasts])
    return tuple(
        Judged(each, _direction(each) if level <= terms.false_findings else Direction.NO_CLEAR_DIFFERENCE, level)
        for each, level in zip(contrasts, levels, strict=True)
    )


def _direction(contrast: Contrast) -> Direction:
    return Direction.ABOVE if contrast.value > contrast.no_difference else Direction.BELOW
