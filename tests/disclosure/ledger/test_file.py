"""The ledger's file survives being killed half way, and shows when it was changed."""

import datetime as dt
import hashlib
import hmac
import json
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footing.disclosure.ledger import (
    Fingerprint,
    LedgerBroken,
    LedgerEntry,
    PrintedCells,
    append_entry,
    fingerprint_of,
    read_ledger,
)
from footing.disclosure.ledger.file import line_of, read_lines
from footing.disclosure.ledger.fingerprint import ledger_key
from footing.tables import EVERYONE, coordinate

DAY = dt.date(2026, 3, 31)
PRINTED = PrintedCells(
    "people", {(): 60, coordinate(a="x"): 40}, {coordinate(a="y", b="z"): 1}, fingerprint_of("abc", b"secret")
)
ENTRY = LedgerEntry("release", DAY, "2026-03-31", "publish-10", 10, "none", (PRINTED,), ("by_a",))
WITHDRAWAL = LedgerEntry("withdrawal", DAY, of=1, reason="A mistake in the extract")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.jsonl"
    assert [append_entry(path, each) for each in (ENTRY, WITHDRAWAL, ENTRY)] == [1, 2, 3]
    return path


def test_entries_are_read_again_as_they_were_written(ledger: Path) -> None:
    found = read_ledger(ledger)
    assert found.entries == (ENTRY, WITHDRAWAL, ENTRY)
    assert found.notices == ()


def test_no_ledger_is_an_empty_one(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "none").entries == ()


def test_every_way_of_being_cut_off_leaves_the_entries_before_and_says_so(ledger: Path) -> None:
    whole = ledger.read_bytes()
    second_ends = whole.index(b"\n", whole.index(b"\n") + 1) + 1
    for length in range(second_ends + 1, len(whole) - 1, 97):
        ledger.write_bytes(whole[:length])
        found = read_ledger(ledger)
        assert found.entries == (ENTRY, WITHDRAWAL)
        assert "cut off" in found.notices[0]


def test_what_is_added_after_half_a_line_is_read_and_the_half_line_is_not(ledger: Path) -> None:
    ledger.write_bytes(ledger.read_bytes()[:-20])
    assert append_entry(ledger, WITHDRAWAL) == 3
    found = read_ledger(ledger)
    assert found.entries == (ENTRY, WITHDRAWAL, WITHDRAWAL)
    assert len(found.notices) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'["a","x"]', b'["a","w"]'), (b"40", b"41"), (b"A mistake", b"A mishap!"), (b"withdrawal", b"correction")],
)
def test_a_line_that_was_changed_is_refused(ledger: Path, old: bytes, new: bytes) -> None:
    ledger.write_bytes(ledger.read_bytes().replace(old, new, 1))
    with pytest.raises(LedgerBroken, match="L002"):
        read_ledger(ledger)


@pytest.mark.parametrize("gone", [0, 1])
def test_a_line_that_was_taken_out_is_missed(ledger: Path, gone: int) -> None:
    lines = ledger.read_bytes().splitlines(keepends=True)
    ledger.write_bytes(b"".join(lines[:gone] + lines[gone + 1 :]))
    with pytest.raises(LedgerBroken, match="L002"):
        append_entry(ledger, ENTRY)


def test_another_file_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text('{"name": "value"}\n')
    with pytest.raises(LedgerBroken, match="L001"):
        read_ledger(path)


keys = st.sets(st.text("abcdef", min_size=1, max_size=6), max_size=30)


@given(one=keys, two=keys)
@settings(max_examples=60, deadline=None)
def test_a_fingerprint_tells_equal_people_from_others_and_never_overstates_how_many_differ(
    one: set[str], two: set[str]
) -> None:
    first, second = (fingerprint_of(sorted(each), b"secret") for each in (one, two))
    least = first.least_difference(second)
    assert least is not None
    assert least <= len(one ^ two)
    assert (least == 0) == (one == two)


def test_fingerprints_with_different_secrets_say_nothing_of_one_another() -> None:
    assert fingerprint_of("abc", b"one").least_difference(fingerprint_of("abc", b"two")) is None


def test_the_order_of_people_does_not_change_their_fingerprint_and_no_key_is_in_it() -> None:
    assert fingerprint_of(["anna", "ben"], b"secret") == fingerprint_of(["ben", "anna"], b"secret")
    assert "anna" not in repr(fingerprint_of(["anna"], b"secret"))


def test_a_fingerprint_stays_the_same_from_one_version_to_the_next_so_that_old_ledgers_can_be_compared() -> None:
    people = [f"person {number}" for number in range(600)]
    sums = [0] * 256
    for each in people:
        digest = hmac.new(b"secret", each.encode(), "sha256").hexdigest()
        sums[int(digest[:8], 16) % 256] += int(digest[8:24], 16)
    name = hashlib.sha256(b"footing ledger keysecret").hexdigest()[:16]
    assert fingerprint_of(people, b"secret") == Fingerprint(name, tuple(each % 2**64 for each in sums))


def test_fingerprints_of_another_length_say_nothing_of_one_another() -> None:
    whole = fingerprint_of("abc", b"one")
    assert whole.least_difference(Fingerprint(whole.key_id, whole.sums[:-1])) is None


