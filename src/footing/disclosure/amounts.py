"""Withhold totals of amounts, and means, until none that is kept back can be worked out closely by subtraction."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from footing.disclosure.audit import exposed_amounts
from footing.disclosure.completion import CannotBeLinked
from footing.disclosure.dominance import is_dominated, uncertainty_needed
from footing.disclosure.figures import from_values, is_of_few
from footing.disclosure.model import CellModel, build_model
from footing.disclosure.prices import prices
from footing.disclosure.primary import Needs, NotProtectable
from footing.disclosure.result import ProtectedCounts, ReleaseRefused
from footing.disclosure.search import Search
from footing.disclosure.seen import Demand, Seen
from footing.disclosure.suppress import Pattern, suppress
from footing.standards import DisclosurePolicy
from footing.tables import Coordinate
from footing.tables.raw import Contribution, FromValues, Population, RawRelease

HUNDREDTHS = 100
"""Totals are taken to the penny, so that parts come to their whole exactly."""

_SCALE = 100_000.0
"""Programmes see the largest total as this many units: numbers of a size that a solver is exact with."""

ShownTotals = Mapping[tuple[str, str], frozenset[Coordinate]]
"""For each population and measure of totals or means, the cells whose figure may be shown."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """A total, in hundredths: whether it is kept back, on its own account or in any case, and its uncertainty."""

    total: int
    sensitive: bool
    hidden: bool
    needed: float

    def with_other(self, other: "_Amount | None") -> "_Amount":
        """The stricter of two figures of one cell."""
        if other is None:
            return self
        return _Amount(
            self.total,
            self.sensitive or other.sensitive,
            self.hidden or other.hidden,
            max(self.needed, other.needed),
        )


_Amounts = Mapping[Coordinate, _Amount]


def protect_totals(
    raw: RawRelease, counts: Mapping[str, ProtectedCounts], policy: DisclosurePolicy, search: Search
) -> ShownTotals:
    """Choose which totals of amounts, and which means, to show, measure by measure. Raises ``ReleaseRefused``.

    A mean of many and their number give their total away, so that means add up as totals do. They are protected as if
    everybody had the same amount: a mean that is kept back stays uncertain by ``p_percent`` then, and cannot be told.
    """
    shown = {}
    for population in raw.populations:
        protected = counts[population.name]
        everybody = {cell: count * HUNDREDTHS for cell, count in protected.exact.items()}
        for measure, amounts in _totals(raw, population.name, protected, policy).items():
            known = {cell: each.total for cell, each in amounts.items()}
            unlisted = _unlisted(population, amounts, known, everybody, policy)
            shown[population.name, measure] = _withhold(population, amounts, known, search, unlisted)
        for measure, amounts in _means(raw, population.name, protected, policy).items():
            unlisted = _unlisted(population, amounts, everybody, everybody, policy)
            shown[population.name, measure] = _withhold(population, amounts, everybody, search, unlisted)
    return shown


def _figures(raw: RawRelease, population: str) -> Iterator[tuple[str, FromValues]]:
    for table in raw.tables:
        for row in table.rows:
            if table.population == population and isinstance(row.figure, FromValues):
                yield table.measure, row.figure


def _totals(
    raw: RawRelease, population: str, counts: ProtectedCounts, policy: DisclosurePolicy
) -> dict[str, dict[Coordinate, _Amount]]:
    """The totals that add up, by measure and cell.

    A total is kept back with its count, on too few people, when a few make up most of it, and to protect another.
    """
    found: dict[str, dict[Coordinate, _Amount]] = {}
    for measure, figure in _figures(raw, population):
        if figure.adds_up:
            contribution = figure.contribution or Contribution(total=figure.estimate.value or 0.0, largest=())
            few = is_of_few(figure.base, counts, policy) or is_dominated(contribution, policy.dominance)
            sensitive = few and contribution.total != 0
            hidden = sensitive or (figure.base not in counts.shown and contribution.total != 0)
            needed = uncertainty_needed(contribution, policy.dominance) * HUNDREDTHS
            total = round(contribution.total * HUNDREDTHS)
            found.setdefault(measure, {})[figure.base] = _Amount(total, sensitive, hidden, needed)
    return found


def _means(
    raw: RawRelease, population: str, counts: ProtectedCounts, policy: DisclosurePolicy
) -> dict[str, dict[Coordinate, _Amount]]:
    """The means, by measure and cell, as totals of as many equal amounts as there are people."""
    found: dict[str, dict[Coordinate, _Amount]] = {}
    for measure, figure in _figures(raw, population):
        people = counts.exact[figure.base] * HUNDREDTHS
        if figure.averages:
            contribution, dominance = figure.contribution, policy.dominance
            share = dominance.p_percent / 100
            sensitive = is_of_few(figure.base, counts, policy) or figure.estimate.value is None
            if contribution is not None and contribution.total > 0:
                sensitive = sensitive or is_dominated(contribution, dominance)
                share = max(share, uncertainty_needed(contribution, dominance) / contribution.total)
            hidden = people > 0 and (sensitive or from_values(figure, counts, policy) is None)
            mean = _Amount(people, sensitive and people > 0, hidden, share * people)
            cells = found.setdefault(measure, {})
            cells[figure.base] = mean.with_other(cells.get(figure.base))
    return found


def _unlisted(
    population: Population,
    amounts: _Amounts,
    known: Mapping[Coordinate, int],
    everybody: Mapping[Coordinate, int],
    policy: DisclosurePolicy,
) -> dict[Coordinate, _Amount]:
    """Groups whose figure is in no table and follows from those of the others, where they are too few for one."""
    few = set()
    for cell, people in _left_over(population, amounts, everybody):
        if people < policy.averages.minimum_for([variable for variable, _ in cell]) * HUNDREDTHS:
            few.add(cell)
    share = policy.dominance.p_percent / 100
    left = _left_over(population, amounts, known) if few else ()
    return {cell: _Amount(total, True, True, share * total) for cell, total in left if cell in few}


def _left_over(
    population: Population, amounts: _Amounts, known: Mapping[Coordinate, int]
) -> Iterator[tuple[Coordinate, int]]:
    """The groups that are in no table and are not nothing, with what follows for them from the others."""
    model = _linked(population, amounts, known)
    for cell, value, given in zip(model.coordinates, model.values.tolist(), model.given.tolist(), strict=True):
        if cell not in amounts and given and value > 0:
            yield cell, int(value)


def _withhold(
    population: Population,
    amounts: _Amounts,
    known: Mapping[Coordinate, int],
    search: Search,
    unlisted: _Amounts | None = None,
) -> frozenset[Coordinate]:
    """The cells of one measure whose figure may be shown; ``known`` are totals, of these cells and maybe of others."""
    judged = {**amounts, **(unlisted or {})}
    exact = _linked(population, amounts, known)
    try:
        unit = max(float(exact.values.max(initial=0.0)) / _SCALE, 1.0)
        model = exact.scaled(1 / unit)
        needs = _needs(model, judged, unit)
        pattern = suppress(model, needs, prices(model, search.price), search)
    except NotProtectable as fault:
        raise _refused(population) from fault
    _require_protected(population, model, pattern, amounts)
    shown = np.flatnonzero(model.published & ~pattern.withheld)
    return frozenset(model.coordinates[cell] for cell in shown)


def _linked(population: Population, amounts: _Amounts, known: Mapping[Coordinate, int]) -> CellModel:
    try:
        return build_model(amounts, known, population.hierarchies)
    except CannotBeLinked as fault:
        raise _refused(population) from fault


def _refused(population: Population) -> ReleaseRefused:
    return ReleaseRefused(
        "D006",
        f"In {population.name} the totals or means of amounts cannot be protected, or do not add up.",
        "Check that every total is the sum of its parts, or publish fewer totals.",
    )


def _require_protected(population: Population, model: CellModel, pattern: Pattern, published: _Amounts) -> None:
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


def _needs(model: CellModel, amounts: _Amounts, unit: float) -> Needs:
    size = len(model.values)
    hidden, sensitive, needed = np.zeros(size, dtype=np.bool_), np.zeros(size, dtype=np.bool_), np.zeros(size)
    for place, cell in enumerate(model.coordinates):
        amount = amounts.get(cell)
        if amount is not None:
            sensitive[place], hidden[place] = amount.sensitive, amount.hidden
            needed[place] = amount.needed / unit if amount.sensitive else 0.0
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
    places = np.flatnonzero(needs.sensitive & model.published)
    low, high = model.values - needs.down, model.values + needs.up
    return {model.coordinates[place]: Demand(float(low[place]), float(high[place])) for place in places}
