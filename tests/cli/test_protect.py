"""``footing protect --choose-tables``: tables are chosen, named, protected and written with what was left out."""

from pathlib import Path

from typer.testing import CliRunner, Result

from footing.cli.main import app

DESIGN = "dimensions: {team: [division], grade: []}\ncount: people\n"
FEW = [("North", f"team {team}", f"grade {grade}", 2) for team in range(3) for grade in range(3)]
MANY = [("South", "team 9", f"grade {grade}", 40 + grade) for grade in range(3)]
ROWS = "division,team,grade,people\n" + "".join(f"{','.join(map(str, row))}\n" for row in (*FEW, *MANY))


def protect(folder: Path, text: str, *options: str) -> Result:
    (folder / "design.yaml").write_text(DESIGN)
    (folder / "rows.csv").write_text(text)
    arguments = ["protect", folder / "rows.csv", "--hierarchy", folder / "design.yaml", "--out", folder / "out"]
    return CliRunner().invoke(app, [*map(str, arguments), "--policy", "civil-service-2023", *options])


def test_tables_are_chosen_and_what_was_left_out_is_said(tmp_path: Path) -> None:
    result = protect(tmp_path, ROWS, "--choose-tables", "1000")
    assert result.exit_code == 0, result.output
    assert "Chosen, 16 cells together: division by grade; team." in result.output
    assert "Left out with all that is finer: team by grade." in result.output
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {
        "rows.by_division_and_grade.csv",
        "rows.by_team.csv",
        "log.csv",
        "plan.csv",
        "release.json",
    }
    assert (tmp_path / "out" / "rows.by_team.csv").read_text().startswith("division,team,people\n")


def test_the_folder_of_chosen_tables_can_be_audited(tmp_path: Path) -> None:
    protect(tmp_path, ROWS, "--choose-tables", "1000")
    result = CliRunner().invoke(app, ["audit", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output


def test_what_cannot_be_chosen_leaves_no_file(tmp_path: Path) -> None:
    result = protect(tmp_path, ROWS, "--choose-tables", "1")
    assert result.exit_code == 1
    assert "T020" in result.output
    assert not (tmp_path / "out").exists()
