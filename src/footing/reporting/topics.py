"""Gathering protected tables into topics: everything about one question in one breakdown, to be read side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeGuard

from footing.tables import TOTAL, Category, Dimension, ReleasableRow, ReleasableTable, Status
from footing.tables.units import COUNTS

Key = tuple[str, ...]

NOT_RECORDED = "not_recorded"
"""The category of people whose grade, sex … is blank: counted in every table, drawn in no chart."""


@dataclass(frozen=True, slots=True)
class Topic:
    """The tables of one family of measures that share a question and a breakdown; the question is their last dimension.

    ``name`` tells apart breakdowns by the same characteristic: as it is, and with some categories put together.

    ``counts`` are of people or applications; ``figures`` are what the section is about, such as shares or rates; each
    of ``comparisons`` holds the first figures against one benchmark.
    """

    family: str
    question: str
    breakdown: tuple[Dimension, ...]
    figures: tuple[ReleasableTable, ...]
    comparisons: tuple[ReleasableTable, ...]
    counts: ReleasableTable | None
    name: str

    @property
    def id(self) -> str:
        """A name that no other topic of the report has."""
        return f"{self.family}.{self.question}.{self.name}"

    @property
    def tables(self) -> tuple[ReleasableTable, ...]:
        """Every table of the topic."""
        return (*self.figures, *self.comparisons, *((self.counts,) if self.counts else ()))

    @property
    def groups(self) -> tuple[Category, ...]:
        """The groups of the question that the first figures are of; none when there are no figures."""
        return self.figures[0].dimensions[-1].categories if self.figures else ()


def topics_of(tables: Iterable[ReleasableTable]) -> tuple[Topic, ...]:
    """Arrange tables into topics, in the order in which each is first met."""
    gathered: dict[Key, list[ReleasableTable]] = {}
    for table in tables:
        variables = [dimension.variable for dimension in table.dimensions]
        gathered.setdefault((_part(table, 0), _part(table, 2), *variables), []).append(table)
    return tuple(_topic(family, held) for (family, *_), held in gathered.items())


def _part(table: ReleasableTable, place: int) -> str:
    """A part of a table's id, which names its family, its question and its breakdown; empty where there is none."""
    parts = table.id.split(".")
    return parts[place] if place < len(parts) else ""


def _topic(family: str, tables: list[ReleasableTable]) -> Topic:
    *breakdown, question = tables[0].dimensions
    compared = tuple(table for table in tables if table.benchmark is not None)
    counts = [table for table in tables if table.unit in COUNTS]
    return Topic(
        family=family,
        question=question.variable,
        breakdown=tuple(breakdown),
        figures=tuple(table for table in tables if table not in compared and table not in counts),
        comparisons=compared,
        counts=counts[0] if counts else None,
        name=_part(tables[0], 2) or question.variable,
    )


def rows_by_key(table: ReleasableTable | None) -> dict[Key, ReleasableRow]:
    """The rows of a table by their key; nothing for no table."""
    return {row.key: row for row in table.rows} if table else {}


def seen(row: ReleasableRow | None) -> TypeGuard[ReleasableRow]:
    """Whether there is a figure here that may be seen."""
    return row is not None and row.value is not None and row.status in (Status.SHOWN, Status.ROUNDED)


def is_total(key: Key) -> bool:
    """Whether the row with this key takes several categories together."""
    return TOTAL in key


def has_intervals(table: ReleasableTable) -> bool:
    """Whether any figure of the table has an interval."""
    return any(row.lower is not None for row in table.rows)
