"""What is sealed can be opened with its key and for its context, and in no other way."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footing_web.records import sealing
from footing_web.records.sealing import NotOpened, new_key, open_file, open_text, seal_file, seal_text

KEY, CONTEXT = bytes(range(32)), b"record:1"
PIECE = 1 << 20


def sealed(text: bytes, key: bytes = KEY, context: bytes = CONTEXT) -> bytes:
    target = io.BytesIO()
    result = seal_file(io.BytesIO(text), target, key=key, context=context)
    assert result.size == len(target.getvalue())
    return target.getvalue()


def opened(text: bytes, key: bytes = KEY, context: bytes = CONTEXT) -> bytes:
    return b"".join(open_file(io.BytesIO(text), key=key, context=context))


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_a_file_of_any_size_comes_back_as_it_was(size):
    text = bytes(index % 251 for index in range(size))
    assert opened(sealed(text)) == text


@given(st.binary(max_size=200), st.binary(max_size=30))
def test_a_text_comes_back_as_it_was(text, context):
    assert open_text(seal_text(text, key=KEY, context=context), key=KEY, context=context) == text


def test_nothing_of_the_text_can_be_read_in_what_is_sealed():
    assert b"Technical and craft" not in sealed(b"Technical and craft " * 1000)
    assert b"Technical" not in seal_text(b"Technical and craft", key=KEY, context=CONTEXT)


def test_the_same_text_is_sealed_differently_each_time():
    assert sealed(b"the same") != sealed(b"the same")


@pytest.mark.parametrize(("key", "context"), [(bytes(32), CONTEXT), (KEY, b"record:2")])
def test_another_key_or_another_context_opens_nothing(key, context):
    with pytest.raises(NotOpened):
        opened(sealed(b"an answer"), key, context)
    with pytest.raises(NotOpened):
        open_text(seal_text(b"an answer", key=KEY, context=CONTEXT), key=key, context=context)


@pytest.mark.parametrize("place", [0, 10, 20, -1])
def test_one_bit_that_was_changed_is_noticed(place):
    text = bytearray(sealed(b"an answer"))
    text[place] ^= 1
    with pytest.raises(NotOpened):
        opened(bytes(text))


def test_a_file_that_is_cut_off_between_pieces_is_noticed(monkeypatch):
    monkeypatch.setattr(sealing, "_PIECE_BYTES", 10)
    text = sealed(b"0123456789" * 3)
    with pytest.raises(NotOpened):
        opened(text[: 15 + 2 * 26])


def test_pieces_in_another_order_are_noticed(monkeypatch):
    monkeypatch.setattr(sealing, "_PIECE_BYTES", 10)
    text = sealed(b"0123456789" * 3)
    header, pieces = text[:15], [text[15 + 26 * index : 41 + 26 * index] for index in range(3)]
    assert opened(header + b"".join(pieces)) == b"0123456789" * 3
    with pytest.raises(NotOpened):
        opened(header + pieces[1] + pieces[0] + pieces[2])


@pytest.mark.parametrize("text", [b"", b"FTGSEAL1", b"something else altogether"])
def test_what_was_never_sealed_is_not_opened(text):
    with pytest.raises(NotOpened):
        opened(text)


def test_keys_are_random():
    assert len({new_key() for _ in range(100)}) == 100
