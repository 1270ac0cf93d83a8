"""Released tables in a store: they open as they were kept, and nothing else opens as them."""

import hashlib
import hmac
import json
import zlib
from dataclasses import replace

import pytest

from disclosure.small_tables import grid, release_of, small_threshold
from footing.disclosure import release
from footing.disclosure.keeping import NotAsReleased, cell_of, keep, opened
from footing.tables import Status, coordinate

KEY = bytes(range(32))
TABLES = release(release_of(grid([[2, 19, 18], [17, 16, 19], [18, 17, 16]])), policy=small_threshold(5)).tables


def signed(document: object, key: bytes = KEY, words: bytes = b"footing released tables 1\n") -> bytes:
    """What a store of this version holds of a document."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    packed = zlib.compress(text)
    return hmac.new(key, words + packed, hashlib.sha256).digest() + packed


def test_tables_and_what_was_beside_them_open_as_they_were_kept() -> None:
    noted = (replace(TABLES[0], benchmark="uk", notes=("A note", "Überschrift")),)
    tables, beside = opened(keep(noted, {"finding": [1, None]}, KEY), KEY)
    assert tables == noted
    assert beside == {"finding": [1, None]}
    assert {row.status for row in tables[0].rows} == {Status.SHOWN, Status.WITHHELD}


def test_what_is_kept_stays_the_same_from_one_version_to_the_next() -> None:
    document = json.loads(zlib.decompress(keep(TABLES, {}, KEY)[32:]))
    assert signed(document) == keep(TABLES, {}, KEY)
    (table,) = document["tables"]
    assert table.keys() == {
        "id",
        "measure",
        "title",
        "unit",
        "population",
        "benchmark",
        "notes",
        "dimensions",
        "rows",
    }
    first = table["dimensions"][0]
    assert first[:2] == ["a", "A"]
    assert first[2][0] == ["a0", "a0"]
    shown = next(row for row in table["rows"] if row[5] == "shown")
    assert shown[1] == shown[4]
    assert shown[7]


def test_figures_are_kept_with_the_decimals_that_are_published_and_no_more() -> None:
    row = next(row for row in TABLES[0].rows if row.status is Status.SHOWN)
    exact = replace(TABLES[0], rows=(replace(row, value=19.4, lower=18.26, upper=20.51),))
    ((kept,), _) = opened(keep([exact], {}, KEY), KEY)
    assert (kept.rows[0].value, kept.rows[0].lower, kept.rows[0].upper) == (19.0, 18.0, 21.0)


@pytest.mark.parametrize("place", [0, 31, 32, 40, -1])
def test_no_byte_of_what_was_kept_may_be_changed(place: int) -> None:
    content = bytearray(keep(TABLES, {}, KEY))
    content[place] ^= 1
    with pytest.raises(NotAsReleased, match="K001"):
        opened(bytes(content), KEY)


def test_what_another_key_or_other_words_signed_does_not_open() -> None:
    for forged in (
        signed({"tables": [], "beside": {}}, key=b"o" * 32),
        signed({"tables": [], "beside": {}}, words=b""),
    ):
        with pytest.raises(NotAsReleased):
            opened(forged, KEY)
    assert opened(signed({"tables": [], "beside": {}}), KEY) == ((), {})


def test_a_key_of_fewer_than_32_bytes_neither_signs_nor_opens() -> None:
    for short in (b"", bytes(31)):
        with pytest.raises(ValueError, match="at least 32 bytes"):
            keep(TABLES, {}, short)
        with pytest.raises(ValueError, match="at least 32 bytes"):
            opened(keep(TABLES, {}, KEY), short)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_is_not_kept(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        keep(TABLES, {"p": number}, KEY)


def test_a_group_is_read_again_from_its_pairs() -> None:
    assert cell_of([["a", "x"], ["b", "y"]]) == coordinate(a="x", b="y")
