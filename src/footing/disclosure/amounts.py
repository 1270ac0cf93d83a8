"""Withhold totals of amounts until none that is kept back can be worked out closely by subtraction."""

from collections.abc import Mapping

import numpy as np

from footing.disclosure.audit import exposed_amounts
from footing.disclosure.dominance import is_dominated, uncertainty_needed
from footing.disclosure.model import CellModel, CountsDoNotAddUp, build_model
from footing.disclosure.prices import prices
from footing.disclosure.primary import Needs, NotProtectable
from footing.disclosure.result import ProtectedCounts, ReleaseRefused
from footing.disclosure.search import Search
from footing.disclosure.seen import Demand, Seen
from footing.disclosure.suppress import Pattern, suppress
from footing.standards import DisclosurePolicy
from footing.tables import Coordinate
from footing.tables.raw import Contribution, FromValues, Population, RawRelease

Contributions = Mapping[Coordinate, Contribution]

HUNDREDTHS = 100
"""Totals are taken to the penny, so that parts come to their whole exactly."""

_SCALE = 100_000.0
"""Programmes see the largest total as this many units: numbers of a size that a solver is exact with."""


ShownTotals = Mapping[tuple[str, str], frozenset[Coordinate]]
"""For each population and measure of totals, the cells whose total may be shown."""


def protect_totals(
    raw: RawRelease, counts: Mapping[str, ProtectedCounts], policy: DisclosurePolicy, search: Search
) -> ShownTotals:
    """Choose which totals of amounts to show, measure by measure. Raises ``ReleaseRefused``."""
    shown = {}
    for population in raw.populations:
        for measure, contributions in _measures(raw, population.name).items():
            shown[population.name, measure] = _withhold(
                population, contributions, counts[population.name], policy, search
            )
    return shown


def _measures(raw: RawRelease, population: str) -> dict[str, dict[Coordinate, Contribution]]:
    """The contributions to each total that adds up, by measure and cell."""
    found: dict[str, dict[Coordinate, Contribution]] = {}
    for table in raw.tables:
        for row in table.rows:
            figure = row.figure
            if table.population == population and isinstance(figure, FromValues) and figure.adds_up:
                contribution = figure.contribution or Contribution(total=figure.estimate.value or 0.0, largest=())
                found.setdefault(table.measure, {})[figure.base] = contribution
    return found


def _withhold(
    population: Population,
    contributions: Contributions,
    counts: ProtectedCounts,
    policy: DisclosurePolicy,
    search: Search,
) -> frozenset[Coordinate]:
    """The cells of one measure whose totals may be shown.

    A total is kept back with its count, on too few people, when a few make up most of it, and to protect another.
    """
    totals = {cell: round(each.total * HUNDREDTHS) for cell, each in contributions.items()}
    try:
        exact = build_model(totals, totals, population.hierarchies)
        unit = max(float(exact.values.max(initial=0.0)) / _SCALE, 1.0)
        model = exact.scaled(1 / unit)
        needs = _needs(model, contributions, counts, policy, unit)
        pattern = suppress(model, needs, prices(model, search.price), search)
    except (CountsDoNotAddUp, NotProtectable) as fault:
        raise ReleaseRefused(
            "D006",
            f"In {population.name} the totals of amounts cannot be protected, or do not add up.",
            "Check that every total is the sum of its parts, or publish fewer totals.",
        ) from fault
    _require_protected(population, model, pattern, totals)
    shown = np.flatnonzero(model.published & ~pattern.withheld)
    return frozenset(model.coordinates[cell] for cell in shown)


def _require_protected(
    population: Population, model: CellModel, pattern: Pattern, published: Mapping[Coordinate, int]
) -> None:
    """Attack the totals as they would be shown. Raises ``ReleaseRefused``."""
    seen = {
        cell: Seen(0.0) if hidden else Seen(value, value)
        for cell, value, hidden in zip(model.coordinates, model.values.tolist(), pattern.withheld, strict=True)
        if cell in published
    }
    if exposed_amounts(seen, population.hierarchies, _demands(model, pattern.needs)):
        raise ReleaseRefused(
            "D004",
            f"An attack on the protected totals of {population.name} narrowed some down too far.",
            "Nothing was released. Publish fewer totals, and report this: the protection should have prevented it.",
        )


def _needs(
    model: CellModel, contributions: Contributions, counts: ProtectedCounts, policy: DisclosurePolicy, unit: float
) -> Needs:
    size = len(model.values)
    hidden, sensitive, needed = np.zeros(size, dtype=np.bool_), np.zeros(size, dtype=np.bool_), np.zeros(size)
    for place, cell in enumerate(model.coordinates):
        contribution = contributions.get(cell)
        if contribution is None or contribution.total == 0:
            continue
        few = counts.exact[cell] < policy.averages.minimum_base
        sensitive[place] = few or is_dominated(contribution, policy.dominance)
        hidden[place] = sensitive[place] or cell not in counts.shown
        if sensitive[place]:
            needed[place] = uncertainty_needed(contribution, policy.dominance) * HUNDREDTHS / unit
    return Needs(
        sensitive=sensitive,
        hidden=hidden,
        up=needed,
        down=np.minimum(needed, model.values),
        least=np.zeros(size),
        fixed=model.published & (model.values == 0),
        whole=False,
    )


def _demands(model: CellModel, needs: Needs) -> dict[Coordinate, Demand]:
    places = np.flatnonzero(needs.sensitive)
    low, high = model.values - needs.down, model.values + needs.up
    return {model.coordinates[place]: Demand(float(low[place]), float(high[place])) for place in places}
