"""Withhold counts of one population until every small one is as uncertain as the policy asks."""

from collections.abc import Iterable

import numpy as np

from footing.disclosure.model import CellModel, CountsDoNotAddUp, FloatArray, build_model
from footing.disclosure.primary import Needs, count_needs
from footing.disclosure.result import ProtectedCounts, ReleaseRefused
from footing.disclosure.seen import Demand
from footing.disclosure.suppress import NotProtectable, Search, suppress
from footing.standards import DisclosurePolicy
from footing.tables import Coordinate
from footing.tables.raw import Population

METHOD = "counts withheld together across all tables"


def withhold_counts(
    population: Population, published: Iterable[Coordinate], policy: DisclosurePolicy
) -> ProtectedCounts:
    """Choose what to withhold of all cells that the tables of a population rest on. Raises ``ReleaseRefused``."""
    try:
        model = build_model(published, population.counts, population.hierarchies)
        needs = count_needs(model, policy.counts)
        pattern = suppress(model, needs, price_by_breadth(model), Search())
    except CountsDoNotAddUp as fault:
        raise ReleaseRefused(
            "D002", f"In {population.name}: {fault}", "Check how the categories add up, then measure again."
        ) from fault
    except NotProtectable as fault:
        raise ReleaseRefused(
            "D003",
            f"In {population.name} some small count could be worked out whatever else is withheld.",
            "Publish fewer breakdowns, or merge categories into larger groups.",
        ) from fault
    shown = np.flatnonzero(model.published & ~pattern.withheld)
    return ProtectedCounts(
        shown={model.coordinates[cell]: int(model.values[cell]) for cell in shown},
        exact=population.counts,
        rounded=False,
        demands=_demands(model, pattern.needs),
        method=METHOD,
    )


def price_by_breadth(model: CellModel, step: float = 4.0) -> FloatArray:
    """What withholding each cell costs: 1 for the finest, ``step`` times as much for each variable fewer.

    The share of a whole organisation, or of a grade, is read more than that of a grade and a sex together, so what
    has to be hidden is hidden in the finest tables where that is possible.
    """
    variables = np.array([len(cell) for cell in model.coordinates])
    prices: FloatArray = step ** (variables.max(initial=0) - variables)
    return prices


def _demands(model: CellModel, needs: Needs) -> dict[Coordinate, Demand]:
    """How uncertain each published cell that is sensitive must be left."""
    low, high = model.values - needs.down, model.values + needs.up
    sensitive = np.flatnonzero(needs.sensitive & model.published)
    return {model.coordinates[cell]: Demand(float(low[cell]), float(high[cell])) for cell in sensitive}
