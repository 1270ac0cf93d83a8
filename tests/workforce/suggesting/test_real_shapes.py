"""Small mirrors of exports met in the wild: with only the suggested mapping, every count is right."""

from collections import Counter
from pathlib import Path

from footing.standards import load_catalogue
from workforce.extracts import check, found, table, write_csv, write_xlsx

OPTIONS = load_catalogue().question("parental_occupation").options
GROUPS = load_catalogue().default_classification("parental_occupation").codes


def groups(options: list[str]) -> list[str]:
    """The group of each option code; a blank is not answered."""
    return [GROUPS[option] if option else "not_answered" for option in options]


def labels(options: list[str], **changes: str) -> list[str]:
    """The words of each option as the standard has them, with some worded otherwise."""
    words = {option.code: option.label for option in OPTIONS} | {"": ""} | changes
    return [words[option] for option in options]


CYCLE = [option.code for option in OPTIONS] + [""]
ANSWERS = [CYCLE[index % len(CYCLE)] for index in range(60)]


def counted(result):
    """People by grade and group."""
    return Counter({(grade, group): n for grade, group, n in table(result, GRADE_BY_GROUP, GRADE_TABLE)})


GRADE_BY_GROUP = "*"
GRADE_TABLE = "(SELECT grade::VARCHAR, parental_occupation::VARCHAR, count(*) FROM people GROUP BY ALL)"


def test_a_councils_export_with_titles_a_footer_duplicates_and_shouted_grades(tmp_path: Path):
    grades = [f"Grade {1 + index % 10}" for index in range(60)]
    rows = [
        {
            "Employee Number": str(100_000 + 7 * index),
            "Directorate": "Housing" + "  " * (index % 7 == 0),
            "Pay Grade": grade.upper() if index % 13 == 0 else grade,
            "Gender": "Female",
            "Continuous Service Date": f"{13 + index % 15}/08/20{10 + index % 13}",
            "FTE Salary": f"£{20_000 + 1_500 * (index % 10):,}.52",
            "Q1 Parental occupation at 14": words.replace("'", "’"),
        }
        for index, (grade, words) in enumerate(zip(grades, labels(ANSWERS), strict=True))
    ]
    title = (("Workforce extract – Northvale Council",), ("Run date", "31/03/2024"), ())
    path = write_csv(tmp_path / "council.csv", [*rows, *rows[-3:]], title)
    text = path.read_text(encoding="utf-8") + "\r\nTotal headcount,60\r\n"
    path.write_bytes(text.encode("windows-1252"))
    with check(path) as result:
        assert counted(result) == Counter(zip(grades, groups(ANSWERS), strict=True))
        assert str(result.coded.snapshot_date) == "2024-03-31"
        grade = next(each for each in result.coded.people.characteristics if each.variable == "grade")
        assert [each.code for each in grade.categories] == [f"Grade {number}" for number in range(1, 11)]
        assert [each.title for each in result.coded.people.characteristics if each.variable == "sex"] == ["Gender"]


def test_a_firms_form_with_questions_for_headings_and_semicolons(tmp_path: Path):
    roles = ["Trainee", "Associate", "Senior associate", "Partner", "Business services"] * 12
    small = "Small business owners who employed fewer than 20 people such as: corner shop owners"
    lines = [
        "ID;Start time;Email;Which office are you in?;What is your role?;{}".format(
            "What was the occupation of your main household earner when you were about aged 14?"
        )
    ]
    for index, (role, words) in enumerate(
        zip(roles, labels(ANSWERS, small_business_owner=small, prefer_not_to_say="Prefer not to say"), strict=True)
    ):
        office = ("Leeds", "London")[index % 2]
        lines.append(f"{index + 1};{1 + index % 30}/12/23 09:00:11;a{index}@example.org;{office};{role};{words}")
    path = tmp_path / "form.csv"
    path.write_bytes("\r\n".join([*lines, ""]).encode("utf-8-sig"))
    with check(path) as result:
        assert counted(result) == Counter(zip(roles, groups(ANSWERS), strict=True))
        assert {each.variable for each in result.coded.people.characteristics} == {"site", "grade"}
        grade = next(each for each in result.coded.people.characteristics if each.variable == "grade")
        assert [each.code for each in grade.categories] == [
            "Trainee",
            "Associate",
            "Senior associate",
            "Partner",
            "Business services",
        ]
        assert grade.unranked == {"Business services"}


