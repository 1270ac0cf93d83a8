"""Comparing a figure with a benchmark: only ever of the same definition."""

from footing.standards.benchmarks import Benchmark
from footing.standards.catalogue import Catalogue, load_catalogue
from footing.standards.classifications import Classification
from footing.standards.errors import NotComparable


def comparable(benchmark: Benchmark, classification: Classification, catalogue: Catalogue | None = None) -> None:
    """Raise ``NotComparable`` unless the benchmark was measured by the definition that the classification follows.

    The message says how the two definitions differ and which benchmarks would serve instead.
    """
    if benchmark.definition == classification.definition:
        return
    held = catalogue if catalogue is not None else load_catalogue()
    theirs = held.definition(benchmark.definition)
    ours = held.definition(classification.definition)
    raise NotComparable(
        f"The benchmark {benchmark.id!r} cannot be compared with figures by {classification.id!r}: "
        f"it follows the definition {theirs.title!r}, they follow {ours.title!r}.",
        _instead(benchmark, classification, held),
    )


def _instead(benchmark: Benchmark, classification: Classification, catalogue: Catalogue) -> str:
    steps = []
    if serving := _serving(benchmark, classification, catalogue):
        steps.append(f"Compare with {_alternatives(serving)} instead.")
    classifications = [
        entry.id
        for entry in catalogue.classifications
        if entry.definition == benchmark.definition and entry.question == classification.question
    ]
    if classifications:
        steps.append(f"Or group the answers by {_alternatives(classifications)} to compare with this benchmark.")
    return " ".join(steps) or "No benchmark of this definition is held: report the figures without one."


def _serving(benchmark: Benchmark, classification: Classification, catalogue: Catalogue) -> list[str]:
    """Benchmarks that would serve: what replaced the one refused, then national ones, then those of its own scope."""
    serving = (
        entry
        for entry in catalogue.benchmarks
        if entry.definition == classification.definition and entry.superseded_by is None
    )
    nearest_first = sorted(
        serving,
        key=lambda entry: (
            entry.id != benchmark.superseded_by,
            entry.scope != "national",
            entry.scope != benchmark.scope,
            entry.id,
        ),
    )
    return [entry.id for entry in nearest_first]


def _alternatives(keys: list[str]) -> str:
    shown = keys[:3]
    return " or ".join(shown) + (f" (or {len(keys) - len(shown)} more)" if len(keys) > len(shown) else "")
