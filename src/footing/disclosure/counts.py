"""Protect the counts of one population, and attack the result before anybody sees it."""

from collections.abc import Iterable

import numpy as np

from footing.disclosure.attack import Knowledge, Question, attack
from footing.disclosure.model import CellModel, CountsDoNotAddUp, build_model
from footing.disclosure.primary import count_needs
from footing.disclosure.result import PopulationAudit, ProtectedCounts, ReleaseRefused
from footing.disclosure.solver import solver_version
from footing.disclosure.suppress import NotProtectable, Pattern, Search, suppress
from footing.standards import DisclosurePolicy
from footing.tables import Coordinate
from footing.tables.raw import Population

METHOD = "cells withheld together across all tables, then attacked by linear programming"


def protect_counts(
    population: Population, published: Iterable[Coordinate], policy: DisclosurePolicy
) -> ProtectedCounts:
    """Withhold cells until every small count is as uncertain as the policy asks. Raises ``ReleaseRefused``."""
    try:
        model = build_model(published, population.counts, population.hierarchies)
        needs = count_needs(model, policy.counts)
        pattern = suppress(model, needs, np.ones(len(model.values)), Search())
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
    narrowest = _attacked(population.name, model, pattern)
    shown = {
        cell: int(value)
        for cell, value, hidden in zip(model.coordinates, model.values, pattern.withheld, strict=True)
        if not hidden
    }
    cells = int(model.published.sum())
    audit = PopulationAudit(
        population=population.name,
        cells=cells,
        withheld=cells - len(shown),
        narrowest_range=narrowest,
        policy=policy.id,
        method=METHOD,
        solver=solver_version(),
        limits=(),
    )
    return ProtectedCounts(shown=shown, exact=population.counts, rounded=False, audit=audit)


def _attacked(population: str, model: CellModel, pattern: Pattern) -> int | None:
    """The narrowest range that an attack leaves to a sensitive cell. Raises ``ReleaseRefused`` if one is too narrow."""
    needs = pattern.needs
    targets = np.flatnonzero(needs.sensitive)
    if not len(targets):
        return None
    low, high = (model.values - needs.down)[targets], (model.values + needs.up)[targets]
    knowledge = Knowledge.of_withheld(model, pattern.withheld, needs.least)
    ranges = attack(model, knowledge, Question(targets, low.astype(float), high.astype(float)))
    if (ranges.smallest > low).any() or (ranges.largest < high).any():
        raise ReleaseRefused(
            "D004",
            f"An attack on the protected tables of {population} narrowed a withheld count down too far.",
            "Nothing was released. Publish fewer breakdowns, and report this: the protection should have prevented it.",
        )
    return int(ranges.widths.min())
