"""``footing assess --report``: kinds, language, contact and corrections, refused before anything is read."""

from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from footing.cli.main import app
from footing.reporting.outline import kinds
from footing.samples import council


def run(*arguments: object):
    return CliRunner().invoke(app, ["assess", *map(str, arguments)])


@pytest.fixture(scope="module")
def applications(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return council(seed=3, people=900).write(tmp_path_factory.mktemp("extract")).applications


def test_the_help_names_every_kind():
    assess = get_command(app).commands["assess"]
    words = next(option.help for option in assess.params if option.name == "report")
    assert words.rpartition(": ")[2].rstrip(".").split(", ") == list(kinds())


def test_a_hiring_review_is_made_from_applications_alone(applications, tmp_path):
    out, corrections = tmp_path / "out", tmp_path / "corrections.yaml"
    corrections.write_text("- {date: 2025-05-02, said: A campaign was missing.}\n")
    asked = ("--report", "hiring", "--report", "board", "--contact", "hr@example.org", "--corrections", corrections)
    result = run(applications, "--out", out, "--format", "html", "--as-at", "2025-04-01", *asked)
    assert result.exit_code == 0, result.stderr
    assert {each.name for each in out.iterdir()} == {"hiring.html", "board.html"}
    page = (out / "hiring.html").read_text()
    assert "Whom to ask: hr@example.org" in page
    assert "2 May 2025: A campaign was missing." in page
    assert "On record on" in page
    assert "People in post on" not in page


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("--report", "glossy"), "'glossy' is not a kind of report"),
        (("--report", "board", "--language", "cy"), "cannot be written in 'cy'"),
        (("--language", "fr", "--report", "staff"), "those that can: none"),
        (("--corrections", "nowhere.yaml"), "nowhere.yaml cannot be read as corrections"),
    ],
)
def test_what_cannot_be_had_is_refused_with_what_can(asked, message, tmp_path):
    result = run("staff.csv", "--out", tmp_path / "out", *asked)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (tmp_path / "out").exists()
