"""Everybody whom no published category holds, given a name of their own.

Tables may show one category of a variable and not the rest, such as the women in each grade. Categories that are listed
nowhere else would then be read as all that there are, and one side taken for the whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from footing.tables import TOTAL, Coordinate, Hierarchy

OTHERS = "\x1fall others"
"""The code of those in no published category."""


def with_others(
    hierarchies: Mapping[str, Hierarchy], published: Iterable[Coordinate], counts: Mapping[Coordinate, int]
) -> dict[str, Hierarchy]:
    """The hierarchies, with ``OTHERS`` as a part of the total where the known categories are not all.

    They are not where they come to less than the whole in any place that ``counts`` can tell of; and one category
    alone is not where nothing tells.
    """
    cells = sorted(set(published))
    described = {each.variable for each in hierarchies.values()}
    flat = {variable: Hierarchy(variable) for cell in cells for variable, _ in cell if variable not in described}
    lists = {**hierarchies, **flat}
    found = {}
    for key, hierarchy in lists.items():
        tops = _top_codes(hierarchy, lists.values(), cells)
        if tops and not _are_all(hierarchy.variable, tops, cells, counts):
            found[key] = replace(
                hierarchy, parents={**hierarchy.parents, **dict.fromkeys((*sorted(tops), OTHERS), TOTAL)}
            )
        elif key in hierarchies:
            found[key] = hierarchy
    return found


def _top_codes(hierarchy: Hierarchy, lists: Iterable[Hierarchy], cells: Iterable[Coordinate]) -> set[str]:
    """The categories that are part of the total itself, of those published and those listed."""
    own = {*hierarchy.parents, *hierarchy.parents.values()}
    elsewhere = {
        code
        for each in lists
        if each.variable == hierarchy.variable
        for code in (*each.parents, *each.parents.values())
    }
    published = {code for cell in cells for variable, code in cell if variable == hierarchy.variable}
    return {_top(hierarchy, code) for code in (*hierarchy.parents, *(published & own), *(published - elsewhere))}


def _top(hierarchy: Hierarchy, code: str) -> str:
    while (above := hierarchy.parents.get(code, TOTAL)) != TOTAL:
        code = above
    return code


def _are_all(variable: str, tops: set[str], cells: Iterable[Coordinate], counts: Mapping[Coordinate, int]) -> bool:
    told = list(_left_over(variable, tops, cells, counts))
    return not any(told) if told else len(tops) > 1


def _left_over(
    variable: str, tops: set[str], cells: Iterable[Coordinate], counts: Mapping[Coordinate, int]
) -> Iterator[int]:
    """How many people of each whole are in none of the categories, wherever that can be told."""
    wholes = {tuple(pair for pair in cell if pair[0] != variable) for cell in cells if variable in dict(cell)}
    for whole in sorted(wholes):
        parts = [tuple(sorted((*whole, (variable, code)))) for code in sorted(tops)]
        if whole in counts and all(part in counts for part in parts):
            yield counts[whole] - sum(counts[part] for part in parts)
