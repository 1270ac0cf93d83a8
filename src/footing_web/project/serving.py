"""The programs that make up the service, started together, watched, and stopped together."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from urllib.error import URLError
from urllib.request import urlopen

SECONDS_TO_FINISH = 20
SECONDS_BETWEEN_STARTS = 2


@dataclass(slots=True)
class Program:
    """One program of the service, and when it was last started."""

    name: str
    command: list[str]
    running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, in a group of its own, so that Ctrl+C reaches it only through us."""
        self.running = subprocess.Popen(self.command, start_new_session=True)  # noqa: S603 - our own programs

    def has_ended(self) -> bool:
        """Whether it has to be started again."""
        return self.running is not None and self.running.poll() is not None

    def stop(self) -> None:
        """Ask it to finish what it is doing."""
        if self.running is not None and self.running.poll() is None:
            self.running.terminate()

    def wait_until(self, end: float) -> None:
        """Let it finish until then; after that it is ended, and its job is taken up by the next worker."""
        if self.running is None:
            return
        try:
            self.running.wait(max(0.1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.running.kill()
            self.running.wait()


def server(host: str, port: int, processes: int) -> Program:
    """The web server. It writes no access log: addresses of shared results are secrets."""
    return Program(
        "server",
        [
            *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
            *("--workers", str(processes), "--blocking-threads", "4", "--respawn-failed-workers"),
            *("--log-level", "warning", "--no-access-log", "footing_web.project.wsgi:application"),
        ],
    )


def worker() -> Program:
    """The worker, which carries out jobs one after another."""
    return Program("worker", [sys.executable, "-m", "footing_web.project", "db_worker", "--queue-name", "*", "-v", "0"])


class Stopped(Exception):
    """Somebody asked the service to stop."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Turn the signals that ask for a stop into ``Stopped``."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Stopped

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def keep_running(programs: list[Program], between: Callable[[], None]) -> None:
    """Start the programs and start each again that ends, until somebody asks for a stop; then stop them all."""
    try:
        with stoppable():
            for program in programs:
                program.start()
            while True:
                time.sleep(SECONDS_BETWEEN_STARTS)
                for program in programs:
                    if program.has_ended():
                        program.start()
                between()
    except Stopped:
        pass
    finally:
        for program in programs:
            program.stop()
        end = time.monotonic() + SECONDS_TO_FINISH
        for program in programs:
            program.wait_until(end)


def answers(address: str) -> bool:
    """Whether the service at this address says that it is ready."""
    try:
        with urlopen(f"{address}/health/ready", timeout=5) as response:  # noqa: S310 - our own address
            return bool(response.status == 200)
    except (URLError, OSError):
        return False


def processes_for_this_machine() -> int:
    """How many server processes to run: one for each processor, and no more than four."""
    return max(1, min(4, os.cpu_count() or 1))
