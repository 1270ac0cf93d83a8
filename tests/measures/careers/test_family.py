"""Careers as a whole: what is measured, what is not and why, and what the figures rest on."""

import datetime as dt
import pickle

import pytest

from footing.measures import careers
from footing.measures.careers import CareerTerms
from footing.measures.careers.family import NEEDS_CAREERS
from footing.measures.careers.senior import MEASURES as OF_THE_TOP
from footing.measures.staff import STAFF
from footing.standards import load_catalogue
from footing.tables import EVERYONE
from footing.tables.raw import FromCounts
from measures.careers.figures import figures, measured, table_of, values
from measures.careers.small_careers import QUESTION, event, make_careers, person

PEOPLE = [
    person("a", "Grade 2", "lower"),
    person("b", "Grade 6", "professional"),
    person("c", "Grade 1", "not_answered"),
    person("d", "Grade 2", "professional"),
]
EVENTS = [
    event("a", "joined", "2020-06-01", to="Grade 1", reason=None),
    event("a", "promoted", "2022-06-01", "Grade 1", "Grade 2"),
    event("d", "joined", "2021-01-01", to="Grade 1"),
    event("d", "promoted", "2022-01-01", "Grade 1", "Grade 2"),
    event("e", "left", "2021-06-01", "Grade 1", reason="Retirement", parental_occupation="lower"),
    event("f", "joined", "2023-02-01", to="Grade 1", reason=None, parental_occupation="professional"),
    event("f", "left", "2023-09-01", "Grade 1", reason="Resignation", parental_occupation="professional"),
]
REASONS = ("Resignation", "Retirement")
ALL_MEASURES = {*NEEDS_CAREERS, *OF_THE_TOP}


def not_measured(found) -> dict[str, str]:
    return {each.measure: each.words for each in found.not_measured}


def usual():
    return measured(make_careers(PEOPLE, EVENTS, reasons=REASONS))


def test_every_measure_of_these_families_is_defined_and_every_definition_is_used():
    families = {"progression", "retention", "induction", "senior_ratio", "flow"}
    defined = {each.id for each in load_catalogue().measures if each.family in families}
    assert defined == ALL_MEASURES


def test_a_measure_is_either_in_a_table_or_said_not_to_be_measured():
    found = usual()
    in_tables = {table.measure for table in found.tables}
    assert in_tables | set(not_measured(found)) >= ALL_MEASURES - {"progression_curve", "retention_curve"}
    assert not in_tables & set(not_measured(found))


def test_every_table_has_the_unit_of_its_definition_and_an_id_of_its_own():
    found = usual()
    for table in found.tables:
        assert table.unit == load_catalogue().measure(table.measure).unit, table.id
        assert table.id.split(".")[1] == QUESTION
    assert len({table.id for table in found.tables}) == len(found.tables)


def test_every_cell_that_a_figure_rests_on_is_counted_with_all_that_it_is_part_of():
    found = usual()
    counts = {STAFF: found.counts, **{each.name: each.counts for each in found.populations}}
    for table in found.tables:
        for row in table.rows:
            assert {*row.figure.cells, row.figure.base} <= counts[table.population].keys(), table.id
    for population in found.populations:
        assert EVERYONE in population.counts


def test_categories_add_up_in_every_population():
    for population in usual().populations:
        for variable, hierarchy in population.hierarchies.items():
            top = [code for code, parent in hierarchy.parents.items() if parent == "*"]
            held = [code for code in top if ((variable, code),) in population.counts]
            if held == top:
                parts = sum(population.counts[((variable, code),)] for code in top)
                assert parts == population.counts[EVERYONE], (population.name, variable)


def test_a_figure_over_time_rests_on_how_often_it_happened_to_each_group_that_it_compares():
    found = usual()
    row = next(row for row in table_of(found, "promotion_rate_ratio.by_grade").rows if row.key[0] == "Grade 1")
    lower, professional = (
        (("exit", "promoted"), ("grade", "Grade 1"), (QUESTION, group)) for group in ("lower", "professional")
    )
    assert row.figure.cells == (lower, professional)
    assert row.figure.base == lower


