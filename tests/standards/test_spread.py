"""The actions reach every pillar, stage, role and level, except where it is said why not."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, islice, product
from math import prod

import pytest

from footing.standards import load_catalogue
from footing.standards.spread import SIDES, LeftEmpty, is_meant, left_empty, spread, why_left_empty

CATALOGUE = load_catalogue()
SPREAD = spread(CATALOGUE)
FEWEST_ACTIONS = 60


def test_there_are_as_many_actions_as_the_toolkit_promises():
    assert SPREAD.actions == len(tuple(CATALOGUE.actions)) >= FEWEST_ACTIONS


@pytest.mark.parametrize("sides", [2, 3, 4])
def test_no_sides_are_without_an_action_unless_it_is_said_why(sides):
    assert SPREAD.empty(sides) == ()


def test_whoever_acts_finds_something_at_every_stage_and_level():
    sides = ("stage", "role", "level")
    cells = (dict(zip(sides, codes, strict=True)) for codes in product(*(SPREAD.codes[side] for side in sides)))
    assert [cell for cell in cells if not SPREAD.count(**cell)] == []


def test_what_no_action_names_any_more_is_empty():
    kept = tuple(action for action in CATALOGUE.actions if action.level != "optimising")
    bare = replace(
        SPREAD, counts=Counter({key: SPREAD.counts[key] for key in SPREAD.counts if key[-1] != "optimising"})
    )
    lost = {(each["stage"], each["role"], each["level"]) for each in bare.empty(3) if "pillar" not in each}
    held = {
        (stage, role)
        for action in CATALOGUE.actions
        if action not in kept
        for stage in action.stages
        for role in action.roles
    }
    assert lost == {(*each, "optimising") for each in held}


def test_each_cell_is_filled_or_left_empty_on_purpose_or_empty():
    cells = prod(len(SPREAD.codes[side]) for side in SIDES)
    tally = SPREAD.tally(len(SIDES))
    assert tally.cells == cells
    assert tally.filled == sum(
        SPREAD.count(**dict(zip(SIDES, each, strict=True))) > 0 for each in product(*SPREAD.codes.values())
    )
    assert tally.empty == len(SPREAD.empty(len(SIDES)))


def test_every_pillar_at_every_stage_that_makes_sense_has_an_action_for_somebody_at_some_level():
    empty = [
        (pillar, stage)
        for pillar in SPREAD.codes["pillar"]
        for stage in SPREAD.codes["stage"]
        if why_left_empty(pillar=pillar, stage=stage) is None and not SPREAD.count(pillar=pillar, stage=stage)
    ]
    assert empty == []


def naive_count(**sides: str) -> int:
    named = {
        action.id: {"pillar": action.pillars, "stage": action.stages, "role": action.roles, "level": (action.level,)}
        for action in CATALOGUE.actions
    }
    return sum(all(code in held[side] for side, code in sides.items()) for held in named.values())


@pytest.mark.parametrize("sides", [1, 2, 3, 4])
def test_a_cell_counts_the_actions_that_name_all_of_its_sides(sides):
    for chosen in combinations(SIDES, sides):
        for codes in islice(product(*(SPREAD.codes[side] for side in chosen)), 0, None, 3):
            cell = dict(zip(chosen, codes, strict=True))
            assert SPREAD.count(**cell) == naive_count(**cell), cell


@pytest.mark.parametrize("each", left_empty(), ids=lambda each: each.because)
def test_nothing_is_said_to_be_left_empty_that_is_not(each):
    assert len(each.named) >= 2
    for codes in product(*each.named.values()):
        sides = dict(zip(each.named, codes, strict=True))
        assert all(code in SPREAD.codes[side] for side, code in sides.items())
        assert SPREAD.count(**sides) == 0, sides


def test_a_reason_may_name_several_codes_of_a_side():
    reason = LeftEmpty(pillar="data", role=["recruiter", "staff-network"], because="They keep no records.")
    assert reason.covers(pillar="data", role="recruiter", level="developing")
    assert reason.covers(pillar="data", role="staff-network")
    assert not reason.covers(pillar="data", role="di-lead")
    assert not reason.covers(pillar="data")


@pytest.mark.parametrize("each", left_empty(), ids=lambda each: each.because)
def test_what_is_left_empty_on_purpose_is_not_meant_to_be_filled(each):
    for codes in product(*each.named.values()):
        assert not is_meant(**dict(zip(each.named, codes, strict=True)))


def test_it_is_said_why_only_where_it_is_left_empty():
    each = left_empty()[0]
    assert why_left_empty(**{side: codes[0] for side, codes in each.named.items()}) == each.because
    assert why_left_empty(pillar="data", stage="asking") is None


PILLARS = {"culture": "culture-leadership"} | {each: each for each in SPREAD.codes["pillar"]}
LEVELS = {"first level": 0, "second level": 1, "third": 2}


def sent_to(reason: LeftEmpty) -> Iterator[dict[str, str]]:
    """The cells in which the reader of a reason is told to look instead."""
    told = re.search(r"under ([a-z ]+)[.,]", reason.because)
    for word in told[1].split() if told else ():
        if word in PILLARS:
            yield from ({**cell, "pillar": PILLARS[word]} for cell in cells_of(reason, "stage", "role", "level"))
    for words, place in LEVELS.items():
        if words in reason.because:
            level = SPREAD.codes["level"][place]
            yield from ({**cell, "level": level} for cell in cells_of(reason, "pillar", "stage", "role"))


def cells_of(reason: LeftEmpty, *sides: str) -> Iterator[dict[str, str]]:
    held = {side: codes for side, codes in reason.named.items() if side in sides}
    yield from (dict(zip(held, codes, strict=True)) for codes in product(*held.values()))


@pytest.mark.parametrize("each", left_empty(), ids=lambda each: each.because)
def test_where_a_reason_sends_the_reader_there_is_an_action(each):
    assert [cell for cell in sent_to(each) if not SPREAD.count(**cell)] == []


def test_most_reasons_send_the_reader_somewhere():
    assert sum(any(sent_to(each)) for each in left_empty()) > len(left_empty()) / 2
