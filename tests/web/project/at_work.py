"""The service as its own programs, set up in a folder and spoken to over HTTP as a browser without scripts does."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

SECONDS = 150
OUR_OWN = {name: value for name, value in os.environ.items() if not name.startswith(("FOOTING_", "DJANGO_"))}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def until(true: Callable[[], Any], seconds: float = SECONDS, pause: float = 0.2) -> Any:
    """What the function gives as soon as it gives anything."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(pause)
    raise AssertionError(f"nothing in {seconds} seconds")


def answer(port: int, path: str = "/health/ready") -> int | None:
    try:
        return urlopen(f"http://127.0.0.1:{port}{path}", timeout=5).status
    except (URLError, OSError):
        return None


def children(parent: int) -> dict[int, str]:
    """The processes that a process has started, with what each was started as."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            number, state, above = int(stat.parent.name), *stat.read_text().rpartition(")")[2].split()[:2]
            if int(above) == parent and state != "Z":
                found[number] = (stat.parent / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
    return found


@dataclass
class Service:
    """``footing serve`` on a free port, with its data in a folder."""

    folder: Path
    port: int = field(default_factory=free_port)
    running: subprocess.Popen[str] | None = None

    @property
    def environment(self) -> dict[str, str]:
        return OUR_OWN | {"FOOTING_DATA": str(self.folder), "FOOTING_ADDRESS": f"http://127.0.0.1:{self.port}"}

    def start(self) -> None:
        command = [str(Path(sys.executable).with_name("footing")), "serve", "--data", str(self.folder)]
        self.running = subprocess.Popen(
            [*command, "--port", str(self.port)], env=self.environment, stderr=subprocess.PIPE, text=True
        )
        until(lambda: answer(self.port) == 200)

    def command(self, script: str, *arguments: str) -> str:
        """What a script prints that is run where the service has its data."""
        more = {"DJANGO_SETTINGS_MODULE": "footing_web.project.settings"}
        command = [sys.executable, "-c", script, *arguments]
        ended = subprocess.run(command, env=self.environment | more, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def kill(self) -> None:
        """End every program of the service at once, as a power cut does: nothing of theirs runs any more."""
        programs = [self.running.pid, *children(self.running.pid)]
        programs += [each for program in programs[1:] for each in children(program)]
        for program in programs:
            with suppress(ProcessLookupError):
                os.kill(program, signal.SIGKILL)
        self.running.wait()
        self.running.stderr.close()
        until(lambda: not any(Path(f"/proc/{each}/exe").exists() for each in programs))


@contextmanager
def service_in(folder: Path) -> Iterator[Service]:
    """A service that has not been started; it is stopped at the end."""
    service = Service(folder)
    try:
        yield service
    finally:
        if service.running is not None and service.running.poll() is None:
            service.running.send_signal(signal.SIGTERM)
            service.running.wait(40)
            service.running.stderr.close()


@dataclass
class Visitor:
    """Somebody with a browser that runs no scripts."""

    port: int
    opener: Any = field(default_factory=lambda: build_opener(HTTPCookieProcessor(CookieJar())))

    def look(self, path: str) -> tuple[str, str]:
        """Where a path leads to, and what stands there."""
        return self._opened(Request(f"http://127.0.0.1:{self.port}{path}"))

    def send(self, path: str, **fields: object) -> tuple[str, str]:
        """Fill in the form on a page and send it: the path that it led to, and what stands there."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.look(path)[1])[1]
        sent = {name: _as_file(value) for name, value in fields.items()}
        body = encode_multipart(BOUNDARY, {"csrfmiddlewaretoken": token, **sent})
        headers = {"Content-Type": MULTIPART_CONTENT, "Referer": f"http://127.0.0.1:{self.port}{path}"}
        return self._opened(Request(f"http://127.0.0.1:{self.port}{path}", body, headers))

    def _opened(self, request: Request) -> tuple[str, str]:
        try:
            with self.opener.open(request, timeout=60) as found:
                return found.url.split(f":{self.port}")[1], found.read().decode()
        except HTTPError as error:
            raise AssertionError(f"{request.get_method()} {request.selector}: {error.code}") from error


def _as_file(value: object) -> object:
    return SimpleUploadedFile(value.name, value.read_bytes()) if isinstance(value, Path) else value
