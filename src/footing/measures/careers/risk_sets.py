"""Who was still waiting, and who reached the end, on each day on which somebody did.

This is all that a comparison of waits needs: a few hundred days by a few groups, however many people there are.
People are only ever compared within a *stratum*, such as those in the same grade.
"""

from dataclasses import dataclass

import numpy as np

from footing.measures.careers.survival import FloatArray, IntArray, Waits, kaplan_meier


@dataclass(frozen=True, slots=True, eq=False)
class RiskSets:
    """One row for each stratum and day, one column for each group.

    ``waiting`` were waiting at the start of the day and ``ended`` reached the end on it. ``progress`` is how far
    through the waits of all groups and strata together the day is: the share who had reached the end before it.
    """

    waiting: IntArray
    ended: IntArray
    progress: FloatArray

    @property
    def groups(self) -> int:
        """How many groups are compared."""
        return int(self.ended.shape[1])


@dataclass(frozen=True, slots=True, eq=False)
class CountedWaits:
    """Counts of waits by ``stratum``, ``group`` (both numbered) and length in ``days``, in rows of any order.

    ``ended`` and ``lost`` say how many of a row reached the end, and how many were lost from sight.
    """

    stratum: IntArray
    group: IntArray
    days: IntArray
    ended: IntArray
    lost: IntArray


def risk_sets(waits: CountedWaits, *, groups: int) -> RiskSets:
    """Reduce counts of waits to risk sets."""
    parts = [_of_stratum(waits, stratum, groups) for stratum in np.unique(waits.stratum)]
    none = np.zeros((0, groups), dtype=np.int64)
    day = np.concatenate([np.zeros(0, dtype=np.int64), *(part[0] for part in parts)])
    waiting, ended = (np.concatenate([none, *(part[side] for part in parts)]) for side in (1, 2))
    return RiskSets(waiting, ended, _progress(Waits.of(waits.days, waits.ended, waits.lost), day))


def _of_stratum(waits: CountedWaits, stratum: np.int64, groups: int) -> tuple[IntArray, IntArray, IntArray]:
    """The days of a stratum on which somebody reached the end, with who was waiting and who reached it."""
    rows = np.flatnonzero(waits.stratum == stratum)
    days, place = np.unique(waits.days[rows], return_inverse=True)
    ended, over = (np.zeros((len(days), groups), dtype=np.int64) for _ in range(2))
    np.add.at(ended, (place, waits.group[rows]), waits.ended[rows])
    np.add.at(over, (place, waits.group[rows]), waits.ended[rows] + waits.lost[rows])
    waiting = np.cumsum(over[::-1], axis=0)[::-1]
    some = ended.sum(axis=1) > 0
    return days[some], waiting[some], ended[some]


def _progress(together: Waits, days: IntArray) -> FloatArray:
    curve = kaplan_meier(together)
    before = np.concatenate([[1.0], curve.still_waiting])[np.searchsorted(curve.days, days, side="left")]
    return np.asarray(1.0 - before, dtype=np.float64)
