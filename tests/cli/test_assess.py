"""``footing assess``: one command from an extract to a report, and nothing left behind when it cannot be."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from footing.cli.main import app
from footing.samples import Sample, council

PEOPLE = 900


@pytest.fixture(scope="module")
def sample() -> Sample:
    return council(seed=3, people=PEOPLE)


@pytest.fixture(scope="module")
def extract(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.write(tmp_path_factory.mktemp("extract")).staff


def run(*arguments: object):
    return CliRunner().invoke(app, ["assess", *map(str, arguments)])


def test_one_command_turns_an_extract_into_a_report(extract: Path, tmp_path: Path) -> None:
    result = run(extract, "--out", tmp_path / "out", "--organisation", "Example Council", "--as-at", "2025-04-01")
    assert result.exit_code == 0, result.stderr
    assert {each.name for each in (tmp_path / "out").iterdir()} == {"report.html", "assessment.json", "tables"}
    assessment = json.loads((tmp_path / "out" / "assessment.json").read_text())
    assert assessment["manifest"]["people"] == PEOPLE
    assert "Example Council" in (tmp_path / "out" / "report.html").read_text()
    assert result.stdout.startswith("- Lower socio-economic background")
    assert f"The report is in {tmp_path / 'out'}" in result.stderr


def test_the_same_extract_gives_the_same_bytes(extract: Path, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        assert run(extract, "--out", tmp_path / folder, "--as-at", "2025-04-01").exit_code == 0
    one, two = (
        {path.relative_to(tmp_path / folder): path.read_bytes() for path in (tmp_path / folder).rglob("*.*")}
        for folder in ("one", "two")
    )
    assert one == two


def test_only_the_formats_asked_for_are_written(extract: Path, tmp_path: Path) -> None:
    assert run(extract, "--out", tmp_path / "out", "--format", "json").exit_code == 0
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["assessment.json"]


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("--format", "html,docx2", "--format takes"),
        ("--format", "", "--format takes"),
        ("--policy", "publish-1O", "Did you mean publish-10"),
        ("--benchmark", "uk-parental-occupation-2020", "definition"),
        ("--benchmark", "moon", "S001"),
    ],
)
def test_wrong_usage_is_explained_and_leaves_nothing(
    extract: Path, tmp_path: Path, option: str, value: str, says: str
) -> None:
    result = run(extract, "--out", tmp_path / "out", option, value)
    assert result.exit_code == 2
    assert says in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""),
        ("one_person.csv", b"Employee number,Grade,Parental occupation\n1,Grade 1,Clerical and intermediate\n"),
        ("no_answers.csv", b"Employee number,Grade\n1,Grade 1\n2,Grade 2\n"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("wide.csv", b"," * 2_000_000),
        ("no_key.csv", b"Grade,Parental occupation\n" + b"Grade 1,Clerical and intermediate\n" * 40),
    ],
)
def test_an_input_that_cannot_be_assessed_ends_with_a_coded_message_and_leaves_nothing(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    result = run(tmp_path / name, "--out", tmp_path / "out")
    assert result.exit_code == 1, result.output
    assert re.search(r"^[WDA]\d{3} · ", result.stderr, re.MULTILINE)
    assert "Traceback" not in result.output
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_folder_that_cannot_be_written_to_is_explained(extract: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = run(extract, "--out", tmp_path / "file" / "out", "--format", "json")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_applications_alone_give_a_report_on_hiring(extract: Path, tmp_path: Path) -> None:
    result = run(extract.with_name("applications.csv"), "--out", tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    assert "Measuring" in result.stderr
    assert "applications and protecting" in result.stderr
    written = json.loads((tmp_path / "out" / "assessment.json").read_text(encoding="utf-8"))
    assert written["tables"]
    assert all(table["id"].startswith("hiring.") for table in written["tables"])


def test_an_engine_that_is_not_installed_is_asked_for_before_anything_is_read(
    extract: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("footing.workforce.spark.find_spec", lambda _: None)
    result = run(extract, "--out", tmp_path / "out", "--engine", "spark")
    assert result.exit_code == 2
    assert result.stderr.startswith("A002 · ")
    assert "footing[spark]" in result.stderr
    assert not (tmp_path / "out").exists()


def year_before(extract: Path, previous_date: str) -> tuple[str, ...]:
    files = extract.with_name("staff_year_before.csv")
    return ("--previous-extract", str(files), "--previous-date", previous_date)


def test_an_earlier_year_is_read_with_the_same_mapping_and_the_change_is_told(extract: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run(
        extract, *year_before(extract, "2024-03-31"), "--as-at", "2025-03-31", "--out", out, "--format", "json"
    )
    assert result.exit_code == 0, result.stderr
    written = json.loads((out / "assessment.json").read_text(encoding="utf-8"))
    assert "trend.parental_occupation.overall.change" in {table["id"] for table in written["tables"]}
    assert any(each["measure"] == "trend_change" and " from " in each["statement"] for each in written["findings"])
    assert [each["name"] for each in written["manifest"]["inputs"]][-1] == "staff_year_before.csv"


def test_an_earlier_year_that_is_not_earlier_is_refused(extract: Path, tmp_path: Path) -> None:
    result = run(extract, *year_before(extract, "2025-03-31"), "--as-at", "2025-03-31", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "A004 · " in result.stderr
    assert "--previous-date" in result.stderr
    assert not (tmp_path / "out").exists()


def test_three_characteristics_can_be_looked_at_together(extract: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run(extract, "--cross", "sex,contract", "--cross", "sex,site,function", "--out", out, "--format", "json")
    assert result.exit_code == 0, result.stderr
    written = json.loads((out / "assessment.json").read_text(encoding="utf-8"))
    named = {table["id"] for table in written["tables"]} | {table["table"] for table in written["left_out"]}
    assert "representation.parental_occupation.by_sex_and_contract" in named
    assert "representation.parental_occupation.by_sex_and_site_and_function" in named


@pytest.mark.parametrize("cross", ["sex", "sex,sex", "sex,shoe_size"])
def test_what_cannot_be_looked_at_together_is_wrong_usage(extract: Path, tmp_path: Path, cross: str) -> None:
    result = run(extract, "--cross", cross, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "--cross takes two or more" in result.stderr
    assert not (tmp_path / "out").exists()


def test_two_years_of_rounded_counts_are_refused(extract: Path, tmp_path: Path) -> None:
    options = (*year_before(extract, "2024-03-31"), "--policy", "civil-service-2023-rounded")
    result = run(extract, *options, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "A005 · " in result.stderr
    assert not (tmp_path / "out").exists()


COALITION = """\
id: northern-councils-2025
title: Northern councils, pooled 2025
start: 2025-01-01
status: derived
scope: coalition
definition: {definition}
year: "2025"
population: People in post at the member councils
base: People whose background is known
values: {{lower: 43}}
source: {{publisher: Northern Councils, title: Pooled benchmark, published: "2025", licence: Members only}}
review: {{by: Coalition office, on: 2025-05-01, status: derived, note: Pooled from protected tables.}}
"""


def test_a_member_of_a_coalition_is_compared_with_what_was_pooled(extract: Path, tmp_path: Path) -> None:
    pooled = tmp_path / "coalition.yaml"
    pooled.write_text(COALITION.format(definition="smc-three-groups"))
    result = run(extract, "--out", tmp_path / "out", "--coalition", pooled, "--report", "coalition")
    assert result.exit_code == 0, result.stderr
    page = (tmp_path / "out" / "coalition.html").read_text()
    assert "43% in the coalition benchmark" in page
    manifest = json.loads((tmp_path / "out" / "coalition.json").read_text())["manifest"]
    assert manifest["inputs"][-1]["name"] == "coalition.yaml"


@pytest.mark.parametrize(("definition", "says"), [("smc-three-groups-2020", "S004"), ("smc-three", "S001")])
def test_what_was_pooled_by_another_definition_is_refused(
    extract: Path, tmp_path: Path, definition: str, says: str
) -> None:
    pooled = tmp_path / "coalition.yaml"
    pooled.write_text(COALITION.format(definition=definition))
    result = run(extract, "--out", tmp_path / "out", "--coalition", pooled)
    assert result.exit_code == 2
    assert says in result.stderr
    assert not (tmp_path / "out").exists()
