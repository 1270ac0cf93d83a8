"""How much this service takes in: lower than on somebody's own laptop, since everybody shares its memory."""

from dataclasses import dataclass
from datetime import timedelta

from footing.workforce import Limits

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class UploadLimits:
    """The bounds on what is handed in and for how long it is kept."""

    file_bytes: int = 100 * _MEBIBYTE
    """One file: about half a million people of twelve columns as CSV, several millions as Parquet."""
    longest_retention: timedelta = timedelta(days=6 * 366)
    """Six years, as long as a claim for breach of contract can be brought (Limitation Act 1980, section 5)."""
    usual_retention: timedelta = timedelta(days=2 * 366 + 31)
    """What the form offers: until the extract after next, so that the year before can be compared."""
    time_to_decide: timedelta = timedelta(days=3)
    """How long files that were handed in and not yet confirmed wait, before they are deleted."""
    stalled_after: timedelta = timedelta(minutes=3)
    """A check that has said nothing for so long has lost its worker."""
    attempts: int = 3
    """How often a check is begun again before it is given up."""
    shown_faults: int = 50
    """The faults on one page."""
    kept_faults: int = 2_000
    """The different faults that are kept to be shown; the file to download has them all."""


LIMITS = UploadLimits()

READING = Limits(
    file_bytes=LIMITS.file_bytes,
    workbook_bytes=LIMITS.file_bytes,
    xls_bytes=LIMITS.file_bytes,
    rows=3_000_000,
    text_bytes=1024 * _MEBIBYTE,
    unpacked_bytes=1024 * _MEBIBYTE,
    workbook_memory_bytes=1024 * _MEBIBYTE,
    workbook_seconds=120,
)
"""The bounds within which the files are read."""
