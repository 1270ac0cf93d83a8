"""Coding tables, row by row, and the groups that nobody may fall out of."""

import pytest
from pydantic import ValidationError

from footing.standards import Classification, load_catalogue
from footing.standards.coverage import OUTSIDE_THE_BASE

CATALOGUE = load_catalogue()

KEY_QUESTION = {
    "modern_or_traditional_professional": "professional",
    "manager_or_administrator": "professional",
    "clerical_or_intermediate": "intermediate",
    "technical_or_craft": "lower",
    "routine_or_semi_routine": "lower",
    "long_term_unemployed": "lower",
    "small_business_owner": "intermediate",
    "other": "not_known",
    "prefer_not_to_say": "prefer_not_to_say",
}

SCOTTISH_GOVERNMENT = {
    "modern_or_traditional_professional": "high",
    "manager_or_administrator": "high",
    "clerical_or_intermediate": "intermediate",
    "technical_or_craft": "routine",
    "routine_or_semi_routine": "routine",
    "long_term_unemployed": "never_worked",
    "small_business_owner": "intermediate",
    "other": "not_known",
    "prefer_not_to_say": "prefer_not_to_say",
}

NARROW_LOWER = {**KEY_QUESTION, "technical_or_craft": "intermediate"} | {
    "modern_or_traditional_professional": "privileged",
    "manager_or_administrator": "privileged",
}

EIGHT_TO_FIVE = dict(zip("12345678", ["1", "1", "2", "3", "4", "5", "5", "never_worked"], strict=True))
FIVE_TO_THREE = {
    "1": "higher",
    "2": "intermediate",
    "3": "intermediate",
    "4": "lower",
    "5": "lower",
    "never_worked": "never_worked",
}
EIGHT_TO_SMC_FIVE = {
    "1": "higher_professional",
    "2": "lower_professional",
    "3": "intermediate",
    "4": "intermediate",
    "5": "higher_working",
    "6": "higher_working",
    "7": "lower_working",
    "8": "lower_working",
}


@pytest.mark.parametrize(
    ("classification", "codes"),
    [
        ("smc-three-groups", KEY_QUESTION),
        ("scottish-government-groups", SCOTTISH_GOVERNMENT),
        ("narrow-lower-origins", NARROW_LOWER),
        ("nssec-five", EIGHT_TO_FIVE),
        ("nssec-three", FIVE_TO_THREE),
        ("smc-five-classes", EIGHT_TO_SMC_FIVE),
    ],
)
def test_a_coding_table_is_as_published_or_as_assumed(classification, codes):
    assert CATALOGUE.classification(classification).codes == codes


def test_the_nine_answers_have_nine_codes():
    assert len(CATALOGUE.question("parental_occupation").options) == len(KEY_QUESTION) == 9


@pytest.mark.parametrize("first", list("12345678"))
def test_every_way_from_eight_classes_to_three_groups_agrees(first):
    direct = CATALOGUE.classification("smc-three-groups-from-nssec-eight").codes[first]
    five = CATALOGUE.classification("nssec-five").codes[first]
    by_five = CATALOGUE.classification("smc-three-groups-from-nssec-five").codes[five]
    smc_five = CATALOGUE.classification("smc-five-classes").codes[first]
    by_smc_five = CATALOGUE.classification("smc-three-groups-from-smc-five").codes[smc_five]
    assert direct == by_five == by_smc_five


def test_the_two_parts_of_class_one_and_the_operational_categories_lead_to_their_class():
    codes = CATALOGUE.classification("nssec-eight").codes
    assert codes["1.1"] == codes["1.2"] == "1"
    assert [codes[f"L{number}"] for number in range(1, 15)] == list("11122234455678")
    assert codes["L3.1"] == "1"
    assert codes["L12.7"] == "6"
    assert "3.1" not in codes


def test_the_mapping_that_was_not_read_is_marked_as_an_assumption():
    assert CATALOGUE.classification("smc-three-groups").status == "assumption"


@pytest.mark.parametrize(
    ("question", "classification"),
    [
        ("parental_occupation", "smc-three-groups"),
        ("school_type", "independent-school"),
        ("free_school_meals", "free-school-meals"),
        ("parental_degree", "parental-degree"),
        ("parental_qualification", "parental-qualification"),
        ("self_assessment", "self-assessed-background"),
        ("nssec_work_type", "work-type-alone"),
    ],
)
def test_every_question_of_background_has_its_default(question, classification):
    assert CATALOGUE.default_classification(question).id == classification


@pytest.mark.parametrize("entry", list(CATALOGUE.classifications), ids=lambda entry: entry.id)
def test_unknown_answers_are_never_in_the_base_and_always_counted(entry):
    groups = {group.code: group for group in entry.groups}
    for code in OUTSIDE_THE_BASE:
        assert not groups[code].in_base
        assert groups[code].part_of == "answered"
    assert not groups["not_answered"].in_base
    assert groups["not_answered"].part_of is None


@pytest.mark.parametrize("entry", list(CATALOGUE.classifications), ids=lambda entry: entry.id)
def test_the_groups_add_up_to_everybody_asked(entry):
    leaves = [group for group in entry.groups if not group.rollup]
    people = {group.code: number for number, group in enumerate(leaves, start=1)}
    hierarchy = entry.hierarchy("answer")
    totals: dict[str, int] = {}
    for code, count in people.items():
        parent = hierarchy.parent(code)
        while parent is not None:
            totals[parent] = totals.get(parent, 0) + count
            parent = hierarchy.parent(parent)
    assert totals["*"] == sum(people.values())
    assert totals["*"] == totals["answered"] + people["not_answered"]
    assert totals["codable"] == sum(people[group.code] for group in entry.base_groups)
    assert {group.code for group in entry.groups if group.rollup} == {"codable", "answered"}


def test_people_schooled_abroad_are_counted_outside_the_base():
    entry = CATALOGUE.classification("independent-school")
    assert [group.code for group in entry.base_groups] == ["independent", "state"]
    assert entry.group("outside_uk").part_of == "answered"
    assert [group.code for group in entry.groups][:4] == ["independent", "state", "codable", "outside_uk"]


def test_a_hierarchy_is_named_after_its_question_unless_told_otherwise():
    entry = CATALOGUE.classification("smc-three-groups")
    assert entry.hierarchy().variable == "parental_occupation"
    assert entry.hierarchy("origin").variable == "origin"
    assert CATALOGUE.classification("nssec-five").hierarchy().variable == "nssec-five"


def test_a_group_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError):
        CATALOGUE.classification("smc-three-groups").group("upper")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"codes": {"other": "codable"}}, "'other' is coded to 'codable', which is not a group"),
        ({"groups": [{"code": "not_known", "label": "Not known"}]}, "differ from each other and from the coverage"),
        ({"of": "nssec-eight"}, "a question or another classification, not both"),
    ],
)
def test_a_classification_that_contradicts_itself_is_refused(change, message):
    content = CATALOGUE.classification("smc-three-groups").model_dump(by_alias=True)
    with pytest.raises(ValidationError, match=message):
        Classification.model_validate({**content, **change})
