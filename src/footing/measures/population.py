"""A set of people to count: a relation in the engine, and what each of its variables can be."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footing.tables import TOTAL, Hierarchy

if TYPE_CHECKING:  # the expression language takes seconds to import, and a relation brings it along anyway
    import ibis


@dataclass(frozen=True, slots=True)
class Variable:
    """A column of the relation. ``codes`` are all that a row may hold; ``hierarchy`` adds the roll-ups above them."""

    codes: tuple[str, ...]
    hierarchy: Hierarchy

    def members(self) -> dict[str, tuple[int, ...]]:
        """For each code and each roll-up, the positions in ``codes`` of what it is made of; ``TOTAL`` is not listed."""
        members: dict[str, list[int]] = {code: [] for code in self.codes}
        for position, code in enumerate(self.codes):
            whole: str | None = code
            while whole is not None and whole != TOTAL:
                members.setdefault(whole, []).append(position)
                whole = self.hierarchy.parent(whole)
        return {code: tuple(positions) for code, positions in members.items()}


@dataclass(frozen=True, slots=True)
class PeopleToCount:
    """One population before it is counted. ``relation`` has one row per person and a column for each variable."""

    name: str
    relation: "ibis.Table"
    variables: Mapping[str, Variable]

    def hierarchies(self) -> dict[str, Hierarchy]:
        """How the codes of each variable add up."""
        return {name: variable.hierarchy for name, variable in self.variables.items()}
