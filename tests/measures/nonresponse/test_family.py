"""Non-response from people to protected tables."""

from itertools import product

import numpy as np
import pytest
import statsmodels.api as sm

from footing.disclosure import release
from footing.measures import nonresponse, representation, response
from footing.measures.counting import cells_of, count_cells
from footing.measures.nonresponse import NonResponseTerms
from footing.measures.nonresponse.verdict import Verdict, readings
from footing.measures.staff import STAFF, staff_in_post
from footing.standards import load_catalogue
from footing.tables import Status
from footing.tables.raw import FromValues, Population, RawRelease
from measures.small_workforce import make_workforce

CATALOGUE = load_catalogue()
BENCHMARK = "uk-parental-occupation-2021"
LISTS = {"grade": ["Grade 1", "Grade 2", "Grade 3"], "sex": ["Female", "Male"]}
GROUPS = ("professional", "intermediate", "lower")
OF_GRADE = {
    "Grade 1": ("professional", "intermediate", "lower", "lower", "lower"),
    "Grade 2": ("professional", "professional", "intermediate", "lower", "lower"),
    "Grade 3": ("professional", "professional", "professional", "professional", "intermediate", "lower"),
}
ANSWERING = {("Grade 1", "Female"): 0.5, ("Grade 3", "Male"): 0.95}


def staff(number=3000, seed=5):
    """Grade 1 has more people of lower backgrounds, and fewer of them answer."""
    draw = np.random.default_rng(seed)
    people = []
    for grade, sex, answers, group in draw.random((number, 4)):
        person = {"grade": LISTS["grade"][int(3 * grade)], "sex": LISTS["sex"][int(2 * sex)]}
        known = answers < ANSWERING.get((person["grade"], person["sex"]), 0.75)
        of_grade = OF_GRADE[person["grade"]]
        answer = (
            of_grade[int(len(of_grade) * group)] if known else ("not_answered", "prefer_not_to_say")[int(2 * group)]
        )
        people.append({"parental_occupation": answer, **person})
    return people


def measured(people, lists=LISTS, terms=None, benchmarks=(BENCHMARK,)):
    workforce = make_workforce(people, characteristics=lists)
    return nonresponse.measure(workforce, catalogue=CATALOGUE, benchmark_ids=benchmarks, terms=terms)


def protected(people, lists=LISTS):
    workforce = make_workforce(people, characteristics=lists)
    family = nonresponse.measure(workforce, catalogue=CATALOGUE, benchmark_ids=[BENCHMARK])
    others = (
        response.measure(workforce, catalogue=CATALOGUE),
        representation.measure(workforce, catalogue=CATALOGUE, benchmark_ids=[BENCHMARK]),
    )
    tables = tuple(table for each in (*others, family) for table in each.tables)
    counted = staff_in_post(workforce)
    counts = count_cells(counted, [cell for cell in cells_of(tables) if cell not in family.counts])
    hierarchies = {**counted.hierarchies(), **family.hierarchies}
    population = Population(STAFF, {**counts, **family.counts}, hierarchies)
    return release(RawRelease((population,), tables), policy=CATALOGUE.policy("publish-10")).tables


def table(tables, name):
    return next(each for each in tables if each.id == f"non_response.parental_occupation.{name}")


def values(tables, name):
    return {row.key: row.figure.estimate for row in table(tables, name).rows}


def test_the_odds_of_answering_are_those_of_a_regression_on_one_row_a_person():
    people = staff()
    found = values(measured(people).tables, "odds_ratio.by_grade")
    known = np.array([person["parental_occupation"] in GROUPS for person in people], dtype=float)
    columns = [
        np.ones(len(people)),
        *([person["grade"] == grade for person in people] for grade in LISTS["grade"][1:]),
        [person["sex"] == "Male" for person in people],
    ]
    fitted = sm.GLM(known, np.array(columns, dtype=float).T, family=sm.families.Binomial()).fit(tol=1e-12)
    shares = [np.mean([person["grade"] == grade for person in people]) for grade in LISTS["grade"]]
    for place, grade in enumerate(LISTS["grade"]):
        weights = -np.array(shares)
        weights[place] += 1
        contrast = np.array([0, weights[1], weights[2], 0])
        error = np.sqrt(contrast @ fitted.cov_params() @ contrast)
        log = contrast @ fitted.params
        limits = np.exp([log, log - 1.959963984540054 * error, log + 1.959963984540054 * error])
        assert (found[(grade,)].value, found[(grade,)].lower, found[(grade,)].upper) == pytest.approx(limits, rel=1e-6)


def test_both_things_that_go_with_answering_are_found_and_a_third_is_not():
    people = [{**person, "function": ("Care", "Roads")[place % 2]} for place, person in enumerate(staff())]
    chances = values(measured(people, {**LISTS, "function": ["Care", "Roads"]}).tables, "field_chance")
    assert chances[("grade",)].value < 0.1
    assert chances[("sex",)].value < 0.1
    assert chances[("function",)].value > 5


def test_weighted_shares_meet_the_margins_of_everybody():
    """One row a person, each weighted again and again by hand."""
    people = staff()
    known = [person for person in people if person["parental_occupation"] in GROUPS]
    weights = dict.fromkeys(product(LISTS["grade"], LISTS["sex"]), 1.0)
    for _ in range(200):
        for variable, codes in LISTS.items():
            for code in codes:
                wanted = sum(person[variable] == code for person in people)
                found = sum(weights[each["grade"], each["sex"]] for each in known if each[variable] == code)
                for kind in weights:
                    weights[kind] *= wanted / found if code in kind else 1
    of_people = [weights[person["grade"], person["sex"]] for person in known]
    shares = values(measured(people).tables, "raked_share")
    for group in GROUPS:
        part = sum(
            each for each, person in zip(of_people, known, strict=True) if person["parental_occupation"] == group
        )
        assert shares[(group,)].value == pytest.approx(100 * part / sum(of_people), rel=1e-7)
    facts = values(measured(people).tables, "weights")
    effective = sum(of_people) ** 2 / sum(each * each for each in of_people)
    assert facts[("effective_share",)].value == pytest.approx(effective / len(known))


