"""How many pages of results a second the service gives and how long one takes, beside a bare Django page.

Both are served by the same server with the same settings and asked in turn by the same visitors, who share the machine
with it. The bare page is one sentence: one address, no session, no database, no template, and nothing around it but the
middleware that says how long it is.
"""

import asyncio
import json
import math
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from benchmarks import Result, show

TITLE = "Pages of results, asked for by eight visitors at once"
VISITORS, SECONDS, SECONDS_TO_END = 8, 5.0, 20
MILLISECONDS_99 = 250
"""What must be reached for a survey's answers, too: nobody notices a quarter of a second."""
TIMES_SLOWER = 60
"""A page of results reads a session, a membership and a result, and is drawn from some hundred parts."""
FIRST_LOOK_SECONDS = 1.0

_FILL_IN = """
import django, json
django.setup()
from django.core.management import call_command
for command in ("migrate", "createcachetable"):
    call_command(command, verbosity=0)
call_command("collectstatic", verbosity=0, interactive=False)
call_command("demo_data", stdout=open("/dev/null", "w"))
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django_scopes import scopes_disabled
from footing_web.accounts.models import User
from footing_web.results.models import Result
with scopes_disabled():
    result = Result.objects.select_related("organisation").filter(organisation__slug="aldermere-council").first()
viewer = Client()
viewer.force_login(User.objects.get(email="viewer@aldermere-council.example"), settings.AUTHENTICATION_BACKENDS[-1])
one = {"slug": result.organisation.slug, "result_id": result.pk}
print(json.dumps({
    "cookie": f"{settings.SESSION_COOKIE_NAME}={viewer.cookies[settings.SESSION_COOKIE_NAME].value}",
    "the overview": reverse("results:overview", kwargs=one),
    "a section with its charts": reverse("results:section", kwargs={**one, "section": "pay"}),
    "a measure": reverse("results:measure", kwargs={**one, "measure": "background_share"}),
    "every finding": reverse("results:findings", kwargs=one),
}))
"""
_BARE = """
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path
def page(request):
    return HttpResponse("<!doctype html><title>A page</title><p>An equal footing.</p>")
urlpatterns = [path("", page)]
LENGTH = "django.middleware.common.CommonMiddleware"
settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], MIDDLEWARE=[LENGTH])
application = get_wsgi_application()
"""
_OURS = "footing_web.project.wsgi:application"


@dataclass(frozen=True, slots=True)
class Load:
    """What a page took under load: answers a second, and the time within which 99 of 100 came, in milliseconds."""

    a_second: float
    milliseconds_99: float


def results() -> Iterator[Result]:
    """The first look after the server was started; then each page of results, and the bare page right after it."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "FOOTING_DATA": f"{folder}/data",
            "PYTHONPATH": os.pathsep.join(filter(None, (folder, os.environ.get("PYTHONPATH")))),
        }
        environment["DJANGO_SETTINGS_MODULE"] = "footing_web.project.settings"
        Path(folder, "bare_page.py").write_text(_BARE, encoding="utf-8")
        pages = json.loads(
            subprocess.run([sys.executable, "-c", _FILL_IN], env=environment, check=True, stdout=-1).stdout
        )
        cookie = pages.pop("cookie")
        bare_page = serving("bare_page:application", environment, "/")
        with bare_page as bare, serving(_OURS, environment, "/health/ready") as port:
            yield _first_look(port, pages["the overview"], cookie)
            for name, path in pages.items():
                yield _beside(name, load_on(port, path, cookie), load_on(bare, "/", cookie))


def _beside(name: str, ours: Load, bare: Load) -> Result:
    return Result(
        work=name,
        measured=f"{ours.a_second:,.0f} a second, 99 % in {ours.milliseconds_99:.0f} ms",
        beside=f"a bare page, {bare.a_second:,.0f} a second, 99 % in {bare.milliseconds_99:.0f} ms",
        ratio=bare.a_second / ours.a_second,
        must_reach=f"99 % in {MILLISECONDS_99} ms, at most {TIMES_SLOWER} times",
        reached=ours.milliseconds_99 <= MILLISECONDS_99 and bare.a_second <= TIMES_SLOWER * ours.a_second,
    )


def _first_look(port: int, path: str, cookie: str) -> Result:
    """The first page that anybody asks of a server that says it is ready, beside the same page again."""
    first, again = (_seconds_of_page(port, path, cookie) for _ in range(2))
    return Result(
        work="the overview, first look after a start",
        measured=f"{first:.2f} s",
        beside=f"the second look, {again:.2f} s",
        ratio=first / again,
        must_reach=f"at most {FIRST_LOOK_SECONDS:g} s",
        reached=first <= FIRST_LOOK_SECONDS,
    )


def _seconds_of_page(port: int, path: str, cookie: str) -> float:
    started = time.perf_counter()
    with urlopen(Request(f"http://127.0.0.1:{port}{path}", headers={"Cookie": cookie}), timeout=60) as answer:
        answer.read()
    return time.perf_counter() - started


@contextmanager
def serving(application: str, environment: dict[str, str], ready: str) -> Iterator[int]:
    """The server of the service with an application behind it, as soon as it answers; the port that it is at."""
    from footing_web.project.serving import server

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [*server("127.0.0.1", port, processes=2).command[:-1], application]
    with subprocess.Popen(command, env=environment) as running:
        try:
            _wait_for(f"http://127.0.0.1:{port}{ready}")
            yield port
        finally:
            running.terminate()
            try:
                running.wait(SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                running.kill()


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            urlopen(address, timeout=5).close()  # noqa: S310 - our own address
            return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"Nothing answers at {address}")


def load_on(port: int, path: str, cookie: str) -> Load:
    """Ask for a page again and again from every visitor, each as soon as the last answer has come."""
    asked = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode()
    taken, seconds = asyncio.run(_all_visitors(port, asked))
    return Load(len(taken) / seconds, 1000 * sorted(taken)[math.ceil(0.99 * len(taken)) - 1])


async def _all_visitors(port: int, asked: bytes) -> tuple[list[float], float]:
    await asyncio.gather(*(_visitor(port, asked, time.perf_counter() + 1) for _ in range(VISITORS)))  # not counted
    started = time.perf_counter()
    each = await asyncio.gather(*(_visitor(port, asked, started + SECONDS) for _ in range(VISITORS)))
    return [one for taken in each for one in taken], time.perf_counter() - started


async def _visitor(port: int, asked: bytes, end: float) -> list[float]:
    """How long each answer took."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 22)
    taken = []
    while (started := time.perf_counter()) < end:
        writer.write(asked)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        if " 200 " not in head.partition("\r\n")[0]:
            raise RuntimeError(f"The server says {head.partition(chr(13))[0]}")
        await reader.readexactly(int(head.partition("content-length: ")[2].partition("\r\n")[0]))
        taken.append(time.perf_counter() - started)
    writer.close()
    return taken


if __name__ == "__main__":
    sys.exit(show(TITLE, results()))
