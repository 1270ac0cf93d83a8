"""Five dimensions and 650,000 rows: tables are chosen, protected together and attacked from what is printed.

The shape is that of a public question (sdcTools/UserSupport, thread 146), which was unsolved after 48 hours: a
hierarchy of about 3,000 categories, by 10, by 2, by 75, by 10. With all totals it has 83 million cells, and nearly all
that hold anybody hold one to four people. So it is not protected as a whole here, and nobody could publish it so: what
is worth showing is chosen as ``footing protect --choose-tables`` does it, and the rest is left out. The people are
drawn; what is chosen and withheld comes out the same on any machine.
"""

import csv
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks import Result, in_a_process_of_its_own, peak_mebibytes, show

if TYPE_CHECKING:
    from footing.disclosure import Release
    from footing.disclosure.tabulating.plan import Plan
    from footing.tables import Coordinate

TITLE = "Five dimensions"
POLICY = "civil-service-2023"
ROWS = 650_000
ROWS_NAME = "rows.csv"
DRAWN = 2_000_000
AREAS = {"region": 4, "county": 20, "district": 100, "ward": 500, "zone": 2_400}
"""How many areas each level has, coarsest first, the same number in each area of the level above."""
OTHERS = {"age": 10, "sex": 2, "occupation": 75, "background": 10}
MOST_CELLS = 60_000
MUST_TAKE_SECONDS = 30 * 60
MUST_TAKE_MEBIBYTES = 4 * 1024


def results() -> Iterator[Result]:
    """The plan, the protection and the attack, in a process of their own."""
    with tempfile.TemporaryDirectory() as folder:
        people = in_a_process_of_its_own("five_dimensions", "--rows", folder)
        found = people | in_a_process_of_its_own("five_dimensions", "--run", folder, str(MOST_CELLS))
    yield Result(
        work=f"{ROWS:,} rows of {found['people']:,} people: cells of {found['combinations']} combinations of levels",
        measured=f"{found['count_seconds']:.0f} s, {found['held']:,} cells that hold anybody, {found['few']:,} small; "
        f"{found['shown']} combinations chosen, {found['mostly_small']} mostly small, {found['finer']} finer, "
        f"{found['too_many']} without room",
        beside="thread 146: 48 hours, unsolved",
        ratio=MUST_TAKE_SECONDS / found["count_seconds"],
        must_reach="half an hour",
        reached=found["count_seconds"] < MUST_TAKE_SECONDS,
    )
    yield Result(
        work=f"{found['tables']} tables of {found['cells']:,} cells, {found['small']:,} small, protected together",
        measured=f"{found['seconds']:.0f} s, {found['mebibytes']:.0f} MiB in all; {found['secondary']:,} cells "
        f"withheld beside the small ones; all withheld hold {found['people_hidden']:,} people, counted in each",
        beside="the same",
        ratio=MUST_TAKE_SECONDS / found["seconds"],
        must_reach="half an hour, 4 GiB",
        reached=found["seconds"] < MUST_TAKE_SECONDS and found["mebibytes"] < MUST_TAKE_MEBIBYTES,
    )
    yield Result(
        work="The written files, attacked by what they print",
        measured=f"{found['audit_seconds']:.0f} s, {found['narrowest']} values left at least, "
        f"{found['exposed']} counts known too closely",
        beside="none",
        ratio=float(found["exposed"]),
        must_reach="none",
        reached=not found["exposed"],
    )


