"""Speed and memory of each further family of measures on large workforces, beside a floor and a peer.

    python -m benchmarks.families [--people 1000000,10000000] [--family pay,hiring]

- **floor**: one plain DuckDB scan-and-group of the columns that the family reads: ``SELECT count(*) … GROUP BY`` all
  of their categories, with the sum or the latest of the others.
- **ours**: the ``measure`` of the family, from the coded tables to all of its exact figures, with intervals and models.
- **pandas**: the headline figure of the family alone, from the same columns with categories held as small integers.

The tables are those of a sample council, copied as often as it takes, with people, candidates and vacancies of their
own in each copy and pay that differs; so there are as many events, applications and participants as such an employer
has. They lie coded in a DuckDB file; writing it, and loading what pandas needs, is not timed. Each runs in a process of
its own, so that its peak memory is its own.
"""

import argparse
import json
import pickle
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks import Result, best_of, in_a_process_of_its_own, peak_mebibytes, show

COUNCIL = 4_200
REPEATS = {"floor": 3, "ours": 1, "pandas": 1}
MOST_TIMES_THE_FLOOR, MOST_MEBIBYTES = 6, 1024
AT_SCALE = 10_000_000
"""From how many people the target against the floor holds; below, what a query costs to write outweighs running it."""

TABLES = ("people", "events", "applications", "participants")


@dataclass(frozen=True, slots=True)
class Family:
    """What a family reads of each table: the categories that the floor groups by, and what it adds up or counts."""

    by: dict[str, tuple[str, ...]]
    others: tuple[str, ...] = ()


ALIKE = ("grade", "function", "site", "sex", "contract", "age_band", "tenure_band")
STEPS = ("applied", "offered", "started")

FAMILIES = {
    "pay": Family({"people": ("parental_occupation", *ALIKE)}, ("annual_pay_pence", "weekly_hours", "bonus_pence")),
    "hiring": Family(
        {"applications": ("parental_occupation", "school_type", "free_school_meals", "requisition", "source", "sex")},
        ("applied_on", "sift_passed_on", "interviewed_on", "offered_on", "started_on", "withdrawn_on", "declined_on"),
    ),
    "careers": Family(
        {
            "people": ("parental_occupation", "sex", "grade", "probation_outcome", "induction_items"),
            "events": ("parental_occupation", "sex", "event", "from_grade", "to_grade", "reason"),
        },
        ("person_key", "date", "start_date"),
    ),
    "outreach": Family(
        {"participants": ("free_school_meals", "school_type", "parental_degree", "area", "programme", *STEPS)}
    ),
    "nonresponse": Family({"people": ("parental_occupation", "grade", "function", "site", "sex", "age_band")}),
}


