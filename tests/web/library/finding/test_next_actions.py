"""Findings lead to actions: by the measure that they are about, the better evidence first, each action once."""

from dataclasses import replace

import pytest

from footing.assessment import Direction, Finding, NotMeasured
from footing.assessment.result import Evidence
from footing.standards import load_catalogue
from footing_web.library.finding.calling import calling, known_calls
from footing_web.library.finding.next_actions import ACTIONS_FOR_EACH, NextActions, next_actions
from footing_web.library.models import ActionPage
from web.library.finding.pages import ACTION

CATALOGUE = load_catalogue()


def finding(measure, direction, *key, statement="Made for a test."):
    stage = CATALOGUE.measure(measure).journey_stage
    return Finding("made-up", measure, stage, direction, statement, 1.0, (Evidence("a-table", key),))


def action(slug, *measures, **fields):
    return ActionPage(slug=slug, title=slug, summary="Made up.", **{**ACTION, "measures": list(measures), **fields})


@pytest.fixture
def suggested(db, released):
    """What is suggested for an assessment with these findings in place of its own."""

    def made(findings, pages, not_measured=()) -> NextActions:
        assessment = replace(released[0], findings=tuple(findings), not_measured=tuple(not_measured))
        return next_actions(assessment, pages, CATALOGUE)

    return made


def slugs(told: NextActions):
    return [[each.page.slug for each in reason.suggestions] for reason in told.reasons]


def test_a_finding_leads_to_the_actions_that_name_its_measure(suggested):
    told = suggested(
        [
            finding(
                "promotion_rate_ratio", Direction.BELOW, "*", "lower_v_professional", statement="Promoted less often."
            )
        ],
        [action("panels", "promotion_rate_ratio"), action("adverts", "hiring_source_share")],
    )
    (reason,) = told.reasons
    assert reason.statements == ("Promoted less often.",)
    assert reason.measure == CATALOGUE.measure("promotion_rate_ratio").title
    assert slugs(told) == [["panels"]]
    assert reason.suggestions[0].same


def test_an_action_that_names_a_measure_close_by_comes_after_and_says_so(suggested):
    told = suggested(
        [finding("promotion_rate_ratio", Direction.BELOW, "lower")],
        [action("a-close-one", "promotion_rate"), action("the-same", "promotion_rate_ratio")],
    )
    assert slugs(told) == [["the-same", "a-close-one"]]
    assert [(each.same, each.measure) for each in told.reasons[0].suggestions] == [
        (True, CATALOGUE.measure("promotion_rate_ratio").title),
        (False, CATALOGUE.measure("promotion_rate").title),
    ]


@pytest.mark.parametrize(
    ("measure", "direction", "group", "calls"),
    [
        ("pay_gap_median", Direction.ABOVE, "lower_v_professional", True),
        ("pay_gap_median", Direction.BELOW, "lower_v_professional", False),
        ("background_gap_to_benchmark", Direction.BELOW, "lower", True),
        ("background_gap_to_benchmark", Direction.ABOVE, "lower", False),
        ("background_gap_to_benchmark", Direction.BELOW, "professional", False),
        ("background_gap_to_benchmark", Direction.ABOVE, "independent", True),
        ("background_gap_to_benchmark", Direction.NO_CLEAR_DIFFERENCE, "lower", False),
        ("promotion_rate_ratio", Direction.TOO_FEW, "lower", False),
    ],
)
def test_only_a_clear_difference_at_the_cost_of_those_worse_off_calls_for_an_action(measure, direction, group, calls):
    assert bool(calling((finding(measure, direction, group),))) is calls


def test_better_evidence_comes_first_then_what_comes_earlier_then_less_effort(suggested):
    told = suggested(
        [finding("pay_gap_median", Direction.ABOVE, "lower_v_professional")],
        [
            action("d-large", "pay_gap_median", effort_band="large"),
            action("c-small", "pay_gap_median"),
            action("b-later", "pay_gap_median", level="optimising", evidence_strength="moderate"),
        ],
    )
    assert slugs(told) == [["b-later", "c-small", "d-large"]]


