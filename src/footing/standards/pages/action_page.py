"""The page of actions: which there are, and how they spread over pillars, stages, roles and levels."""

from collections.abc import Callable
from itertools import combinations

from footing.standards.catalogue import Catalogue
from footing.standards.pages.markdown import bullets, code, page, table
from footing.standards.spread import ALSO_A_PILLAR, PILLAR_SET, SIDES, Cell, Spread, left_empty, spread, why_left_empty

INTRODUCTION = (
    "What employers can do. The toolkit tells each in full: what, why, how, by whom, at what cost, on which evidence"
    " and how to measure it. An action counts under each pillar, stage and role that it names, and under its one level."
)
LEFT_EMPTY = "–"
TITLES = {"pillar": "Pillar", "stage": "Stage", "role": "Role", "level": "Level"}


def action_page(catalogue: Catalogue) -> str:
    """The list of actions and the counts of them, two sides at a time and then all four."""
    held = spread(catalogue)
    words = _words(catalogue)
    pairs = [_pair(held, words, one, other) for one, other in combinations(SIDES, 2)]
    return page("Actions", INTRODUCTION, _list(catalogue), *pairs, _left_empty(words), _all_four(held, words))


def _list(catalogue: Catalogue) -> str:
    strength = catalogue.vocabulary("evidence-strength")
    rows = (
        (code(each.id), each.title, ", ".join(each.pillars), each.level, strength.term(each.evidence.strength).title)
        for each in catalogue.actions
    )
    return "## The actions\n\n" + table(("Id", "Action", "Pillars", "Level", "Evidence"), rows)


def _words(catalogue: Catalogue) -> dict[str, Callable[[str], str]]:
    pillars = {each.code: each.title for held in catalogue.pillar_sets for each in held.pillars}
    return {
        "pillar": pillars.__getitem__,
        "stage": lambda code: catalogue.stage(code).title,
        "role": lambda code: catalogue.vocabulary("roles").term(code).title,
        "level": lambda code: catalogue.vocabulary("levels").term(code).title,
    }


def _pair(held: Spread, words: dict[str, Callable[[str], str]], one: str, other: str) -> str:
    heading = f"## {TITLES[one]} by {other}"
    columns = (TITLES[one], *map(words[other], held.codes[other]))
    rows = (
        (words[one](first), *(_count(held, **{one: first, other: second}) for second in held.codes[other]))
        for first in held.codes[one]
    )
    return heading + "\n\n" + table(columns, rows)


def _count(held: Spread, **sides: str) -> str:
    count = held.count(**sides)
    return LEFT_EMPTY if not count and why_left_empty(**sides) else str(count)


def _left_empty(words: dict[str, Callable[[str], str]]) -> str:
    lines = []
    for each in left_empty():
        sides = [words[side](getattr(each, side)) for side in SIDES if getattr(each, side)]
        lines.append(f"{' and '.join(sides)}: {each.because}")
    return f"## Left empty on purpose ({LEFT_EMPTY})\n\n" + bullets(lines)


def _all_four(held: Spread, words: dict[str, Callable[[str], str]]) -> str:
    meant = held.meant()
    filled = sum(held.cells[cell] > 0 for cell in meant)
    said = (
        f"There are {len(held.actions)} actions. Of the {len(meant)} cells of pillar, stage, role and level together in"
        f" which an action would make sense, {filled} have one or more. Each row is a pillar at a stage, each column a"
        " role; the three numbers are for the three levels, in their order. The pillars are those of"
        f" {code(PILLAR_SET)}, and {code(ALSO_A_PILLAR)}."
    )
    columns = ("Pillar", "Stage", *map(words["role"], held.codes["role"]))
    rows = (
        (
            words["pillar"](pillar),
            words["stage"](stage),
            *(_levels(held, pillar, stage, role) for role in held.codes["role"]),
        )
        for pillar in held.codes["pillar"]
        for stage in held.codes["stage"]
        if why_left_empty(pillar=pillar, stage=stage) is None
    )
    return f"## Pillar by stage by role by level\n\n{said}\n\n" + table(columns, rows)


def _levels(held: Spread, pillar: str, stage: str, role: str) -> str:
    return " · ".join(str(held.cells[Cell(pillar, stage, role, level)]) for level in held.codes["level"])