def main() -> int:
    """Run every family for each number of people, print the table, and return 1 if a target is missed."""
    parser = argparse.ArgumentParser(description="Speed and memory of each family of measures.")
    parser.add_argument("--people", default="1000000,10000000", help="numbers of people, with commas between")
    parser.add_argument("--family", default=",".join(FAMILIES), help="families, with commas between")
    parser.add_argument("--run", nargs=2, metavar=("WHAT", "FOLDER"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        what, folder = arguments.run
        print(json.dumps(_run(what, arguments.family, Path(folder), int(arguments.people))))
        return 0
    codes = [_compare(int(people), arguments.family.split(",")) for people in arguments.people.split(",")]
    return int(any(codes))


def _compare(people: int, families: list[str]) -> int:
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as folder:
        _in_a_process("generate", "", folder, people)
        for family in families:
            found = {what: _in_a_process(what, family, folder, people) for what in REPEATS}
            results += _held_against(family, people, found)
    return show(f"Families of measures: a council of {people:,} people", results)


def _held_against(family: str, people: int, found: dict[str, dict[str, float]]) -> list[Result]:
    floor, ours, pandas = (found[what] for what in ("floor", "ours", "pandas"))
    times, faster = ours["seconds"] / floor["seconds"], pandas["seconds"] / ours["seconds"]
    held = people >= AT_SCALE
    work = f"{family}: {ours['tables']:.0f} tables of {floor['rows']:,.0f} rows"
    took, memory = f"{ours['seconds']:.2f} s", f"{ours['peak']:.0f} MiB"
    return [
        Result(
            work,
            took,
            f"floor {floor['seconds']:.2f} s",
            times,
            f"≤ {MOST_TIMES_THE_FLOOR}" if held else "no target at this size",
            not held or times <= MOST_TIMES_THE_FLOOR,
        ),
        Result(work, took, f"pandas, headline only {pandas['seconds']:.2f} s", faster, "no target", True),
        Result(
            work,
            memory,
            f"pandas {pandas['peak']:.0f} MiB, floor {floor['peak']:.0f} MiB",
            ours["peak"] / pandas["peak"],
            f"≤ {MOST_MEBIBYTES} MiB",
            ours["peak"] <= MOST_MEBIBYTES,
        ),
    ]


def _in_a_process(what: str, family: str, folder: str, people: int) -> dict[str, float]:
    return in_a_process_of_its_own("families", "--people", str(people), "--run", what, folder, "--family", family)


def _run(what: str, family: str, folder: Path, people: int) -> dict[str, float]:
    runs = {"floor": _floor, "ours": _ours, "pandas": _pandas}
    found = runs[what](family, folder) if what in runs else _generate(folder, people)
    return {**found, "peak": peak_mebibytes()}


def _generate(folder: Path, people: int) -> dict[str, float]:
    """The coded tables of a council, copied in the engine; what their columns mean is kept beside them."""
    from footing.samples import council
    from footing.standards import load_catalogue
    from footing.workforce import check_extract

    sample = council(seed=1, people=min(people, COUNCIL))
    files = sample.write(folder / "extract", form="parquet")
    companions = {"applications": files.applications, "events": files.events, "outreach": files.outreach}
    catalogue, day = load_catalogue(), sample.snapshot_date
    with check_extract(files.staff, mapping=None, catalogue=catalogue, as_at=day, **companions) as checked:
        workforce = checked.workforce
        workforce.connection.execute(f"ATTACH '{folder / 'tables.duckdb'}' AS large")
        copies = -(-people // sample.people.num_rows)
        for name in TABLES:
            table = getattr(workforce, name)
            own = ", ".join(_of_each_copy(table.columns))
            statement = (
                f"SELECT * REPLACE ({own}) FROM ({table.get_backend().compile(table)}), range({copies}) AS c(copy)"
            )
            unwanted = ", ".join(["copy", *(column for column in table.columns if column.endswith("_option"))])
            workforce.connection.execute(
                f"CREATE TABLE large.{name} AS SELECT * EXCLUDE ({unwanted}) FROM ({statement})"
            )
        meaning = replace(workforce, connection=None, **dict.fromkeys(TABLES))
        meaning = replace(meaning, person_count=copies * sample.people.num_rows)
        (folder / "meaning.pickle").write_bytes(pickle.dumps(meaning))
    return {}


def _of_each_copy(columns: list[str]) -> list[str]:
    keys = [
        f"{key} || '-' || copy AS {key}" for key in ("person_key", "candidate_key", "participant_key", "requisition")
    ]
    pay = ["CAST(annual_pay_pence * (1 + (hash(person_key, copy) % 1000) / 1e5) AS BIGINT) AS annual_pay_pence"]
    return [each for each in (*keys, *pay) if each.rpartition(" ")[2] in columns]


def _connected(folder: Path) -> Any:
    import duckdb

    return duckdb.connect(str(folder / "tables.duckdb"), read_only=True)


def _floor(family: str, folder: Path) -> dict[str, float]:
    connection, statements, rows = _connected(folder), [], 0
    for table, by in FAMILIES[family].by.items():
        held = {row[0]: row[1] for row in connection.execute(f"DESCRIBE {table}").fetchall()}
        others = [_looked_at(column, held[column]) for column in FAMILIES[family].others if column in held]
        grouped = f"SELECT {', '.join(['count(*) AS n', *others])} FROM {table} GROUP BY {', '.join(by)}"
        latest = [f"max({each.rpartition(' ')[2]})" for each in ("n", *others)]
        statements.append(f"SELECT {', '.join(latest)} FROM ({grouped})")  # the groups would take long to hand over
        rows += connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    seconds, _ = best_of(REPEATS["floor"], lambda: [connection.execute(each).fetchall() for each in statements])
    return {"seconds": seconds, "rows": rows}


def _looked_at(column: str, kind: str) -> str:
    return f"sum({column}) AS {column}" if kind in ("BIGINT", "DOUBLE") else f"max({column}) AS {column}"


def _ours(family: str, folder: Path) -> dict[str, float]:
    import ibis

    from footing.measures import careers, hiring, nonresponse, outreach, pay
    from footing.standards import load_catalogue

    connection, catalogue = _connected(folder), load_catalogue()
    backend = ibis.duckdb.from_connection(connection)
    meaning = pickle.loads((folder / "meaning.pickle").read_bytes())  # noqa: S301 - written by this run
    workforce = replace(meaning, connection=connection, **{name: backend.table(name) for name in TABLES})
    jobs = {
        "pay": lambda: pay.measure(workforce, catalogue=catalogue),
        "hiring": lambda: hiring.measure(workforce, catalogue=catalogue),
        "careers": lambda: careers.measure(workforce, catalogue=catalogue),
        "outreach": lambda: outreach.measure(outreach.Participants.of(workforce), catalogue=catalogue),
        "nonresponse": lambda: nonresponse.measure(
            workforce, catalogue=catalogue, benchmark_ids=("uk-parental-occupation-2021",)
        ),
    }
    seconds, measured = best_of(REPEATS["ours"], jobs[family])
    return {"seconds": seconds, "tables": len(measured.tables)}


def _pandas(family: str, folder: Path) -> dict[str, float]:
    headlines = {
        "pay": _median_pay_gap,
        "hiring": _offer_rates,
        "careers": _promotion_rates,
        "outreach": _conversion,
        "nonresponse": _response_rates,
    }
    connection = _connected(folder)
    connection.execute("SET memory_limit = '256MB'")  # so that the peak is that of pandas

    def load(table: str, *columns: str) -> Any:
        frame = connection.execute(f"SELECT {', '.join(columns)} FROM {table}").df()
        texts = frame.select_dtypes("object").columns
        return frame.astype(dict.fromkeys(texts, "category"))

    seconds, _ = best_of(REPEATS["pandas"], headlines[family](load))
    return {"seconds": seconds}


def _median_pay_gap(load: Callable[..., Any]) -> Callable[[], Any]:
    people = load("people", "parental_occupation", "grade", "annual_pay_pence", "weekly_hours")

    def gap() -> Any:
        hourly = people["annual_pay_pence"] / (people["weekly_hours"] * 365.25 / 7)
        return hourly.groupby([people["parental_occupation"], people["grade"]], observed=True).median()

    return gap


def _offer_rates(load: Callable[..., Any]) -> Callable[[], Any]:
    applications = load("applications", "parental_occupation", "requisition", "offered_on")
    offered = applications["offered_on"].notna()
    return lambda: offered.groupby(
        [applications["requisition"], applications["parental_occupation"]], observed=True
    ).mean()


def _promotion_rates(load: Callable[..., Any]) -> Callable[[], Any]:
    people = load("people", "person_key", "grade", "parental_occupation")
    events = load("events", "person_key", "event", "from_grade")

    def rates() -> Any:
        promoted = events[events["event"] == "promoted"].merge(people, on="person_key", how="left")
        happened = promoted.groupby(["from_grade", "parental_occupation"], observed=True).size()
        return happened / people.groupby(["grade", "parental_occupation"], observed=True).size()

    return rates


def _conversion(load: Callable[..., Any]) -> Callable[[], Any]:
    participants = load("participants", "free_school_meals", "school_type", "applied")
    applied = participants["applied"].fillna(False).astype(bool)
    return lambda: applied.groupby(
        [participants["free_school_meals"], participants["school_type"]], observed=True
    ).mean()


def _response_rates(load: Callable[..., Any]) -> Callable[[], Any]:
    columns = ("grade", "function", "site", "sex")
    people = load("people", "parental_occupation", *columns)
    answered = people["parental_occupation"] != "not_answered"
    return lambda: answered.groupby([people[column] for column in columns], observed=True).mean()


if __name__ == "__main__":
    sys.exit(main())
