"""How the actions are spread over pillars, stages, roles and levels, and where there is none though one would help."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from footing.provenance.citation import Text
from footing.standards.actions import Action
from footing.standards.catalogue import Catalogue
from footing.standards.entry import Identifier, Part
from footing.standards.yaml_files import read_yaml

PILLAR_SET = "smc-six"
ALSO_A_PILLAR = "collaboration"
"""A pillar of another framework that the six do not have."""

SIDES = ("pillar", "stage", "role", "level")
_LEFT_EMPTY = Path(__file__).parent / "left_empty.yaml"


Codes = Annotated[tuple[Identifier, ...], BeforeValidator(lambda given: (given,) if isinstance(given, str) else given)]
"""One code, or several of the same side of which the same is true."""


class LeftEmpty(Part):
    """Two sides or more that no action brings together, on purpose."""

    pillar: Codes = ()
    stage: Codes = ()
    role: Codes = ()
    level: Codes = ()
    because: Text

    @property
    def named(self) -> dict[str, tuple[str, ...]]:
        """The codes of each side that is named."""
        return {side: codes for side in SIDES if (codes := getattr(self, side))}

    def covers(self, **sides: str) -> bool:
        """Whether these sides are among what is left empty."""
        return all(sides.get(side) in codes for side, codes in self.named.items())


@dataclass(frozen=True, slots=True)
class Tally:
    """Of how many cells there is an action, none on purpose, or none though one would make sense."""

    filled: int
    on_purpose: int
    empty: int

    @property
    def cells(self) -> int:
        """All of them."""
        return self.filled + self.on_purpose + self.empty


@dataclass(frozen=True, slots=True)
class Spread:
    """Each side's codes in their order, and how many actions name a code of one, two, three or all four sides."""

    codes: dict[str, tuple[str, ...]]
    counts: Counter[tuple[str | None, ...]]
    """By a code or ``None`` for each of the sides, in their order."""
    actions: int

    def count(self, **sides: str) -> int:
        """How many actions have all these sides, for example ``count(pillar="data", stage="asking")``."""
        return self.counts[tuple(sides.get(side) for side in SIDES)]

    def empty(self, sides: int) -> tuple[dict[str, str], ...]:
        """So many sides that no action brings together, wherever it is not said why: two, three or all four."""
        return tuple(each for each in self._cells(sides) if not self.count(**each) and is_meant(**each))

    def tally(self, sides: int) -> Tally:
        """How well so many sides are covered."""
        counted = [self.count(**each) > 0 for each in self._cells(sides)]
        empty = len(self.empty(sides))
        return Tally(sum(counted), len(counted) - sum(counted) - empty, empty)

    def _cells(self, sides: int) -> Iterator[dict[str, str]]:
        for chosen in combinations(SIDES, sides):
            for codes in product(*(self.codes[side] for side in chosen)):
                yield dict(zip(chosen, codes, strict=True))


def spread(catalogue: Catalogue) -> Spread:
    """The spread of the actions that the catalogue holds; an action counts in every cell that it names."""
    pillars = (*(each.code for each in catalogue.pillar_sets.find(PILLAR_SET).pillars), ALSO_A_PILLAR)
    stages = tuple(each.id for each in sorted(catalogue.stages, key=lambda each: each.order))
    roles = tuple(each.code for each in catalogue.vocabulary("roles").terms)
    levels = tuple(each.code for each in catalogue.vocabulary("levels").terms)
    codes = dict(zip(SIDES, (pillars, stages, roles, levels), strict=True))
    actions = tuple(catalogue.actions)
    return Spread(codes, Counter(named for action in actions for named in _named_by(action)), len(actions))


def why_left_empty(**sides: str) -> str | None:
    """Why no action is wanted there; ``None`` where one is."""
    return next((each.because for each in left_empty() if each.covers(**sides)), None)


def is_meant(**sides: str) -> bool:
    """Whether an action would make sense there."""
    return why_left_empty(**sides) is None


@cache
def left_empty() -> tuple[LeftEmpty, ...]:
    """What is left empty on purpose, with the reasons."""
    return tuple(LeftEmpty.model_validate(each) for each in read_yaml(_LEFT_EMPTY)["left_empty"])


def _named_by(action: Action) -> Iterator[tuple[str | None, ...]]:
    """Every choice of one code, or none, from each side of the action."""
    return product(*((None, *codes) for codes in (action.pillars, action.stages, action.roles, (action.level,))))
