"""Folders for people's data are for one user alone, and gone at the end, also when the process was killed."""

import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from footing_web.records import private_folder as folders
from footing_web.records.private_folder import private_folder, remove_abandoned

STAY = """
import sys, time
from footing_web.records import private_folder as folders
from pathlib import Path
folders._IN_MEMORY = Path(sys.argv[1])
with folders.private_folder() as folder:
    (folder / "staff.csv").write_text("an answer")
    print(folder, flush=True)
    time.sleep(60)
"""


def test_a_private_folder_is_for_this_user_alone_and_wiped():
    with private_folder(100) as folder:
        (folder / "staff.csv").write_text("an answer")
        assert folder.stat().st_mode & 0o077 == 0
    assert not folder.exists()


def test_a_private_folder_is_wiped_when_something_is_raised():
    with pytest.raises(RuntimeError), private_folder() as folder:
        raise RuntimeError
    assert not folder.exists()


def test_where_memory_is_short_the_folder_is_on_disk():
    with private_folder(1 << 60) as folder:
        assert folder.parent == Path(tempfile.gettempdir())


def test_the_folder_of_a_killed_process_is_removed_by_the_next(tmp_path, monkeypatch):
    with subprocess.Popen([sys.executable, "-c", STAY, str(tmp_path)], stdout=subprocess.PIPE, text=True) as process:
        left = Path(process.stdout.readline().strip())
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert (left / "staff.csv").exists()
    monkeypatch.setattr(folders, "_IN_MEMORY", tmp_path)
    with private_folder() as folder:
        assert not left.exists()
        assert folder.exists()


def test_the_folder_of_a_living_process_is_left_alone():
    with private_folder() as folder:
        remove_abandoned(folder.parent)
        assert folder.exists()
