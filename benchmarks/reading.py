"""How long a large extract takes to read, beside the engine alone reading the same file with no question asked."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Result, show

TITLE = "Reading an extract: every row checked, numbered and shaped"
PEOPLE = 1_000_000
PEOPLE_IN_WORKBOOK = 100_000
TIMES_ENGINE = {"csv": 4.0, "parquet": 4.0, "xlsx": 40.0}
TIMES_MEMORY = 1.5

_PEOPLE = """
    SELECT 'E' || i AS "Employee number", ['Libraries', 'Planning', 'Housing'][1 + i % 3] AS "Directorate",
        'Grade ' || (1 + i % 10) AS "Grade", ['Female', 'Male'][1 + i % 2] AS "Sex", 'White British' AS "Ethnicity",
        strftime(DATE '2000-01-01' + (i % 8000)::INTEGER, '%d/%m/%Y') AS "Start date", 37.5 AS "Hours",
        '£' || (20 + i % 50) || ',' || lpad((i % 1000)::VARCHAR, 3, '0') || '.50' AS "Salary",
        ['Clerical and intermediate occupations such as: secretary, call centre agent, clerical worker',
         'I prefer not to say', 'Technical and craft occupations such as: plumber, printer', NULL][1 + i % 4] AS "Work",
        ['A state-run or state-funded school', NULL][1 + i % 2] AS "School", 'Yes' AS "Meals", 'Permanent' AS "Contract"
    FROM range({people}) AS r(i)"""

_OURS = """
from pathlib import Path
from footing.workforce.limits import Limits
from footing.workforce.reading import read_sheets
started = time.perf_counter()
extract = read_sheets(Path(sys.argv[1]), limits=Limits())
rows = extract.sheets[0].row_count
"""
_ENGINE = """
import duckdb
started = time.perf_counter()
reader = "read_parquet(?)" if sys.argv[1].endswith("parquet") else "read_csv(?, all_varchar = true)"
rows = duckdb.execute(f"CREATE TABLE people AS SELECT * FROM {reader}", [sys.argv[1]]).fetchall()[0][0]
"""
_MEASURED = """
import json, resource, sys, time
{work}
seconds = time.perf_counter() - started
peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({{"rows": rows, "seconds": seconds, "mebibytes": peak / 1024}}))
"""


def results() -> Iterator[Result]:
    """CSV and Parquet beside the engine on the same file; XLSX beside the engine on the same table as CSV."""
    with tempfile.TemporaryDirectory() as folder:
        for ending, people in (("csv", PEOPLE), ("parquet", PEOPLE), ("xlsx", PEOPLE_IN_WORKBOOK)):
            path, peer = write_people(Path(folder), ending, people)
            ours, engine = _best_of_three((_OURS, path), (_ENGINE, peer))
            if not ours["rows"] == engine["rows"] == people:
                raise RuntimeError(f"{path.name}: {ours['rows']} rows were read, and {engine['rows']} by the engine")
            for what, limit in (("seconds", TIMES_ENGINE[ending]), ("mebibytes", TIMES_MEMORY)):
                if ending != "xlsx" or what == "seconds":
                    yield Result(
                        work=f"{people:,} rows of twelve columns, {ending.upper()}",
                        measured=f"{ours[what]:.1f} {what}",
                        beside=f"the engine alone, {engine[what]:.1f} {what}",
                        ratio=ours[what] / engine[what],
                        must_reach=f"at most {limit:g} times",
                        reached=ours[what] <= limit * engine[what],
                    )


def write_people(folder: Path, ending: str, people: int) -> tuple[Path, Path]:
    """A file of people, and the file that the engine reads for comparison."""
    import duckdb

    select = _PEOPLE.format(people=people)
    peer = folder / f"peer.{'parquet' if ending == 'parquet' else 'csv'}"
    duckdb.execute(f"COPY ({select}) TO '{peer}'")
    if ending != "xlsx":
        return peer, peer
    return _as_workbook(peer.with_name("people.xlsx"), select), peer


def _as_workbook(path: Path, select: str) -> Path:
    import duckdb
    import xlsxwriter

    found = duckdb.execute(select)
    with xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Staff")
        sheet.write_row(0, 0, [name for name, *_ in found.description])
        for number, row in enumerate(found.fetchall(), 1):
            sheet.write_row(number, 0, row)
    return path


def _best_of_three(*works: tuple[str, Path]) -> list[dict[str, float]]:
    """The quickest of three fresh processes for each work, in turn: what else the machine does is not measured."""
    rounds = [[_measured(work, path) for work, path in works] for _ in range(3)]
    return [min(runs, key=lambda run: run["seconds"]) for runs in zip(*rounds, strict=True)]


def _measured(work: str, path: Path) -> dict[str, float]:
    command = [sys.executable, "-c", _MEASURED.format(work=work), str(path)]
    said = subprocess.run(command, check=True, capture_output=True).stdout
    # The engine alone may draw a bar before the last line, which is ours.
    found: dict[str, float] = json.loads(said.splitlines()[-1])
    return found


if __name__ == "__main__":
    sys.exit(show(TITLE, results()))
