"""The actions reach every pillar, stage, role and level, except where it is said why not."""

from dataclasses import asdict

import pytest

from footing.standards import load_catalogue
from footing.standards.spread import SIDES, left_empty, spread, why_left_empty

CATALOGUE = load_catalogue()
SPREAD = spread(CATALOGUE)
FEWEST_ACTIONS = 60


def test_there_are_as_many_actions_as_the_toolkit_promises():
    assert len(SPREAD.actions) >= FEWEST_ACTIONS


def test_no_two_sides_are_without_an_action_unless_it_is_said_why():
    assert SPREAD.empty_pairs() == ()


def test_every_pillar_at_every_stage_that_makes_sense_has_an_action_for_somebody_at_some_level():
    empty = [
        (pillar, stage)
        for pillar in SPREAD.codes["pillar"]
        for stage in SPREAD.codes["stage"]
        if why_left_empty(pillar=pillar, stage=stage) is None and not SPREAD.count(pillar=pillar, stage=stage)
    ]
    assert empty == []


def test_a_cell_counts_the_actions_that_name_all_four_of_its_sides():
    for cell, count in SPREAD.cells.items():
        naive = [
            action.id
            for action in CATALOGUE.actions
            if cell.pillar in action.pillars and cell.stage in action.stages
            if cell.role in action.roles and cell.level == action.level
        ]
        assert (
            count == len(naive) == SPREAD.count(pillar=cell.pillar, stage=cell.stage, role=cell.role, level=cell.level)
        )


def test_nothing_is_said_to_be_left_empty_that_is_not():
    for each in left_empty():
        sides = {side: getattr(each, side) for side in SIDES if getattr(each, side)}
        assert len(sides) == 2
        assert all(code in SPREAD.codes[side] for side, code in sides.items())
        assert SPREAD.count(**sides) == 0, sides


@pytest.mark.parametrize("each", left_empty(), ids=lambda each: each.because)
def test_a_cell_that_is_left_empty_is_not_meant_to_be_filled(each):
    meant = SPREAD.meant()
    assert meant
    assert not any(each.covers(**asdict(cell)) for cell in meant)


def test_it_is_said_why_only_where_it_is_left_empty():
    each = left_empty()[0]
    sides = {side: getattr(each, side) for side in SIDES if getattr(each, side)}
    assert why_left_empty(**sides) == each.because
    assert why_left_empty(pillar="data", stage="asking") is None
