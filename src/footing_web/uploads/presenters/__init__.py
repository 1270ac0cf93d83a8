"""What the screens of extracts say."""

from footing_web.uploads.presenters.asking import (
    asking_for_a_person,
    cancelling,
    changing_last_day,
    confirming,
    correcting,
    handing_in,
    withdrawing,
)
from footing_web.uploads.presenters.extracts import extract, listed, progress
from footing_web.uploads.presenters.faults import faults, tried
from footing_web.uploads.presenters.mapping import deciding, mappings

__all__ = [
    "asking_for_a_person",
    "cancelling",
    "changing_last_day",
    "confirming",
    "correcting",
    "deciding",
    "extract",
    "faults",
    "handing_in",
    "listed",
    "mappings",
    "progress",
    "tried",
    "withdrawing",
]
