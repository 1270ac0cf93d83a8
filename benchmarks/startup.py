"""How long a person waits for the command line: help, and a whole assessment of a few thousand people."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Result, seconds_of_command, show
from footing.samples import council

TITLE = "Waiting for the command line"
FOOTING = str(Path(sys.executable).with_name("footing"))
PEOPLE = 5000
HELP_TIMES_INTERPRETER = 10
ASSESS_SECONDS = 5


def results() -> Iterator[Result]:
    """``footing --help`` beside an empty interpreter, and ``footing assess`` of 5,000 people to HTML and JSON."""
    interpreter = seconds_of_command([sys.executable, "-c", ""], times=9)
    shown_help = seconds_of_command([FOOTING, "--help"], times=9)
    yield Result(
        work="footing --help",
        measured=f"{shown_help:.2f} s",
        beside=f"empty interpreter, {interpreter:.3f} s",
        ratio=shown_help / interpreter,
        must_reach=f"at most {HELP_TIMES_INTERPRETER} times",
        reached=shown_help <= HELP_TIMES_INTERPRETER * interpreter,
    )
    with tempfile.TemporaryDirectory() as folder:
        staff = council(seed=1, people=PEOPLE).write(Path(folder)).staff
        out = str(Path(folder) / "out")
        assessed = seconds_of_command([FOOTING, "assess", str(staff), "--out", out, "--format", "html,json"])
    yield Result(
        work=f"footing assess, {PEOPLE:,} people, HTML and JSON",
        measured=f"{assessed:.1f} s",
        beside=f"empty interpreter, {interpreter:.3f} s",
        ratio=assessed / interpreter,
        must_reach=f"at most {ASSESS_SECONDS} s",
        reached=assessed <= ASSESS_SECONDS,
    )


if __name__ == "__main__":
    sys.exit(show(TITLE, results()))
