"""Measures say what they are, what they need and where in the journey they belong."""

from typing import get_args

import pytest
from pydantic import ValidationError

from footing.standards import MeasureDefinition, load_catalogue
from footing.standards.measure_definitions import Family

CATALOGUE = load_catalogue()


def test_response_and_representation_have_their_measures():
    families: dict[str, set[str]] = {}
    for measure in CATALOGUE.measures:
        families.setdefault(measure.family, set()).add(measure.id)
    assert families["response"] == {"people_asked", "response_rate", "codable_rate", "prefer_not_to_say_rate"}
    assert families["representation"] == {"background_count", "background_share", "background_gap_to_benchmark"}


@pytest.mark.parametrize("measure", list(CATALOGUE.measures), ids=lambda measure: measure.id)
def test_a_percentage_says_of_what_and_a_count_is_of_nothing(measure):
    if measure.unit == "percent":
        assert measure.denominator is not None
    if measure.unit == "people":
        assert (measure.denominator, measure.interval) == (None, None)


def test_a_unit_that_is_never_published_is_refused():
    content = CATALOGUE.measure("response_rate").model_dump()
    with pytest.raises(ValidationError, match="'furlongs' is not a unit"):
        MeasureDefinition.model_validate({**content, "unit": "furlongs"})


@pytest.mark.parametrize("family", get_args(Family))
def test_the_schema_takes_a_measure_of_every_family(family):
    content = CATALOGUE.measure("response_rate").model_dump()
    assert MeasureDefinition.model_validate({**content, "family": family}).family == family


def test_both_pillar_sets_are_held_because_bodies_differ():
    pillars = {each.id: [pillar.code for pillar in each.pillars] for each in CATALOGUE.pillar_sets}
    assert pillars["smc-six"] == ["data", "culture-leadership", "outreach", "hiring", "progression", "advocacy"]
    assert pillars["krystal-five"] == ["data", "progression", "hiring", "culture-leadership", "collaboration"]