def write_rows(folder: Path) -> int:
    """Draw people until there are as many different rows as there must be, write those, and say how many people."""
    random = np.random.default_rng(146)
    sizes = [AREAS["zone"], *OTHERS.values()]
    drawn = [random.choice(size, DRAWN, p=random.dirichlet(np.full(size, 1.0))) for size in sizes]
    keys = np.ravel_multi_index(drawn, sizes)
    _, first = np.unique(keys, return_index=True)
    people = int(np.sort(first)[ROWS])
    rows, counts = np.unique(keys[:people], return_counts=True)
    zone, *others = np.unravel_index(rows, sizes)
    areas = [zone * size // AREAS["zone"] for size in AREAS.values()]
    names = zip([*AREAS, *OTHERS], [*areas, *others], strict=True)
    columns = [[f"{name} {number}" for number in numbers.tolist()] for name, numbers in names]
    with (folder / ROWS_NAME).open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow([*AREAS, *OTHERS, "people"])
        writer.writerows(zip(*columns, counts.tolist(), strict=True))
    return people


def _run(folder: Path, most_cells: int) -> dict[str, Any]:
    """Choose, protect, write and attack; what that took."""
    from footing.disclosure import release
    from footing.disclosure.published import audit_from_outside
    from footing.disclosure.published.tables import described_release, printed_tables
    from footing.disclosure.search import FOR_MANY_CELLS
    from footing.disclosure.tabulating import TableDesign, protected_files, tabulate_chosen
    from footing.standards import load_catalogue
    from footing.workforce.limits import Limits

    *above, finest = AREAS
    design = TableDesign(dimensions={finest: tuple(reversed(above)), **dict.fromkeys(OTHERS, ())}, count="people")
    policy = load_catalogue().policy(POLICY)
    watch = _Watch()
    chosen = tabulate_chosen([folder / ROWS_NAME], design, Limits(), policy, most_cells)
    watch.note("count_seconds", _planned(chosen.plan))
    released = release(chosen.tabulated.raw, policy=policy, search=FOR_MANY_CELLS)
    watch.note("seconds", _withheld(released, chosen.tabulated.raw.populations[0].counts, policy.counts.threshold))
    for name, content in protected_files(released, chosen.tabulated, chosen=chosen).items():
        (folder / name).write_bytes(content)
    watch.note("write_seconds", {})
    paths, design, _ = described_release(folder)
    audit = audit_from_outside(printed_tables(paths, design, Limits()), policy).found
    watch.note("audit_seconds", {"exposed": len(audit.exposures), "sums_say_all": audit.exact})
    return watch.found | {"mebibytes": peak_mebibytes()}


class _Watch:
    """What was found, and the time of one processor that each step took; said at once to whoever waits."""

    def __init__(self) -> None:
        self.found: dict[str, Any] = {}
        self._start = time.process_time()

    def note(self, name: str, found: dict[str, Any]) -> None:
        self.found |= {name: time.process_time() - self._start, **found}
        print(json.dumps(self.found), file=sys.stderr, flush=True)
        self._start = time.process_time()


def _planned(plan: "Plan") -> dict[str, Any]:
    outcomes = {outcome.name.lower(): len(plan.having(outcome)) for outcome in set(plan.outcomes.values())}
    return {
        "combinations": len(plan.outcomes),
        "held": sum(each.held for each in plan.outcomes),
        "few": sum(each.small for each in plan.outcomes),
        "tables": len(plan.tables()),
        "cells": plan.cells,
        "mostly_small": 0,
        "finer": 0,
        "too_many": 0,
        **outcomes,
    }


def _withheld(released: "Release", counts: "Mapping[Coordinate, int]", threshold: int) -> dict[str, Any]:
    withheld = [counts[cell] for cell, printed in released.printed[0].counts.items() if printed is None]
    small = sum(count < threshold for count in withheld)
    return {
        "small": small,
        "secondary": len(withheld) - small,
        "people_hidden": sum(withheld),
        "narrowest": (released.audits[0].narrowest_range or 0) + 1,
    }


if __name__ == "__main__":
    if sys.argv[1:2] == ["--rows"]:
        print(json.dumps({"people": write_rows(Path(sys.argv[2]))}))
    elif sys.argv[1:2] == ["--run"]:
        print(json.dumps(_run(Path(sys.argv[2]), int(sys.argv[3]))))
    else:
        sys.exit(show(TITLE, results()))
