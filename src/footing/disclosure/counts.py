"""Withhold counts of one population until every small one is as uncertain as the policy asks."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from footing.disclosure.completion import CountsDoNotAddUp, TooTangled
from footing.disclosure.known import NOTHING_KNOWN, Known
from footing.disclosure.model import CellModel, build_model
from footing.disclosure.parts import suppress_by_parts
from footing.disclosure.prices import prices
from footing.disclosure.primary import Needs, NotProtectable, count_needs
from footing.disclosure.result import ProtectedCounts, ReleaseRefused
from footing.disclosure.search import Search
from footing.disclosure.seen import Demand
from footing.standards import DisclosurePolicy
from footing.tables import Coordinate
from footing.tables.raw import Population

METHOD = "counts withheld together across all tables"


def withhold_counts(
    population: Population,
    published: Iterable[Coordinate],
    policy: DisclosurePolicy,
    search: Search,
    known: Known = NOTHING_KNOWN,
) -> ProtectedCounts:
    """Choose what to withhold of all cells that the tables of a population rest on. Raises ``ReleaseRefused``.

    Each cell is ``published`` once for every figure that rests on it. What is ``known`` from earlier releases cannot be
    withheld any more, and what they kept back stays kept back.
    """
    figures = Counter(published)
    cells = frozenset(figures)
    try:
        model = build_model(cells | known.cells, {**population.counts, **known.shown}, population.hierarchies)
        needs = _given_what_is_known(model, count_needs(model, policy.counts), known)
        pattern = suppress_by_parts(model, needs, prices(model, search.price, figures), search)
    except CountsDoNotAddUp as fault:
        raise ReleaseRefused(
            "D002", f"In {population.name}: {fault}", "Check how the categories add up, then measure again."
        ) from fault
    except TooTangled as fault:
        raise ReleaseRefused(
            "D011", f"In {population.name}: {fault}", "Publish fewer breakdowns together, or the totals that link them."
        ) from fault
    except NotProtectable as fault:
        raise ReleaseRefused(
            "D003",
            f"In {population.name} some small count could be worked out whatever else is withheld.",
            "Publish fewer breakdowns, or merge categories into larger groups.",
        ) from fault
    shown = np.flatnonzero(model.published & ~pattern.withheld)
    return ProtectedCounts(
        shown={model.coordinates[cell]: int(model.values[cell]) for cell in shown if model.coordinates[cell] in cells},
        exact=population.counts,
        rounded=False,
        demands=_demands(model, pattern.needs),
        method=METHOD,
        known=known,
    )


def _given_what_is_known(model: CellModel, needs: Needs, known: Known) -> Needs:
    """The needs after earlier releases: what they showed does not move, and what they kept back may move freely."""
    if not known.cells:
        return needs
    told = np.array([cell in known.shown for cell in model.coordinates])
    kept = np.array([cell in known.withheld for cell in model.coordinates])
    sensitive = needs.sensitive & ~told & model.given
    return replace(
        needs,
        sensitive=sensitive,
        hidden=(needs.hidden | kept) & ~told,
        up=np.where(sensitive, needs.up, 0.0),
        down=np.where(sensitive, needs.down, 0.0),
        fixed=needs.fixed | told,
    )


def _demands(model: CellModel, needs: Needs) -> dict[Coordinate, Demand]:
    """How uncertain each published cell that is sensitive must be left."""
    low, high = model.values - needs.down, model.values + needs.up
    sensitive = np.flatnonzero(needs.sensitive & model.published)
    return {model.coordinates[cell]: Demand(float(low[cell]), float(high[cell])) for cell in sensitive}
