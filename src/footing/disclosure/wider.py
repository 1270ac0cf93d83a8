"""Which categories to put together so that more can be shown: tried out, and compared by the people who are then seen.

Counts that are withheld show nothing of anybody. A table of wider groups often shows more people than one of narrow
groups with gaps. For each characteristic of a table its categories are put together until each is large enough beside
the categories of every other, the table is protected anew, and what it shows is counted.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from footing.disclosure.release import release
from footing.disclosure.result import ReleaseRefused
from footing.disclosure.search import Search
from footing.measures.merging import propose_merges
from footing.standards import DisclosurePolicy
from footing.tables import TOTAL, Category, Coordinate, Dimension, Estimate
from footing.tables.raw import FromCounts, Population, RawRelease, RawRow, RawTable
from footing.tables.words import listed

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WiderGroups:
    """A characteristic of a table with some categories put together, and how many people the finest counts then show.

    ``shown_before`` is what they show as the table is; both are numbers that a reader of the table could add up.
    """

    table: str
    variable: str
    groups: tuple[tuple[str, ...], ...]
    shown_before: int
    shown_after: int

    @property
    def statement(self) -> str:
        """The proposal in words."""
        together = "; ".join(listed(group) for group in self.groups if len(group) > 1)
        return (
            f"{self.table}: put together {together} ({self.variable}), and the finest counts show "
            f"{self.shown_after:,} people instead of {self.shown_before:,}."
        )


def propose_wider_groups(
    raw: RawRelease, *, policy: DisclosurePolicy, search: Search | None = None
) -> tuple[WiderGroups, ...]:
    """For each table of counts the characteristics that show more with categories put together, most people first.

    Characteristics whose categories are nested are left out: their wider groups are in the table already.
    """
    populations = {each.name: each for each in raw.populations}
    found: list[WiderGroups] = []
    for table in raw.tables:
        figures = [row.figure for row in table.rows]
        counted = [each for each in figures if isinstance(each, FromCounts) and each.cells == (each.base,)]
        if counted and len(counted) == len(figures):
            found += _Proposer(table, populations[table.population], counted[0].estimate, policy, search).proposals()
    return tuple(sorted(found, key=lambda each: (each.shown_before - each.shown_after, each.table, each.variable)))


@dataclass(frozen=True, slots=True)
class _Proposer:
    """Tries other categories in one table of counts."""

    table: RawTable
    population: Population
    estimate: Callable[..., Estimate]
    policy: DisclosurePolicy
    search: Search | None

    def proposals(self) -> Iterator[WiderGroups]:
        """The best way for each characteristic that shows more people than the table as it is."""
        before = self._people_shown(self._counts(), None)
        described = {
            each.variable for each in self.population.hierarchies.values() if set(each.parents.values()) - {TOTAL}
        }
        for place, dimension in enumerate(self.table.dimensions):
            ways = [] if dimension.variable in described else list(self._ways(place))
            after = [self._people_shown(self._counts(place, each), dimension.variable) for each in ways]
            if after and max(after) > before:
                yield WiderGroups(self.table.id, dimension.variable, ways[after.index(max(after))], before, max(after))

    def _ways(self, place: int) -> Iterator[tuple[tuple[str, ...], ...]]:
        """Ways to put categories together: large enough as a whole, or also beside each category of every other."""
        whole, beside = self._sizes(place, others=0), self._sizes(place, others=1)
        for sizes in (whole, beside):
            runs = propose_merges(sizes, threshold=self.policy.counts.threshold, ordered=False)
            if runs is not None and any(len(run) > 1 for run in runs):
                yield runs

    def _sizes(self, place: int, *, others: int) -> dict[str, list[int]]:
        """The people of each category along a dimension, beside so many categories of others, all in one order.

        What is too little even for all categories together is left out.
        """
        counts = self._counts()
        columns: dict[Key, dict[str, int]] = {}
        for key, count in counts.items():
            rest = (*key[:place], *key[place + 1 :])
            if key[place] != TOTAL and sum(code != TOTAL for code in rest) == others:
                columns.setdefault(rest, {})[key[place]] = count
        enough = [column for column in columns.values() if sum(column.values()) >= self.policy.counts.threshold]
        codes = dict.fromkeys(key[place] for key in counts if key[place] != TOTAL)
        return {code: [column.get(code, 0) for column in enough] for code in codes} if enough else {}

    def _counts(self, place: int = 0, groups: tuple[tuple[str, ...], ...] = ()) -> dict[Key, int]:
        """The count of every row, with the categories along one dimension put together."""
        group_of = {code: listed(group) for group in groups for code in group}
        counts: dict[Key, int] = {}
        for row in self.table.rows:
            key = (*row.key[:place], group_of.get(row.key[place], row.key[place]), *row.key[place + 1 :])
            counts[key] = counts.get(key, 0) + self.population.counts[row.figure.base]
        return counts

    def _people_shown(self, counts: Mapping[Key, int], merged: str | None) -> int:
        """How many people the finest counts show, when a table of these counts is protected."""
        variables = [each.variable for each in self.table.dimensions]
        cells = {key: _cell(variables, key) for key in counts}
        rows = tuple(RawRow(key, FromCounts((cells[key],), cells[key], self.estimate)) for key in counts)
        hierarchies = {name: each for name, each in self.population.hierarchies.items() if each.variable != merged}
        population = Population(self.population.name, {cells[key]: counts[key] for key in counts}, hierarchies)
        table = replace(self.table, dimensions=_dimensions(self.table.dimensions, counts), rows=rows)
        try:
            (protected,) = release(RawRelease((population,), (table,)), policy=self.policy, search=self.search).tables
        except ReleaseRefused:
            return 0
        coarse = {code for each in hierarchies.values() for code in each.parents.values()} | {TOTAL}
        return sum(int(row.value or 0) for row in protected.rows if coarse.isdisjoint(row.key))


def _dimensions(dimensions: tuple[Dimension, ...], counts: Mapping[Key, int]) -> tuple[Dimension, ...]:
    return tuple(
        Dimension(each.variable, each.title, tuple(Category(code, code) for code in dict.fromkeys(codes)))
        for each, codes in zip(dimensions, zip(*counts, strict=True), strict=True)
    )


def _cell(variables: list[str], key: Key) -> Coordinate:
    return tuple(sorted((variable, code) for variable, code in zip(variables, key, strict=True) if code != TOTAL))
