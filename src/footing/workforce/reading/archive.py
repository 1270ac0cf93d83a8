"""Whether an XLSX or ODS file, which is a ZIP archive, is safe to open, and what it holds besides cells."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from footing.workforce.faults import Fault
from footing.workforce.faults.reading_kinds import DAMAGED, ENCRYPTED, FORMULAS, MACROS, UNSAFE_WORKBOOK
from footing.workforce.limits import Limits
from footing.workforce.reading.engine import Reading
from footing.workforce.reading.progress import Progress
from footing.workforce.reading.refusal import Refused
from footing.workforce.reading.sniff import BROKEN_ARCHIVE, in_bytes

_LOCAL_HEADER = struct.Struct("<4s22xHH")
_ENCRYPTED_FLAG = 0x1
_READ_BYTES = 1 << 16
_UNPACK_BYTES = 1 << 20
_FORMULA_MARKS = (b"<f>", b"<f ", b"<f/>", b":f>", b":f ", b"table:formula=")
_ERROR_MARKS = (b't="e"', b"t='e'")
_LONGEST_MARK = 16
_DAMAGED = DAMAGED.at(what="a workbook (a ZIP archive)")


@dataclass(frozen=True, slots=True)
class Contents:
    """What an archive holds besides cells: notices for the reader, and the parts that show errors in cells."""

    notices: tuple[Fault, ...]
    parts_with_errors: tuple[str, ...]


def check_archive(reading: Reading, path: Path) -> Contents:
    """What a workbook holds besides cells; raises Refused when it is not safe to unpack, damaged or locked.

    First what the archive says of itself is checked, then every part is unpacked and thrown away to see that it is
    no larger than it says: a part that lies would otherwise be found out only by the memory it takes.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
        _require_safe_directory(parts, path.stat().st_size, reading.limits)
        reading.progress.start("Checking the workbook", sum(part.compress_size for part in parts))
        with path.open("rb") as file:
            marks = {part.filename: _marks(file, part, reading.progress) for part in parts}
    except BROKEN_ARCHIVE as error:
        raise Refused(_DAMAGED) from error
    notices = []
    if any(formulas for formulas, _ in marks.values()) or any(name.startswith("xl/externalLinks/") for name in marks):
        notices.append(FORMULAS.at())
    if any(name.endswith("vbaProject.bin") or name.startswith("Basic/") for name in marks):
        notices.append(MACROS.at())
    return Contents(tuple(notices), tuple(name for name, (_, errors) in marks.items() if errors))


def unpack_part(path: Path, name: str) -> Iterator[bytes]:
    """A part of an archive that was checked, piece by piece; raises Refused when it is not there or damaged."""
    with zipfile.ZipFile(path) as archive, path.open("rb") as file:
        if name not in archive.namelist():
            raise Refused(_DAMAGED)
        yield from _unpack(file, archive.getinfo(name))


def _marks(file: BinaryIO, part: zipfile.ZipInfo, progress: Progress) -> tuple[bool, bool]:
    """Whether a part holds formulas, and errors in cells; to know, it is unpacked to its end."""
    formulas = errors = False
    last = b""
    sheet = part.filename.startswith("xl/worksheets/") or part.filename == "content.xml"
    for piece in _unpack(file, part):
        seen = last + piece
        formulas = formulas or (sheet and any(mark in seen for mark in _FORMULA_MARKS))
        errors = errors or (sheet and any(mark in seen for mark in _ERROR_MARKS))
        last = piece[-_LONGEST_MARK:]
    progress.advance(part.compress_size)
    return formulas, errors


def _require_safe_directory(parts: list[zipfile.ZipInfo], size: int, limits: Limits) -> None:
    def refuse_if(wrong: bool, reason: str) -> None:
        if wrong:
            raise Refused(UNSAFE_WORKBOOK.at(reason=reason))

    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise Refused(ENCRYPTED.at())
    refuse_if(
        len(parts) > limits.workbook_parts, f"it holds {len(parts):,} files; the limit is {limits.workbook_parts:,}"
    )
    refuse_if(len({part.filename for part in parts}) < len(parts), "it holds two files of one name")
    refuse_if(sum(part.compress_size for part in parts) > size, "its files lie over one another")
    unpacked = sum(part.file_size for part in parts)
    limit = in_bytes(limits.unpacked_bytes)
    refuse_if(unpacked > limits.unpacked_bytes, f"it unpacks to {in_bytes(unpacked)}; the limit is {limit}")
    for part in parts:
        packed = part.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        refuse_if(not packed, "it is packed in a way that spreadsheet programs do not use")
        ratio = part.file_size / max(1, part.compress_size)
        large = part.file_size >= limits.unpacked_ratio_from_bytes
        refuse_if(
            large and ratio > limits.unpacked_ratio,
            f"a part unpacks to {ratio:,.0f} times its size; the limit is {limits.unpacked_ratio}",
        )


def _unpack(file: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part, piece by piece; raises Refused as soon as it is more than was declared, or at its end if it is less."""
    file.seek(part.header_offset)
    signature, name_bytes, extra_bytes = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
    if signature != b"PK\x03\x04":
        raise Refused(_DAMAGED)
    file.seek(name_bytes + extra_bytes, 1)
    unpacked = 0
    for piece in _pieces(file, part):
        unpacked += len(piece)
        if unpacked > part.file_size:
            raise Refused(UNSAFE_WORKBOOK.at(reason="a part unpacks to more than it says"))
        yield piece
    if unpacked != part.file_size:
        raise Refused(_DAMAGED)


def _pieces(file: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
    left = part.compress_size
    inflating = zlib.decompressobj(-zlib.MAX_WBITS) if part.compress_type == zipfile.ZIP_DEFLATED else None
    while left and (packed := file.read(min(left, _READ_BYTES))):
        left -= len(packed)
        if inflating is None:
            yield packed
            continue
        while packed:
            yield inflating.decompress(packed, _UNPACK_BYTES)
            packed = inflating.unconsumed_tail
    if inflating is not None:
        yield inflating.flush()
