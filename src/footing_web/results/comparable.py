"""Which benchmarks an extract can be compared with: those of the definitions that its answers are grouped by."""

from collections.abc import Iterable

from footing.standards import Benchmark, load_catalogue
from footing_web.uploads.models import Upload


def comparable_with(uploads: Iterable[Upload]) -> tuple[Benchmark, ...]:
    """The benchmarks that at least one of these extracts can be compared with, in the order of the catalogue."""
    definitions = {definition for upload in uploads for definition in _definitions_of(upload)}
    return tuple(each for each in load_catalogue().benchmarks if each.definition in definitions)


def not_comparable(upload: Upload, benchmarks: Iterable[str]) -> tuple[Benchmark, ...]:
    """Those of these benchmarks that this extract cannot be compared with."""
    own = set(_definitions_of(upload))
    chosen = (load_catalogue().benchmark(each) for each in benchmarks)
    return tuple(each for each in chosen if each.definition not in own)


def _definitions_of(upload: Upload) -> Iterable[str]:
    questions = upload.summary.get("questions", ())
    return (load_catalogue().default_classification(each, upload.snapshot_date).definition for each in questions)
