"""What a report says to do first at each stage."""

import pytest

from footing.reporting.sections.acting import first_action, told
from footing.reporting.sections.journey import stages
from footing.standards import load_catalogue

CATALOGUE = load_catalogue()
STRENGTHS = ["strong", "moderate", "limited", "judgement"]


@pytest.mark.parametrize("stage", stages(), ids=lambda stage: stage.stage)
def test_a_stage_with_a_figure_is_given_something_to_change_and_one_without_something_to_find_out(stage):
    measured = first_action(stage.stage, stage.figures[0].measure, CATALOGUE)
    unmeasured = first_action(stage.stage, None, CATALOGUE)
    assert measured is not None
    assert unmeasured is not None
    assert "data" not in measured.pillars
    assert "data" in unmeasured.pillars
    assert stage.stage in measured.stages
    assert stage.stage in unmeasured.stages


@pytest.mark.parametrize("stage", stages(), ids=lambda stage: stage.stage)
def test_no_other_action_that_names_the_measure_rests_on_stronger_evidence(stage):
    for measure in (each.measure for each in stage.figures):
        chosen = first_action(stage.stage, measure, CATALOGUE)
        assert chosen is not None
        rivals = [
            each
            for each in CATALOGUE.actions
            if stage.stage in each.stages and "data" not in each.pillars and measure in each.measures
        ]
        assert not rivals or measure in chosen.measures
        weakest = STRENGTHS.index(chosen.evidence.strength)
        assert all(STRENGTHS.index(each.evidence.strength) >= weakest for each in rivals)


def test_a_stage_that_no_action_is_for_is_given_none():
    assert first_action("nowhere", None, CATALOGUE) is None


def test_an_action_is_told_with_the_strength_of_its_evidence():
    action = first_action("hiring", "hiring_stage_rate", CATALOGUE)
    assert action is not None
    assert told(action, CATALOGUE).endswith(f"Evidence: {action.evidence.strength}.")
