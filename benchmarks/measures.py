"""Speed and memory of all measures on large workforces, beside a floor and a peer.

    python -m benchmarks.measures [--people 1000000,10000000]

- **floor**: one plain DuckDB scan-and-group of the same columns: ``SELECT count(*) … GROUP BY`` all of them.
- **scan**: a stricter floor that no target is set against: one DuckDB statement that groups by parental occupation and
  grade alone, into a few dozen cells, and only looks at the other columns.
- **ours**: ``measure_all``, from the coded people to every exact table.
- **pandas**: only the counts behind the same tables, from categories held as small integers, which suit it best.

All start from the same coded people; reading and coding them is not timed. Each runs in a process of its own, so that
its peak memory is its own, load included. Times are the best of several, because other work shares the machine.
"""

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from benchmarks import best_of, in_a_process_of_its_own, peak_mebibytes

QUESTIONS = ("parental_occupation", "school_type", "free_school_meals", "parental_degree")
CHARACTERISTICS = {
    "grade": [f"Grade {number}" for number in range(1, 10)],
    "function": [f"Function {letter}" for letter in "ABCDEFGHIJKL"],
    "site": [f"Site {number}" for number in range(1, 31)],
    "sex": ["Female", "Male", "not_recorded"],
    "ethnicity": ["Asian", "Black", "Mixed", "White", "Other", "not_recorded"],
    "disability": ["Yes", "No", "not_recorded"],
    "age_band": ["16 to 24", "25 to 34", "35 to 44", "45 to 54", "55 to 64", "65 and over"],
    "tenure_band": ["Under 1", "1 to 2", "3 to 5", "6 to 10", "11 to 20", "Over 20"],
}
BENCHMARKS = ("uk-parental-occupation-2021", "uk-independent-school-2020", "uk-free-school-meals-2023")
ROUNDS = 2
REPEATS = {"floor": 2, "scan": 5, "ours": 5, "pandas": 1}
MOST_TIMES_THE_FLOOR, LEAST_TIMES_FASTER_THAN_PANDAS, MOST_MEBIBYTES = 6, 5, 1024


