"""Every kind of fault of reading, met in a real file: coded, placed, with the next step, and never an exception."""

from pathlib import Path

import pytest

from faults.broken_files import BROKEN, PEOPLE, Broken
from footing.workforce.faults import FAULT_KINDS
from footing.workforce.limits import Limits
from footing.workforce.reading import read_sheets

READING = {code for code in FAULT_KINDS if code != "W014" and code < "W040"}


@pytest.mark.parametrize("broken", BROKEN, ids=str)
def test_a_broken_file_gives_its_fault(tmp_path: Path, broken: Broken):
    path = tmp_path / broken.name
    broken.build(path)
    with read_sheets(path, limits=broken.limits) as extract:
        found = [fault for fault in extract.faults if fault.code == broken.code]
        assert len(found) == 1, [str(fault) for fault in extract.faults]
        assert broken.says in str(found[0])
        assert str(found[0]).startswith(f"{broken.code} · ")
        assert found[0].next_step
        if found[0].severity == "notice":
            assert extract.sheets
            assert [fault.code for fault in extract.faults if fault.severity == "error"] == []


def test_every_kind_of_fault_of_reading_has_a_broken_file():
    assert {broken.code for broken in BROKEN} == READING


@pytest.mark.parametrize(
    "broken", [broken for broken in BROKEN if FAULT_KINDS[broken.code].severity == "error"], ids=str
)
def test_an_error_leaves_no_table_in_the_engine_of_another_extract(tmp_path: Path, broken: Broken):
    good, bad = tmp_path / "good.csv", tmp_path / broken.name
    good.write_text(PEOPLE, encoding="utf-8")
    broken.build(bad)
    with read_sheets(good, limits=Limits()) as first:
        second = read_sheets(bad, limits=broken.limits, connection=first.connection)
        tables = first.connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        assert {name for (name,) in tables} == {sheet.relation for sheet in (*first.sheets, *second.sheets)}
        assert first.connection.execute("SELECT count(*) FROM sheet_0").fetchall() == [(3,)]
        assert first.connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall() == []


def test_a_file_that_may_not_be_opened_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with read_sheets(path, limits=Limits()) as extract:
        (fault,) = extract.faults
    assert str(fault).startswith('W003 · The system does not let "people.csv" be read: Permission denied.')
