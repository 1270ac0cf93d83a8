"""Which encoding a text is in, and the same text in UTF-8."""

import codecs
import re
from pathlib import Path
from typing import BinaryIO

from footing.workforce.faults.reading_kinds import MIXED_ENCODINGS, NOT_TEXT
from footing.workforce.reading.refusal import Refused

UTF_8 = "utf-8"
WINDOWS_1252 = "cp1252"

_CHUNK_BYTES = 1 << 20
_UTF_16_SAMPLE_BYTES = 4096
_UTF_16_NULS = 0.3
_LETTERS_OF_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_MIXED_FROM_SHARE = 0.5


def guess_encoding(head: bytes) -> str:
    """The encoding that the first bytes speak for: a byte order mark, or the NULs of UTF-16; else UTF-8 is tried."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = head[:_UTF_16_SAMPLE_BYTES]
    even, odd = sample[0::2], sample[1::2]
    if odd and odd.count(0) / len(odd) >= _UTF_16_NULS and not even.count(0):
        return "utf-16-le"
    if even and even.count(0) / len(even) >= _UTF_16_NULS and not odd.count(0):
        return "utf-16-be"
    return UTF_8


def write_as_utf_8(path: Path, encoding: str, out: BinaryIO) -> None:
    """Copy a text to ``out`` in UTF-8, piece by piece; raises Refused when it is not in that encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    letters_of_utf_8 = beyond_ascii = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            if encoding == WINDOWS_1252:
                letters_of_utf_8 += sum(len(found) for found in _LETTERS_OF_UTF_8.findall(chunk))
                beyond_ascii += len(_BEYOND_ASCII.findall(chunk))
            out.write(_decode(decoder, chunk, encoding, final=False).encode())
    out.write(_decode(decoder, b"", encoding, final=True).encode())
    out.flush()
    # Real Windows-1252 hardly ever spells a letter of UTF-8 by chance, so if many do the file holds both.
    if beyond_ascii and letters_of_utf_8 / beyond_ascii >= _MIXED_FROM_SHARE:
        raise Refused(MIXED_ENCODINGS.at())


def _decode(decoder: codecs.IncrementalDecoder, chunk: bytes, encoding: str, *, final: bool) -> str:
    try:
        return decoder.decode(chunk, final)
    except UnicodeDecodeError as error:
        name = "UTF-16" if encoding.startswith("utf-16") else "Windows-1252"
        reason = f"it has the byte {error.object[error.start]:#04x}, which {name} does not allow there"
        raise Refused(NOT_TEXT.at(reason=reason)) from error
