"""All faults are found in one pass: some are shown, all are counted, and all are in a file that is safe to open."""

import csv
import json
import tracemalloc

import pytest

from footing.workforce.faults import FaultKind, FaultReport

WORD = FaultKind("W014", "error", "A word", '"{value}" is not in the list.', "Correct it.")
READ = FaultKind("W022", "notice", "Read as", "It was read as {encoding}.", "Nothing.")


def report_of(errors: int, notices: int = 0) -> FaultReport:
    faults = [READ.at(encoding=f"E{index}") for index in range(notices)]
    return FaultReport((*faults, *(WORD.at_rows([2, 3], column="grade", value=f"Band {i}") for i in range(errors))))


def test_errors_come_before_notices():
    assert [fault.code for fault in report_of(2, 1).in_order] == ["W014", "W014", "W022"]
    assert [line[:4] for line in report_of(2, 1).lines()] == ["W014", "W014", "W022"]


def test_the_first_fifty_are_shown_and_the_rest_are_counted():
    lines = report_of(58, 2).lines()
    assert len(lines) == 51
    assert lines[0].startswith('W014 · rows 2 and 3, column "grade": "Band 0"')
    assert lines[-1] == "… and 10 more faults, in 18 places."
    assert len(report_of(50).lines()) == 50


def test_the_file_has_every_row_of_every_fault(tmp_path):
    report_of(60, 1).write_csv(tmp_path / "faults.csv")
    with (tmp_path / "faults.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 121
    assert rows[0] == {
        "code": "W014",
        "severity": "error",
        "sheet": "",
        "row": "2",
        "column": "grade",
        "message": '"Band 0" is not in the list.',
        "next_step": "Correct it.",
    }
    assert (rows[-1]["code"], rows[-1]["row"]) == ("W022", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_spreadsheet_that_opens_the_file_runs_nothing_in_it(tmp_path, start):
    kind = FaultKind("W014", "error", "A word", f"{start}cmd {{value}}", f"{start}cmd")
    FaultReport((kind.at(sheet=f"{start}cmd|' /C calc'!A0", column=f"{start}1+1", value="x"),)).write_csv(
        tmp_path / "f.csv"
    )
    with (tmp_path / "f.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = list(csv.reader(file))[1]
    assert [cell for cell in cells if cell.startswith(start)] == []
    assert [cell[:2] for cell in (cells[2], cells[4], cells[5], cells[6])] == ["'" + start] * 4


def test_many_bad_rows_are_written_without_an_object_for_each(tmp_path):
    report = FaultReport((WORD.at_rows(range(100_000), column="grade", value="Band 7a"),))
    tracemalloc.start()
    report.write_csv(tmp_path / "faults.csv")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 500_000
    assert (tmp_path / "faults.csv").read_bytes().count(b"\r\n") == 100_001


def test_a_file_that_cannot_be_finished_is_not_there_at_all(tmp_path, monkeypatch):
    report = report_of(3)
    (tmp_path / "faults.csv").mkdir()
    with pytest.raises(OSError, match="faults"):
        report.write_csv(tmp_path / "faults.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["faults.csv"]


def test_the_report_is_plain_json():
    said = json.loads(json.dumps(report_of(60, 1).to_json()))
    assert (said["errors"], said["notices"], said["not_shown"], len(said["faults"])) == (120, 1, 11, 50)
    assert said["faults"][0] == {
        "code": "W014",
        "severity": "error",
        "title": "A word",
        "message": '"Band 0" is not in the list.',
        "next_step": "Correct it.",
        "sheet": None,
        "row": 2,
        "column": "grade",
        "value": "Band 0",
        "count": 2,
        "rows": [2, 3],
    }
