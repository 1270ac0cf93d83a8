"""What can be chosen in the forms, from the reference data: pillars, stages, sector editions and measures."""

from collections.abc import Iterable
from functools import cache

from footing.standards import load_catalogue
from footing_web.library.content_files import editions

PILLARS = "smc-six"
FOR_ALL = "cross-industry"
Choices = list[tuple[str, str]]


@cache
def pillar_choices() -> Choices:
    """The pillars by their codes."""
    return [(each.code, each.title) for each in load_catalogue().pillar_sets.find(PILLARS).pillars]


@cache
def stage_choices() -> Choices:
    """The stages of the journey of an employee, in their order."""
    return [(each.id, each.title) for each in sorted(load_catalogue().stages, key=lambda stage: stage.order)]


@cache
def measure_ids() -> frozenset[str]:
    """The ids of the measures that an outcome can name."""
    return frozenset(each.id for each in load_catalogue().measures)


def words_of(codes: Iterable[str], choices: Choices) -> list[str]:
    """What each code is called; a code that is no longer there stands for itself."""
    held = dict(choices)
    return [held.get(code, code) for code in codes]


def edition_choices() -> Choices:
    """The sector editions by their ids, without the one for all."""
    return [(each.id, each.title) for each in editions() if each.id != FOR_ALL]
