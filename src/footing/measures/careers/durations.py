"""How long it took those who got there: mean, median, and one mean against another."""

from dataclasses import dataclass

import numpy as np

from footing.measures.careers.rates import DAYS_PER_YEAR
from footing.measures.careers.survival import IntArray
from footing.measures.intervals import NOBODY
from footing.measures.pay.chance import LogMean, mean_limits, mean_ratio_limits, middle_ranks
from footing.tables import Estimate
from footing.tables.raw import Contribution


@dataclass(frozen=True, slots=True, eq=False)
class Durations:
    """How many ``people`` took so many ``days``, which are distinct, positive and rise."""

    days: IntArray
    people: IntArray

    @classmethod
    def of(cls, days: IntArray, people: IntArray) -> "Durations":
        """Put durations together that come in any order, some of nobody."""
        distinct, place = np.unique(days[people > 0], return_inverse=True)
        return cls(distinct, np.bincount(place, people[people > 0], len(distinct)).astype(np.int64))

    @property
    def count(self) -> int:
        """How many people there are."""
        return int(self.people.sum())

    def mean_years(self) -> Estimate:
        """The mean with its interval, in years; ``NOBODY`` of nobody, and no interval of one."""
        if self.count < 2:
            return Estimate(self._total / DAYS_PER_YEAR) if self.count else NOBODY
        limits = mean_limits(self._log_mean())
        return Estimate(limits.value / DAYS_PER_YEAR, limits.lower / DAYS_PER_YEAR, limits.upper / DAYS_PER_YEAR)

    def median_years(self) -> Estimate:
        """The median, half way between the two in the middle, with its interval, in years; no interval of very few."""
        if self.count == 0:
            return NOBODY
        middle = (self._at((self.count + 1) // 2) + self._at(self.count // 2 + 1)) / 2
        ranks = middle_ranks(self.count)
        if ranks is None:
            return Estimate(middle / DAYS_PER_YEAR)
        return Estimate(middle / DAYS_PER_YEAR, *(self._at(rank) / DAYS_PER_YEAR for rank in ranks))

    def mean_excess(self, other: "Durations") -> Estimate:
        """How much longer these took on average than the others, in per cent; no interval where either is one."""
        if not self.count or not other.count:
            return NOBODY
        value = 100 * (self._total * other.count / (other._total * self.count) - 1)
        if self.count == 1 or other.count == 1:
            return Estimate(value)
        ratio = mean_ratio_limits(self._log_mean(), other._log_mean())
        return Estimate(value, 100 * (ratio.lower - 1), 100 * (ratio.upper - 1))

    def contribution(self) -> Contribution | None:
        """What the longest two make up of all, in years."""
        if self.count == 0:
            return None
        longest = [self._at(rank) / DAYS_PER_YEAR for rank in (self.count, self.count - 1) if rank]
        return Contribution(self._total / DAYS_PER_YEAR, tuple(longest))

    @property
    def _total(self) -> int:
        return int(self.days @ self.people)

    def _at(self, rank: int) -> int:
        """The duration of that rank, counted from 1 for the shortest."""
        return int(self.days[np.searchsorted(np.cumsum(self.people), rank)])

    def _log_mean(self) -> LogMean:
        mean = self._total / self.count
        squares = float(((self.days - mean) ** 2) @ self.people)
        return LogMean.of(self.count, mean, squares / (self.count - 1))
