"""The hiring family as a whole: what it measures, what it says it cannot, and what disclosure control makes of it."""

import subprocess
import sys

import numpy as np
import pytest

from footing.disclosure import release
from footing.measures.hiring import HiringTerms, measure
from footing.standards import load_catalogue
from footing.tables.raw import RawRelease
from measures.hiring.small_applications import DATES, estimates_of, make_applications, values_of
from measures.small_workforce import make_workforce

CATALOGUE = load_catalogue()
MEASURES = {each.id for each in CATALOGUE.measures if each.family == "hiring"}
LISTS = {"source": ["Website", "Referral"], "sex": ["Female", "Male"], "ethnicity": ["White", "Other", "not_recorded"]}
STAGES = {"sift_passed_on": 30, "interviewed_on": 35, "offered_on": 40, "started_on": 90}


def drawn(number, *, seed=1, per_requisition=150, chances=None):
    """Applications of three groups that pass each stage with chances of their own."""
    chances = chances or {"professional": 0.6, "intermediate": 0.5, "lower": 0.4}
    draw = np.random.default_rng(seed)
    groups = draw.choice([*chances, "not_answered"], number, p=[0.3, 0.2, 0.4, 0.1])
    days, withdraws = draw.integers(0, 28, number), draw.random(number) < 0.2
    luck = draw.random((number, len(STAGES)))
    rows = []
    for place, group in enumerate(groups):
        row = {"parental_occupation": str(group), "requisition": f"R{place // per_requisition:04d}"}
        row |= {"applied_on": int(days[place])}
        row |= {variable: codes[int(draw.integers(len(codes)))] for variable, codes in LISTS.items()}
        for chance, (column, day) in zip(luck[place], STAGES.items(), strict=True):
            if chance > chances.get(group, 0.5):
                row["withdrawn_on" if withdraws[place] else "rejected_on"] = day
                break
            row[column] = day
        rows.append(row)
    return rows


@pytest.fixture(scope="module")
def measured():
    return measure(make_applications(drawn(3000), characteristics=LISTS), catalogue=CATALOGUE)


def test_every_measure_of_the_family_has_a_table(measured):
    assert {table.measure for table in measured.tables} == MEASURES
    assert {each.needs[0] for each in measured.not_measured} == {
        "accepted_on", "school_type", "free_school_meals", "parental_degree"
    }  # fmt: skip


def test_tables_are_of_applications_in_the_unit_of_their_definition(measured):
    assert len({table.id for table in measured.tables}) == len(measured.tables)
    for table in measured.tables:
        assert table.population == "applications"
        assert table.unit == CATALOGUE.measure(table.measure).unit
        assert table.dimensions[-1].variable == "parental_occupation"


def test_every_cell_that_a_figure_rests_on_is_a_count_that_some_table_shows(measured):
    """A share of nobody that is shown nowhere as a count would be taken for somebody when its base is withheld."""
    counted = {row.figure.base for table in measured.tables if table.unit == "applications" for row in table.rows}
    rested_on = {
        cell for table in measured.tables for row in table.rows for cell in (*row.figure.cells, row.figure.base)
    }
    assert rested_on <= counted


def test_the_ratios_of_the_steps_multiply_to_the_ratio_of_offers(measured):
    ratios = values_of(measured, "parental_occupation.relative_rate")
    for group in ("intermediate", "lower"):
        product = ratios["sift", group] * ratios["interview", group] * ratios["offer", group]
        assert product == pytest.approx(ratios["application_to_offer", group])


def test_the_parts_of_the_gap_add_up_and_lie_where_it_was_built_in(measured):
    parts = values_of(measured, "parental_occupation.gap_by_step")
    steps = [parts[step, "lower"] for step in ("sift", "interview", "offer")]
    assert sum(steps) == pytest.approx(parts["whole", "lower"])
    assert all(step < 0 for step in steps)


def test_a_conditional_logit_of_background_alone_is_close_to_mantel_and_haenszel():
    rows = [
        {key: row[key] for key in ("parental_occupation", "requisition", "sift_passed_on") if key in row}
        for row in drawn(4000, seed=3)
    ]
    columns = ("requisition", "sift_passed_on", "applied_on")
    found = measure(make_applications(rows, columns=columns), catalogue=CATALOGUE)
    like = values_of(found, "parental_occupation.like_for_like")
    adjusted = values_of(found, "parental_occupation.adjusted")
    assert adjusted == pytest.approx(like, rel=0.02)
    table = next(table for table in found.tables if table.id == "hiring.parental_occupation.adjusted")
    assert "Held equal: requisition." in table.notes


