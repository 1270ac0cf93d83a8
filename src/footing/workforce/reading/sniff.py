"""What a file is, judged by what it holds and never by its name."""

import mmap
import struct
import zipfile
import zlib
from enum import Enum
from pathlib import Path

from footing.workforce.faults import Fault
from footing.workforce.faults.reading_kinds import (
    CANNOT_OPEN,
    DAMAGED,
    EMPTY_FILE,
    ENCRYPTED,
    FILE_TOO_LARGE,
    NO_SUCH_FILE,
    NOT_A_FILE,
    NOT_A_TABLE,
    OTHER_FORMAT,
)
from footing.workforce.limits import Limits
from footing.workforce.reading.refusal import Refused


class Format(Enum):
    """The formats that are read; the value is what each is called in a fault."""

    TEXT = "a text file"
    XLSX = "an Excel workbook (XLSX)"
    XLS = "an Excel 97 to 2003 workbook (XLS)"
    ODS = "an OpenDocument spreadsheet (ODS)"
    PARQUET = "a Parquet file"


_ENDINGS = {
    ".csv": Format.TEXT,
    ".tsv": Format.TEXT,
    ".tab": Format.TEXT,
    ".txt": Format.TEXT,
    ".xlsx": Format.XLSX,
    ".xlsm": Format.XLSX,
    ".xls": Format.XLS,
    ".ods": Format.ODS,
    ".parquet": Format.PARQUET,
}

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARQUET = b"PAR1"
_PARQUET_SHORTEST = 12

_NOT_TABLES = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a compressed (gzip) file"),
    (b"BZh", "a compressed (bzip2) file"),
    (b"\xfd7zXZ", "a compressed (xz) file"),
    (b"(\xb5/\xfd", "a compressed (Zstandard) file"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"{\\rtf", "a rich text document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"$FL2", "an SPSS file"),
    (b"ARROW1", "an Arrow file"),
    (b"PARE", "an encrypted Parquet file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_NOT_TABLES_IN_TEXT = (
    (b"<!doctype html", "a web page saved under another name"),
    (b"<html", "a web page saved under another name"),
    (b"<table", "a web page saved under another name"),
    (b"<?xml", "an XML file"),
    (b'{"', "a JSON file"),
    (b"[{", "a JSON file"),
)
_ZIPPED = (("word/", "a Word document"), ("ppt/", "a PowerPoint presentation"), ("xl/workbook.bin", "an XLSB workbook"))
_HEAD_BYTES = 4096

BROKEN_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What the standard library raises for one archive or another that is not whole."""


def sniff(path: Path, limits: Limits) -> tuple[Format, tuple[Fault, ...]]:
    """The format of a file, with a notice when its name says another; raises Refused when it is none that is read."""
    size = _size(path)
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if head.startswith(_ZIP):
        found = _sniff_zip(path, size, limits)
    elif head.startswith(_COMPOUND):
        found = _sniff_compound(path, size, limits)
    else:
        found = _sniff_plain(path, head, size)
        _require_size(size, limits.file_bytes, found.value)
    return found, _notice_of_name(path, found)


def _size(path: Path) -> int:
    if not path.exists():
        raise Refused(NO_SUCH_FILE.at(name=path.name))
    if not path.is_file():
        raise Refused(NOT_A_FILE.at(name=path.name, what="a folder" if path.is_dir() else "a device"))
    size = path.stat().st_size
    if size == 0:
        raise Refused(EMPTY_FILE.at())
    return size


def _sniff_zip(path: Path, size: int, limits: Limits) -> Format:
    _require_size(size, limits.workbook_bytes, "workbooks")
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            kind = archive.open("mimetype").read(_HEAD_BYTES) if "mimetype" in names else b""
    except BROKEN_ARCHIVE as error:
        raise Refused(DAMAGED.at(what="a workbook (a ZIP archive)")) from error
    if "xl/workbook.xml" in names:
        return Format.XLSX
    if kind == b"application/vnd.oasis.opendocument.spreadsheet":
        return Format.ODS
    for start, what in _ZIPPED:
        if any(name.startswith(start) for name in names):
            raise Refused(NOT_A_TABLE.at(what=what))
    raise Refused(NOT_A_TABLE.at(what="a ZIP archive"))


def _sniff_compound(path: Path, size: int, limits: Limits) -> Format:
    """Tell by the names in its directory what a compound document is: old Office files and encrypted new ones are."""
    _require_size(size, limits.xls_bytes, "XLS files")
    if _holds(path, "EncryptedPackage".encode("utf-16-le")):
        raise Refused(ENCRYPTED.at())
    if any(_holds(path, name.encode("utf-16-le")) for name in ("Workbook", "Book")):
        return Format.XLS
    if path.suffix.lower() == ".xls":
        raise Refused(DAMAGED.at(what=Format.XLS.value))
    raise Refused(NOT_A_TABLE.at(what="an old Office document"))


def _sniff_plain(path: Path, head: bytes, size: int) -> Format:
    if head.startswith(_PARQUET):
        with path.open("rb") as file:
            file.seek(max(0, size - len(_PARQUET)))
            if size < _PARQUET_SHORTEST or file.read() != _PARQUET:
                raise Refused(DAMAGED.at(what=Format.PARQUET.value))
        return Format.PARQUET
    for start, what in _NOT_TABLES:
        if head.startswith(start):
            raise Refused(NOT_A_TABLE.at(what=what))
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for start, what in _NOT_TABLES_IN_TEXT:
        if text.startswith(start):
            raise Refused(NOT_A_TABLE.at(what=what))
    return Format.TEXT


def _holds(path: Path, wanted: bytes) -> bool:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(wanted) >= 0


def _require_size(size: int, limit: int, what: str) -> None:
    if size > limit:
        raise Refused(FILE_TOO_LARGE.at(size=in_bytes(size), what=what, limit=in_bytes(limit)))


def in_bytes(size: int) -> str:
    """A size in words: ``412 KiB``, ``1.5 GiB``."""
    amount = float(size)
    for unit in ("bytes", "KiB", "MiB"):
        if amount < 1024:
            return f"{amount:.4g} {unit}"
        amount /= 1024
    return f"{amount:.4g} GiB"


def _notice_of_name(path: Path, found: Format) -> tuple[Fault, ...]:
    ending = path.suffix.lower()
    if _ENDINGS.get(ending, found) is found:
        return ()
    return (OTHER_FORMAT.at(extension=ending, what=found.value),)


def cannot_open(path: Path, error: OSError) -> Fault:
    """The fault for what the system would not do."""
    return CANNOT_OPEN.at(name=path.name, reason=error.strerror or type(error).__name__)
