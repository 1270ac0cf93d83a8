"""A suggested mapping is complete, gives its reasons, and leaves to people what only people can decide."""

import datetime as dt
from pathlib import Path

import pytest

from footing.workforce.fields import load_fields
from footing.workforce.mapping import ColumnMapping, Mapping, mapping_to_yaml
from footing.workforce.suggesting.headings import KnownHeadings
from workforce.extracts import changed, check, every, found, people, without, write_csv, write_xlsx


def suggest(folder: Path, rows: list[dict[str, str]], title: tuple[tuple[str, ...], ...] = ()) -> Mapping:
    """The mapping that is suggested for an extract."""
    with check(write_csv(folder / "staff.csv", rows, title)) as result:
        assert result.suggestion is not None
        return result.suggestion.mapping


def column(mapping: Mapping, heading: str) -> ColumnMapping:
    """One column of the first sheet."""
    return next(each for each in mapping.sheets[0].columns if each.heading == heading)


def test_every_column_has_a_field_or_a_reason(tmp_path):
    rows = every(every(people(), "Full name", "A Person"), "Cost centre", "X1")
    for each in suggest(tmp_path, rows).sheets[0].columns:
        assert each.ignored or (each.field and each.confidence and each.because)


def test_every_decision_gives_its_reasons(tmp_path):
    mapping = suggest(tmp_path, people())
    decisions = [*mapping.questions.values(), *mapping.categories.values(), mapping.dates, mapping.pay, *mapping.sheets]
    assert all(each.because and each.confidence for each in decisions)


def test_the_suggestion_can_be_read_as_a_file(tmp_path):
    text = mapping_to_yaml(suggest(tmp_path, people()))
    assert "annual_pay" in text
    assert "dates:" in text
    assert "bands:" in text


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("EMPLOYEE_NUMBER", "person_key"),
        ("Pay-grade", "grade"),
        ("Departement", "function"),
        ("Which department do you work in?", None),
        ("What is your sex?", "sex"),
        ("Date of Birth (DOB)", "birth_date"),
        ("Salary (FTE)", "annual_pay"),
        ("Contracted weekly hours", "weekly_hours"),
    ],
)
def test_headings_are_known_in_many_spellings(heading, field):
    fields = {each.id: KnownHeadings((*each.headings, each.title)) for each in load_fields().of_table("people")}
    scores = {id_: known.match(heading).score for id_, known in fields.items()}
    best = max(scores, key=lambda id_: scores[id_])
    assert (best if scores[best] >= 0.7 else None) == field or field is None


def test_a_question_is_known_by_its_answers_under_any_heading(tmp_path):
    answers = ("Small business owner", "Routine or semi-routine", "Technical and craft", "Prefer not to say")
    rows = [
        {**row, "Thing 9": answers[index % 4]} for index, row in enumerate(without(people(), "Parental occupation"))
    ]
    assert column(suggest(tmp_path, rows), "Thing 9").field == "parental_occupation"


def test_answers_that_fit_two_questions_need_a_heading(tmp_path):
    rows = [{**row, "Thing 9": "Technical and craft"} for row in people()]
    assert column(suggest(tmp_path, rows), "Thing 9").field is None


def test_yes_and_no_alone_do_not_tell_which_question_it_is(tmp_path):
    rows = [{**row, "Thing 9": ("Yes", "No")[index % 2]} for index, row in enumerate(people())]
    assert column(suggest(tmp_path, rows), "Thing 9").field is None


def test_a_heading_that_the_content_contradicts_is_not_believed(tmp_path):
    rows = [{**row, "Salary": "see contract"} for row in people()]
    assert column(suggest(tmp_path, rows), "Salary").ignored == "it is called pay, but what it holds does not fit"


def test_a_blank_column_of_a_known_heading_is_no_obstacle(tmp_path):
    rows = every(every(every(people(), "Grade", ""), "Salary", ""), "Start date", "")
    with check(write_csv(tmp_path / "staff.csv", rows)) as result:
        assert result.coded is not None
        assert {fault.place.column for fault in found(result, "W096")} == {"Grade"}


def test_two_columns_of_one_field_are_not_both_used(tmp_path):
    rows = [{**row, "Gender": row["Sex"]} for row in people()]
    mapping = suggest(tmp_path, rows)
    assert column(mapping, "Sex").field == "sex"
    assert column(mapping, "Gender").ignored == 'it looks like sex, which is taken from the column "Sex"'


def test_a_key_is_found_under_an_unknown_heading_that_names_a_number(tmp_path):
    rows = [{"Oracle ref": row["Employee number"], **without([row], "Employee number")[0]} for row in people()]
    assert column(suggest(tmp_path, rows), "Oracle ref").field == "person_key"


def test_free_text_under_a_known_heading_is_not_taken_for_answers(tmp_path):
    rows = [{**row, "Parental occupation": f"He drove bus {index}"} for index, row in enumerate(people(80))]
    assert column(suggest(tmp_path, rows), "Parental occupation").field is None


