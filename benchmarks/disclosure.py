"""Protecting and auditing tables of counts, beside the tools of statistical offices on data of the same shape.

The peers cannot be run here: their figures were measured once, on two shared cores, for the data sets named. With
``FOOTING_BENCH_DATA`` set to the folder that holds ``S.csv``, ``A.csv`` and ``B.csv`` those are used. Without it,
people are drawn of the same number and shape, and the peers' figures say only what order of size to expect. Times are
of the processor, since all of this runs on one.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks import Result, show

TITLE = "Protecting tables of counts"
POLICY = "civil-service-2023"
THRESHOLD = 5
DESIGN = "dimensions:\n  dept: [func]\n  grade: [band]\n  seb: []\n"
BANDS = {"G1": "Junior", "G2": "Junior", "G3": "Mid", "G4": "Mid", "G5": "Senior", "G6": "Senior", "G7": "Senior"}
BACKGROUNDS = ("Lower", "Inter", "Prof", "Unknown")


@dataclass(frozen=True, slots=True)
class Case:
    """A data set, how long its protection may take, and what GaussSuppression 1.0.0 withheld of it."""

    name: str
    people: int
    departments: int
    must_take_seconds: float
    peer_secondary: int
    peer_seconds: str
    peer_least_seconds: float
    peer_times: float
    """How many times faster ours must be than the peer's fastest run, under the peer's own promise."""


CASES = (
    Case("S", 1_000, 10, 5, 160, "0.3-0.9 s", 0.3, 5),
    Case("A", 10_000, 30, 20, 297, "1.3-3.2 s", 1.3, 5),
    Case("B", 100_000, 300, 600, 1_966, "88 s", 88.0, 10),
)


def results() -> Iterator[Result]:
    """Each case in a process of its own: first protected, then attacked from the files alone."""
    with tempfile.TemporaryDirectory() as folder:
        for case in CASES:
            yield from _results(case, Path(folder))


def _results(case: Case, folder: Path) -> Iterator[Result]:
    source, own = people_of(case, folder)
    command = [sys.executable, "-m", "benchmarks.disclosure", "--run", str(source), str(folder / case.name)]
    words = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    seconds, cells, primary, secondary, hidden, narrowest, mebibytes, audit_seconds = map(float, words)
    yield Result(
        work=f"{case.name}{' (drawn)' if own else ''}: {cells:.0f} cells, {primary:.0f} small, every interval kept",
        measured=f"{seconds:.1f} s of one processor, {secondary:.0f} more withheld ({hidden:.0f} people), "
        f"{narrowest:.0f} values left at least, {mebibytes:.0f} MiB",
        beside=f"GaussSuppression, weaker promise: {case.peer_secondary}, {case.peer_seconds}",
        ratio=secondary / case.peer_secondary,
        must_reach=f"{case.must_take_seconds:g} s",
        reached=seconds <= case.must_take_seconds and narrowest >= THRESHOLD,
    )
    yield Result(
        work=f"{case.name}: attacked from the files alone",
        measured=f"{(primary + secondary) / audit_seconds:.0f} withheld cells a second",
        beside="sdcTable attack(): 1.7 a second",
        ratio=(primary + secondary) / audit_seconds / (250 / 150),
        must_reach="at least 100 times",
        reached=(primary + secondary) / audit_seconds >= 100 * 250 / 150,
    )


def people_of(case: Case, folder: Path) -> tuple[Path, bool]:
    """The file of a case, and whether it was drawn here."""
    given = os.environ.get("FOOTING_BENCH_DATA")
    if given and (Path(given) / f"{case.name}.csv").exists():
        return Path(given) / f"{case.name}.csv", False
    random = np.random.default_rng(4)
    department = random.choice(case.departments, case.people, p=random.dirichlet(np.full(case.departments, 2.0)))
    grade = random.choice(len(BANDS), case.people, p=[0.3, 0.25, 0.2, 0.12, 0.08, 0.04, 0.01])
    background = random.choice(len(BACKGROUNDS), case.people, p=[0.32, 0.24, 0.37, 0.07])
    grades = list(BANDS)
    lines = [
        f"D{unit:03d},F{unit % 5},{grades[level]},{BANDS[grades[level]]},{BACKGROUNDS[group]}"
        for unit, level, group in zip(department, grade, background, strict=True)
    ]
    path = folder / f"{case.name}.csv"
    path.write_text("dept,func,grade,band,seb\n" + "\n".join(lines) + "\n")
    return path, True


def _run(source: Path, out: Path) -> None:
    """Protect, audit, and print the figures in the order in which ``_results`` reads them."""
    from footing.disclosure import release
    from footing.disclosure.published import audit_from_outside, printed_tables
    from footing.disclosure.published.tables import described_release
    from footing.disclosure.tabulating import load_design, protected_files, tabulate
    from footing.reporting.files import write_folder
    from footing.standards import load_catalogue
    from footing.workforce.limits import Limits

    design = out.with_suffix(".yaml")
    design.write_text(DESIGN)
    policy = load_catalogue().policy(POLICY)
    tabulated = tabulate([source], load_design(design), Limits())
    start = time.process_time()
    released = release(tabulated.raw, policy=policy)
    seconds = time.process_time() - start
    (population,) = tabulated.raw.populations
    threshold = policy.counts.threshold
    withheld = [
        population.counts[exact.figure.base]
        for raw, table in zip(tabulated.raw.tables, released.tables, strict=True)
        for exact, row in zip(raw.rows, table.rows, strict=True)
        if row.value is None and row.status == "withheld"
    ]
    small = sum(count < threshold for count in withheld)
    write_folder(out, protected_files(released, tabulated))
    tables, own_design, _ = described_release(out)
    start = time.process_time()
    audit = audit_from_outside(printed_tables(tables, own_design, Limits()), policy)
    audit_seconds = time.process_time() - start
    if audit.found.exposures:
        raise SystemExit(f"{len(audit.found.exposures)} counts can be worked out")
    narrowest = (released.audits[0].narrowest_range or 0) + 1
    mebibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    hidden = sum(count for count in withheld if count >= threshold)
    cells = released.audits[0].cells
    print(seconds, cells, small, len(withheld) - small, hidden, narrowest, mebibytes, audit_seconds)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        _run(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        sys.exit(show(TITLE, results()))
