"""Which tables to make where all of them would be too many, or would be mostly withheld.

A combination of levels is shown if so is everything coarser and if no more of its counts are small than the policy says
that a table may have. Of those, as many as there is room for are chosen, those with the fewest cells first: what is
coarser has no more cells, so that nothing is chosen whose totals are not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from footing.disclosure.tabulating.levels import Depths, LevelCount
from footing.standards import DisclosurePolicy

MOST_CELLS = 20_000
"""How many cells are chosen at most unless somebody asks for more, so that protecting them takes minutes."""


class Outcome(StrEnum):
    """What becomes of a combination of levels."""

    SHOWN = "shown"
    MOSTLY_SMALL = "mostly small"
    FINER = "finer than one that is mostly small"
    TOO_MANY = "too many cells"


@dataclass(frozen=True, slots=True)
class Plan:
    """Every combination that was looked at, with what becomes of it; the smallest first."""

    outcomes: Mapping[LevelCount, Outcome]

    @property
    def shown(self) -> tuple[LevelCount, ...]:
        """The combinations whose cells are shown, each with everything coarser."""
        return self.having(Outcome.SHOWN)

    @property
    def cells(self) -> int:
        """How many cells are shown or withheld in all tables together, each counted once, noughts included."""
        return sum(each.possible for each in self.shown)

    def tables(self) -> tuple[Depths, ...]:
        """The finest of the combinations shown: tables of them, with all their totals, hold all the others."""
        shown = {each.depths for each in self.shown}
        return tuple(each for each in sorted(shown) if not any(finer in shown for finer in _one_finer(each)))

    def having(self, outcome: Outcome) -> tuple[LevelCount, ...]:
        """The combinations of one outcome."""
        return tuple(each for each, found in self.outcomes.items() if found is outcome)


def choose_tables(counts: Iterable[LevelCount], policy: DisclosurePolicy, most_cells: int = MOST_CELLS) -> Plan:
    """Choose from all combinations of levels. A policy that rounds withholds nothing, so its tables may be small."""
    ordered = sorted(counts, key=lambda each: (each.possible, sum(each.depths), each.depths))
    outcomes: dict[LevelCount, Outcome] = {}
    by_depths: dict[Depths, Outcome] = {}
    room = most_cells
    for count in ordered:
        outcome = _outcome(count, [by_depths[each] for each in one_coarser(count.depths)], policy, room)
        if outcome is Outcome.SHOWN:
            room -= count.possible
        outcomes[count] = by_depths[count.depths] = outcome
    return Plan(outcomes)


def _outcome(count: LevelCount, coarser: Sequence[Outcome], policy: DisclosurePolicy, room: int) -> Outcome:
    if policy.rounding.method == "none":
        if Outcome.MOSTLY_SMALL in coarser or Outcome.FINER in coarser:
            return Outcome.FINER
        if count.small_percent(policy.counts) > policy.tables.small_counts_percent:
            return Outcome.MOSTLY_SMALL
    if Outcome.TOO_MANY in coarser or count.possible > room:
        return Outcome.TOO_MANY
    return Outcome.SHOWN


def one_coarser(depths: Depths) -> Iterator[Depths]:
    """The combinations with one dimension one level coarser, or left out."""
    for place, depth in enumerate(depths):
        if depth:
            yield (*depths[:place], depth - 1, *depths[place + 1 :])


def _one_finer(depths: Depths) -> Iterator[Depths]:
    for place, depth in enumerate(depths):
        yield (*depths[:place], depth + 1, *depths[place + 1 :])
