"""Zip files that are the same, byte for byte, whenever they are made of the same contents."""

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that the format can say; every entry has it, so that no clock gets in."""


def zipped(files: Mapping[str, bytes], *, stored: frozenset[str] = frozenset()) -> bytes:
    """Files by their path, in the order given; ``stored`` names those that are not to be compressed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return stream.getvalue()


def rezipped(archive: bytes, *, first: str | None = None) -> bytes:
    """A zip file made anew with no times in it; ``first`` goes to the front and is stored as it is."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        files = {entry.filename: source.read(entry) for entry in source.infolist() if not entry.is_dir()}
    front = {first: files.pop(first)} if first else {}
    return zipped({**front, **files}, stored=frozenset(front))
