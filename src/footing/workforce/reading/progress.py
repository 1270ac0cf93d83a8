"""How a long read tells whoever waits how far it is."""

from typing import Protocol


class Progress(Protocol):
    """Something that draws progress, such as a bar in a terminal."""

    def start(self, description: str, total: int) -> None:
        """A new task begins; ``total`` is what the numbers given to ``advance`` will add up to."""

    def advance(self, n: int) -> None:
        """``n`` more of the task is done."""


class NoProgress:
    """Draws nothing."""

    def start(self, description: str, total: int) -> None:
        """Nothing is drawn."""

    def advance(self, n: int) -> None:
        """Nothing is drawn."""
