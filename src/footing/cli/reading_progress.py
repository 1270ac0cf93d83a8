"""A progress bar for long reads, on stderr, where somebody is there to see it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class ReadingBar:
    """Draws the task that is under way; the bar goes when reading ends."""

    def __init__(self, bars: "Progress") -> None:
        self._bars = bars
        self._task: TaskID | None = None

    def start(self, description: str, total: int) -> None:
        """A new task begins in the place of the last."""
        if self._task is not None:
            self._bars.remove_task(self._task)
        self._task = self._bars.add_task(description, total=total)

    def advance(self, n: int) -> None:
        """``n`` more of the task is done."""
        if self._task is not None:
            self._bars.advance(self._task, n)


@contextmanager
def reading_progress() -> Iterator[ReadingBar]:
    """A bar that is drawn on a terminal and nowhere else."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        yield ReadingBar(bars)
