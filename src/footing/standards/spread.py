"""How the actions are spread over pillars, stages, roles and levels, and where there is none though one would help."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from itertools import combinations, product
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class Cell:
    """One pillar at one stage for one role at one level."""

    pillar: str
    stage: str
    role: str
    level: str


class LeftEmpty(Part):
    """Two things that no action brings together, on purpose."""

    pillar: Identifier | None = None
    stage: Identifier | None = None
    role: Identifier | None = None
    level: Identifier | None = None
    because: Text

    def covers(self, **sides: str) -> bool:
        """Whether these sides are among what is left empty."""
        named = {side: getattr(self, side) for side in SIDES if getattr(self, side) is not None}
        return all(sides.get(side) == code for side, code in named.items())


@dataclass(frozen=True, slots=True)
class Spread:
    """The actions in each cell, and each side's codes in their order."""

    codes: dict[str, tuple[str, ...]]
    cells: Counter[Cell]
    actions: tuple[Action, ...]

    def count(self, **sides: str) -> int:
        """How many actions have all these sides, for example ``count(pillar="data", stage="asking")``."""
        return sum(all(code in _codes_of(action)[side] for side, code in sides.items()) for action in self.actions)

    def meant(self) -> tuple[Cell, ...]:
        """Every cell in which an action would make sense."""
        cells = (Cell(*sides) for sides in product(*self.codes.values()))
        return tuple(cell for cell in cells if why_left_empty(**asdict(cell)) is None)

    def empty_pairs(self) -> tuple[dict[str, str], ...]:
        """Every two sides that no action brings together and of which it is not said why."""
        return tuple(pair for pair in self._pairs() if self.count(**pair) == 0 and why_left_empty(**pair) is None)

    def _pairs(self) -> Iterator[dict[str, str]]:
        for one, other in combinations(SIDES, 2):
            for first, second in product(self.codes[one], self.codes[other]):
                yield {one: first, other: second}


def spread(catalogue: Catalogue) -> Spread:
    """The spread of the actions that the catalogue holds; an action counts in every cell that it names."""
    pillars = (*(each.code for each in catalogue.pillar_sets.find(PILLAR_SET).pillars), ALSO_A_PILLAR)
    stages = tuple(each.id for each in sorted(catalogue.stages, key=lambda each: each.order))
    roles = tuple(each.code for each in catalogue.vocabulary("roles").terms)
    levels = tuple(each.code for each in catalogue.vocabulary("levels").terms)
    codes = dict(zip(SIDES, (pillars, stages, roles, levels), strict=True))
    actions = tuple(catalogue.actions)
    return Spread(codes, Counter(cell for action in actions for cell in _cells(action)), actions)


def why_left_empty(**sides: str) -> str | None:
    """Why no action is wanted there; ``None`` where one is."""
    return next((each.because for each in left_empty() if each.covers(**sides)), None)


@cache
def left_empty() -> tuple[LeftEmpty, ...]:
    """What is left empty on purpose, with the reasons."""
    return tuple(LeftEmpty.model_validate(each) for each in read_yaml(_LEFT_EMPTY)["left_empty"])


def _codes_of(action: Action) -> dict[str, tuple[str, ...]]:
    return {"pillar": action.pillars, "stage": action.stages, "role": action.roles, "level": (action.level,)}


def _cells(action: Action) -> Iterator[Cell]:
    for sides in product(*_codes_of(action).values()):
        yield Cell(*sides)
