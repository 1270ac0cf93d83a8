"""Small sets of people, every count of whom is published unless it is withheld."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from footing.standards import DisclosurePolicy, load_catalogue
from footing.tables import TOTAL, Category, Dimension, Estimate, Hierarchy, coordinate, units
from footing.tables.raw import FromCounts, FromValues, Population, RawRelease, RawRow, RawTable

POPULATION = "people"
Cells = Mapping[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class Grid:
    """The finest counts of a table by the codes of each variable, in the order of ``variables``."""

    variables: tuple[str, ...]
    codes: tuple[tuple[str, ...], ...]
    counts: Cells
    hierarchies: tuple[Hierarchy, ...] = ()

    def members(self, variable: str) -> dict[str, set[str]]:
        """For each code, roll-up and the total, the finest codes that it is made of."""
        place = self.variables.index(variable)
        parents = next((each for each in self.hierarchies if each.variable == variable), Hierarchy(variable))
        members: dict[str, set[str]] = {}
        for code in self.codes[place]:
            above: str | None = code
            while above is not None:
                members.setdefault(above, set()).add(code)
                above = parents.parent(above)
        return members

    def every_count(self) -> dict[tuple[str, ...], int]:
        """The count of every combination of codes, roll-ups and totals, each added up anew from the finest."""
        members = [self.members(variable) for variable in self.variables]
        return {
            key: sum(
                count
                for cell, count in self.counts.items()
                if all(code in member[part] for code, member, part in zip(cell, members, key, strict=True))
            )
            for key in product(*members)
        }


def grid(rows: Sequence[Sequence[int]]) -> Grid:
    """A table of two variables, ``a`` down and ``b`` across."""
    down, across = (tuple(f"a{i}" for i in range(len(rows))), tuple(f"b{j}" for j in range(len(rows[0]))))
    counts = {(down[i], across[j]): count for i, row in enumerate(rows) for j, count in enumerate(row)}
    return Grid(("a", "b"), (down, across), counts)


def people_count(people: int) -> Estimate:
    return Estimate(float(people))


def percent(part: int, base: int) -> Estimate:
    return Estimate(100 * part / base, 0.0, 100.0) if base else Estimate(None)


def table_of(table: Grid, *, name: str = "counts", share_of: str | None = None) -> RawTable:
    """Every count of a grid; or with ``share_of``, each as a share of the same with that variable's total."""
    dimensions = tuple(
        Dimension(variable, variable.upper(), tuple(Category(code, code) for code in table.members(variable)))
        for variable in table.variables
    )
    rows = []
    for key in table.every_count():
        named = dict(zip(table.variables, key, strict=True))
        cell = coordinate(**named)
        if share_of is None:
            figure = FromCounts((cell,), cell, people_count)
        else:
            base = coordinate(**{**named, share_of: TOTAL})
            figure = FromCounts((cell, base), base, percent)
        rows.append(RawRow(key, figure))
    unit = units.PEOPLE if share_of is None else units.PERCENT
    return RawTable(name, "background_count", name, unit, POPULATION, dimensions, tuple(rows))


def value_table(figure: FromValues, *, unit: str = units.POUNDS) -> RawTable:
    """A table of one amount."""
    return RawTable("pay", "background_count", "Pay", unit, POPULATION, (), (RawRow((), figure),))


def release_of(table: Grid, *tables: RawTable) -> RawRelease:
    """The counts of a grid together with other tables of the same people."""
    counts = {
        coordinate(**dict(zip(table.variables, key, strict=True))): count for key, count in table.every_count().items()
    }
    hierarchies = {each.variable: each for each in table.hierarchies}
    return RawRelease((Population(POPULATION, counts, hierarchies),), (table_of(table), *tables))


def policy(policy_id: str = "civil-service-2023", **rules: Mapping[str, object]) -> DisclosurePolicy:
    """A policy with some keys of its rules changed, such as ``counts={"threshold": 3}``; checked as a file would be."""
    content = load_catalogue().policy(policy_id).model_dump()
    for rule, changes in rules.items():
        _change(content[rule], changes)
    return DisclosurePolicy.model_validate(content)


def small_threshold(threshold: int) -> DisclosurePolicy:
    """Counts from 1 to ``threshold`` - 1 are withheld."""
    return policy(counts={"threshold": threshold, "protection": {"lower": 1, "upper": threshold}})


def _change(content: dict[str, object], changes: Mapping[str, object]) -> None:
    for key, value in changes.items():
        if isinstance(value, Mapping):
            _change(content[key], value)  # type: ignore[arg-type]
        else:
            content[key] = value
