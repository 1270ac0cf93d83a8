"""Spells counted in the engine: how many of each kind lasted so many days. Figures over time are made from these."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from footing.measures.arrow import as_arrow
from footing.measures.careers.durations import Durations
from footing.measures.careers.rates import Exposure
from footing.measures.careers.risk_sets import CountedWaits, RiskSets, risk_sets
from footing.measures.careers.survival import IntArray, Waits
from footing.measures.pay.grid import code_numbers

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

BoolArray = NDArray[np.bool_]

Who = Mapping[str, Collection[str]]
"""Which spells: for each column named, the codes that it may have."""


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """Rows of ``people`` spells that lasted ``days``; ``places`` are those of each column's codes in ``codes``."""

    codes: Mapping[str, Sequence[str]]
    places: Mapping[str, IntArray]
    days: IntArray
    people: IntArray

    def only(self, who: Who) -> "Tally":
        """Those of some categories alone."""
        rows = np.flatnonzero(self._chosen(who))
        places = {column: each[rows] for column, each in self.places.items()}
        return Tally(self.codes, places, self.days[rows], self.people[rows])

    def count(self, who: Who) -> int:
        """How many spells there are of some categories."""
        return int(self.people[self._chosen(who)].sum())

    def exposure(self, ending: Who, who: Who) -> Exposure:
        """How many of the spells of ``who`` ended in a way, and the days that all of them lasted."""
        return Exposure(self.count({**who, **ending}), int((self.days * self.people)[self._chosen(who)].sum()))

    def durations(self, who: Who) -> Durations:
        """How long spells lasted."""
        chosen = self._chosen(who)
        return Durations.of(self.days[chosen], self.people[chosen])

    def waits(self, ending: Who, who: Who) -> Waits:
        """The spells of ``who`` as waits that are over when they end in a way."""
        chosen, over = self._chosen(who), self._chosen(ending)
        return Waits.of(self.days[chosen], (self.people * over)[chosen], (self.people * ~over)[chosen])

    def risk_sets(self, ending: Who, groups: str, among: Sequence[str], strata: Sequence[str]) -> RiskSets:
        """The waits of the groups ``among`` one column, compared within each combination of the ``strata``."""
        of = self.only({groups: among})
        group = np.array([list(among).index(code) if code in among else 0 for code in self.codes[groups]])
        stratum = np.zeros(len(of.days), dtype=np.int64)
        for column in strata:
            stratum = stratum * len(self.codes[column]) + of.places[column]
        over = of._chosen(ending)
        place = group[of.places[groups]]
        return risk_sets(CountedWaits(stratum, place, of.days, of.people * over, of.people * ~over), groups=len(among))

    def _chosen(self, who: Who) -> BoolArray:
        chosen = np.ones(len(self.days), dtype=np.bool_)
        for column, allowed in who.items():
            listed = np.array([code in allowed for code in self.codes[column]], dtype=np.bool_)
            chosen &= listed[self.places[column]]
        return chosen


def tally_spells(spells: "ibis.Table", days: str, codes: Mapping[str, Sequence[str]]) -> Tally:
    """Count spells by some columns and their length in the column ``days``.

    Raises ``UnlistedCategory`` where a column holds something that is not in its list.
    """
    counted = as_arrow(spells.group_by([*codes, days]).aggregate(people=spells.count()))
    places = {column: code_numbers(counted[column], tuple(listed), column) for column, listed in codes.items()}
    return Tally(codes, places, _integers(counted[days]), _integers(counted["people"]))


def _integers(column: "pa.ChunkedArray") -> IntArray:
    return np.asarray(np.from_dlpack(column.combine_chunks()), dtype=np.int64)