def test_a_word_that_fits_nothing_is_left_for_a_person(tmp_path):
    with check(write_csv(tmp_path / "staff.csv", changed(people(), "Parental occupation", "Bus driver"))) as result:
        assert result.coded is None
        assert not result.suggestion.is_complete
        assert result.suggestion.undecided == ('which option of parental_occupation "Bus driver" means',)
        (unplaced,) = result.suggestion.mapping.question("parental_occupation").unplaced
        assert (unplaced.word, unplaced.count, len(unplaced.nearest)) == ("Bus driver", 1, 3)


def test_what_a_person_decides_is_used(tmp_path):
    path = write_csv(tmp_path / "staff.csv", changed(people(), "Parental occupation", "Bus driver"))
    with check(path) as result:
        mapping = result.mapping
    question = mapping.question("parental_occupation")
    words = {**question.words, "routine_or_semi_routine": ("Bus driver",)}
    decided = mapping.model_copy(
        update={"questions": {"parental_occupation": question.model_copy(update={"words": words, "unplaced": ()})}}
    )
    with check(path, decided) as result:
        assert result.coded is not None
        people_of_e0 = "SELECT parental_occupation FROM people WHERE person_key = 'E0000'"
        assert result.coded.connection.execute(people_of_e0).fetchall() == [("lower",)]


def test_the_mapping_of_one_year_reads_the_file_of_the_next(tmp_path):
    with check(write_csv(tmp_path / "2024.csv", people())) as result:
        mapping = result.mapping
    with check(write_csv(tmp_path / "2025.csv", people(9)), mapping) as result:
        assert result.coded.people.person_count == 9


@pytest.mark.parametrize(
    ("heading", "period", "pence"),
    [("Monthly salary", "month", 24_000_00), ("Weekly pay", "week", 104_357_20), ("Salary", "year", 2_000_00)],
)
def test_the_period_of_pay_is_read_from_its_heading(tmp_path, heading, period, pence):
    rows = [{**row, heading: "2000"} for row in without(people(), "Salary")]
    with check(write_csv(tmp_path / "staff.csv", rows)) as result:
        assert result.mapping.pay.period == period
        assert result.coded.connection.execute("SELECT DISTINCT annual_pay_pence FROM people").fetchall() == [(pence,)]


def test_hourly_pay_is_made_yearly_by_the_hours_of_a_full_time_week(tmp_path):
    rows = [{**row, "Hourly rate": "10"} for row in without(people(), "Salary")]
    with check(write_csv(tmp_path / "staff.csv", rows)) as result:
        assert (result.mapping.pay.period, result.mapping.pay.full_time_hours) == ("hour", 37.0)
        pence = result.coded.connection.execute("SELECT DISTINCT annual_pay_pence FROM people").fetchall()
        assert pence == [(round(10 * 37 * 52.1786 * 100),)]


def test_dates_that_show_the_month_first_are_read_so(tmp_path):
    rows = changed(
        every(every(people(), "Start date", "03/04/2020"), "Date of birth", "01/02/1980"), "Start date", "12/31/2019"
    )
    mapping = suggest(tmp_path, rows)
    assert mapping.dates.order == "month_first"
    assert "month first" in mapping.dates.because[0]


@pytest.mark.parametrize(
    "title",
    [
        (("Run date", "31/03/2024"),),
        (("Staff list as at 31 March 2024",),),
        (("Northvale",), ("Snapshot date: 2024-03-31", "Page 1")),
        (("Extract date", "", "31-Mar-24"),),
    ],
)
def test_the_snapshot_date_is_read_above_the_headings(tmp_path, title):
    assert suggest(tmp_path, people(), (*title, ())).snapshot.date == dt.date(2024, 3, 31)


def test_a_date_above_the_headings_without_a_known_label_is_not_taken(tmp_path):
    assert suggest(tmp_path, people(), (("Northvale Council", "31/03/2024"), ())).snapshot is None


def test_full_time_comes_from_the_full_time_equivalent(tmp_path):
    rows = [{**row, "FTE": ("1.0", "60%", "", "0.5")[index % 4]} for index, row in enumerate(people())]
    with check(write_csv(tmp_path / "staff.csv", rows)) as result:
        counted = result.coded.connection.execute(
            "SELECT full_time::VARCHAR, count(*) FROM people GROUP BY 1 ORDER BY 1"
        )
        assert counted.fetchall() == [("Full time", 3), ("Part time", 6), ("not_recorded", 3)]


def test_answers_may_bring_characteristics_that_the_staff_sheet_lacks(tmp_path):
    staff = without(people(), "Parental occupation", "Sex")
    answers = [
        {
            "Employee number": row["Employee number"],
            "Sex": row["Sex"],
            "Parental occupation": row["Parental occupation"],
            "Grade": "x",
        }
        for row in people(6)
    ]
    with check(write_xlsx(tmp_path / "staff.xlsx", {"Staff": staff, "Answers": answers})) as result:
        counted = result.coded.connection.execute(
            "SELECT sex::VARCHAR, count(*) FROM people GROUP BY 1 ORDER BY 1"
        ).fetchall()
        assert counted == [("Female", 4), ("Male", 2), ("not_recorded", 6)]
        assert [fault.message for fault in found(result, "W051")] == [
            "This column was not used: it looks like grade, which is taken from another sheet."
        ]


def test_the_same_extract_always_gives_the_same_suggestion(tmp_path):
    assert suggest(tmp_path, people(40)) == suggest(tmp_path, people(40))
