"""The tests themselves: named apart, cut off from the network, strict about warnings and, in CI, never skipped."""

import os
import shutil
import socket
import subprocess
import sys
import warnings

import pytest
import pytest_socket

from repository.house import ROOT, name_of, settings


def test_every_folder_of_tests_is_a_package_so_that_two_may_hold_a_file_of_one_name():
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")} - {ROOT / "tests"}
    assert [name_of(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_no_test_can_reach_the_network():
    with pytest.raises(pytest_socket.SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_a_warning_is_an_error():
    with pytest.raises(UserWarning, match="careful"):
        warnings.warn("careful", UserWarning, stacklevel=1)
    assert settings()["tool"]["pytest"]["ini_options"]["filterwarnings"][0] == "error"


@pytest.mark.parametrize(("require_all", "exit_code"), [("0", 0), ("1", 1)])
def test_a_skip_is_named_at_the_end_and_fails_where_everything_is_required(tmp_path, require_all, exit_code):
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_skips.py").write_text(
        "import pytest\n\ndef test_it():\n    pytest.skip('Chromium is not on this machine')\n", encoding="utf-8"
    )
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:django",
        str(tmp_path),
        f"--rootdir={tmp_path}",
    ]
    environment = os.environ | {"FOOTING_REQUIRE_ALL": require_all}
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=tmp_path)
    assert run.returncode == exit_code, run.stdout + run.stderr
    assert "Chromium is not on this machine" in run.stdout
