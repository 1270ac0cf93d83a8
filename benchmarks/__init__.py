"""Speed and memory, always beside a peer or a floor that is measured in the same run on the same machine.

Each module here is a command of its own, such as ``python -m benchmarks.startup``: it prints a table and ends with 1
when something that must be reached was not. ``python -m benchmarks`` runs them all, each in a process of its own.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Result:
    """One line of a table: the work, what it took, what it is held against, and whether that is good enough."""

    work: str
    measured: str
    beside: str
    ratio: float
    must_reach: str
    reached: bool


def show(title: str, results: Iterable[Result]) -> int:
    """Print results as a table; the exit code says whether everything was reached."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    for heading in ("Work", "Measured", "Beside", "Ratio", "Must reach", ""):
        table.add_column(heading)
    all_reached = True
    for result in results:
        verdict = "reached" if result.reached else "NOT REACHED"
        table.add_row(result.work, result.measured, result.beside, f"{result.ratio:.1f}", result.must_reach, verdict)
        all_reached &= result.reached
    Console(width=140).print(table)
    return 0 if all_reached else 1


def seconds_of(work: Callable[[], object], *, times: int = 3) -> float:
    """The median wall-clock time of some work."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def seconds_of_command(command: Sequence[str], *, times: int = 3) -> float:
    """The median wall-clock time of a process from start to end. Raises ``CalledProcessError`` when it fails.

    Python keeps its compiled modules, as it does for a user, whatever the environment of the benchmark says.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return seconds_of(lambda: subprocess.run(command, check=True, capture_output=True, env=kept), times=times)


def best_of(times: int, job: Callable[[], Any]) -> tuple[float, Any]:
    """The shortest wall-clock time of some work, because other work shares the machine, and its last result."""
    taken, result = [], None
    for _ in range(times):
        start = time.perf_counter()
        result = job()
        taken.append(time.perf_counter() - start)
    return min(taken), result


def in_a_process_of_its_own(module: str, *arguments: str) -> dict[str, Any]:
    """What a benchmark module prints as JSON when it is run again with other arguments, so that memory is its own."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout)


def peak_mebibytes() -> float:
    """The most memory that this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
