"""What a coalition pooled of its members, as a file of benchmarks in the form that reference data has."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from footing.standards.benchmarks import Benchmark
from footing.standards.catalogue import Catalogue
from footing.standards.errors import ReferenceFileFault
from footing.standards.shelf import read_entries

COALITION = "coalition"
"""The scope of a benchmark that a coalition pooled."""
LARGEST_BYTES = 1_000_000
"""Far more than the pooled benchmarks of every question need; a larger file is not one of them."""


@dataclass(frozen=True, slots=True)
class PooledBenchmarks:
    """The benchmarks of one file, and the digest by which to know it again."""

    file_name: str
    sha256: str
    benchmarks: tuple[Benchmark, ...]


def load_pooled(path: Path, catalogue: Catalogue) -> PooledBenchmarks:
    """The pooled benchmarks in a file. A file with ``each`` holds several that share all its other keys.

    Raises ``ReferenceFileFault`` for a file that is not such a file or clashes with the catalogue, and
    ``UnknownReference`` for a benchmark of a definition that the catalogue does not hold.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise ReferenceFileFault(path, "is too large for a file of benchmarks.")
        digest = sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ReferenceFileFault(path, f"cannot be read ({type(error).__name__}).") from error
    benchmarks = tuple(read_entries(path, Benchmark))
    for fault in (fault for each in benchmarks for fault in _faults(each, catalogue)):
        raise ReferenceFileFault(path, fault)
    if len({each.id for each in benchmarks}) < len(benchmarks):
        raise ReferenceFileFault(path, "gives an id twice.")
    return PooledBenchmarks(path.name, digest, benchmarks)


def _faults(benchmark: Benchmark, catalogue: Catalogue) -> Iterator[str]:
    if benchmark.scope != COALITION:
        yield f"the scope of {benchmark.id!r} is {benchmark.scope!r} and must be {COALITION!r}."
    if benchmark.id in catalogue.benchmarks:
        yield f"{benchmark.id!r} is the id of a published benchmark; give it one of its own."
    held = {group.code for group in catalogue.definition(benchmark.definition).groups}
    if strange := sorted(set(benchmark.values) - held):
        yield f"{strange[0]!r} is no group of the definition {benchmark.definition!r}."