def test_a_point_of_a_curve_rests_on_those_who_still_wait_and_on_everybody_who_got_there_band_by_band():
    people = [person(f"{background}{number}", "Grade 2", background) for background in BASE for number in range(40)]
    events = [
        entry
        for background in BASE
        for number in range(40)
        for entry in (
            event(f"{background}{number}", "joined", "2020-06-01", to="Grade 1"),
            event(f"{background}{number}", "promoted", f"202{1 + number % 4}-09-01", "Grade 1", "Grade 2"),
        )
    ]
    curve = table_of(measured(make_careers(people, events)), "progression_curve")
    assert [category.code for category in curve.dimensions[0].categories] == ["2", "3", "4"]
    row = next(row for row in curve.rows if row.key == ("3", "lower"))
    assert row.figure.cells == (
        ((QUESTION, "lower"), ("time_in_grade", "3_or_more")),
        (("exit", "promoted"), (QUESTION, "lower"), ("time_in_grade", "under_2")),
        (("exit", "promoted"), (QUESTION, "lower"), ("time_in_grade", "from_2_to_3")),
    )
    waiting_then = 60 / 70 * 40 / 50
    assert row.figure.estimate.value == pytest.approx(100 * (1 - waiting_then))


BASE = ("professional", "intermediate", "lower")


def test_the_figures_that_come_from_counts_can_be_handed_to_another_process():
    found = usual()
    counts = {STAFF: found.counts, **{each.name: each.counts for each in found.populations}}
    rows = [(table.population, row.figure) for table in found.tables for row in table.rows]
    from_counts = [(name, figure) for name, figure in rows if isinstance(figure, FromCounts)]
    assert from_counts
    for name, figure in from_counts:
        cells = [counts[name][cell] for cell in figure.cells]
        elsewhere = pickle.loads(pickle.dumps(figure.estimate))  # noqa: S301 - written in the same line
        assert elsewhere(*cells) == figure.estimate(*cells)


def test_measuring_twice_gives_the_same():
    workforce = make_careers(PEOPLE, EVENTS, reasons=REASONS)
    once, again = measured(workforce), measured(workforce)
    assert [table.id for table in once.tables] == [table.id for table in again.tables]
    assert once.populations == again.populations


def test_the_order_of_rows_does_not_matter():
    there, back = usual(), measured(make_careers(PEOPLE[::-1], EVENTS[::-1], reasons=REASONS))
    assert {each.name: each.counts for each in there.populations} == {
        each.name: each.counts for each in back.populations
    }
    for ending in ("promotion_rate.by_grade", "leaver_rate.overall", "progression_hazard_ratio"):
        assert values(there, ending) == values(back, ending)


def test_without_events_only_the_top_is_measured_and_every_other_measure_says_what_it_needs():
    found = measured(make_careers(PEOPLE, None))
    assert {table.measure for table in found.tables} == set(OF_THE_TOP)
    missing = not_measured(found)
    assert set(missing) == set(NEEDS_CAREERS)
    assert missing["promotion_rate"] == (
        "Promotion rate is not measured: it needs a list of events: who joined, was promoted, moved and left, and when."
    )
    assert all(each.needs == ("event", "event_date") for each in found.not_measured)


def test_events_that_do_not_say_the_background_of_people_who_left_are_not_used():
    found = measured(make_careers(PEOPLE, EVENTS, of_events=(), reasons=REASONS))
    missing = not_measured(found)
    assert set(missing) == set(NEEDS_CAREERS)
    assert "do not say the background of people who have left" in missing["promotion_rate"]


def test_events_without_a_background_are_enough_if_nobody_in_them_has_left_the_extract():
    of_staff = [each for each in EVENTS if each["person_key"] in "abcd"]
    found = measured(make_careers(PEOPLE, of_staff, of_events=(), reasons=REASONS))
    assert values(found, "promotion_count.by_grade")[("*", "lower")] == 1


def test_events_that_all_fall_outside_the_period_are_no_events():
    found = measured(make_careers(PEOPLE, [event("a", "left", "2025-06-01", "Grade 1")]))
    assert not_measured(found)["leaver_rate"] == (
        "Leaving rate is not measured: no event with a date falls within the period."
    )


