"""Bombs, files that are too large, viruses and killed processes: refused cleanly, and nothing is left."""

import datetime as dt
import io
import os
import signal
import socket
import subprocess
import sys
import tracemalloc
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from django_scopes import scopes_disabled

from faults.broken_files import bomb, corners
from footing.workforce import Limits
from footing_web.accounts.scoping import in_organisation
from footing_web.records.models import DeletedRecord, Record
from footing_web.records.storing import stored_names
from footing_web.uploads import actions, jobs
from footing_web.uploads.limits import LIMITS, READING
from footing_web.uploads.models import State, Upload
from footing_web.uploads.receiving import PrivateUploadHandler
from footing_web.uploads.scanning import ScannerAway, find_virus
from web.uploads.test_screens import EICAR

MEBIBYTE = 1 << 20


@pytest.mark.django_db
@pytest.mark.parametrize(("build", "code"), [(bomb, "W009"), (corners, "W010")])
def test_a_small_file_that_unpacks_to_gigabytes_is_refused(hand_in, tmp_path, build, code):
    build(tmp_path / "bomb.xlsx")
    upload = hand_in("bomb.xlsx", (tmp_path / "bomb.xlsx").read_bytes())
    assert (upload.state, upload.refusal["code"]) == (State.REFUSED, code)
    with scopes_disabled():
        assert not Record.objects.exists()
        assert {evidence.reason for evidence in DeletedRecord.objects.all()} == {"refused"}


def test_a_file_of_200_megabytes_takes_no_room_in_memory_or_on_disk():
    handler = PrivateUploadHandler(HttpRequest())
    handler.new_file("extract", "staff.csv", "text/csv", None)
    piece = b"x" * MEBIBYTE
    tracemalloc.start()
    for number in range(200):
        handler.receive_data_chunk(piece, number * MEBIBYTE)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    with handler.file_complete(200 * MEBIBYTE) as received:
        assert (received.size, len(received.read())) == (200 * MEBIBYTE, 0)
        assert LIMITS.file_bytes < received.size
    assert peak < 10 * MEBIBYTE


def test_a_file_has_no_name_while_it_arrives(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    handler = PrivateUploadHandler(HttpRequest())
    handler.new_file("extract", "staff.csv", "text/csv", None)
    handler.receive_data_chunk(b"an answer", 0)
    assert list(tmp_path.iterdir()) == []
    handler.upload_interrupted()
    assert not issubclass(PrivateUploadHandler, MemoryFileUploadHandler)


def test_the_bounds_of_reading_are_tighter_than_on_ones_own_computer():
    own = Limits()
    assert all(getattr(READING, name) <= getattr(own, name) for name in Limits.__dataclass_fields__)


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[tuple[str, list[bytes]]]:
    """A scanner that speaks as clamd does: it finds what holds “worm”, and fails on what holds “large”."""
    path, seen = str(tmp_path / "clamd"), []

    def answer() -> None:
        while True:
            try:
                asking, _ = server.accept()
            except OSError:
                return
            with asking, asking.makefile("rb") as words:
                assert words.read(10) == b"zINSTREAM\0"
                content = b""
                while size := int.from_bytes(words.read(4), "big"):
                    content += words.read(size)
                seen.append(content)
                found = b"Win.Worm.Test FOUND" if b"worm" in content else b"OK"
                asking.sendall(
                    b"INSTREAM size limit exceeded. ERROR\0" if b"large" in content else b"stream: " + found + b"\0"
                )

    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        server.listen()
        thread = Thread(target=answer, daemon=True)
        thread.start()
        yield path, seen
        server.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def test_the_scanner_that_was_named_is_asked_about_the_whole_file(scanner):
    path, seen = scanner
    content = b"Staff no,Grade\r\n" * 100_000
    file = io.BytesIO(content)
    assert find_virus(file, scanner_socket=path) is None
    assert seen == [content]
    assert file.tell() == 0
    assert find_virus(io.BytesIO(b"a worm"), scanner_socket=path) == "Win.Worm.Test"


def test_a_file_that_could_not_be_scanned_is_not_taken_in(scanner, tmp_path):
    for path in (scanner[0], str(tmp_path / "nobody")):
        with pytest.raises(ScannerAway):
            find_virus(io.BytesIO(b"too large for it"), scanner_socket=path)


@pytest.mark.parametrize("before", [0, (1 << 20) - 30, 1 << 20])
def test_the_test_virus_is_found_wherever_it_stands(before):
    assert find_virus(io.BytesIO(b" " * before + EICAR)) == "EICAR test string"
    assert find_virus(io.BytesIO(b" " * before + EICAR[1:])) is None


KEEP_AND_STOP = """
import django, os, sys, time
from django.conf import settings
settings.STORAGES = {**settings.STORAGES, "default": {
    "BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": sys.argv[2]}}}
django.setup()
from footing_web.uploads import jobs, records_of
add, kept = records_of.add, []
def add_and_stop(*args, **more):
    kept.append(add(*args, **more))
    if len(kept) == 2:
        print("in the middle", flush=True)
        time.sleep(60)
records_of.add = add_and_stop
jobs.carry_out_keeping.func(sys.argv[1])
"""


def on_sqlite_alone(test):
    """The test, or nothing on PostgreSQL: its killed worker opens the file of the database itself."""
    return test if connection.vendor == "sqlite" else None


@on_sqlite_alone
@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_killed_while_it_keeps_leaves_nothing_half(
    hand_in, organisation, files, settings, monkeypatch
):
    upload = hand_in("trust_staff_and_answers.xlsx")
    before = set(stored_names())
    monkeypatch.setattr(jobs.working, "taken", lambda *_: False)
    with in_organisation(organisation):
        actions.confirm(upload=upload, by=None)
    monkeypatch.undo()
    connection.close()
    keys = ",".join(f"{name}:{_base64(key)}" for name, key in settings.RECORD_KEYS)
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "footing_web.project.settings",
        "FOOTING_DATABASE_URL": f"sqlite:///{connection.settings_dict['NAME']}",
        "FOOTING_RECORD_KEYS": keys,
        "FOOTING_PSEUDONYM_KEY": _base64(settings.PSEUDONYM_KEY),
    }
    command = [sys.executable, "-c", KEEP_AND_STOP, str(upload.pk), str(files)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as worker:
        assert worker.stdout.readline() == "in the middle\n"
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    _nothing_half(upload, before)
    actions.look_after(now=timezone.now() + dt.timedelta(hours=1))
    with scopes_disabled():
        assert Upload.objects.get().state == State.READY
        assert set(stored_names()) >= set(Record.objects.values_list("storage_name", flat=True))


def _nothing_half(upload: Upload, before: set[str]) -> None:
    """The database is as it was, and what the worker wrote to the storage is a stray that nobody can open."""
    with scopes_disabled():
        assert set(Record.objects.values_list("storage_name", flat=True)) == before
        assert Upload.objects.get(pk=upload.pk).state == State.KEEPING
    assert len(set(stored_names()) - before) == 2


def _base64(key: bytes) -> str:
    return b64encode(key).decode()
