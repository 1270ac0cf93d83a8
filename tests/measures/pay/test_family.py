"""The tables of the pay gap: which there are, what each figure rests on, and what is said when fields are missing."""

import datetime as dt

import pytest

from footing.measures.counting import count_population
from footing.measures.pay import PayTerms, compare, measure, usual_comparisons
from footing.measures.staff import staff_in_post
from footing.standards import load_catalogue
from footing.tables import EVERYONE, Category, coordinate
from footing.tables.raw import FromCounts, FromValues
from measures.pay.paid_workforce import QUESTION, counts_of, figures_of, paid_workforce

CATALOGUE = load_catalogue()
SEXES = ["Female", "Male", "not_recorded"]
GRADES = ["Assistant", "Manager", "Partner"]
BACKGROUNDS = ["professional", "intermediate", "lower", "not_answered"]


def people(each=12, pay=None):
    """As many of every background, sex and grade, those of lower backgrounds paid less and partners much more."""
    ladder = pay or {"Assistant": 2_000_000, "Manager": 4_000_000, "Partner": 20_000_000}
    return [
        {
            QUESTION: background,
            "sex": sex,
            "grade": grade,
            "annual_pay_pence": (ladder[grade] + 10_000 * number) * (9 if background == "lower" else 10) // 10,
            "weekly_hours": 37.0,
            "bonus_pence": 100_000 if number % 2 else None,
        }
        for background in BACKGROUNDS
        for sex in SEXES
        for grade in GRADES
        for number in range(each)
    ]


COLUMNS = (QUESTION, "annual_pay_pence", "weekly_hours", "bonus_pence")
LISTS = {"grade": GRADES, "sex": SEXES}
EVERY_LIST = {**LISTS, "ethnicity": ["White"]}
PARTNERS = PayTerms(partner_grades=frozenset({"Partner"}))


def measured(rows=None, columns=COLUMNS, lists=None, **options):
    workforce = paid_workforce(
        people() if rows is None else rows, columns=columns, lists=LISTS if lists is None else lists
    )
    return workforce, measure(workforce, catalogue=CATALOGUE, **options)


def table(pay, name):
    (found,) = (table for table in pay.tables if table.id == f"pay_gap.{name}")
    return found


def test_the_tables_are_those_of_the_regulations_and_of_published_class_pay_gaps():
    _, pay = measured()
    gaps = [table.id for table in pay.tables if table.id.startswith("pay_gap.")]
    assert [name.removeprefix(f"pay_gap.{QUESTION}.") for name in gaps] == [
        "coverage",
        "pounds.mean",
        "pounds.median",
        "overall.mean",
        "overall.median",
        "by_grade.mean",
        "by_grade.median",
        "by_sex.mean",
        "by_sex.median",
        "quarters",
        "bonus_proportion",
        "bonus_overall.mean",
        "bonus_overall.median",
    ]


def test_every_table_is_of_a_measure_that_is_defined_in_its_unit_and_family():
    _, pay = measured(terms=PARTNERS)
    for each in pay.tables:
        definition = CATALOGUE.measure(each.measure)
        assert (definition.unit, definition.family) == (each.unit, each.id.partition(".")[0])
        assert each.title.startswith(definition.title)


def test_the_comparison_is_printed_with_the_figure():
    _, pay = measured()
    (comparisons,) = table(pay, f"{QUESTION}.overall.mean").dimensions
    assert [category.label for category in comparisons.categories] == [
        "Lower socio-economic background compared with professional background",
        "Lower socio-economic background compared with all others (professional, intermediate)",
        "Lower socio-economic background compared with intermediate background",
        "Intermediate background compared with professional background",
    ]
    title = table(pay, f"{QUESTION}.by_grade.median").title
    assert title == (
        "Median gap in hourly pay by grade: Lower socio-economic background compared with professional background"
    )


def test_any_comparison_can_be_asked_for_such_as_the_gender_pay_gap():
    gender = compare("sex", [Category("Female", "Women")], [Category("Male", "Men")])
    rows = [{"sex": sex, "annual_pay_pence": pay} for sex in ("Female", "Male") for pay in [1_500_000] * 10]
    rows += [{"sex": "Male", "annual_pay_pence": 3_000_000}] * 10
    workforce, pay = measured(rows, ("annual_pay_pence",), {"sex": SEXES}, comparisons=[gender])
    figures = figures_of(workforce, pay)
    assert figures["pay_gap.sex.overall.mean"][("Female_v_Male",)][0] == pytest.approx(100 / 3)
    assert figures["pay_gap.sex.overall.median"][("Female_v_Male",)][0] == pytest.approx(100 / 3)
    assert figures["pay_gap.sex.quarters"]["upper_quarter", "Male"][0] == 100
    assert [row.key[0] for row in table(pay, "sex.coverage").rows] == ["Female", "Male", "*"]


