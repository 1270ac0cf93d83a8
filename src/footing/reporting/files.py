"""Writing files so that a failed run leaves nothing that looks finished.

Everything is written to a hidden folder beside its destination first, and moved into place when all of it is there.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

UNFINISHED = ".unfinished-"
"""How the folder of a run begins that has not ended well; safe to delete."""


def write_file(path: Path, content: bytes) -> None:
    """Write one file, whole or not at all. Raises ``OSError`` when the folder cannot be written to."""
    with _staging(path.parent) as staging:
        _stage(staging / path.name, content)
        (staging / path.name).replace(path)


def write_folder(folder: Path, files: Mapping[str, bytes], *, replaces: Iterable[str] = ()) -> None:
    """Write files, named by their path inside ``folder``, all or none, in the order given; folders inside go whole.

    ``replaces`` are the names in ``folder`` that an earlier run may have left and that go, written again or not.
    What else lies there stays. Raises ``OSError`` when the folder cannot be written to.
    """
    new = dict.fromkeys(Path(name).parts[0] for name in files)
    with _staging(folder) as staging:
        for name, content in files.items():
            _stage(staging / "new" / name, content)
        (staging / "old").mkdir()
        leaving = sorted(name for name in {*replaces, *new} if (folder / name).exists())
        moves = [(folder / name, staging / "old" / name) for name in leaving]
        moves += [(staging / "new" / name, folder / name) for name in new]
        _move_all_or_none(moves)


def _move_all_or_none(moves: Sequence[tuple[Path, Path]]) -> None:
    """Rename each to the next, in order; when one fails, those before it are taken back."""
    done: list[tuple[Path, Path]] = []
    try:
        for source, target in moves:
            source.rename(target)
            done.append((source, target))
    except OSError:
        for source, target in reversed(done):
            target.rename(source)
        raise


def _stage(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A hidden folder for unfinished work, gone afterwards; so is ``folder`` if it was made here and stayed empty."""
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder))
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if made and not any(folder.iterdir()):
            folder.rmdir()
