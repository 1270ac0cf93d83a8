"""The tables of the adjusted pay gap: what is held equal, the warnings, and when there are too few people to say."""

import numpy as np
import pytest

from footing.measures.pay import PayTerms, compare, measure
from footing.standards import load_catalogue
from footing.tables import Category, coordinate
from measures.pay.paid_workforce import QUESTION, figures_of, paid_workforce

CATALOGUE = load_catalogue()
LISTS = {
    "grade": ["Grade 1", "Grade 2", "Grade 3"],
    "sex": ["Female", "Male", "not_recorded"],
    "age_band": ["Under 35", "35 and over"],
    "function": ["Care", "Housing"],
    "site": ["Here", "There"],
}
BACKGROUNDS = ["professional", "intermediate", "lower", "lower", "prefer_not_to_say"]
HEADLINE = "lower_v_professional"


def people(number=600, seed=1, gap=0.04, below=0.6):
    """Those of lower backgrounds are ``gap`` worse paid in any grade, and more often in the lowest one."""
    random = np.random.default_rng(seed)
    background = random.choice(BACKGROUNDS, number)
    lower = background == "lower"
    grade = np.where(random.random(number) < below * lower / 2, 0, random.integers(0, 3, number))
    pay = 2_000_000 * 1.3**grade * random.lognormal(0, 0.1, number) * (1 - gap * lower)
    others = {name: random.choice(LISTS[name], number) for name in ("sex", "age_band", "function", "site")}
    return [
        {
            QUESTION: str(background[row]),
            "annual_pay_pence": int(pay[row]),
            "grade": LISTS["grade"][grade[row]],
            **{name: str(codes[row]) for name, codes in others.items()},
        }
        for row in range(number)
    ]


def measured(rows=None, lists=None, **options):
    workforce = paid_workforce(people() if rows is None else rows, lists=LISTS if lists is None else lists)
    pay = measure(workforce, catalogue=CATALOGUE, **options)
    adjusted = {table.id.removeprefix(f"adjusted_pay_gap.{QUESTION}."): table for table in pay.tables}
    return adjusted, figures_of(workforce, pay), pay


def gaps(figures):
    return figures[f"adjusted_pay_gap.{QUESTION}.held_equal"]


def test_more_is_held_equal_in_each_line_and_the_line_says_what():
    tables, _, _ = measured()
    held_equal, comparisons = tables["held_equal"].dimensions
    assert [category.label for category in held_equal.categories] == [
        "Nothing",
        "Sex and age band",
        "These, and function and site",
        "These, and grade",
    ]
    assert len(comparisons.categories) == 4


def test_every_line_that_may_hide_part_of_the_gap_comes_with_its_warning():
    tables, _, _ = measured()
    for name in ("held_equal", "explained", "reasons", "three_parts"):
        notes = " ".join(tables[name].notes)
        assert "Holding them equal then hides that part of the gap" in notes
        assert "A small gap within grades does not mean that pay is fair." in notes
        assert "What remains is not proof of unfair pay" in notes


def test_a_warning_is_not_given_for_what_is_not_held_equal():
    tables, _, _ = measured(lists={"grade": LISTS["grade"]})
    assert not any("Function" in note for note in tables["held_equal"].notes)


def test_the_gap_within_grades_is_found_and_what_grades_account_for_beside_it():
    """4 % within grades, and many more of lower backgrounds in the lowest grade."""
    _, figures, _ = measured(people(6000, seed=2))
    within = gaps(figures)["grade", HEADLINE]
    assert within[1] < 4 < within[2]
    assert within[2] - within[1] < 2
    whole = gaps(figures)["nothing", HEADLINE]
    assert whole[1] > within[2]
    by_reason = figures[f"adjusted_pay_gap.{QUESTION}.reasons"]
    assert by_reason[("grade",)][1] > 3
    assert all(by_reason[(name,)][1] < 0.2 for name in ("sex", "age_band", "function", "site"))


def test_no_gap_is_found_where_there_is_none_and_the_interval_says_so():
    _, figures, _ = measured(people(3000, gap=0, below=0))
    for line in ("nothing", "grade"):
        value, lower, upper = gaps(figures)[line, HEADLINE]
        assert lower < 0 < upper
        assert abs(value) < 3


def test_the_parts_add_up_to_the_gap_in_per_cent():
    _, figures, _ = measured()
    explained = figures[f"adjusted_pay_gap.{QUESTION}.explained"]
    for rates in ("group_held_equal", "group_not_held_equal"):
        gap, part, left = (explained[rates, each][0] for each in ("gap", "explained", "left"))
        assert part + left == pytest.approx(gap)
    assert explained["group_held_equal", "gap"][0] == pytest.approx(gaps(figures)["nothing", HEADLINE][0])
    by_reason = figures[f"adjusted_pay_gap.{QUESTION}.reasons"]
    assert sum(by_reason[(name,)][0] for name in LISTS) == pytest.approx(by_reason[("*",)][0])
    three = figures[f"adjusted_pay_gap.{QUESTION}.three_parts"]
    totals = [three["*", part][0] for part in ("endowments", "coefficients", "interaction")]
    assert sum(totals) == pytest.approx(explained["group_held_equal", "gap"][0])
    for part in ("endowments", "coefficients", "interaction"):
        rows = [value for (reason, each), (value, _, _) in three.items() if each == part and reason != "*"]
        assert sum(rows) == pytest.approx(three["*", part][0])