def test_a_comparison_of_a_group_with_itself_or_with_nobody_is_refused():
    one, other = Category("a", "A"), Category("b", "B")
    for group, reference in (([one], [one, other]), ([], [one]), ([one], [])):
        with pytest.raises(ValueError, match="two groups with no category in both"):
            compare("sex", group, reference)


def test_a_comparison_by_a_variable_that_is_not_there_is_an_error():
    with pytest.raises(KeyError, match="shoe_size"):
        measured(comparisons=[compare("shoe_size", [Category("1", "1")], [Category("2", "2")])])


def test_a_single_group_has_nobody_to_be_compared_with():
    groups = CATALOGUE.default_classification(QUESTION).base_groups
    assert usual_comparisons(QUESTION, groups[:1]) == ()
    assert [each.category.code for each in usual_comparisons(QUESTION, groups[:2])] == ["intermediate_v_professional"]


def test_a_gap_rests_on_every_group_that_it_compares():
    _, pay = measured()
    rows = {row.key[-1]: row.figure for row in table(pay, f"{QUESTION}.overall.mean").rows}
    against_all_others = rows["lower_v_professional_or_intermediate"]
    assert isinstance(against_all_others, FromValues)
    assert against_all_others.cells == tuple(
        coordinate(**{QUESTION: group}) for group in ("lower", "professional", "intermediate")
    )
    assert against_all_others.base == coordinate(**{QUESTION: "lower"})


def test_the_base_of_several_groups_is_the_roll_up_that_they_are_part_of():
    groups = CATALOGUE.default_classification(QUESTION).base_groups
    below_professional = compare(QUESTION, groups[1:], groups[:1])
    _, pay = measured(comparisons=[below_professional])
    (row,) = table(pay, f"{QUESTION}.overall.mean").rows
    assert row.figure.base == coordinate(**{QUESTION: "codable"})


def test_hourly_gaps_count_everybody_in_their_groups_so_that_those_without_pay_cannot_be_counted_by_subtraction():
    rows = [*people(), *({**person, "annual_pay_pence": None} for person in people(1))]
    workforce, pay = measured(rows)
    counts = counts_of(workforce, pay)
    for name in ("overall.mean", "by_grade.median", "pounds.mean"):
        for row in table(pay, f"{QUESTION}.{name}").rows:
            assert all(
                variable not in ("hourly_pay", "partnership") for cell in row.figure.cells for variable, _ in cell
            )
    assert counts[coordinate(**{QUESTION: "lower"})] == 9 * 13
    assert counts[coordinate(**{QUESTION: "lower", "hourly_pay": "counted"})] == 9 * 12


def test_averages_in_pounds_are_shown_for_whole_groups_alone():
    _, pay = measured(terms=PARTNERS)
    assert [table.id for table in pay.tables if table.unit == "pounds an hour"] == [
        f"pay_gap.{QUESTION}.pounds.mean",
        f"pay_gap.{QUESTION}.pounds.median",
    ]


def test_means_say_how_far_the_best_paid_dominate_them_and_medians_need_not():
    _, pay = measured()
    for name, has_contribution in (("overall.mean", True), ("pounds.mean", True), ("overall.median", False)):
        for row in table(pay, f"{QUESTION}.{name}").rows:
            assert (row.figure.contribution is not None) == has_contribution
    row = table(pay, f"{QUESTION}.pounds.mean").rows[0]
    assert row.figure.contribution.largest[0] == pytest.approx(201_100 * 7 / 365.25 / 37, rel=1e-6)


@pytest.mark.parametrize("name", ["overall.mean", "overall.median", "pounds.mean", "pounds.median"])
def test_an_average_of_fewer_than_ten_people_is_not_worked_out(name):
    few = [person for person in people() if person[QUESTION] == "lower"][:9]
    others = [person for person in people() if person[QUESTION] != "lower"]
    for rows, exists in (([*few, *others], False), ([*few, few[0], *others], True)):
        workforce, pay = measured(rows)
        first = next(key for key in figures_of(workforce, pay)[f"pay_gap.{QUESTION}.{name}"] if "lower" in key[0])
        figure = figures_of(workforce, pay)[f"pay_gap.{QUESTION}.{name}"][first]
        assert (figure[0] is not None) == exists


