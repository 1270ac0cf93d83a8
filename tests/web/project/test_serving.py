"""One command runs the server and the worker, starts again what ends, and stops everything."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from web.project.at_work import answer, children, free_port, until


@pytest.fixture
def service(tmp_path):
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("FOOTING_", "DJANGO_"))}
    command = [str(Path(sys.executable).with_name("footing")), "serve", "--data", str(tmp_path), "--port", str(port)]
    running = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    yield port, running
    if running.poll() is None:
        running.kill()
    running.stderr.close()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="Processes are only listed on Linux")
def test_the_service_starts_mends_itself_and_stops(service, tmp_path):
    port, running = service
    assert any(f"Footing is at http://127.0.0.1:{port}/" in line for line in running.stderr), "it ended early"
    assert answer(port) == 200
    assert answer(port, "/static/components/footing.css") == 200
    assert (tmp_path / "footing.sqlite3").exists()
    assert oct((tmp_path / "keys" / "secret.key").stat().st_mode)[-3:] == "600"

    (worker,) = [number for number, command in children(running.pid).items() if "db_worker" in command]
    os.kill(worker, signal.SIGKILL)
    until(lambda: [one for one, command in children(running.pid).items() if "db_worker" in command and one != worker])

    programs = children(running.pid)
    running.send_signal(signal.SIGTERM)
    assert running.wait(30) == 0
    assert running.stderr.read() == "Stopped.\n"
    assert [number for number in programs if Path(f"/proc/{number}").exists()] == []


def test_a_port_that_is_taken_is_named_with_what_to_do(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        command = [str(Path(sys.executable).with_name("footing")), "serve", "--data", str(tmp_path)]
        port = str(taken.getsockname()[1])
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("FOOTING_", "DJANGO_"))
        }
        ended = subprocess.run([*command, "--port", port], env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert f"Port {port} cannot be used" in ended.stderr
    assert "--port" in ended.stderr
