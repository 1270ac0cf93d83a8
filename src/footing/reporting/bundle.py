"""A publication bundle: every file of a report in one zip, with the SHA-256 of each, the same whenever it is made."""

from collections.abc import Mapping
from hashlib import sha256

from footing.reporting.archive import zipped

CHECKSUMS = "SHA256SUMS"
"""The list of checksums, in the form that ``sha256sum --check`` reads."""


def bundled(files: Mapping[str, bytes]) -> bytes:
    """The files by their path, in the order of their names, after the list of their checksums."""
    names = sorted(files)
    sums = "".join(f"{sha256(files[name]).hexdigest()}  {name}\n" for name in names)
    return zipped({CHECKSUMS: sums.encode(), **{name: files[name] for name in names}})
