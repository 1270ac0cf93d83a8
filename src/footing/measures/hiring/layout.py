"""What the tables of the hiring family have in common."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from footing.measures.hiring.applications import APPLICATIONS, Setting, Subject
from footing.measures.hiring.stages import OUTCOME, Step
from footing.measures.tabulation import Key
from footing.tables import Category, Coordinate, Dimension, coordinate
from footing.tables.raw import RawRow, RawTable

FAMILY = "hiring"
STEP = "step"
"""The dimension of a table that names the step of each figure. Nobody is counted by it."""

UNIT_NOTE = "Applications are counted, not people: somebody who applied twice is counted twice."
INTERVAL_NOTE = (
    "The interval (95 %) says how far chance alone could have moved a figure of this many applications. "
    "Applications of unknown background are not covered by it."
)
ALL_NOTE = "“All” holds applications of unknown background, too."
WITHDRAWN_NOTE = "Whoever withdrew counts as not getting through."


@dataclass(frozen=True, slots=True)
class TableOf:
    """Which table of a family: the question and the last part of its id, its definition and what is noted beneath."""

    subject: Subject
    ending: str
    measure: str
    notes: tuple[str, ...]
    words: str = ""

    def laid_out(self, setting: Setting, dimensions: tuple[Dimension, ...], rows: Iterable[RawRow]) -> RawTable:
        """The table with these dimensions and rows."""
        definition = setting.catalogue.measure(self.measure)
        return RawTable(
            id=f"{FAMILY}.{self.subject.variable}.{self.ending}",
            measure=self.measure,
            title=f"{definition.title}: {self.subject.title}{self.words}",
            unit=definition.unit,
            population=APPLICATIONS,
            dimensions=dimensions,
            rows=tuple(rows),
            notes=(*self.notes, UNIT_NOTE),
        )


def steps_dimension(steps: Iterable[Step]) -> Dimension:
    """Steps as a dimension."""
    return Dimension(STEP, "Step", tuple(step.category for step in steps))


def step_cells(step: Step, key: Mapping[str, str]) -> tuple[Coordinate, Coordinate]:
    """Those who got through a step and those who entered it, among the applications that share the key."""
    return coordinate(**{**key, OUTCOME: step.to.reached}), coordinate(**{**key, OUTCOME: step.of.reached})


def group_key(subject: Subject, group: Category) -> Key:
    """The applications of one group."""
    return {subject.variable: group.code}


def comparison_note(subject: Subject) -> str:
    """Whom each group is compared with, in words."""
    return f"Each group is compared with: {subject.reference.label}."
