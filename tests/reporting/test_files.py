"""A failed run leaves nothing that looks finished."""

from pathlib import Path

import pytest

from footing.reporting import files
from footing.reporting.files import UNFINISHED, write_file, write_folder


def everything_in(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def a_disk_that_fills_up(monkeypatch):
    """The second file that is written does not fit."""
    written = []
    real = files._stage

    def stage(path: Path, content: bytes) -> None:
        if written:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content[:2])
            raise OSError(28, "No space left on device")
        written.append(path)
        real(path, content)

    monkeypatch.setattr(files, "_stage", stage)


def test_files_are_written_into_a_folder_that_is_made(tmp_path):
    write_folder(tmp_path / "a" / "b", {"tables/x.csv": b"1", "report.html": b"2"})
    assert everything_in(tmp_path / "a" / "b") == {"tables/x.csv": "1", "report.html": "2"}


def test_a_folder_inside_is_replaced_as_a_whole(tmp_path):
    write_folder(tmp_path, {"tables/old.csv": b"old", "tables/both.csv": b"old"})
    write_folder(tmp_path, {"tables/both.csv": b"new"})
    assert everything_in(tmp_path) == {"tables/both.csv": "new"}


def test_what_an_earlier_run_left_goes_even_when_it_is_not_written_again(tmp_path):
    write_folder(tmp_path, {"tables/old.csv": b"old", "report.html": b"old"})
    write_folder(tmp_path, {"report.html": b"new"}, replaces=("tables", "report.html"))
    assert everything_in(tmp_path) == {"report.html": "new"}


def test_other_files_in_the_folder_stay(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    write_folder(tmp_path, {"report.html": b"new"}, replaces=("report.html",))
    assert everything_in(tmp_path) == {"notes.txt": "mine", "report.html": "new"}


@pytest.mark.usefixtures("a_disk_that_fills_up")
def test_a_run_that_fails_leaves_nothing_behind(tmp_path):
    with pytest.raises(OSError, match="No space left"):
        write_folder(tmp_path / "out", {"report.html": b"new", "assessment.json": b"new"})
    assert not (tmp_path / "out").exists()


def test_a_run_that_fails_leaves_the_report_before_it_as_it_was(tmp_path, a_disk_that_fills_up):
    (tmp_path / "report.html").write_text("old")
    with pytest.raises(OSError, match="No space left"):
        write_folder(tmp_path, {"report.html": b"new", "assessment.json": b"new"}, replaces=("report.html",))
    assert everything_in(tmp_path) == {"report.html": "old"}
    assert not list(tmp_path.glob(f"{UNFINISHED}*"))


def test_a_move_that_fails_half_way_puts_everything_back(tmp_path, monkeypatch):
    write_folder(tmp_path, {"tables/x.csv": b"old", "report.html": b"old"})
    real = Path.rename

    def rename(source: Path, target: Path) -> Path:
        if source.name == "report.html" and source.parent.name == "new":
            raise OSError(5, "Input/output error")
        return real(source, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="Input/output"):
        write_folder(tmp_path, {"tables/x.csv": b"new", "report.html": b"new"})
    assert everything_in(tmp_path) == {"tables/x.csv": "old", "report.html": "old"}


def test_one_file_is_written_whole_and_replaces_the_one_before_it(tmp_path):
    write_file(tmp_path / "assessment.json", b"old")
    write_file(tmp_path / "assessment.json", b"new")
    assert everything_in(tmp_path) == {"assessment.json": "new"}


def test_a_folder_that_cannot_be_made_is_an_error_of_the_operating_system(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(OSError, match="file"):
        write_folder(tmp_path / "file" / "out", {"report.html": b"1"})
    assert everything_in(tmp_path) == {"file": "not a folder"}
