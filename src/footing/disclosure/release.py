"""The only way from exact tables to tables that others may see."""

from collections import Counter
from collections.abc import Iterable, Mapping

from footing.disclosure.alternatives.controlled import round_to_add_up
from footing.disclosure.amounts import ShownTotals, protect_totals
from footing.disclosure.audit import audit_counts
from footing.disclosure.counts import withhold_counts
from footing.disclosure.figures import protected_row
from footing.disclosure.known import NOTHING_KNOWN, Known
from footing.disclosure.ledger.history import History, refused_with_earlier
from footing.disclosure.others import with_others
from footing.disclosure.result import (
    PopulationAudit,
    PrintedPopulation,
    ProtectedCounts,
    Release,
    ReleaseRefused,
    TableAudit,
)
from footing.disclosure.rounding import round_counts
from footing.disclosure.search import Search
from footing.disclosure.seen import UNBOUNDED, SeenCells
from footing.disclosure.showing import seen_in_tables
from footing.disclosure.solver import solver_version
from footing.standards import DisclosurePolicy
from footing.tables import Coordinate, ReleasableTable, Status
from footing.tables.raw import Population, RawRelease, RawTable
from footing.tables.seal import SEAL

NOT_EXACT_LIMIT = (
    "The attack used every sum between published cells. The tables cross the same characteristics in ways that do not "
    "fit together like the leaves of a tree, so that counts of people could rule out more than the sums do."
)


def release(
    raw: RawRelease, *, policy: DisclosurePolicy, search: Search | None = None, history: History | None = None
) -> Release:
    """Protect everything that would be published together, attack it, and hand over what may be seen.

    Counts are withheld or rounded as the policy says, never both; every figure is worked out again from the counts as
    protected. ``search`` says what to lose least of, and ``history`` what was released before. Raises
    ``ReleaseRefused`` when a count could be worked out too closely, or when nothing can be shown.
    """
    search = search or Search()
    known = {
        each.name: history.known(each.name, each.counts, policy) if history else NOTHING_KNOWN
        for each in raw.populations
    }
    raw = _with_others(raw, known)
    counts = {each.name: _protect(each, raw.tables, policy, search, known[each.name]) for each in raw.populations}
    totals = protect_totals(raw, counts, policy, search)
    tables = tuple(_protected(table, counts, totals, policy) for table in raw.tables)
    seen = {each.name: _seen(each.name, raw.tables, tables, counts, policy) for each in raw.populations}
    audits = tuple(_attacked(each, seen[each.name], counts[each.name], policy) for each in raw.populations)
    _require_something_shown(tables)
    return Release(
        policy_id=policy.id,
        policy_title=policy.title,
        tables=tables,
        audits=audits,
        table_audits=tuple(_counted(table) for table in tables),
        seen=seen,
        printed=tuple(_printed(each, seen[each.name], counts[each.name]) for each in raw.populations),
    )


def _with_others(raw: RawRelease, known: Mapping[str, Known]) -> RawRelease:
    """The same, where every list of categories says whether it is all there are."""
    populations = []
    for each in raw.populations:
        cells = {*_published(raw.tables, each.name), *known[each.name].cells}
        hierarchies = with_others(each.hierarchies, cells, {**each.counts, **known[each.name].shown})
        populations.append(Population(each.name, each.counts, hierarchies))
    return RawRelease(tuple(populations), raw.tables)


def _protect(
    population: Population, tables: Iterable[RawTable], policy: DisclosurePolicy, search: Search, known: Known
) -> ProtectedCounts:
    """Round or withhold, as the policy says."""
    published = _published(tables, population.name)
    if policy.rounding.method == "nearest":
        return round_counts(population, published, policy)
    if policy.rounding.method == "controlled":
        return round_to_add_up(population, published, policy)
    try:
        return withhold_counts(population, published, policy, search, known)
    except ReleaseRefused as refusal:
        raise (refused_with_earlier(population.name) if known.cells else refusal) from refusal