def test_whoever_withdrew_on_a_step_is_left_out_within_requisitions(measured):
    rows = drawn(3000)
    kept = [row for row in rows if not ("withdrawn_on" in row and "sift_passed_on" not in row)]
    fewer = measure(make_applications(kept, characteristics=LISTS), catalogue=CATALOGUE)
    for group in ("intermediate", "lower"):
        found, expected = (
            estimates_of(each, "parental_occupation.like_for_like")["sift", group] for each in (measured, fewer)
        )
        assert found == expected


def test_without_applications_or_answers_every_measure_is_named():
    for workforce, needs in (
        (make_workforce([]), "applications"),
        (make_applications([{"applied_on": 0}], questions=()), "background"),
    ):
        found = measure(workforce, catalogue=CATALOGUE)
        assert (found.tables, found.populations) == ((), ())
        assert {(each.measure, each.needs) for each in found.not_measured} == {(each, (needs,)) for each in MEASURES}


@pytest.mark.parametrize(
    ("without", "lost"),
    [
        ("requisition", {"hiring_like_for_like", "hiring_like_for_like_adjusted", "hiring_unlike_requisitions",
                         "hiring_days_after_opening", "hiring_days_later"}),
        ("applied_on", {"hiring_days_after_opening", "hiring_days_later"}),
        ("withdrawn_on", {"hiring_withdrawal_rate", "hiring_declined_rate"}),
        ("offered_on", {"hiring_offer_rate", "hiring_gap_by_step", "hiring_declined_rate"}),
        ("source", {"hiring_source_share"}),
    ],
)  # fmt: skip
def test_a_measure_without_its_field_is_named_with_the_field_that_it_needs(without, lost):
    columns = [column for column in (*DATES, "requisition") if column != without]
    lists = {variable: codes for variable, codes in LISTS.items() if variable != without}
    found = measure(make_applications(drawn(1500), columns=columns, characteristics=lists), catalogue=CATALOGUE)
    assert {table.measure for table in found.tables} == MEASURES - lost
    named = {each.measure: each for each in found.not_measured}
    for each in lost:
        assert without in named[each].needs or "declined_on" in named[each].needs
        assert without.replace("_", " ") in named[each].words or "declined on" in named[each].words


def test_many_small_requisitions_are_compared_but_not_tested_for_being_unlike():
    found = measure(make_applications(drawn(1500, per_requisition=10), characteristics=LISTS), catalogue=CATALOGUE)
    assert "hiring_like_for_like" in {table.measure for table in found.tables}
    assert any(each.measure == "hiring_unlike_requisitions" and not each.needs for each in found.not_measured)


FEW = drawn(900, per_requisition=90)


@pytest.mark.parametrize(
    "terms",
    [
        HiringTerms(smallest_group_percent=40),
        HiringTerms(minimum_applications=500),
        HiringTerms(people_per_term=1000),
        HiringTerms(usual_expected=60),
        HiringTerms(usual_percent=0),
    ],
    ids=str,
)
def test_each_term_changes_what_is_worked_out(terms):
    workforce = make_applications(FEW, characteristics=LISTS)
    usual, other = (measure(workforce, catalogue=CATALOGUE, terms=each) for each in (None, terms))

    def shown(found):
        return {table.id: estimates_of(found, table.id.removeprefix("hiring.")) for table in found.tables}

    assert shown(usual) != shown(other)


def test_the_order_of_the_rows_does_not_matter():
    rows, answers = drawn(600, per_requisition=40), set()
    for seed in range(4):
        shuffled = [rows[place] for place in np.random.default_rng(seed).permutation(len(rows))]
        found = measure(make_applications(shuffled, characteristics=LISTS), catalogue=CATALOGUE)
        answers.add(
            tuple(
                (table.id, key, estimate)
                for table in found.tables
                for key, estimate in estimates_of(found, table.id.removeprefix("hiring.")).items()
            )
        )
    assert len(answers) == 1


@pytest.mark.parametrize("policy", ["publish-10", "civil-service-2023"])
@pytest.mark.parametrize("number", [60, 400, 3000])
def test_it_passes_through_disclosure_whatever_the_size(number, policy):
    found = measure(make_applications(drawn(number), characteristics=LISTS), catalogue=CATALOGUE)
    released = release(RawRelease(found.populations, found.tables), policy=CATALOGUE.policy(policy))
    assert [table.id for table in released.tables] == [table.id for table in found.tables]
    assert released.audits[0].population == "applications"


def test_measuring_never_imports_what_only_the_tests_need():
    script = """
import sys
from footing.measures import hiring, outreach
assert not {"scipy", "statsmodels", "pandas"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
