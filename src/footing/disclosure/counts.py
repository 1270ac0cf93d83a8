"""Withhold counts of one population until every small one is as uncertain as the policy asks."""

from collections.abc import Iterable

import numpy as np

from footing.disclosure.model import CellModel, CountsDoNotAddUp, build_model
from footing.disclosure.prices import prices
from footing.disclosure.primary import Needs, NotProtectable, count_needs
from footing.disclosure.result import ProtectedCounts, ReleaseRefused
from footing.disclosure.search import Search
from footing.disclosure.seen import Demand
from footing.disclosure.suppress import suppress
from footing.standards import DisclosurePolicy
from footing.tables import Coordinate
from footing.tables.raw import Population

METHOD = "counts withheld together across all tables"


def withhold_counts(
    population: Population, published: Iterable[Coordinate], policy: DisclosurePolicy, search: Search
) -> ProtectedCounts:
    """Choose what to withhold of all cells that the tables of a population rest on. Raises ``ReleaseRefused``."""
    try:
        model = build_model(published, population.counts, population.hierarchies)
        needs = count_needs(model, policy.counts)
        pattern = suppress(model, needs, prices(model, search.price), search)
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


def _demands(model: CellModel, needs: Needs) -> dict[Coordinate, Demand]:
    """How uncertain each published cell that is sensitive must be left."""
    low, high = model.values - needs.down, model.values + needs.up
    sensitive = np.flatnonzero(needs.sensitive & model.published)
    return {model.coordinates[cell]: Demand(float(low[cell]), float(high[cell])) for cell in sensitive}