@pytest.mark.parametrize(
    ("kind", "measure", "words"),
    [
        ("promoted", "progression_hazard_ratio", "the events list nobody who were promoted."),
        ("left", "leaver_rate", "the events list nobody who left."),
        ("joined", "induction_joiners", "the events list nobody who joined."),
        ("left", "transition_direction", "the events list nobody who left."),
        ("joined", "flow_share", "the events list nobody who joined."),
    ],
)
def test_a_kind_of_event_that_is_not_listed_leaves_out_what_rests_on_it(kind, measure, words):
    found = measured(make_careers(PEOPLE, [each for each in EVENTS if each["event"] != kind], reasons=REASONS))
    assert not_measured(found)[measure].endswith(words)


def test_where_nobody_is_listed_who_left_the_tables_say_that_they_are_of_those_who_stayed():
    found = measured(make_careers(PEOPLE, [each for each in EVENTS if each["event"] != "left"]))
    assert any("of those who stayed" in note for note in table_of(found, "promotion_rate.by_grade").notes)
    assert not any("of those who stayed" in note for note in table_of(usual(), "promotion_rate.by_grade").notes)


def test_less_than_a_year_of_events_says_nothing_of_first_years():
    recent = [event("x", "joined", "2024-06-01", to="Grade 1"), event("y", "left", "2024-07-01", "Grade 1")]
    found = measured(make_careers(PEOPLE, recent), opening=dt.date(2024, 4, 1))
    assert not_measured(found)["induction_left_within_a_year"].endswith("the events cover less than a year.")


def test_a_question_that_was_not_asked_leaves_everything_out():
    workforce = make_careers(PEOPLE, EVENTS, reasons=REASONS)
    found = careers.measure(workforce, catalogue=load_catalogue(), question_id="parental_degree")
    assert (found.tables, found.populations, found.counts) == ((), (), {})
    assert set(not_measured(found)) == ALL_MEASURES


def test_without_an_order_of_grades_nobody_is_senior_and_nothing_flows_to_the_top():
    found = measured(make_careers(PEOPLE, EVENTS, ordered=False, reasons=REASONS))
    for measure in (*OF_THE_TOP, "flow_share", "flow_contribution"):
        assert not_measured(found)[measure].endswith("it needs grades in an order, or the senior ones by name.")
    assert values(found, "promotion_count.by_grade")[("Grade 1", "lower")] == 1


def test_a_workforce_without_grades_is_measured_without_them():
    people = [{**each, "grade": None} for each in PEOPLE]
    events = [{**each, "from_grade": None, "to_grade": None} for each in EVENTS]
    found = measured(make_careers(people, events, grades=(), reasons=REASONS))
    assert values(found, "promotion_count.by_grade")[("*", "codable")] == 2
    assert not_measured(found)["transition_matrix"].endswith("it needs grades.")


def test_one_person_and_nobody_are_measured_without_fault():
    for people, events in (([person("a")], EVENTS[4:5]), ([], EVENTS[4:5]), ([], [])):
        found = measured(make_careers(people, events, reasons=REASONS))
        assert {table.measure for table in found.tables} | set(not_measured(found))


def test_people_of_unknown_background_alone_have_no_figures():
    people = [{**each, QUESTION: "prefer_not_to_say"} for each in PEOPLE]
    events = [{**each, QUESTION: None} for each in EVENTS]
    found = measured(make_careers(people, events, reasons=REASONS))
    assert set(values(found, "promotion_rate.by_grade").values()) == {None}
    assert set(values(found, "progression_hazard_ratio").values()) == {None}
    assert set(values(found, "promotion_count.by_grade").values()) == {0}


def test_the_usual_terms_serve_where_none_are_given():
    found = careers.measure(make_careers(PEOPLE, EVENTS, reasons=REASONS), catalogue=load_catalogue())
    given = careers.measure(
        make_careers(PEOPLE, EVENTS, reasons=REASONS), catalogue=load_catalogue(), terms=CareerTerms()
    )
    assert values(found, "promotion_rate.by_grade") == values(given, "promotion_rate.by_grade")
    assert any("Events from 1 January 2022" in note or "Events from" in note for note in found.tables[-1].notes)


def test_people_may_be_followed_some_after_others():
    together, apart = usual(), measured(make_careers(PEOPLE, EVENTS, reasons=REASONS), people_at_once=1)
    assert [table.id for table in apart.tables] == [table.id for table in together.tables]
    assert all(figures(apart, table.id) == figures(together, table.id) for table in together.tables)
    assert apart.counts == together.counts
    assert apart.populations == together.populations
