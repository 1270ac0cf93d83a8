"""How long a person waits for the command line: help, and a whole assessment of a few thousand people."""

import resource
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Result, seconds_of_command, show
from footing.reporting import FORMATS
from footing.samples import council

TITLE = "Waiting for the command line"
FOOTING = str(Path(sys.executable).with_name("footing"))
PEOPLE = 5000
KIBIBYTES_IN_ONE = 1024
HELP_TIMES_INTERPRETER = 10
ASSESS_SECONDS = 5
ALL_FORMATS_SECONDS = 10
ALL_FORMATS_MEBIBYTES = 600


def results() -> Iterator[Result]:
    """``footing --help`` beside an empty interpreter, and ``footing assess`` of 5,000 people, as it is and in full."""
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
        assess = [FOOTING, "assess", str(staff), "--out", out, "--format"]
        assessed = seconds_of_command([*assess, "html,json"])
        in_all_formats = seconds_of_command([*assess, ",".join(FORMATS)])
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / KIBIBYTES_IN_ONE
    yield Result(
        work=f"footing assess, {PEOPLE:,} people, HTML and JSON",
        measured=f"{assessed:.1f} s",
        beside=f"empty interpreter, {interpreter:.3f} s",
        ratio=assessed / interpreter,
        must_reach=f"at most {ASSESS_SECONDS} s",
        reached=assessed <= ASSESS_SECONDS,
    )
    yield Result(
        work=f"footing assess, {PEOPLE:,} people, every format",
        measured=f"{in_all_formats:.1f} s",
        beside=f"HTML and JSON alone, {assessed:.1f} s",
        ratio=in_all_formats / assessed,
        must_reach=f"at most {ALL_FORMATS_SECONDS} s",
        reached=in_all_formats <= ALL_FORMATS_SECONDS,
    )
    yield Result(
        work="its memory at the most",
        measured=f"{peak:.0f} MiB",
        beside=f"{ALL_FORMATS_MEBIBYTES} MiB",
        ratio=peak / ALL_FORMATS_MEBIBYTES,
        must_reach=f"at most {ALL_FORMATS_MEBIBYTES} MiB",
        reached=peak <= ALL_FORMATS_MEBIBYTES,
    )


if __name__ == "__main__":
    sys.exit(show(TITLE, results()))
