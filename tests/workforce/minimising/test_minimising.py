"""What is kept of an extract measures as the extract does, and holds nothing that is not used."""

from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from footing.standards import load_catalogue
from footing.workforce import CheckResult, check_extract
from footing.workforce.minimising import Minimised, minimise, reassemble, rows_of_person, write_without_person
from workforce.extracts import TODAY, changed, every, people, write_csv, write_xlsx

CATALOGUE = load_catalogue()


def check(path: Path, **others) -> CheckResult:
    return check_extract(path, catalogue=CATALOGUE, as_at=TODAY, **others)


def backwards(key: str) -> str:
    """A pseudonym that a test can read."""
    return f"p{key[::-1]}"


def minimised(result: CheckResult, folder: Path) -> Minimised:
    return minimise(result, CATALOGUE, folder, pseudonym=backwards)


def counted(result: CheckResult) -> Counter:
    """People by all that is coded, apart from who they are."""
    assert result.coded is not None, result.faults.lines()
    rows = result.extract.connection.execute("SELECT * EXCLUDE (person_key) FROM people").fetchall()
    return Counter(rows)


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    rows = every(changed(people(), "Name", *[f"Person {index}" for index in range(12)]), "Email", "a@example.org")
    rows = changed(rows, "Grade", "GRADE 1", "Grade 2 ")
    return write_csv(tmp_path / "staff, of 2024.csv", rows, (("Run date", "30/06/2024"), ()))


def test_the_copy_of_a_text_file_is_measured_as_the_file_is(staff, tmp_path):
    with check(staff) as before:
        copy = minimised(before, tmp_path)
        with check(copy.sheets[0].path, mapping=copy.mapping) as after:
            assert counted(after) == counted(before)
            assert after.coded.snapshot_date == before.coded.snapshot_date
            assert [str(fault) for fault in after.faults.errors] == []


def test_what_is_not_used_is_not_in_the_copy(staff, tmp_path):
    with check(staff) as result:
        copy = minimised(result, tmp_path)
    table = pq.read_table(copy.sheets[0].path)
    assert {"Name", "Email"}.isdisjoint(table.column_names)
    assert {"Grade", "Parental occupation"} <= set(table.column_names)
    assert all(column.ignored is None for column in copy.mapping.sheets[0].columns)


def test_keys_are_replaced_everywhere_so_that_the_sheets_still_belong_together(tmp_path):
    answers = [
        {"Staff no": row["Employee number"], "Parental occupation": "Technical and craft occupations"}
        for row in people()
    ]
    staff = [{name: cell for name, cell in row.items() if name != "Parental occupation"} for row in people()]
    workbook = write_xlsx(tmp_path / "both.xlsx", {"Staff": staff, "Answers": answers})
    with check(workbook) as before:
        copy = minimised(before, tmp_path)
        assert [sheet.path.stem for sheet in copy.sheets] == ["staff", "answers"]
        assert pq.read_table(copy.sheets[1].path)["Staff no"][0].as_py() == "p0000E"
        whole = reassemble([sheet.path for sheet in copy.sheets], tmp_path)
        with check(whole, mapping=copy.mapping) as after:
            assert counted(after) == counted(before)


def test_the_files_beside_the_extract_are_copied_with_the_same_pseudonyms(tmp_path):
    staff = write_csv(tmp_path / "staff.csv", people())
    events = write_csv(
        tmp_path / "events.csv",
        [
            {"Employee number": f" E{index:04} ", "Event": "joined", "Date": "01/02/2023", "To grade": "Grade 1"}
            for index in range(12)
        ],
    )
    with check(staff, events=events) as before:
        copy = minimised(before, tmp_path)
        assert [sheet.source for sheet in copy.sheets] == ["extract", "events"]
        kept = {sheet.source: sheet.path for sheet in copy.sheets}
        assert pq.read_table(kept["events"])["Employee number"][3].as_py() == "p3000E"
        with check(kept["extract"], events=kept["events"], mapping=copy.mapping) as after:
            assert counted(after) == counted(before)
            assert after.coded.events.row_count == 12


def test_without_pseudonyms_the_keys_stay(staff, tmp_path):
    with check(staff) as result:
        copy = minimise(result, CATALOGUE, tmp_path, pseudonym=None)
    assert pq.read_table(copy.sheets[0].path)["Employee number"][0].as_py() == "E0000"


def test_an_extract_with_errors_is_not_copied(tmp_path):
    spoilt = write_csv(tmp_path / "staff.csv", changed(people(), "Salary", "plenty"))
    with check(spoilt) as result, pytest.raises(ValueError, match="without errors"):
        minimised(result, tmp_path)
    assert not list(tmp_path.rglob("*.parquet"))


def test_one_person_is_found_and_taken_out(staff, tmp_path):
    with check(staff) as result:
        sheet = minimised(result, tmp_path).sheets[0]
    found = rows_of_person(sheet.path, key_heading=sheet.key, key=" p3000E ")
    assert [row["Grade"] for row in found] == ["Grade 1"]
    without = tmp_path / "without.parquet"
    assert write_without_person(sheet.path, without, key_heading=sheet.key, key="p3000E") == 1
    assert rows_of_person(without, key_heading=sheet.key, key="p3000E") == []
    left = pq.read_table(without)["Employee number"].to_pylist()
    assert left == [key for key in pq.read_table(sheet.path)["Employee number"].to_pylist() if key != "p3000E"]
