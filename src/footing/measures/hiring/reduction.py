"""Applications reduced in the engine to counts by requisition: what comparing like with like needs, and nobody's row.

The engine groups and counts; what comes back is as long as the number of different combinations, not of applications.
Requisitions are numbered in the order of their names, so that sums of fractions are added up in one order every time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from footing.measures.arrow import as_arrow
from footing.measures.hiring.applications import Setting
from footing.measures.hiring.mantel_haenszel import Requisitions
from footing.measures.hiring.stages import APPLIED, OUTCOME, Step
from footing.measures.pay.grid import code_numbers
from footing.measures.pay.reduction import integers
from footing.measures.population import Variable
from footing.tables import TOTAL

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

IntArray = NDArray[np.int64]

REQUISITION = "requisition"
DAYS, NUMBER = "days", "number"
"""Days from the first application in the requisition, and how many applications share a combination."""


@dataclass(frozen=True, slots=True)
class ByRequisition:
    """How many applications of each requisition, by the code of a variable and by outcome: an array of three axes."""

    counts: IntArray
    groups: tuple[str, ...]
    outcomes: Variable

    def compare(self, group: str, other: str, step: Step, withdrawn: Sequence[str]) -> Requisitions:
        """Who passed a step and who did not, of a group and another, leaving out those who withdrew on it."""
        one, two = (self.counts[:, self.groups.index(code)] for code in (group, other))
        parts = []
        for counts in (one, two):
            passed = self._within(counts, step.to.reached)
            left = sum((self._within(counts, code) for code in withdrawn), np.zeros(len(counts), dtype=np.int64))
            parts += [passed, self._within(counts, step.of.reached) - left - passed]
        return Requisitions(*(part.astype(np.float64) for part in parts))

    def _within(self, counts: IntArray, code: str) -> IntArray:
        places = list(places_within(self.outcomes, code))
        return np.asarray(counts[:, places].sum(axis=1), dtype=np.int64)


def places_within(variable: Variable, code: str) -> Sequence[int]:
    """The places, among the codes of a variable, of those that a code or roll-up is made of."""
    return range(len(variable.codes)) if code == TOTAL else variable.members()[code]


def count_by_requisition(setting: Setting, variable: str, groups: Sequence[str]) -> ByRequisition:
    """Count the applications of some groups by requisition and outcome; those of no requisition are left out."""
    applications = of_requisitions(setting.relation, variable, groups)
    rows = grouped(applications, [REQUISITION, variable, OUTCOME])
    outcomes = setting.people.variables[OUTCOME]
    requisitions = numbered(rows[REQUISITION])
    shape = (int(requisitions.max(initial=-1)) + 1, len(groups), len(outcomes.codes))
    counts = np.zeros(shape, dtype=np.int64)
    group = code_numbers(rows[variable], groups, variable)
    counts[requisitions, group, code_numbers(rows[OUTCOME], outcomes.codes, OUTCOME)] = integers(rows[NUMBER])
    return ByRequisition(counts, tuple(groups), outcomes)


def of_requisitions(applications: "ibis.Table", variable: str, groups: Sequence[str]) -> "ibis.Table":
    """The applications that have a requisition and are of these groups."""
    return applications.filter(applications[REQUISITION].notnull() & applications[variable].isin(list(groups)))


def with_days(applications: "ibis.Table") -> "ibis.Table":
    """The dated applications of requisitions, with the days from the first application in the requisition to each.

    Everybody's applications count for which was the first, also those of unknown background.
    """
    dated = applications.filter(applications[REQUISITION].notnull() & applications[APPLIED.column].notnull())
    opened = dated[APPLIED.column].min().over(group_by=dated[REQUISITION])
    return dated.mutate(dated[APPLIED.column].delta(opened, unit="day").cast("int64").name(DAYS))


def grouped(applications: "ibis.Table", columns: Sequence[str]) -> "pa.Table":
    """How many applications share each combination of the columns."""
    return as_arrow(applications.aggregate(applications.count().name(NUMBER), by=list(columns)))


def numbered(names: "pa.ChunkedArray") -> IntArray:
    """Each row's number among the names, which are numbered in their order."""
    encoded = names.combine_chunks().dictionary_encode()
    words = encoded.dictionary.to_pylist()
    order = np.empty(len(words), dtype=np.int64)
    order[sorted(range(len(words)), key=words.__getitem__)] = np.arange(len(words))
    return np.asarray(order[np.from_dlpack(encoded.indices)], dtype=np.int64)