def test_partners_are_left_out_and_then_put_in():
    workforce, pay = measured(terms=PARTNERS)
    figures = figures_of(workforce, pay)
    without = figures[f"pay_gap.{QUESTION}.overall.mean"][("lower_v_professional",)]
    together = figures[f"pay_gap.{QUESTION}.overall_with_partners.mean"][("lower_v_professional",)]
    assert without[0] == pytest.approx(10)
    assert together[0] == pytest.approx(10)
    assert together[1] < without[1]
    assert "Partners are left out." in table(pay, f"{QUESTION}.overall.mean").notes
    assert "Partners are counted with employees." in table(pay, f"{QUESTION}.overall_with_partners.mean").notes


def test_a_column_says_who_is_a_partner_as_well_as_a_grade():
    rows = [person | {"partner": "Partner" if person["grade"] == "Manager" else "Employee"} for person in people()]
    lists = {**LISTS, "partner": ["Partner", "Employee"]}
    workforce, pay = measured(rows, lists=lists, terms=PARTNERS)
    counts = counts_of(workforce, pay)
    assert counts[coordinate(**{QUESTION: "lower", "partnership": "employee"})] == 3 * 12
    assert counts[coordinate(**{QUESTION: "lower", "partnership": "partner"})] == 6 * 12


def test_a_figure_with_partners_rests_on_the_partners_too_because_subtraction_would_tell_their_pay():
    rows = [person for person in people() if (person["grade"], person[QUESTION]) != ("Partner", "lower")]
    workforce, pay = measured(rows, terms=PARTNERS)
    (row, *_) = table(pay, f"{QUESTION}.overall_with_partners.mean").rows
    partners = coordinate(**{QUESTION: "professional", "partnership": "partner"})
    assert row.figure.cells == (coordinate(**{QUESTION: "lower"}), coordinate(**{QUESTION: "professional"}), partners)
    assert counts_of(workforce, pay)[partners] == 36


def test_an_employer_with_no_partners_has_one_scope():
    _, pay = measured([person for person in people() if person["grade"] != "Partner"], terms=PARTNERS)
    assert not [table.id for table in pay.tables if "partners" in table.id]


def test_those_on_reduced_pay_are_in_no_hourly_gap_and_in_the_bonus_tables():
    rows = [person | {"reduced_pay": "Reduced pay" if person["sex"] == "Female" else "Full pay"} for person in people()]
    workforce, pay = measured(rows, (*COLUMNS, "reduced_pay"))
    figures = figures_of(workforce, pay)
    assert figures[f"pay_gap.{QUESTION}.coverage"][("*",)][0] == pytest.approx(200 / 3)
    assert figures[f"pay_gap.{QUESTION}.by_sex.mean"]["Female", "lower_v_professional"] == (None, None, None)
    assert figures[f"pay_gap.{QUESTION}.bonus_proportion"][("lower",)][0] == 50


def test_quarters_rank_everybody_and_share_those_whose_background_is_known():
    workforce, pay = measured()
    counts = counts_of(workforce, pay)
    assert [
        sum(counts[coordinate(**{QUESTION: group, "hourly_pay": quarter})] for group in BACKGROUNDS[:3])
        == counts[coordinate(**{QUESTION: "codable", "hourly_pay": quarter})]
        for quarter in ("lower_quarter", "lower_middle_quarter", "upper_middle_quarter", "upper_quarter")
    ] == [True] * 4
    figures = figures_of(workforce, pay)[f"pay_gap.{QUESTION}.quarters"]
    for quarter in ("lower_quarter", "upper_quarter"):
        assert sum(figures[quarter, group][0] for group in BACKGROUNDS[:3]) == pytest.approx(100)


def test_figures_keep_the_rules_of_the_governments_service():
    """Shares of a quarter sum to 100; no gap is above 100; shares paid a bonus lie between 0 and 100."""
    workforce, pay = measured(terms=PARTNERS)
    for table_id, rows in figures_of(workforce, pay).items():
        for value, _, upper in rows.values():
            if value is not None and "pounds" not in table_id:
                assert value <= 100
                assert upper is None or upper <= 100
            if "proportion" in table_id:
                assert 0 <= value <= 100


