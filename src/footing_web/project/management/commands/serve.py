"""``serve``: the whole service with one command, or one part of it."""

import socket
import time
from argparse import ArgumentParser
from collections.abc import Callable
from io import StringIO
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from footing_web.project.duties import do_what_is_due, duties
from footing_web.project.serving import Program, answers, keep_running, processes_for_this_machine, server, worker

WHOLE, WEB, WORKER = "all", "web", "worker"
SECONDS_BETWEEN_LOOKS = 2
EVERYWHERE = "0.0.0.0"  # noqa: S104 - only compared with


class Command(BaseCommand):
    """Prepare the database, then run the server and the worker until somebody asks for a stop."""

    help = (
        "Run the web service: the server, the worker that carries out jobs, and what has to be done from time to time."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen, and which part to run."""
        parser.add_argument("--host", default="127.0.0.1", help="The address to listen on.")
        parser.add_argument("--port", type=int, default=8000, help="The port to listen on.")
        parser.add_argument("--part", choices=[WHOLE, WEB, WORKER], default=WHOLE, help="What to run here.")
        parser.add_argument("--demonstration", action="store_true", help="Fill in fictional organisations and people.")

    def handle(self, *args: Any, host: str, port: int, part: str, demonstration: bool, **options: Any) -> None:
        """Prepare, start, watch."""
        if part == WORKER:
            wait_for_the_web()
        else:
            _require_free(host, port)
            prepare()
        sign_ins = _fill_in() if demonstration else ""
        say = self._once_it_answers(host, port, sign_ins) if part != WORKER else _nothing
        held = duties() if part != WEB else []

        def between() -> None:
            say()
            do_what_is_due(held, timezone.now())

        keep_running(_programs(part, host, port), between)
        self.stderr.write("Stopped.")

    def _once_it_answers(self, host: str, port: int, sign_ins: str) -> Callable[[], None]:
        """Say where the service is, and who can sign in, as soon as it answers, and once."""
        asked = f"http://{'127.0.0.1' if host == EVERYWHERE else host}:{port}"
        left = [f"{sign_ins}Footing is at {settings.PUBLIC_ADDRESS}/ (stop with Ctrl+C)"]

        def say() -> None:
            if left and answers(asked):
                self.stderr.write(left.pop())

        return say


def _nothing() -> None:
    """A worker has no address to say."""


def _fill_in() -> str:
    """Fill in the demonstration; who can sign in to it."""
    said = StringIO()
    call_command("demo_data", stdout=said)
    call_command("demo_documents", stdout=StringIO())
    return said.getvalue()


def prepare() -> None:
    """Bring the database, the toolkit and the collected files up to this version."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("load_library", stdout=StringIO())
    call_command("collectstatic", verbosity=0, interactive=False)


def wait_for_the_web() -> None:
    """Let the part that serves pages bring the database up to this version, so that the two do not do it at once."""
    while True:
        try:
            executor = MigrationExecutor(connection)
            if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
                return
        except DatabaseError:
            connection.close()
        time.sleep(SECONDS_BETWEEN_LOOKS)


def _programs(part: str, host: str, port: int) -> list[Program]:
    web = [] if part == WORKER else [server(host, port, processes_for_this_machine())]
    return web + ([] if part == WEB else [worker()])


def _require_free(host: str, port: int) -> None:
    try:
        with socket.create_server((host, port)):
            pass
    except OSError as error:
        raise CommandError(f"Port {port} cannot be used ({error.strerror}). Choose another with --port.") from error
