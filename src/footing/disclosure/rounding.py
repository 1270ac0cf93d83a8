"""Rounding every published count instead of withholding any."""

from collections.abc import Iterable

import numpy as np

from footing.disclosure.attack import BEYOND_ANY_COUNT, Knowledge, Question, attack
from footing.disclosure.model import CellModel, IntArray, build_model
from footing.disclosure.result import PopulationAudit, ProtectedCounts, ReleaseRefused
from footing.disclosure.solver import solver_version
from footing.standards import DisclosurePolicy
from footing.tables import Coordinate
from footing.tables.raw import Population

METHOD = "counts rounded to the nearest {base}, then attacked by linear programming"


def round_to_nearest(counts: IntArray, base: int) -> IntArray:
    """Counts to the nearest multiple of ``base``, halves upwards."""
    return (2 * counts + base) // (2 * base) * base


def round_counts(population: Population, published: Iterable[Coordinate], policy: DisclosurePolicy) -> ProtectedCounts:
    """Round each published count on its own, and attack what results. Raises ``ReleaseRefused``.

    Rounded parts need not come to a rounded whole, and an outsider can use that. A count under the threshold may not
    be narrowed down further than a shown nought already is.
    """
    model = build_model(published, population.counts, population.hierarchies)
    base = policy.rounding.base
    narrowest = _attacked(population.name, model, base, policy.counts.threshold)
    rounded = zip(model.coordinates, round_to_nearest(model.values, base), model.published, strict=True)
    shown = {cell: int(count) for cell, count, is_published in rounded if is_published}
    audit = PopulationAudit(
        population=population.name,
        cells=len(shown),
        withheld=0,
        narrowest_range=narrowest,
        policy=policy.id,
        method=METHOD.format(base=base),
        solver=solver_version(),
        limits=(),
    )
    return ProtectedCounts(shown=shown, exact=population.counts, rounded=True, audit=audit)


def _attacked(population: str, model: CellModel, base: int, threshold: int) -> int | None:
    """The narrowest range that rounding leaves to a count under the threshold. Raises ``ReleaseRefused``."""
    targets = np.flatnonzero((model.values > 0) & (model.values < threshold))
    if not len(targets):
        return None
    knowledge = _knowledge(model, base)
    ranges = attack(model, knowledge, Question(targets, knowledge.lower[targets], knowledge.upper[targets]))
    narrowest = int(ranges.widths.min())
    if narrowest < width_of_a_shown_nought(base):
        raise ReleaseRefused(
            "D005",
            f"In {population}, adding rounded figures up narrows a small count down further than the rounding itself.",
            "Use a policy that withholds small counts, or publish fewer breakdowns.",
        )
    return narrowest


def width_of_a_shown_nought(base: int) -> int:
    """How far apart the counts are that are rounded down to nought: 0 to 2 for base 5, so 2."""
    return (base - 1) // 2


def _knowledge(model: CellModel, base: int) -> Knowledge:
    """Published counts are known to be among those that round to what is shown; the others only not to be negative."""
    shown = round_to_nearest(model.values, base)
    return Knowledge(
        lower=np.where(model.published, np.maximum(shown - base // 2, 0), 0).astype(float),
        upper=np.where(model.published, shown + width_of_a_shown_nought(base), BEYOND_ANY_COUNT).astype(float),
    )