def _seen(
    population: str,
    raw_tables: Iterable[RawTable],
    tables: Iterable[ReleasableTable],
    counts: Mapping[str, ProtectedCounts],
    policy: DisclosurePolicy,
) -> SeenCells:
    """What the protected tables show of one set of people."""
    pairs = [pair for pair in zip(raw_tables, tables, strict=True) if pair[0].population == population]
    return seen_in_tables(pairs, counts[population].shown, policy)


def _printed(population: Population, seen: SeenCells, protected: ProtectedCounts) -> PrintedPopulation:
    """The counts that the shown figures tell of."""
    counts = {cell: protected.shown[cell] if each.largest < UNBOUNDED else None for cell, each in sorted(seen.items())}
    return PrintedPopulation(population.name, counts, population.hierarchies)


def _attacked(
    population: Population, seen: SeenCells, protected: ProtectedCounts, policy: DisclosurePolicy
) -> PopulationAudit:
    """Attack what the protected tables show of one set of people. Raises ``ReleaseRefused`` if it is too much."""
    _require_no_small_count_shown(protected, policy)
    known = protected.known
    earlier = known.demands_beside(protected.exact)
    audit = audit_counts(known.added_to(seen), population.hierarchies, protected.demands, earlier)
    if audit.exposures and known.cells:
        raise refused_with_earlier(population.name)
    if audit.exposures:
        raise ReleaseRefused(
            "D004",
            f"An attack on the protected tables of {population.name} narrowed {len(audit.exposures)} small counts down "
            "further than the policy allows.",
            "Use a policy that withholds counts, publish fewer breakdowns, or merge categories into larger groups.",
        )
    return PopulationAudit(
        population=population.name,
        cells=audit.cells,
        withheld=0 if protected.rounded else audit.withheld,
        narrowest_range=audit.narrowest_range,
        policy=policy.id,
        method=f"{protected.method}, then attacked by linear programming",
        solver=solver_version(),
        limits=() if audit.exact else (NOT_EXACT_LIMIT,),
    )


def _require_no_small_count_shown(protected: ProtectedCounts, policy: DisclosurePolicy) -> None:
    """Look at every count that would be shown once more, whatever the protection took for sensitive."""
    smallest = 1 if policy.counts.zeros == "shown" else 0
    new = (count for cell, count in protected.shown.items() if cell not in protected.known.shown)
    if not protected.rounded and any(smallest <= count < policy.counts.threshold for count in new):
        raise ReleaseRefused(
            "D005",
            "A count that the policy withholds was about to be shown.",
            "Nothing was released. Report this: the protection should have prevented it.",
        )


def _published(tables: Iterable[RawTable], population: str) -> Counter[Coordinate]:
    """Every cell that figures of the population rest on, and on how many: a shown figure may give each of them away.

    A figure that several tables show is one figure.
    """
    figures = {
        (table.unit, figure.cells, figure.base): None
        for table in tables
        if table.population == population
        for figure in (row.figure for row in table.rows)
    }
    return Counter(cell for _, cells, base in figures for cell in dict.fromkeys((*cells, base)))


def _protected(
    table: RawTable, counts: Mapping[str, ProtectedCounts], totals: ShownTotals, policy: DisclosurePolicy
) -> ReleasableTable:
    protected, shown_totals = counts[table.population], totals.get((table.population, table.measure), frozenset())
    return ReleasableTable(
        id=table.id,
        measure=table.measure,
        title=table.title,
        unit=table.unit,
        population=table.population,
        dimensions=table.dimensions,
        rows=tuple(protected_row(row, table, protected, shown_totals, policy) for row in table.rows),
        benchmark=table.benchmark,
        notes=table.notes,
        seal=SEAL,
    )


def _counted(table: ReleasableTable) -> TableAudit:
    withheld = sum(row.status is Status.WITHHELD for row in table.rows)
    return TableAudit(table=table.id, shown=len(table.rows) - withheld, withheld=withheld)


def _require_something_shown(tables: Iterable[ReleasableTable]) -> None:
    rows = [row for table in tables for row in table.rows]
    if rows and not any(row.status in (Status.SHOWN, Status.ROUNDED) and row.value for row in rows):
        raise ReleaseRefused(
            "D001",
            "There are too few people: under this policy no figure could be shown.",
            "Report on a larger group of people, or for a longer period.",
        )