def main() -> int:
    """Run everything for each number of people, print the table, and return 1 if a target is missed."""
    parser = argparse.ArgumentParser(description="Speed and memory of all measures.")
    parser.add_argument("--people", default="1000000,10000000", help="numbers of people, with commas between")
    parser.add_argument("--run", nargs=2, metavar=("WHAT", "FILE"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        what, path = arguments.run
        print(json.dumps(_run(what, Path(path), int(arguments.people))))
        return 0
    met = [_compare(int(people)) for people in arguments.people.split(",")]
    return 0 if all(met) else 1


def _compare(people: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.parquet"
        _in_a_process("generate", path, people)
        results = {what: _best([_in_a_process(what, path, people) for _ in range(ROUNDS)]) for what in REPEATS}
    assert results["ours"]["digest"] == results["pandas"]["digest"], "the counts differ from those of pandas"
    floor, ours, pandas = results["floor"], results["ours"], results["pandas"]
    print(f"\n{people:,} people, {ours['tables']} tables, {ours['cells']:,} cells: the same counts as pandas")
    for what, result in results.items():
        ratios = (f"{result['seconds'] / results[to]['seconds']:8.1f} × {to}" for to in ("floor", "scan"))
        print(f"  {what:8}{result['seconds']:8.2f} s{''.join(ratios)}{result['peak']:9.0f} MiB at most")
    verdicts = (
        ("times the floor", ours["seconds"] / floor["seconds"], "at most", MOST_TIMES_THE_FLOOR),
        ("times faster than pandas", pandas["seconds"] / ours["seconds"], "at least", LEAST_TIMES_FASTER_THAN_PANDAS),
        ("MiB at most", ours["peak"], "at most", MOST_MEBIBYTES),
    )
    met = [_verdict(*verdict) for verdict in verdicts]
    return all(met)


def _verdict(words: str, value: float, bound: str, target: float) -> bool:
    met = value <= target if bound == "at most" else value >= target
    print(f"  {'met   ' if met else 'MISSED'}  ours: {value:.1f} {words} (target {bound} {target})")
    return met


def _in_a_process(what: str, path: Path, people: int) -> dict[str, Any]:
    return in_a_process_of_its_own("measures", "--people", str(people), "--run", what, str(path))


def _best(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    return {**rounds[0], **{name: min(each[name] for each in rounds) for name in ("seconds", "peak")}}


def _run(what: str, path: Path, people: int) -> dict[str, Any]:
    """One thing in this process: its best time in seconds, and the peak memory of the process in MiB."""
    runs = {"generate": _generate, "floor": _floor, "scan": _scan, "ours": _ours, "pandas": _pandas}
    found = runs[what](path) if what != "generate" else _generate(path, people)
    return {**found, "peak": peak_mebibytes()}


def _codes() -> dict[str, list[str]]:
    """Every column with all that it may hold."""
    answers = {
        question: [group.code for group in _classification(question).groups if not group.rollup]
        for question in QUESTIONS
    }
    return {**answers, **CHARACTERISTICS}


def _classification(question: str) -> Any:
    from footing.standards import load_catalogue

    return load_catalogue().default_classification(question)


def _generate(path: Path, people: int) -> dict[str, Any]:
    """Write people to Parquet, drawn in the engine by hashing their numbers: the same people each time."""
    import duckdb

    columns = ", ".join(
        f"{codes}[1 + CAST(hash(person * 31 + {seed}) % {len(codes)} AS INT)] AS {column}"
        for seed, (column, codes) in enumerate(_codes().items())
    )
    statement = f"SELECT person AS person_key, {columns} FROM range({people}) AS people(person)"
    duckdb.connect().execute(f"COPY ({statement}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")
    return {}


def _coded_people(path: Path) -> Any:
    """The people as coding leaves them: a table of the engine, with every category a small integer."""
    import duckdb

    connection = duckdb.connect()
    coded = ", ".join(f"CAST({column} AS ENUM({str(codes)[1:-1]})) AS {column}" for column, codes in _codes().items())
    connection.execute(f"CREATE TABLE people AS SELECT person_key, {coded} FROM '{path}'")
    return connection


def _floor(path: Path) -> dict[str, Any]:
    connection = _coded_people(path)
    grouped = f"SELECT count(*) AS people FROM people GROUP BY {', '.join(_codes())}"
    statement = f"SELECT count(*), max(people) FROM ({grouped})"  # the groups themselves would take long to hand over
    return {"seconds": best_of(REPEATS["floor"], lambda: connection.execute(statement).fetchall())[0]}


def _scan(path: Path) -> dict[str, Any]:
    connection = _coded_people(path)
    rest = ", ".join(f"max({column})" for column in _codes())
    statement = f"SELECT parental_occupation, grade, count(*), {rest} FROM people GROUP BY ALL"
    return {"seconds": best_of(REPEATS["scan"], lambda: connection.execute(statement).fetchall())[0]}


def _ours(path: Path) -> dict[str, Any]:
    from footing.measures import measure_all
    from footing.standards import load_catalogue
    from footing.tables import coordinate

    workforce, catalogue = _workforce(path), load_catalogue()
    seconds, measured = best_of(
        REPEATS["ours"], lambda: measure_all(workforce, catalogue=catalogue, benchmark_ids=BENCHMARKS)
    )
    counts = measured.release.populations[0].counts
    digest = _digest(counts[coordinate(**dict(cell))] for cell in _compared_cells())
    return {"seconds": seconds, "digest": digest, "tables": len(measured.release.tables), "cells": len(counts)}


def _workforce(path: Path) -> Any:
    import datetime as dt

    import ibis

    from footing.tables import Category
    from footing.workforce.workforce import Characteristic, QuestionInUse, Workforce

    connection = _coded_people(path)
    return Workforce(
        people=ibis.duckdb.from_connection(connection).table("people"),
        connection=connection,
        questions=tuple(QuestionInUse(question, _classification(question)) for question in QUESTIONS),
        characteristics=tuple(
            Characteristic(variable, variable.capitalize(), tuple(Category(code, code) for code in codes))
            for variable, codes in CHARACTERISTICS.items()
        ),
        amounts=frozenset(),
        snapshot_date=dt.date(2026, 3, 31),
        person_count=0,
        sources=(),
    )


def _pandas(path: Path) -> dict[str, Any]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pq.read_table(path, columns=list(_codes()), read_dictionary=list(_codes()))
    people = table.unify_dictionaries().to_pandas(self_destruct=True, split_blocks=True)
    del table
    pa.default_memory_pool().release_unused()

    def count_all() -> list[Any]:
        return [people.groupby(list(columns), observed=True).size() for columns in _needed_columns()]

    seconds, counted = best_of(REPEATS["pandas"], count_all)
    counts = {columns: sizes.to_dict() for columns, sizes in zip(_needed_columns(), counted, strict=True)}
    cells = _compared_cells()
    found = (counts[tuple(dict(cell))].get(tuple(dict(cell).values()), 0) for cell in cells)
    return {"seconds": seconds, "digest": _digest(found)}


def _needed_columns() -> list[tuple[str, ...]]:
    """The fewest groupings that hold every count: all others are their margins, and left out in favour of pandas."""
    crossed = [(QUESTIONS[0], "grade", other) for other in CHARACTERISTICS if other != "grade"]
    return [*crossed, *product(QUESTIONS[1:], CHARACTERISTICS)]


def _compared_cells() -> Iterator[tuple[tuple[str, str], ...]]:
    """The finest cells that the tables show: groups of the base by the categories of the needed columns."""
    for columns in _needed_columns():
        groups: Iterable[str] = [group.code for group in _classification(columns[0]).base_groups]
        for codes in product(groups, *(CHARACTERISTICS[column] for column in columns[1:])):
            yield tuple(zip(columns, codes, strict=True))


def _digest(counts: Iterable[int]) -> str:
    return hashlib.sha256(repr([int(count) for count in counts]).encode()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
