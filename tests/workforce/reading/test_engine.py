"""A long read says how far it is, can be stopped, and writes nothing to a disk."""

import pytest

from faults.workbooks import STAFF, write_xlsx
from footing.workforce.limits import Limits
from footing.workforce.reading import read_sheets
from footing.workforce.reading.engine import Reading, open_engine
from footing.workforce.reading.progress import NoProgress
from workforce.reading.reading_files import rows_of


class Drawn:
    """Keeps what was said of each task: its name, its total and how far it got."""

    def __init__(self) -> None:
        self.tasks: list[list[object]] = []

    def start(self, description: str, total: int) -> None:
        self.tasks.append([description, total, 0])

    def advance(self, n: int) -> None:
        assert n >= 0
        self.tasks[-1][2] += n


def test_each_task_is_drawn_to_its_end(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Payroll no,Grade\n" + "K1,Band 2\n" * 5_000, encoding="utf-8")
    drawn = Drawn()
    with read_sheets(path, limits=Limits(), progress=drawn) as extract:
        assert extract.sheets[0].row_count == 5_000
    size = path.stat().st_size
    assert drawn.tasks == [["Checking the rows", size, size], ["Reading the rows", 5_001, 5_001]]


def test_a_workbook_is_drawn_sheet_by_sheet(tmp_path):
    drawn = Drawn()
    read_sheets(write_xlsx(tmp_path / "a.xlsx", {"Staff": STAFF}), limits=Limits(), progress=drawn).close()
    assert [task[0] for task in drawn.tasks] == [
        "Checking the workbook",
        'Opening the sheet "Staff"',
        "Reading the rows",
    ]
    assert all(total == reached for _, total, reached in drawn.tasks)


class Stopped(NoProgress):
    """Whoever waits has had enough as soon as rows are read."""

    def advance(self, n: int) -> None:
        raise KeyboardInterrupt(n)


def test_an_interrupt_stops_the_engine_and_leaves_no_table(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Payroll no,Grade\n" + "K1,Band 2\n" * 5_000, encoding="utf-8")
    with open_engine() as connection:
        with pytest.raises(KeyboardInterrupt):
            read_sheets(path, limits=Limits(), progress=Stopped(), connection=connection)
        assert connection.execute("SELECT count(*) FROM duckdb_tables()").fetchall() == [(0,)]


def test_an_interrupted_statement_is_over_before_the_interrupt_goes_on(tmp_path):
    with open_engine() as connection:
        reading = Reading(connection, Limits(), Stopped())
        with pytest.raises(KeyboardInterrupt):
            reading.load(
                "CREATE TABLE endless AS SELECT sum(a.range + b.range) FROM range(300000) a, range(300000) b",
                [],
                rows=9,
            )
        assert connection.execute("SELECT 1").fetchall() == [(1,)]


def test_the_engine_never_spills_to_a_disk_nor_fetches_an_extension():
    with open_engine() as connection:
        found = connection.execute(
            "SELECT current_setting('temp_directory'), current_setting('autoinstall_known_extensions')"
        )
        assert found.fetchall() == [("", False)]


def test_a_closed_extract_has_no_engine_left(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Payroll no,Grade\nK1,Band 2\n", encoding="utf-8")
    with read_sheets(path, limits=Limits()) as extract:
        assert rows_of(extract) == [(2, "K1", "Band 2")]
    with pytest.raises(Exception, match=r"(?i)closed"):
        extract.connection.execute("SELECT 1")