def test_a_table_has_the_last_dimension_moving_fastest():
    tables, _, _ = measured()
    for table in tables.values():
        order = [{category.code: place for place, category in enumerate(each.categories)} for each in table.dimensions]
        places = [tuple(codes[code] for codes, code in zip(order, row.key, strict=True)) for row in table.rows]
        assert places == sorted(places)


def test_a_figure_rests_on_the_groups_that_are_compared():
    tables, _, _ = measured()
    for name in ("held_equal", "explained", "reasons", "three_parts"):
        figure = tables[name].rows[0].figure
        assert figure.cells == (coordinate(**{QUESTION: "lower"}), coordinate(**{QUESTION: "professional"}))
        assert figure.base == coordinate(**{QUESTION: "lower"})


def test_partners_are_left_out_of_the_adjusted_gap():
    rows = [person | {"annual_pay_pence": person["annual_pay_pence"] * 9} for person in people(60, seed=9)]
    partners = [person | {"grade": "Partner"} for person in rows]
    lists = {**LISTS, "grade": [*LISTS["grade"], "Partner"]}
    terms = PayTerms(partner_grades=frozenset({"Partner"}))
    _, without, _ = measured([*people(), *partners], lists, terms=terms)
    _, alone, _ = measured()
    assert gaps(without).keys() == gaps(alone).keys()
    assert all(figure == pytest.approx(gaps(alone)[key]) for key, figure in gaps(without).items())


def test_the_comparison_is_a_parameter():
    by_sex = compare("sex", [Category("Female", "Women")], [Category("Male", "Men")])
    workforce = paid_workforce(people(), lists=LISTS)
    pay = measure(workforce, catalogue=CATALOGUE, comparisons=[by_sex])
    (table,) = (table for table in pay.tables if table.id == "adjusted_pay_gap.sex.held_equal")
    assert [category.label for category in table.dimensions[0].categories] == [
        "Nothing",
        "Age band",
        "These, and function and site",
        "These, and grade",
    ]


def test_with_too_few_people_for_so_many_categories_nothing_is_said_and_that_is_said():
    """Eight coefficients in the last line of 60 people; nothing held equal needs two."""
    tables, figures, pay = measured(people(60))
    assert ("nothing", HEADLINE) in gaps(figures)
    assert ("grade", HEADLINE) not in gaps(figures)
    assert "explained" not in tables
    said = [each for each in pay.not_measured if "Too few people to say" in each.words]
    assert {each.measure for each in said} == {
        "pay_gap_adjusted",
        "pay_gap_explained",
        "pay_gap_reasons",
        "pay_gap_three_parts",
    }


def test_fewer_than_ten_people_on_one_side_are_too_few():
    rows = [person for person in people() if person[QUESTION] != "professional"]
    nine = [person for person in people() if person[QUESTION] == "professional"][:9]
    _, figures, _ = measured([*rows, *nine])
    assert ("nothing", HEADLINE) not in gaps(figures)
    assert ("nothing", "lower_v_intermediate") in gaps(figures)


@pytest.mark.parametrize("rows", [[], people(1), [{**person, "annual_pay_pence": None} for person in people(300)]])
def test_nobody_one_person_and_nobody_with_pay_have_no_adjusted_gap_and_no_crash(rows):
    tables, _, pay = measured(rows)
    assert not {"held_equal", "explained", "reasons", "three_parts"} & tables.keys()
    assert {each.measure for each in pay.not_measured} >= {"pay_gap_adjusted", "pay_gap_explained"}


def test_everybody_on_one_rate_has_a_gap_of_nought_all_of_it_certain():
    _, figures, _ = measured([{**person, "annual_pay_pence": 3_000_000} for person in people()])
    assert gaps(figures)["grade", HEADLINE] == pytest.approx((0, 0, 0), abs=1e-6)
    assert figures[f"adjusted_pay_gap.{QUESTION}.explained"]["group_held_equal", "gap"][0] == pytest.approx(0, abs=1e-9)


def test_a_grade_that_only_one_background_reaches_leaves_two_parts_and_not_three():
    rows = [person for person in people() if (person[QUESTION], person["grade"]) != ("lower", "Grade 3")]
    tables, _, pay = measured(rows)
    assert {"held_equal", "explained", "reasons"} <= tables.keys()
    assert "three_parts" not in tables
    assert "pay_gap_three_parts" in {each.measure for each in pay.not_measured}


def test_where_one_thing_says_what_another_says_the_reasons_are_not_told_apart():
    rows = [person | {"function": "Care" if person["site"] == "Here" else "Housing"} for person in people()]
    tables, figures, _ = measured(rows)
    assert "reasons" not in tables
    assert "explained" in tables
    assert ("grade", HEADLINE) in gaps(figures)


def test_what_cannot_be_held_equal_is_said():
    _, _, pay = measured(lists={"grade": LISTS["grade"]})
    needs = {each.needs for each in pay.not_measured if each.measure == "pay_gap_adjusted"}
    assert needs == {
        (name,) for name in ("sex", "age_band", "tenure_band", "function", "site", "full_time", "contract")
    }


def test_with_nothing_to_hold_equal_there_is_the_whole_gap_and_no_parts():
    tables, figures, pay = measured(lists={})
    assert {key[0] for key in gaps(figures)} == {"nothing"}
    assert not {"explained", "reasons", "three_parts"} & tables.keys()
    words = [each.words for each in pay.not_measured if each.measure == "pay_gap_explained"]
    assert len(words) == 1
    assert "it needs sex and age band" in words[0]
