"""A chi-squared test: the statistic that was found, and how often chance alone gives one as large."""

from dataclasses import dataclass

from footing.measures.hiring.chi_square import chi_square_chance
from footing.tables import Estimate


@dataclass(frozen=True, slots=True)
class ChiSquared:
    """A chi-squared statistic and its degrees of freedom."""

    statistic: float
    degrees_of_freedom: int

    @property
    def chance_percent(self) -> Estimate:
        """How often, in per cent, a statistic at least as large comes up where there is nothing to find."""
        return Estimate(100 * chi_square_chance(self.statistic, self.degrees_of_freedom))