def test_a_trusts_workbook_with_short_answers_on_a_sheet_of_their_own(tmp_path: Path):
    short = {
        "modern_or_traditional_professional": "Modern/traditional professional",
        "small_business_owner": "Small business owner (<25)",
        "other": "Other / don't know",
        "prefer_not_to_say": "PNTS",
    }
    bands = ["Band 2", "Band 7", "Band 8a", "Band 8b"] * 15
    usual = {option.code: option.short_label for option in OPTIONS}
    words = labels(ANSWERS, **{**usual, **short})
    staff = [
        {
            "Payroll no": str(index),
            "Staff group": "Nursing",
            "AfC band": band,
            "Basic salary": 20_000 + 1_000 * (index % 4),
        }
        for index, band in enumerate(bands)
    ]
    answers = [
        {"Payroll no": str(index), "Main earner's job when you were 14": word}
        for index, word in enumerate(words)
        if word
    ]
    answers.append({"Payroll no": "999", "Main earner's job when you were 14": "PNTS"})
    with check(write_xlsx(tmp_path / "trust.xlsx", {"Staff": staff, "Diversity answers": answers})) as result:
        assert counted(result) == Counter(zip(bands, groups(ANSWERS), strict=True))
        assert result.coded.people.person_count == 60


def applications(count: int = 20) -> list[dict[str, str]]:
    """Applications that reach different stages."""
    return [
        {
            "Candidate ID": f"C{index}",
            "Requisition": f"REQ-{index % 3}",
            "Applied on": f"2024-01-{1 + index:02}",
            "Sift passed on": f"2024-02-{1 + index:02}" if index % 2 else "",
            "Withdrawn on": "",
            "Parental occupation": OPTIONS[index % len(OPTIONS)].label,
            "Gender": ("Female", "Male")[index % 2],
        }
        for index in range(count)
    ]


def test_an_export_of_applications_is_known_for_what_it_is(tmp_path: Path):
    with check(write_csv(tmp_path / "applications.csv", applications(), ())) as result:
        assert result.mapping.sheets[0].role == "applications"
        assert result.coded.people.person_count == 0
        assert result.coded.applications.row_count == 20
        dates = "applied_on::VARCHAR, sift_passed_on::VARCHAR, withdrawn_on"
        columns = f"candidate_key, requisition, {dates}, parental_occupation_option, sex"
        assert table(result, columns, "applications")[1] == (
            "C1", "REQ-1", "2024-01-02", "2024-02-02", None, "manager_or_administrator", "Male"
        )  # fmt: skip


def test_who_applies_for_two_vacancies_is_not_a_repeated_key(tmp_path: Path):
    again = {**applications()[0], "Requisition": "REQ-9"}
    with check(write_csv(tmp_path / "applications.csv", [*applications(), again], ())) as result:
        assert result.coded.applications.row_count == 21
    changed = {**applications()[0], "Gender": "Male"}
    with check(write_csv(tmp_path / "applications.csv", [*applications(), changed], ())) as result:
        assert [list(fault.rows) for fault in found(result, "W071")] == [[22]]


def test_companions_beside_the_extract_are_coded_with_its_grades(tmp_path: Path):
    staff = [
        {"Employee no": f"E{index}", "Grade": f"Band {1 + index % 3}", "Parental occupation": OPTIONS[index % 9].label}
        for index in range(12)
    ]
    events = [
        {
            "Employee no": "E1",
            "Event type": "Promotion",
            "Effective date": "13/05/2024",
            "Old grade": "band 1",
            "New grade": "Band 2",
        },
        {
            "Employee no": "E2",
            "Event type": "Leaver",
            "Effective date": "14/05/2024",
            "Old grade": "Band 3",
            "New grade": "",
        },
        {
            "Employee no": "E2",
            "Event type": "Joiner",
            "Effective date": "14/05/2020",
            "Old grade": "",
            "New grade": "Band 3",
        },
    ]
    with check(
        write_csv(tmp_path / "staff.csv", staff, ()),
        applications=write_csv(tmp_path / "jobs.csv", applications(), ()),
        events=write_csv(tmp_path / "moves.csv", events, ()),
    ) as result:
        assert table(result, "person_key, event, date::VARCHAR, from_grade, to_grade", "events ")[0] == (
            "E1", "promoted", "2024-05-13", "Band 1", "Band 2"
        )  # fmt: skip
        workforce = result.workforce
        assert workforce.events.count().to_pyarrow().as_py() == 3
        assert workforce.applications.count().to_pyarrow().as_py() == 20
        assert workforce.people.filter(workforce.people.grade == "Band 2").count().to_pyarrow().as_py() == 4
        assert [source.name for source in workforce.sources] == ["staff.csv", "jobs.csv", "moves.csv"]
        assert result.workforce is workforce
