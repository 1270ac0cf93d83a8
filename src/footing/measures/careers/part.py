"""The tables of one population, or the reasons why there are none."""

from dataclasses import dataclass

from footing.measures.family import NotMeasured
from footing.measures.population import PeopleToCount
from footing.tables.raw import RawTable


@dataclass(frozen=True, slots=True)
class Part:
    """Some tables, what could not be measured beside them, and the people that they count."""

    tables: tuple[RawTable, ...] = ()
    not_measured: tuple[NotMeasured, ...] = ()
    people: PeopleToCount | None = None
