"""Two linked tables, protected together and attacked: 41,605 and 24,963 cells that share two hierarchies and a margin.

The shape is that of a public question (sdcTools/UserSupport, thread 19), where it took two to three hours. The people
are drawn: 144 units in 12 groups, by 48 grades in 4 bands, by four backgrounds in one table and by sex in the other.
Everything is bounded by numbers of programmes, so that what is withheld comes out the same on any machine. It takes
about six minutes of one processor.
"""

import sys
import time
from collections.abc import Iterator
from itertools import product

import numpy as np

from benchmarks import Result, in_a_process_of_its_own, peak_mebibytes, show

TITLE = "Two linked tables"
POLICY = "civil-service-2023"
PEOPLE = 200_000
UNITS, GROUPS, GRADES, BANDS = 144, 12, 48, 4
THIRD = {"background": (0.32, 0.24, 0.37, 0.07), "sex": (0.55, 0.45)}
MUST_TAKE_SECONDS = 2 * 60 * 60
PROGRAMMES = 50
"""How many programmes the clean-up of each part may take."""

Counts = dict[tuple[tuple[str, str], ...], int]


def results() -> Iterator[Result]:
    """Both tables in a process of their own: first protected, then attacked by what they print alone."""
    found = in_a_process_of_its_own("linked", "--run")
    yield Result(
        work=f"{found['cells']:,} different cells, {found['small']:,} small, every interval kept",
        measured=f"{found['seconds']:.0f} s of one processor, {found['secondary']:,} more withheld, "
        f"{found['mebibytes']:.0f} MiB",
        beside="sdcTable, thread 19: two to three hours",
        ratio=MUST_TAKE_SECONDS / found["seconds"],
        must_reach="less than two hours",
        reached=found["seconds"] < MUST_TAKE_SECONDS,
    )
    yield Result(
        work="Attacked by what they print",
        measured=f"{found['audit_seconds']:.0f} s, {found['narrowest']} values left at least, "
        f"{found['exposed']} counts known too closely",
        beside="none",
        ratio=float(found["exposed"]),
        must_reach="none",
        reached=not found["exposed"],
    )


def people_counted() -> Counts:
    """The count of every group of both tables."""
    random = np.random.default_rng(4)
    unit = random.choice(UNITS, PEOPLE, p=random.dirichlet(np.full(UNITS, 1.0)))
    grade = random.choice(GRADES, PEOPLE, p=random.dirichlet(np.full(GRADES, 1.0)))
    counts: Counts = {}
    for third, shares in THIRD.items():
        kind = random.choice(len(shares), PEOPLE, p=shares)
        counts.update(_counted(third, len(shares), unit, grade, kind))
    return counts


def _counted(third: str, kinds: int, *places: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> Counts:
    table = np.zeros((UNITS, GRADES, kinds), dtype=np.int64)
    np.add.at(table, places, 1)
    axes = (
        _named("unit", [*_codes("u", UNITS), *_codes("U", GROUPS), None]),
        _named("grade", [*_codes("g", GRADES), *_codes("G", BANDS), None]),
        _named(third, [*_codes("k", kinds), None]),
    )
    for axis, parts in enumerate((UNITS // GROUPS, GRADES // BANDS, kinds)):
        wholes = np.add.reduceat(table, np.arange(0, table.shape[axis], parts), axis=axis)
        everybody = [] if axis == len(axes) - 1 else [table.sum(axis=axis, keepdims=True)]
        table = np.concatenate([table, wholes, *everybody], axis=axis)
    return {
        tuple(sorted(pair for pair in cell if pair[1])): int(count)
        for cell, count in zip(product(*axes), table.ravel().tolist(), strict=True)
    }


def _codes(letter: str, number: int) -> list[str]:
    return [f"{letter}{place:03d}" for place in range(number)]


def _named(variable: str, codes: list[str | None]) -> list[tuple[str, str]]:
    return [(variable, code or "") for code in codes]


def _run() -> None:
    """Protect and attack, and print what that took as JSON."""
    import json

    from footing.disclosure.audit import audit_counts
    from footing.disclosure.counts import withhold_counts
    from footing.disclosure.search import Effort, Search
    from footing.disclosure.seen import Seen
    from footing.standards import load_catalogue
    from footing.tables import Hierarchy
    from footing.tables.raw import Population

    counts = people_counted()
    units = dict(zip(_codes("u", UNITS), np.repeat(_codes("U", GROUPS), UNITS // GROUPS).tolist(), strict=True))
    grades = dict(zip(_codes("g", GRADES), np.repeat(_codes("G", BANDS), GRADES // BANDS).tolist(), strict=True))
    hierarchies = {"unit": Hierarchy("unit", units), "grade": Hierarchy("grade", grades)}
    policy = load_catalogue().policy(POLICY)
    start = time.process_time()
    search = Search(effort=Effort(programmes=PROGRAMMES))
    protected = withhold_counts(Population("staff", counts, hierarchies), counts, policy, search)
    seconds = time.process_time() - start
    seen = {
        cell: Seen(float(n), float(n)) if (n := protected.shown.get(cell)) is not None else Seen(1.0) for cell in counts
    }
    start = time.process_time()
    audit = audit_counts(seen, hierarchies, protected.demands)
    found = {
        "cells": len(counts),
        "small": len(protected.demands),
        "secondary": len(counts) - len(protected.shown) - len(protected.demands),
        "seconds": seconds,
        "audit_seconds": time.process_time() - start,
        "narrowest": (audit.narrowest_range or 0) + 1,
        "exposed": len(audit.exposures),
        "mebibytes": peak_mebibytes(),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        _run()
    else:
        sys.exit(show(TITLE, results()))
