"""The self-coded method: the published matrix and rules, and a second implementation made from the rules in words."""

from itertools import product

import pytest
from pydantic import ValidationError

from footing.standards import Answers, SelfCodedDerivation, load_catalogue, self_coded_class, self_coded_table

CATALOGUE = load_catalogue()
DERIVATION = CATALOGUE.derivation("nssec-self-coded")
OPTIONS = {
    part: tuple(option.code for option in CATALOGUE.question(question).options)
    for part, question in DERIVATION.parts.items()
}

MATRIX = {
    "modern_professional": "1111111",
    "clerical_or_intermediate": "1331112",
    "senior_manager": "1331111",
    "technical_or_craft": "1331144",
    "semi_routine": "1331145",
    "routine": "1331145",
    "middle_or_junior_manager": "1331111",
    "traditional_professional": "1111111",
}
"""Class by work group (row) and column: employer large, small, self-employed, manager large, small, supervisor, other.

As run by the Civil Service Fast Stream (SocioEconomicCalculator in hmrc/fset-faststream).
"""


def naive_class(work_type, employment, size, supervision):
    """The rules in words, one after another, with no table of rules."""
    if work_type is None:
        return "not_answered" if (employment, size, supervision) == (None, None, None) else "not_known"
    if work_type == "long_term_unemployed":
        return "5"
    if work_type == "prefer_not_to_say":
        return "prefer_not_to_say"
    if work_type not in MATRIX:
        return "not_known"
    column = None
    if employment == "employee":
        if work_type == "senior_manager" and size == "small":
            column = 5
        elif work_type == "senior_manager" and size == "large":
            column = 4
        elif supervision == "supervised":
            column = 6
        else:
            column = 7
    elif employment == "self_employed_alone":
        column = 3
    elif employment == "self_employed_with_employees":
        column = {"small": 2, "large": 1}.get(size)
    return "not_known" if column is None else MATRIX[work_type][column - 1]


def test_the_matrix_is_as_published():
    assert {work_type: "".join(row) for work_type, row in DERIVATION.matrix.items()} == MATRIX


def test_the_columns_are_in_the_published_order():
    assert [column.code for column in DERIVATION.columns] == [
        "employer_large",
        "employer_small",
        "self_employed",
        "manager_large",
        "manager_small",
        "supervisor",
        "other_employee",
    ]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (("senior_manager", "employee", "small", "did_not_supervise"), "1"),
        (("senior_manager", "employee", "large", None), "1"),
        (("clerical_or_intermediate", "employee", "large", "supervised"), "1"),
        (("clerical_or_intermediate", "employee", "large", "did_not_supervise"), "2"),
        (("clerical_or_intermediate", "self_employed_with_employees", "small", None), "3"),
        (("technical_or_craft", "self_employed_alone", "large", "supervised"), "3"),
        (("semi_routine", "employee", None, "supervised"), "4"),
        (("routine", "employee", "small", "prefer_not_to_say"), "5"),
        (("routine", "employee", "small", None), "5"),
        (("routine", "self_employed_with_employees", "large", "dont_know"), "1"),
        (("routine", "self_employed_with_employees", "dont_know", "dont_know"), "not_known"),
        (("routine", "prefer_not_to_say", "small", "supervised"), "not_known"),
        (("long_term_unemployed", None, None, None), "5"),
        (("unemployed_seeking_work", "employee", "small", "supervised"), "not_known"),
        (("retired", None, None, None), "not_known"),
        (("prefer_not_to_say", "employee", "small", "supervised"), "prefer_not_to_say"),
        ((None, None, None, None), "not_answered"),
        ((None, "employee", "small", "supervised"), "not_known"),
    ],
)
def test_four_answers_give_a_class_or_say_why_not(answers, expected):
    work_type, employment, size, supervision = answers
    given = Answers(work_type=work_type, employment=employment, size=size, supervision=supervision)
    assert self_coded_class(DERIVATION, given) == expected


def test_every_combination_of_answers_agrees_with_the_rules_in_words():
    table = self_coded_table(DERIVATION, OPTIONS)
    parts = [(*OPTIONS[part], None) for part in ("work_type", "employment", "size", "supervision")]
    found = {(a.work_type, a.employment, a.size, a.supervision): group for a, group in table}
    assert found == {answers: naive_class(*answers) for answers in product(*parts)}


def test_every_class_and_every_reason_is_a_group_of_what_it_gives():
    groups = {group.code for group in CATALOGUE.classification(DERIVATION.gives).groups}
    assert {group for _, group in self_coded_table(DERIVATION, OPTIONS)} <= groups


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"parts": {"work_type": "nssec_work_type"}}, "parts are work_type, employment, size and supervision"),
        ({"matrix": {"routine": ("1", "2")}}, "'routine' needs one class for each of the 7 columns"),
        ({"rules": ({"column": "owner", "when": {}},)}, "the rule for 'owner'"),
        ({"rules": ({"column": "supervisor", "when": {"age": ("14",)}},)}, "a part that does not exist"),
    ],
)
def test_a_derivation_that_contradicts_itself_is_refused(change, message):
    with pytest.raises(ValidationError, match=message):
        SelfCodedDerivation.model_validate({**DERIVATION.model_dump(), **change})