def test_the_key_of_a_ledger_is_made_once_beside_it_for_its_owner_alone(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    key, path = ledger_key(ledger), tmp_path / "ledger.jsonl.key"
    assert len(key) == 32
    assert bytes.fromhex(path.read_text(encoding="ascii")) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert ledger_key(ledger) == key
    assert ledger_key(tmp_path / "other.jsonl") != key


@pytest.mark.parametrize("left", ["", "00" * 31, "00" * 33, "no key", "é"])
def test_half_a_key_is_refused_and_never_used_or_replaced(tmp_path: Path, left: str) -> None:
    path = tmp_path / "ledger.jsonl.key"
    path.write_text(left, encoding="utf-8")
    with pytest.raises(LedgerBroken) as refusal:
        ledger_key(tmp_path / "ledger.jsonl")
    assert refusal.value.code == "L003"
    assert path.name in str(refusal.value)
    assert path.read_text(encoding="utf-8") == left


def test_a_ledger_stays_the_same_from_one_version_to_the_next() -> None:
    content = (
        '{"kind":"release","of":null,"on":"2026-03-31","policy":"publish-10","printed":[{"people":{"key":"k","sums":'
        '["0","ff"]},"population":"people","shown":[[[],60],[[["a","x"]],40]],"withheld":[[[["a","y"],["b","z"]],1]]}],'
        '"reason":"","rounding":"none","snapshot":"2026-03-31","tables":["by_a"],"threshold":10}'
    )
    digest = hashlib.sha256(f"{'0' * 64}\n{content}".encode()).hexdigest()
    line = f'{{"content":{content},"digest":"{digest}","previous":"{"0" * 64}"}}'
    printed = PrintedCells(
        "people",
        {EVERYONE: 60, coordinate(a="x"): 40},
        {coordinate(a="y", b="z"): 1},
        Fingerprint("k", (0, 255)),
    )
    entry = LedgerEntry("release", DAY, "2026-03-31", "publish-10", 10, "none", (printed,), ("by_a",))
    assert line_of(entry, "0" * 64) == line.encode()
    found = read_lines([line.encode(), b""], "ledger.jsonl")
    assert (found.entries, found.last_digest, found.notices) == ((entry,), digest, ())


def test_a_line_is_named_by_its_number_where_it_is_cut_off_or_is_no_entry_or_was_changed(ledger: Path) -> None:
    whole = ledger.read_bytes()
    ledger.write_bytes(whole + b'{"content"')
    assert read_ledger(ledger).notices == ("Line 4 of ledger.jsonl was cut off while it was written, and is left out.",)
    for line, code in ((b'{"name":1}', "L001"), (b'{"content":1,"previous":"","digest":""}', "L002")):
        ledger.write_bytes(whole + line)
        with pytest.raises(LedgerBroken) as refusal:
            read_ledger(ledger)
        assert refusal.value.code == code
        assert "line 4" in str(refusal.value).casefold()
    ledger.write_bytes(whole + b"[1]\n")
    assert len(read_ledger(ledger).notices) == 1


@pytest.mark.parametrize("content", [{"kind": "release"}, {"kind": "release", "on": "no day"}, [], "words"])
def test_a_line_whose_digest_is_right_and_that_is_no_entry_is_refused(content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(f"{'0' * 64}\n{text}".encode()).hexdigest()
    line = json.dumps({"content": content, "previous": "0" * 64, "digest": digest}).encode()
    with pytest.raises(LedgerBroken) as refusal:
        read_lines([line], "ledger.jsonl")
    assert refusal.value.code == "L001"


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize(("old", "new"), [(b'"previous":"', b'"previous":"1'), (b'"on":"2026', b'"on":"2025')])
def test_a_change_of_any_line_is_noticed_also_of_the_last(ledger: Path, place: int, old: bytes, new: bytes) -> None:
    lines = ledger.read_bytes().splitlines(keepends=True)
    lines[place] = lines[place].replace(old, new)
    ledger.write_bytes(b"".join(lines))
    with pytest.raises(LedgerBroken, match="L002"):
        read_ledger(ledger)


def test_a_line_that_follows_another_than_the_one_before_it_is_refused() -> None:
    first = line_of(ENTRY, "0" * 64)
    with pytest.raises(LedgerBroken, match="L002"):
        read_lines([first, line_of(WITHDRAWAL, "0" * 64)], "ledger.jsonl")


def test_a_ledger_is_for_its_owner_alone_and_only_added_to(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    append_entry(path, ENTRY)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    first = path.read_bytes()
    assert first.endswith(b"\n")
    assert b"\n" not in first[:-1]
    append_entry(path, WITHDRAWAL)
    assert path.read_bytes().startswith(first)
    assert path.read_bytes().count(b"\n") == 2


def test_writers_at_one_time_follow_one_another(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    with ThreadPoolExecutor(4) as writers:
        numbers = list(writers.map(lambda _: append_entry(path, WITHDRAWAL), range(12)))
    assert sorted(numbers) == list(range(1, 13))
    assert len(read_ledger(path).entries) == 12


def test_words_of_other_languages_are_kept_as_they_are() -> None:
    assert "Übertrag".encode() in line_of(replace(WITHDRAWAL, reason="Übertrag"), "0" * 64)


WRITER = """
import datetime, pathlib, sys
from footing.disclosure.ledger import LedgerEntry, append_entry
path = pathlib.Path(sys.argv[1])
while True:
    append_entry(path, LedgerEntry("withdrawal", datetime.date(2026, 1, 1), of=1, reason="x" * 50_000))
    print("entered", flush=True)
"""


def test_a_writer_that_is_killed_at_any_moment_leaves_a_ledger_that_can_be_read_and_added_to(tmp_path: Path) -> None:
    path, entered = tmp_path / "ledger.jsonl", 0
    for moment in range(3):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            for _ in range(2 + 3 * moment):
                entered += writer.stdout.readline() == "entered\n"
            writer.kill()
            entered += writer.stdout.read().count("entered")
        found = read_ledger(path)
        assert entered <= len(found.entries) <= entered + 1 + moment
        assert append_entry(path, WITHDRAWAL) == len(found.entries) + 1
        entered += 1
