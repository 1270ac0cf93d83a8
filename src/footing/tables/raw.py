"""Exact tables. They never leave: only measures, disclosure and assessment may import this module."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from footing.tables.coordinate import Coordinate
from footing.tables.dimension import Dimension, Hierarchy
from footing.tables.estimate import Estimate


@dataclass(frozen=True, slots=True)
class FromCounts:
    """A figure that is worked out from counts and from nothing else (a count, a share, a ratio of rates).

    Disclosure works it out again from the counts as protected, so a share can never say more than its counts.
    ``estimate`` is called with the counts of ``cells``, in order; ``base`` is the cell shown as the base.
    """

    cells: tuple[Coordinate, ...]
    base: Coordinate
    estimate: Callable[..., Estimate]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What dominance rules need to know of a total of positive amounts, in the unit of the figure."""

    total: float
    largest: tuple[float, ...]
    """The largest single contributions, largest first; two are enough for the usual rules."""


@dataclass(frozen=True, slots=True)
class FromValues:
    """A figure that is worked out from people's amounts (a mean, a median, a gap, a regression coefficient).

    ``cells`` are the groups of people it rests on; each must be large enough, and shown, for it to be shown. A figure
    that ``adds_up`` is the total of its ``contribution`` over the people of ``base``: totals of one measure add up as
    counts do, so one that is withheld is protected against subtraction. A figure that ``averages`` is a mean over the
    people of ``base``: with the sizes of the groups its total is known, so that it is protected in the same way.
    Set it for means, and for ratios of a mean to one and the same other mean; medians cannot be subtracted.
    """

    cells: tuple[Coordinate, ...]
    base: Coordinate
    estimate: Estimate
    contribution: Contribution | None = None
    adds_up: bool = False
    averages: bool = False


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row: a category code for each dimension of its table, and the figure there."""

    key: tuple[str, ...]
    figure: FromCounts | FromValues


@dataclass(frozen=True, slots=True)
class RawTable:
    """One exact table of one measure.

    ``unit`` is one of the units in ``footing.tables.units``. ``comparison`` says in words what a figure is
    compared with, where it is (a benchmark's id and title, or another group).
    """

    id: str
    measure: str
    title: str
    unit: str
    population: str
    dimensions: tuple[Dimension, ...]
    rows: tuple[RawRow, ...]
    benchmark: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Population:
    """All the counts of one set of people that a release rests on, and how their categories add up.

    ``counts`` holds every coordinate that any table of this population needs, zeros included.
    """

    name: str
    counts: Mapping[Coordinate, int]
    hierarchies: Mapping[str, Hierarchy] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RawRelease:
    """Everything that would be published together, so that it is protected together."""

    populations: tuple[Population, ...]
    tables: tuple[RawTable, ...]