def test_weighting_moves_a_share_towards_that_of_everybody():
    people = staff(number=20000)
    plain = [person["parental_occupation"] for person in people if person["parental_occupation"] in GROUPS]
    raw = 100 * plain.count("lower") / len(plain)
    raked = values(measured(people).tables, "raked_share")[("lower",)]
    truth = 100 * (3 / 5 + 2 / 5 + 1 / 6) / 3
    assert abs(raked.value - truth) < abs(raw - truth)
    assert raked.lower < truth < raked.upper


def test_everything_passes_disclosure_and_ordinary_figures_are_shown():
    tables = protected(staff())
    for each in tables:
        if each.id.startswith("non_response"):
            assert all(row.status is not Status.WITHHELD for row in each.rows), each.id


def test_a_weighted_share_rests_on_every_margin():
    (row, *_) = table(measured(staff()).tables, "raked_share").rows
    assert isinstance(row.figure, FromValues)
    for variable, codes in LISTS.items():
        for code in codes:
            assert ((variable, code),) in row.figure.cells
            assert tuple(sorted(((variable, code), ("parental_occupation", "codable")))) in row.figure.cells


def test_grades_with_few_answers_are_put_together_and_counted_together():
    few = [{"parental_occupation": "lower", "grade": "Grade 4", "sex": "Male"}] * 6
    lists = {**LISTS, "grade": [*LISTS["grade"], "Grade 4"]}
    family = measured([*staff(), *few], lists)
    categories = [each.label for each in table(family.tables, "odds_ratio.by_grade").dimensions[0].categories]
    assert len(categories) == 3
    (hierarchy,) = family.hierarchies.values()
    together = hierarchy.parents["Grade 4"]
    assert family.counts[(("grade", together),)] > 6
    tables = protected([*staff(), *few], lists)
    assert all(row.status is Status.SHOWN for row in table(tables, "raked_share").rows)


def test_so_are_grades_that_are_a_small_part_of_all():
    few = [{"parental_occupation": GROUPS[key % 3], "grade": "Grade 4", "sex": "Male"} for key in range(90)]
    lists = {**LISTS, "grade": [*LISTS["grade"], "Grade 4"]}
    number = {
        percent: len(
            table(
                measured([*staff(), *few], lists, NonResponseTerms(smallest_percent=percent)).tables,
                "odds_ratio.by_grade",
            ).rows
        )
        for percent in (3.0, 5.0)
    }
    assert number == {3.0: 4, 5.0: 3}


def test_too_few_people_for_the_regression_are_named_and_not_silent():
    family = measured(staff(number=120), terms=NonResponseTerms(smallest_category=2))
    words = [each.words for each in family.not_measured]
    assert any("odds" in each.lower() and "too few" in each for each in words)


def test_without_the_question_or_any_field_it_is_said_what_is_needed():
    no_question = nonresponse.measure(
        make_workforce([], questions=["school_type"], characteristics=LISTS), catalogue=CATALOGUE
    )
    assert {each.needs for each in no_question.not_measured} == {("parental_occupation",)}
    no_fields = measured([{"parental_occupation": "lower"}] * 5, {})
    assert {each.measure for each in no_fields.not_measured} == {
        "non_response_field_chance",
        "non_response_odds_ratio",
        "non_response_raked_share",
        "non_response_weights",
    }
    assert table(no_fields.tables, "overall.worst_case")


@pytest.mark.parametrize("people", [[], [{"parental_occupation": "lower", "grade": "Grade 1", "sex": "Male"}]])
def test_nobody_and_one_person_break_nothing(people):
    assert measured(people).tables


def test_people_known_to_be_in_no_share_are_not_among_those_who_could_move_it():
    answers = ["state"] * 30 + ["independent"] * 10 + ["outside_uk"] * 15 + ["not_answered"] * 5
    workforce = make_workforce([{"school_type": answer} for answer in answers], questions=["school_type"])
    family = nonresponse.measure(workforce, catalogue=CATALOGUE)
    each = next(table for table in family.tables if table.id == "non_response.school_type.overall.worst_case")
    figure = next(row.figure for row in each.rows if row.key == ("independent",))
    counts = count_cells(staff_in_post(workforce), (*figure.cells, figure.base))
    estimate = figure.estimate(*(counts[cell] for cell in figure.cells))
    assert (estimate.lower, estimate.upper) == pytest.approx((100 * 10 / 45, 100 * 15 / 45))


def test_the_verdict_is_read_from_protected_tables_and_says_what_it_means():
    found = {reading.key[-1]: reading for reading in readings(protected(staff()), CATALOGUE)}
    assert set(found) == set(GROUPS)
    assert found["lower"].tables[0] == "non_response.parental_occupation.overall.worst_case"
    for reading in found.values():
        assert reading.words.endswith(".")
        if reading.verdict is Verdict.COULD_MOVE:
            assert "is open" in reading.words


def test_without_a_benchmark_the_verdict_is_about_how_large_the_share_is():
    tables = [each for each in protected(staff()) if each.measure != "non_response_tipping_point"]
    words = {reading.key[-1]: reading.words for reading in readings(tables, CATALOGUE)}
    assert "among everybody it would be" in words["lower"]
