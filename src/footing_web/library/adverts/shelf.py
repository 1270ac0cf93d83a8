"""What an advert is held against, read from its files."""

from functools import cache
from pathlib import Path

from footing_web.library.adverts.schema import Checks, WordList
from footing_web.library.content_files import CONTENT, read_content

FOLDER = CONTENT / "adverts"


@cache
def word_lists(folder: Path = FOLDER) -> tuple[WordList, ...]:
    """Every list of words, by its place. Raises ``ReferenceFileFault`` for a file that is wrong."""
    found = (read_content(path, WordList) for path in (folder / "words").glob("*.yaml"))
    return tuple(sorted(found, key=lambda each: each.order))


@cache
def checks(folder: Path = FOLDER) -> Checks:
    """What should be there, and the limits. Raises ``ReferenceFileFault`` for a file that is wrong."""
    return read_content(folder / "checks.yaml", Checks)
