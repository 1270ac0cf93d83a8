"""How the actions are spread over pillars, stages, roles and levels: tables of counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from footing.standards import load_catalogue
from footing.standards.spread import LeftEmpty, Spread, is_meant, left_empty, spread
from footing_web.library.presenters.shared import titles

KINDS = {"pillar": "pillars", "stage": "stages", "role": "roles", "level": "levels"}
SHOWN = (("pillar", "stage"), ("pillar", "role"), ("stage", "role"))
"""Those with levels are the last row and the last column of the table for everybody."""
HOW_MANY = {2: "Two", 3: "Three", 4: "All four"}
"""How many of pillar, stage, role and level are taken together."""
ON_PURPOSE = "–"

Line = tuple[str, ...]
"""The cells of a row, or of the head."""


@dataclass(frozen=True, slots=True)
class Covered:
    """One table: a row for each code of one side, a column for each of the other."""

    caption: str
    head: Line
    rows: tuple[Line, ...]
    reasons: tuple[str, ...] = ()
    """Why some cells are empty on purpose."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Everything that the page shows."""

    actions: int
    all_in_all: Covered
    pairs: tuple[Covered, ...]
    by_role: tuple[Covered, ...]
    """Stage by pillar, for everybody and for each role; a cell has a number for each level."""


@cache
def coverage() -> Coverage:
    """The counts of the actions that come with Footing, which stay the same while it runs."""
    found = spread(load_catalogue())
    roles = tuple(_by_stage_and_pillar(found, _title("role", each), role=each) for each in found.codes["role"])
    pairs = tuple(_pair(found, down, across) for down, across in SHOWN)
    return Coverage(found.actions, _all_in_all(found), pairs, (_by_stage_and_pillar(found, "Everybody"), *roles))


def _all_in_all(found: Spread) -> Covered:
    head = ("Of the four together", "Combinations", "With an action", "Empty on purpose", "Still empty")
    tallies = ((words, found.tally(sides)) for sides, words in HOW_MANY.items())
    rows = ((words, each.cells, each.filled, each.on_purpose, each.empty) for words, each in tallies)
    return Covered("All in all", head, tuple((words, *map("{:,}".format, counts)) for words, *counts in rows))


def _pair(found: Spread, down: str, across: str) -> Covered:
    head = (down.capitalize(), *(_title(across, code) for code in found.codes[across]))
    rows = tuple(
        (_title(down, code), *(_count(found, **{down: code, across: each}) for each in found.codes[across]))
        for code in found.codes[down]
    )
    reasons = (each for each in left_empty() if each.named.keys() == {down, across})
    return Covered(f"Actions by {down} and {across}", head, rows, tuple(map(_reason, reasons)))


def _by_stage_and_pillar(found: Spread, title: str, **who: str) -> Covered:
    pillars: list[dict[str, str]] = [*({"pillar": code} for code in found.codes["pillar"]), {}]
    stages: list[dict[str, str]] = [*({"stage": code} for code in found.codes["stage"]), {}]
    head = ("Stage", *(_title("pillar", code) for code in found.codes["pillar"]), "All pillars")
    rows = tuple(
        (_title("stage", stage["stage"]) if stage else "All stages", *_levels(found, pillars, **who, **stage))
        for stage in stages
    )
    return Covered(title, head, rows, tuple(_reasons_for(**who)))


def _levels(found: Spread, columns: list[dict[str, str]], **sides: str) -> Iterator[str]:
    for column in columns:
        counts = [_count(found, **sides, **column, level=level) for level in found.codes["level"]]
        yield ON_PURPOSE if set(counts) == {ON_PURPOSE} else " · ".join(counts)


def _reasons_for(role: str | None = None) -> Iterator[str]:
    """Of more than two sides; those that name no role hold for everybody."""
    for each in left_empty():
        of_a_pair = tuple(each.named) in SHOWN
        if not of_a_pair and (role in each.role or (role is None and not each.role)):
            yield _reason(each, but="role")


def _reason(left: LeftEmpty, but: str = "") -> str:
    named = (", ".join(_title(side, code) for code in codes) for side, codes in left.named.items() if side != but)
    return f"{' · '.join(named)}: {left.because}"


def _count(found: Spread, **sides: str) -> str:
    count = found.count(**sides)
    return str(count) if count or is_meant(**sides) else ON_PURPOSE


def _title(side: str, code: str) -> str:
    return titles(KINDS[side])[code]
