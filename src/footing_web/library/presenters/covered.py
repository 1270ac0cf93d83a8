"""How the actions are spread over pillars, stages, roles and levels: tables of counts."""

from dataclasses import dataclass

from footing.standards import load_catalogue
from footing.standards.spread import Spread, spread, why_left_empty
from footing_web.library.presenters.shared import titles

KINDS = {"pillar": "pillars", "stage": "stages", "role": "roles", "level": "levels"}
SHOWN = (("pillar", "stage"), ("pillar", "role"), ("pillar", "level"), ("stage", "role"), ("stage", "level"))


@dataclass(frozen=True, slots=True)
class Covered:
    """One table: a row for each code of one side, a column for each of the other."""

    caption: str
    head: list[dict[str, str]]
    rows: list[list[dict[str, str]]]
    reasons: list[str]
    """Why some cells are empty on purpose."""


def tables() -> list[Covered]:
    """Every two sides that belong together."""
    found = spread(load_catalogue())
    return [_table(found, down, across) for down, across in SHOWN]


def _table(found: Spread, down: str, across: str) -> Covered:
    rows, columns = found.codes[down], found.codes[across]
    named = titles(KINDS[down]), titles(KINDS[across])
    cells = [[{"text": named[0][row]}, *(_cell(found, {down: row, across: each}) for each in columns)] for row in rows]
    reasons = {
        f"{named[0][row]}, {named[1][each].lower()}: {why}"
        for row in rows
        for each in columns
        if (why := why_left_empty(**{down: row, across: each})) and not found.count(**{down: row, across: each})
    }
    head = [{"text": down.capitalize()}, *({"text": named[1][each], "format": "numeric"} for each in columns)]
    return Covered(f"Actions by {down} and {across}", head, cells, sorted(reasons))


def _cell(found: Spread, sides: dict[str, str]) -> dict[str, str]:
    count = found.count(**sides)
    return {"text": str(count) if count else "–", "format": "numeric"}
