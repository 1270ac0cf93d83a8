"""The commands of the tutorial do what it says, one after another."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

from repository.house import ROOT

TUTORIAL = ROOT / "docs" / "tutorials" / "first-report.md"
FOOTING = Path(sys.executable).with_name("footing")


def commands() -> list[list[str]]:
    """The lines of the blocks marked as shell, as lists of words."""
    blocks = re.findall(r"```sh\n(.*?)```", TUTORIAL.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [shlex.split(line) for block in blocks for line in block.splitlines()]


def test_the_commands_of_the_tutorial_make_the_files_that_it_names(tmp_path):
    for program, *words in commands():
        assert program == "footing"
        run = subprocess.run([str(FOOTING), *words], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert {"out/extract/staff.csv", "out/extract/events.csv", "out/extract/applications.csv"} <= made
    assert {"mapping.yaml", "report/report.html", "report/assessment.json", "report/tables"} <= made
