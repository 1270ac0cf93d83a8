"""The ledger's file survives being killed half way, and shows when it was changed."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footing.disclosure.ledger import LedgerBroken, LedgerEntry, PrintedCells, append_entry, fingerprint_of, read_ledger
from footing.tables import coordinate

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
