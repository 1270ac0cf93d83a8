"""However reading ends, no file, process, thread or open file of it is left."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from faults.broken_files import BROKEN, Broken
from faults.workbooks import write_xlsx
from footing.workforce.reading import read_sheets

linux = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system does not list open files in /proc")

READ_AND_WAIT = """
import sys, time
from pathlib import Path
from footing.workforce.limits import Limits
from footing.workforce.reading import read_sheets

class Wait:
    def start(self, description, total):
        if description.startswith(sys.argv[2]):
            print("waiting", flush=True)
            time.sleep(60)
    def advance(self, n):
        pass

read_sheets(Path(sys.argv[1]), limits=Limits(), progress=Wait())
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """A folder for temporary files, and a working folder, both empty."""
    folders = tmp_path / "temporary", tmp_path / "working"
    for folder in folders:
        folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folders[0]))
    monkeypatch.chdir(folders[1])
    return folders


def open_files() -> list[str]:
    """What this process has open, apart from the folder that is being listed."""
    found = [os.readlink(entry) for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink()]
    return sorted(name for name in found if not name.startswith("/proc/"))


@linux
@pytest.mark.parametrize("broken", BROKEN, ids=str)
def test_nothing_is_left_of_a_broken_file(tmp_path, temporary, broken: Broken):
    path = tmp_path / broken.name
    broken.build(path)
    before, threads = open_files(), threading.active_count()
    read_sheets(path, limits=broken.limits).close()
    assert [list(folder.iterdir()) for folder in temporary] == [[], []]
    assert (open_files(), threading.active_count()) == (before, threads)


@linux
@pytest.mark.parametrize(
    ("name", "moment"), [("people.csv", "Checking"), ("people.csv", "Reading"), ("people.xlsx", "Opening")]
)
def test_nothing_is_left_of_a_reader_that_is_killed(tmp_path, temporary, name, moment):
    path = tmp_path / name
    if name.endswith(".xlsx"):
        write_xlsx(path, {"Staff": [["Payroll no", "Grade"], *[[f"K{n}", "Band 2"] for n in range(60_000)]]})
    else:
        path.write_bytes(b"Payroll no,Grade\n" + "K1,Café\n".encode("cp1252") * 300_000)
    command = [sys.executable, "-c", READ_AND_WAIT, str(path), moment]
    environment = os.environ | {"TMPDIR": str(temporary[0])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, cwd=temporary[1]) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == b"waiting\n"
        reader.send_signal(signal.SIGKILL)
    assert [list(folder.iterdir()) for folder in temporary] == [[], []]
    assert ends_within_seconds(str(path), 20)


def ends_within_seconds(argument: str, seconds: int) -> bool:
    """Whether no process that was given an argument is left after some seconds."""
    for _ in range(seconds * 10):
        if not any(argument.encode() in command for command in _command_lines()):
            return True
        time.sleep(0.1)
    return False


def _command_lines() -> list[bytes]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found.append(entry.read_bytes())
        except OSError:  # it ended while the list was made
            continue
    return found
