"""``footing demo``: the whole way on a fictional council."""

from pathlib import Path

from typer.testing import CliRunner

from footing.cli.main import app


def test_the_demonstration_leaves_an_extract_and_a_report_that_say_they_are_fictional(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["demo", "--out", str(tmp_path / "out")])
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "out" / "extract" / "staff.csv").is_file()
    assert "fictional" in (tmp_path / "out" / "extract" / "staff.csv").read_text(encoding="cp1252").casefold()
    assert (tmp_path / "out" / "report.html").is_file()
    assert "The report is in" in result.stderr
    assert len([line for line in result.stdout.splitlines() if line.startswith("- ")]) == 6