def test_where_nobody_compared_with_was_paid_a_bonus_there_is_no_bonus_gap():
    rows = [person | ({"bonus_pence": None} if person[QUESTION] == "professional" else {}) for person in people()]
    workforce, pay = measured(rows)
    figures = figures_of(workforce, pay)
    assert figures[f"pay_gap.{QUESTION}.bonus_proportion"][("professional",)][0] == 0
    assert figures[f"pay_gap.{QUESTION}.bonus_overall.mean"][("lower_v_professional",)] == (None, None, None)
    assert figures[f"pay_gap.{QUESTION}.bonus_overall.mean"][("lower_v_intermediate",)][0] == pytest.approx(0)


def test_the_familys_own_cells_are_counted_and_all_others_are_left_to_be_counted_together():
    workforce, pay = measured(terms=PARTNERS)
    own = {"hourly_pay", "bonus", "partnership"}
    cells = {cell for table in pay.tables for row in table.rows for cell in (*row.figure.cells, row.figure.base)}
    assert {cell for cell in cells if {variable for variable, _ in cell} & own} <= pay.counts.keys()
    assert all({variable for variable, _ in cell} & own for cell in pay.counts)
    assert pay.hierarchies.keys() == own
    assert pay.hierarchies["hourly_pay"].parent("upper_quarter") == "counted"
    shared = [table for table in pay.tables if "quarters" not in table.id]
    assert all(isinstance(row.figure, FromCounts | FromValues) for table in shared for row in table.rows)
    assert count_population(staff_in_post(workforce), []).counts == {}


def test_counts_of_quarters_add_up_to_all_who_count():
    workforce, pay = measured()
    assert pay.counts[coordinate(hourly_pay="counted")] == len(people())
    assert counts_of(workforce, pay)[EVERYONE] == len(people())


@pytest.mark.parametrize(
    ("columns", "missing"),
    [
        (("annual_pay_pence", "weekly_hours", "bonus_pence"), {QUESTION}),
        ((QUESTION, "bonus_pence", "weekly_hours"), {"annual_pay"}),
        ((QUESTION, "annual_pay_pence", "weekly_hours"), {"bonus"}),
        ((QUESTION, "annual_pay_pence", "bonus_pence"), {"weekly_hours"}),
        ((QUESTION,), {"annual_pay", "bonus", "weekly_hours"}),
    ],
)
def test_what_the_extract_has_no_fields_for_is_said_to_be_not_measured(columns, missing):
    _, pay = measured([{"ethnicity": "White", **person} for person in people()], columns, EVERY_LIST)
    needed = {field for each in pay.not_measured for field in each.needs}
    assert needed & {QUESTION, "annual_pay", "weekly_hours", "bonus"} == missing
    said = {each.measure for each in pay.not_measured} | {table.measure for table in pay.tables}
    assert said >= {"pay_gap_mean", "pay_gap_median", "pay_quarters", "pay_bonus_gap_mean", "pay_hourly_mean"}
    assert all("is not measured: it needs" in each.words for each in pay.not_measured)


def test_a_missing_breakdown_is_said_once_for_means_and_once_for_medians():
    _, pay = measured()
    by_ethnicity = [each for each in pay.not_measured if each.needs == ("ethnicity",)]
    assert [each.measure for each in by_ethnicity] == ["pay_gap_mean", "pay_gap_median"]
    assert by_ethnicity[0].words == "Mean gap in hourly pay by ethnicity is not measured: it needs ethnicity."


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (dt.date(2025, 4, 5), "Pay is as at 5 April 2025, the snapshot date of private and voluntary employers"),
        (dt.date(2024, 3, 31), "Pay is as at 31 March 2024, the snapshot date of public authorities"),
        (dt.date(2024, 2, 29), "so that these figures are of no statutory reporting year"),
    ],
)
def test_every_table_says_what_its_snapshot_date_means(date, words):
    workforce = paid_workforce(people(), columns=COLUMNS, lists=LISTS, snapshot_date=date)
    pay = measure(workforce, catalogue=CATALOGUE)
    assert all(any(words in note for note in table.notes) for table in pay.tables)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (dt.date(2025, 4, 5), "Bonuses paid from 6 April 2024 to 5 April 2025."),
        (dt.date(2024, 2, 29), "Bonuses paid from 1 March 2023 to 29 February 2024."),
        (dt.date(2025, 2, 28), "Bonuses paid from 29 February 2024 to 28 February 2025."),
    ],
)
def test_bonus_is_of_the_12_months_that_end_with_the_snapshot_date_leap_day_or_not(date, words):
    workforce = paid_workforce(people(), columns=COLUMNS, lists=LISTS, snapshot_date=date)
    pay = measure(workforce, catalogue=CATALOGUE)
    assert words in table(pay, f"{QUESTION}.bonus_proportion").notes
