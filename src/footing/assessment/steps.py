"""The steps of an assessment, for whoever waits."""

from collections.abc import Callable
from enum import StrEnum


class Step(StrEnum):
    """What an assessment is doing, in order."""

    READING = "reading"
    MEASURING = "measuring"
    PROTECTING = "protecting"
    FINDING = "finding"


Begins = Callable[[Step], None]
"""Called as each step begins."""


def untold(_: Step) -> None:
    """Nobody waits."""
