"""``footing check``: exit codes, where messages go, and that bad input leaves nothing behind."""

import json

import pytest
import yaml
from typer.testing import CliRunner

from footing.cli.main import app
from footing.workforce import load_mapping
from workforce.extracts import changed, people, without, write_csv

AS_AT = ["--as-at", "2024-06-30"]


def run(*arguments):
    """The command, as from a terminal."""
    return CliRunner().invoke(app, ["check", *map(str, arguments), *AS_AT])


@pytest.fixture
def extract(tmp_path):
    """A tidy extract in a folder of its own."""
    folder = tmp_path / "in"
    folder.mkdir()
    return write_csv(folder / "staff.csv", people())


def files(path):
    """Everything in a folder, by name."""
    return sorted(each.name for each in path.iterdir())


def test_a_good_extract_can_be_assessed(extract):
    result = run(extract)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "staff.csv can be assessed: 12 people, at 30 June 2024." in result.stderr
    assert files(extract.parent) == ["staff.csv"]


def test_companions_are_counted_beside_the_people(extract):
    participants = [{"Participant ID": f"P{n}", "Programme": "Mentoring", "Applied": "yes"} for n in range(3)]
    applications = [{"Candidate ID": f"C{n}", "Applied on": "2024-01-13", "Offered on": ""} for n in range(2)]
    outreach = write_csv(extract.with_name("taster_days.csv"), participants, ())
    jobs = write_csv(extract.with_name("jobs.csv"), applications, ())
    result = run(extract, "--outreach", outreach, "--applications", jobs)
    counted = "12 people, 2 applications and 3 participants of outreach, at 30 June 2024."
    assert f"staff.csv can be assessed: {counted}" in result.stderr
    alone = run(outreach)
    assert "taster_days.csv can be assessed: 3 participants of outreach, at 30 June 2024." in alone.stderr


def test_machines_get_json_on_stdout_and_people_read_stderr(extract):
    result = run(extract, "--json")
    content = json.loads(result.stdout)
    assert content["usable"] is True
    assert content["people"] == 12
    assert content["questions"] == ["parental_occupation"]
    assert content["report"]["errors"] == 0
    assert content["mapping"]["sheets"][0]["role"] == "people"


def test_an_extract_with_errors_ends_with_1_and_leaves_nothing_behind(extract):
    write_csv(extract, changed(people(), "Salary", "lots"))
    result = run(extract)
    assert result.exit_code == 1
    assert "W084" in result.stderr
    assert "staff.csv cannot be assessed yet: 1 error." in result.stderr
    assert files(extract.parent) == ["staff.csv"]


def test_words_that_must_be_decided_are_listed(extract, tmp_path):
    write_csv(extract, changed(people(), "Parental occupation", "Bus driver"))
    result = run(extract)
    assert result.exit_code == 1
    assert 'which option of parental_occupation "Bus driver" means' in result.stderr


def test_a_suggested_mapping_is_written_and_can_be_used(extract, tmp_path):
    mapping = tmp_path / "mapping.yaml"
    assert run(extract, "--suggest-mapping", mapping).exit_code == 0
    assert load_mapping(mapping).sheets[0].heading_of("grade") == "Grade"
    assert run(extract, "--mapping", mapping).exit_code == 0


def test_a_suggestion_is_written_also_when_words_must_be_decided(extract, tmp_path):
    write_csv(extract, changed(people(), "Parental occupation", "Bus driver"))
    mapping = tmp_path / "mapping.yaml"
    assert run(extract, "--suggest-mapping", mapping).exit_code == 1
    written = yaml.safe_load(mapping.read_text(encoding="utf-8"))
    assert written["questions"]["parental_occupation"]["unplaced"][0]["word"] == "Bus driver"


def test_a_mapping_that_cannot_be_used_is_refused(extract, tmp_path):
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text("sheets: nothing", encoding="utf-8")
    result = run(extract, "--mapping", mapping)
    assert result.exit_code == 1
    assert result.stderr.startswith("W041")


def test_using_and_drafting_a_mapping_at_once_is_wrong_usage(extract, tmp_path):
    result = run(extract, "--mapping", tmp_path / "a.yaml", "--suggest-mapping", tmp_path / "b.yaml")
    assert result.exit_code == 2


def test_a_mapping_that_cannot_be_written_is_wrong_usage(extract, tmp_path):
    result = run(extract, "--suggest-mapping", tmp_path / "none" / "mapping.yaml")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_many_faults_are_counted_and_written_beside_the_extract(extract):
    words = [f"My own words {letter}" for letter in "abcdefghijklmnopqrstuvwxyz" * 2]
    answers = [*words, *["Technical and craft"] * 200]
    rows = [
        {**row, "Parental occupation": f"{answer} {index if index < 52 else ''}"}
        for index, (row, answer) in enumerate(zip(people(20) * 12, answers, strict=False))
    ]
    rows = [{**row, "Employee number": f"K{index}"} for index, row in enumerate(rows)]
    write_csv(extract, rows)
    result = run(extract)
    assert result.exit_code == 1
    assert "more faults" in result.stderr
    assert files(extract.parent) == ["staff.csv", "staff.faults.csv"]
    lines = (extract.parent / "staff.faults.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len([line for line in lines if line.startswith("W060")]) == 52


def test_every_fault_is_written_row_by_row_when_asked(extract, tmp_path):
    write_csv(extract, changed(people(30), "Salary", *["lots"] * 5))
    assert run(extract, "--faults", tmp_path / "faults.csv").exit_code == 1
    lines = (tmp_path / "faults.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len([line for line in lines if line.startswith("W084")]) == 5


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.csv", b"", "W004"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "W006"),
        ("nothing.csv", None, "W001"),
        ("headings.csv", b"Employee number,Parental occupation\r\n", "W018"),
    ],
)
def test_a_file_that_is_no_extract_is_a_coded_error(tmp_path, name, content, code):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    before = files(tmp_path)
    result = run(path)
    assert result.exit_code == 1
    assert code in result.stderr
    assert "Traceback" not in result.stderr
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (people(1), "W094"),
        (without(people(), "Employee number"), "W047"),
        ([{**row, "Parental occupation": ""} for row in people()], "W093"),
        (changed(people(), "Employee number", "E0001"), "W071"),
        (changed(people(), "Start date", "01/01/2030"), "W077"),
    ],
    ids=["one person", "no key", "no answers", "two people with one key", "a date in the future"],
)
def test_bad_input_is_a_coded_error_and_leaves_nothing_behind(extract, rows, code):
    write_csv(extract, rows)
    result = run(extract)
    assert result.exit_code == 1
    assert code in result.stderr
    assert files(extract.parent) == ["staff.csv"]