def test_an_action_that_is_above_all_about_the_matter_comes_before_one_with_better_evidence(suggested):
    told = suggested(
        [finding("pay_gap_median", Direction.ABOVE, "lower_v_professional")],
        [
            action("elsewhere", "pay_gap_median", stages=["asking", "reward"], evidence_strength="strong"),
            action("by-the-way", "pay_quarters", "pay_gap_median", stages=["reward"], evidence_strength="strong"),
            action("about-pay", "pay_gap_median", stages=["reward"]),
        ],
    )
    assert slugs(told) == [["about-pay", "by-the-way", "elsewhere"]]


def test_no_action_is_suggested_twice_and_no_more_than_a_few_for_each(suggested):
    pages = [action(f"action-{number}", "pay_gap_median", "pay_gap_mean") for number in range(9)]
    told = suggested(
        [
            finding("pay_gap_median", Direction.ABOVE, "lower_v_professional"),
            finding("pay_gap_mean", Direction.ABOVE, "lower_v_professional"),
        ],
        pages,
    )
    every = [slug for reason in slugs(told) for slug in reason]
    assert len(every) == len(set(every)) == 2 * ACTIONS_FOR_EACH


def test_findings_of_one_measure_are_told_together(suggested):
    findings = [finding("hiring_relative_rate", Direction.BELOW, step, "lower", statement=step) for step in "abcde"]
    told = suggested(findings, [action("steps", "hiring_relative_rate")])
    assert [reason.statements for reason in told.reasons] == [("a", "b", "c")]


def test_what_could_not_be_measured_leads_to_an_action_of_the_data_pillar(suggested):
    told = suggested(
        [],
        [action("keep-dates", "hiring_stage_rate", pillars=["data"]), action("other", "hiring_stage_rate")],
        [NotMeasured("hiring_stage_rate", "Stage rate", ("accepted_on",), "The day of accepting is missing.")],
    )
    (unmeasured,) = told.unmeasured
    assert unmeasured.words == "The day of accepting is missing."
    assert [each.page.slug for each in unmeasured.suggestions] == ["keep-dates"]


def test_every_measure_that_calls_for_an_action_is_there_and_leads_to_some(toolkit):
    pages = list(ActionPage.objects.live())
    for call in known_calls().calls:
        assert all(measure in CATALOGUE.measures for measure in (call.measure, *call.near))
        assert any({call.measure, *call.near} & set(page.measures) for page in pages), call.measure


def test_every_code_of_a_group_that_is_better_off_is_a_group_of_some_classification():
    groups = {group.code for each in CATALOGUE.classifications for group in each.own_groups}
    assert set(known_calls().better_off) <= groups


def test_members_read_what_to_do_next_and_the_way_there_stands_beside_the_findings(
    toolkit, result, organisation, analyst, signed_in
):
    client = signed_in(analyst)
    findings = client.get(f"/organisations/{organisation.slug}/results/{result.pk}/findings/").content.decode()
    address = f"/organisations/{organisation.slug}/results/{result.pk}/next-actions/"
    assert f'href="{address}"' in findings
    answer = client.get(address)
    assert answer.status_code == 200
    page = answer.context["page"]
    assert page.reasons
    said = answer.content.decode()
    assert all(suggestion.page.address in said for reason in page.reasons for suggestion in reason.suggestions)


def test_only_members_of_the_organisation_read_it(result, organisation, client, stranger, signed_in):
    address = f"/organisations/{organisation.slug}/results/{result.pk}/next-actions/"
    assert client.get(address).status_code == 302
    assert signed_in(stranger).get(address).status_code == 404


def test_another_organisations_result_is_not_found(result, analyst, organisation, signed_in):
    other = "00000000-0000-4000-8000-000000000000"
    assert (
        signed_in(analyst).get(f"/organisations/{organisation.slug}/results/{other}/next-actions/").status_code == 404
    )
