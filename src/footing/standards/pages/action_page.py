"""The page of actions: which there are, and how they spread over pillars, stages, roles and levels."""

from collections.abc import Callable, Iterator
from itertools import combinations

from footing.standards.catalogue import Catalogue
from footing.standards.pages.markdown import bullets, code, page, table
from footing.standards.spread import ALSO_A_PILLAR, PILLAR_SET, SIDES, Spread, is_meant, left_empty, spread

INTRODUCTION = (
    "What employers can do. The toolkit tells each in full: what, why, how, by whom, at what cost, on which evidence"
    " and how to measure it. An action counts under each pillar, stage and role that it names, and under its one level."
)
LEFT_EMPTY = "–"
TITLES = {"pillar": "Pillar", "stage": "Stage", "role": "Role", "level": "Level"}


def action_page(catalogue: Catalogue) -> str:
    """The list of actions and the counts of them, two sides at a time and then three and four."""
    held = spread(catalogue)
    words = _words(catalogue)
    pairs = [_pair(held, words, one, other) for one, other in combinations(SIDES, 2)]
    more = _covered(held), *_three_and_four(held, words), _left_empty(words)
    return page("Actions", INTRODUCTION, _list(catalogue), *pairs, *more)


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
    return str(count) if count or is_meant(**sides) else LEFT_EMPTY


def _covered(held: Spread) -> str:
    said = (
        f"There are {held.actions} actions. A cell is two, three or four of pillar, stage, role and level together. The"
        f" pillars are those of {code(PILLAR_SET)}, and {code(ALSO_A_PILLAR)}. Whoever acts finds an action at every"
        " stage and level. Where there is none under one pillar, it is said below why, and mostly where to look."
    )
    head = ("Sides", "Cells", "With an action", f"Left empty on purpose ({LEFT_EMPTY})", "Still empty")
    tallies = ((sides, held.tally(sides)) for sides in (2, 3, len(SIDES)))
    rows = ((sides, each.cells, each.filled, each.on_purpose, each.empty) for sides, each in tallies)
    return "## How much is covered\n\n" + said + "\n\n" + table(head, (map(str, row) for row in rows))


def _three_and_four(held: Spread, words: dict[str, Callable[[str], str]]) -> Iterator[str]:
    levels = ", ".join(map(words["level"], held.codes["level"]))
    yield (
        "## Three sides and all four\n\nEach row is a stage and each column a pillar. The three numbers are for the"
        f" levels in their order: {levels}. The last row and the last column are over all stages and all pillars, in"
        " which an action counts once."
    )
    yield _by_stage_and_pillar(held, words, "Everybody")
    for role in held.codes["role"]:
        yield _by_stage_and_pillar(held, words, words["role"](role), role=role)


def _by_stage_and_pillar(held: Spread, words: dict[str, Callable[[str], str]], title: str, **who: str) -> str:
    columns = ("Stage", *map(words["pillar"], held.codes["pillar"]), "All pillars")
    stages: list[dict[str, str]] = [*({"stage": each} for each in held.codes["stage"]), {}]
    pillars: list[dict[str, str]] = [*({"pillar": each} for each in held.codes["pillar"]), {}]
    rows = (
        (
            words["stage"](stage["stage"]) if stage else "All stages",
            *(_levels(held, **who, **stage, **pillar) for pillar in pillars),
        )
        for stage in stages
    )
    return f"### {title}\n\n" + table(columns, rows)


def _levels(held: Spread, **sides: str) -> str:
    counts = [_count(held, **sides, level=level) for level in held.codes["level"]]
    return LEFT_EMPTY if set(counts) == {LEFT_EMPTY} else " · ".join(counts)


def _left_empty(words: dict[str, Callable[[str], str]]) -> str:
    lines = (
        f"{' · '.join(', '.join(map(words[side], codes)) for side, codes in each.named.items())}: {each.because}"
        for each in left_empty()
    )
    return f"## Left empty on purpose ({LEFT_EMPTY})\n\n" + bullets(lines)
