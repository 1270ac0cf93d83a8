"""How much people whose background is not known could change the answer, in words.

It is made from figures as protected, and so says nothing that they do not. Where there is a benchmark, the answer is on
which side of it a share lies; where there is none, how large the share is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from footing.measures.nonresponse.bound_tables import PLAUSIBLE, TIPPING_POINT, WORST_CASE
from footing.standards import Catalogue
from footing.tables import Estimate, ReleasableRow, ReleasableTable, units
from footing.tables.figures import interval_text, reader_text
from footing.tables.words import in_a_sentence


class Verdict(StrEnum):
    """Whether the answer stands."""

    ROBUST = "robust"
    COULD_MOVE = "could move"
    CANNOT_SAY = "cannot say"


@dataclass(frozen=True, slots=True)
class Reading:
    """A verdict with its words, and the tables and the row that it was read from."""

    verdict: Verdict
    words: str
    tables: tuple[str, ...]
    key: tuple[str, ...]


SLIGHT_POINTS = 5.0
"""A share that plausible non-response moves by no more than this, in percentage points, is robust (ours, 2026). It is
less than what most comparisons between employers turn on."""


UNLIKE = "unlike the others than is assumed"


def readings(tables: Sequence[ReleasableTable], catalogue: Catalogue) -> tuple[Reading, ...]:
    """One reading for each share of everybody together, and for each benchmark that it is held against."""
    of_everybody = [table for table in tables if table.measure == WORST_CASE and len(table.dimensions) == 1]
    return tuple(reading for worst in of_everybody for reading in _of_question(worst, tables, catalogue))


def judge(share: Estimate, plausible: Estimate, benchmark_percent: float | None) -> Verdict:
    """The verdict on one share; a figure that is withheld has no value."""
    if share.value is None or plausible.lower is None or plausible.upper is None:
        return Verdict.CANNOT_SAY
    if benchmark_percent is None:
        furthest = max(share.value - plausible.lower, plausible.upper - share.value)
        return Verdict.ROBUST if furthest <= SLIGHT_POINTS else Verdict.COULD_MOVE
    return Verdict.COULD_MOVE if plausible.lower <= benchmark_percent <= plausible.upper else Verdict.ROBUST


def _of_question(worst: ReleasableTable, tables: Sequence[ReleasableTable], catalogue: Catalogue) -> Iterator[Reading]:
    variable = worst.dimensions[-1].variable
    beside = [table for table in tables if [each.variable for each in table.dimensions] == [variable]]
    plausible = next(table for table in beside if table.measure == PLAUSIBLE)
    benchmarks = [table.benchmark for table in beside if table.measure == TIPPING_POINT]
    likely = {row.key: row for row in plausible.rows}
    for row in worst.rows:
        for benchmark in benchmarks or [None]:
            values = catalogue.benchmark(benchmark).values if benchmark else {}
            percent = values.get(row.key[-1])
            if percent is not None or not benchmark:
                yield _reading(row, likely[row.key], percent, (worst, plausible))


def _reading(
    worst: ReleasableRow,
    likely: ReleasableRow,
    benchmark: float | None,
    tables: tuple[ReleasableTable, ReleasableTable],
) -> Reading:
    share, within = (Estimate(each.value, each.lower, each.upper) for each in (worst, likely))
    verdict = judge(share, within, benchmark)
    name = in_a_sentence(tables[0].dimensions[-1].label(worst.key[-1]))
    words = _words(name, verdict, (share, within), benchmark)
    return Reading(verdict, words, tuple(table.id for table in tables), worst.key)


def _words(name: str, verdict: Verdict, ranges: tuple[Estimate, Estimate], benchmark: float | None) -> str:
    worst, likely = ranges
    if verdict is Verdict.CANNOT_SAY:
        return f"How far people who did not answer could move the share of “{name}” cannot be said: too few people."
    within = interval_text(likely.lower, likely.upper, units.PERCENT)
    share = f"The share of “{name}” is {reader_text(worst.value, units.PERCENT)} of those who answered"
    if benchmark is None:
        how = "hardly" if verdict is Verdict.ROBUST else "well"
        return f"{share}. People who did not answer could {how} change that: among everybody it would be {within}."
    against = f"the benchmark of {reader_text(benchmark, units.PERCENT)}"
    if verdict is Verdict.COULD_MOVE:
        return f"{share}. Whether it is above or below {against} is open: among everybody it would be {within}."
    side = "above" if (worst.value or 0.0) > benchmark else "below"
    outside = not (worst.lower or 0.0) <= benchmark <= (worst.upper or 0.0)
    unless = "whoever did not answer" if outside else f"unless those who did not answer are more {UNLIKE}"
    return f"{share}, and {side} {against} among everybody too, {unless}."
