"""A file of people who took part in outreach: known for what it is, coded, and faulted where it says too little."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workforce.extracts import check, found, people, table, write_csv, write_xlsx

Row = dict[str, str]


def participants(count: int = 6) -> list[Row]:
    """Tidy rows of two programmes."""
    return [
        {
            "Participant ID": f"P{index}",
            "Programme": ("Work experience", "Mentoring")[index % 2],
            "Cold spot": ("Yes", "No", "")[index % 3],
            "Free school meals": ("Yes", "No")[index % 2],
            "Applied": ("Y", "n", "")[index % 3],
            "Offered": "",
            "Started": ("13/05/2024", "")[index % 2],
        }
        for index in range(count)
    ]


def outreach(folder, rows, **more):
    """The participants beside twelve tidy people."""
    staff = write_csv(folder / "staff.csv", people())
    return check(staff, outreach=write_csv(folder / "outreach.csv", rows, ()), **more)


def test_participants_are_coded_as_measures_expect_them(tmp_path):
    with outreach(tmp_path, participants()) as result:
        columns = "participant_key, programme::VARCHAR, area::VARCHAR, free_school_meals, applied, offered, started"
        assert table(result, columns, "participants")[:3] == [
            ("P0", "Work experience", "cold_spot", "eligible", True, False, True),
            ("P1", "Mentoring", "other_area", "not_eligible", False, False, False),
            ("P2", "Work experience", "not_recorded", "eligible", False, False, True),
        ]
        workforce = result.workforce
        assert workforce.participants.count().to_pyarrow().as_py() == 6
        assert [each.question_id for each in workforce.participants_companion.questions] == ["free_school_meals"]
        assert {each.variable for each in workforce.participants_companion.characteristics} == {"programme", "area"}


def test_participants_alone_are_a_workforce_without_staff(tmp_path):
    with check(write_csv(tmp_path / "taster_days.csv", participants(), ())) as result:
        assert result.mapping.sheets[0].role == "participants"
        assert result.workforce.person_count == 0
        assert result.workforce.people.columns == ("person_key",)
        assert result.coded.participants.row_count == 6


def test_a_sheet_of_participants_is_found_in_the_workbook_of_the_staff(tmp_path):
    path = write_xlsx(tmp_path / "all.xlsx", {"Staff": people(), "Outreach": participants()})
    with check(path) as result:
        assert [sheet.role for sheet in result.mapping.sheets] == ["people", "participants"]


def test_who_took_part_in_two_programmes_is_there_twice_and_the_same_row_only_once(tmp_path):
    rows = participants()
    again = {**rows[0], "Programme": "Mentoring"}
    with outreach(tmp_path, [*rows, again, rows[1]]) as result:
        assert result.coded.participants.row_count == 7
        assert [list(fault.rows) for fault in found(result, "W072")] == [[9]]


def test_a_row_without_a_key_and_one_that_contradicts_another_are_faults(tmp_path):
    rows = participants()
    with outreach(tmp_path, [{**rows[0], "Participant ID": ""}, *rows[1:], {**rows[1], "Started": "yes"}]) as result:
        assert [list(fault.rows) for fault in found(result, "W070")] == [[2]]
        assert [list(fault.rows) for fault in found(result, "W071")] == [[8]]


@pytest.mark.parametrize("word", ["perhaps", "31/02/2024", "2"])
def test_a_word_that_says_neither_yes_nor_no_is_a_fault(tmp_path, word):
    rows = participants(40)
    with outreach(tmp_path, [{**rows[0], "Applied": word}, *rows[1:]]) as result:
        (fault,) = found(result, "W066")
        assert fault.message == f'"{word}" says neither yes nor no, and is not a date.'
        assert (fault.place.column, list(fault.rows)) == ("Applied", [2])


def test_the_mapping_may_list_further_words_for_yes_and_no(tmp_path):
    rows = participants(40)
    rows[0]["Applied"], rows[1]["Applied"] = "Hired", "Lost touch"
    drafted = outreach(tmp_path, rows).mapping
    words = {"applied": {"words": {"yes": ["hired"], "no": ["lost touch"]}}}
    mapping = type(drafted).model_validate({**drafted.model_dump(), "categories": words})
    with outreach(tmp_path, rows, mapping=mapping) as result:
        assert [applied for _, applied in table(result, "participant_key, applied", "participants")[:2]] == [
            True,
            False,
        ]


WORDS = {"yes": True, "Y ": True, "TRUE": True, "1": True, "no": False, "N": False, "0": False, "": False, "-": False}
DATES = {"29/02/2024": True, "2024-02-29": True, "13 May 2024": True, "45382": True}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(sorted(WORDS | DATES)), min_size=6, max_size=20))
def test_whatever_says_yes_or_no_is_read_as_an_oracle_reads_it(tmp_path_factory, said):
    words = ["yes"] * 10 + said
    rows = [
        {**participants(1)[0], "Participant ID": f"P{index:03}", "Applied": word} for index, word in enumerate(words)
    ]
    with outreach(tmp_path_factory.mktemp("outreach"), rows) as result:
        read = [applied for _, applied in table(result, "participant_key, applied", "participants")]
        assert read == [(WORDS | DATES)[word] for word in words]
