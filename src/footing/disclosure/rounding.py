"""Round every published count instead of withholding any."""

from collections.abc import Iterable

from footing.disclosure.result import ProtectedCounts
from footing.disclosure.seen import Demand, Seen
from footing.standards import DisclosurePolicy
from footing.standards.policies import RoundingRule
from footing.tables import Coordinate
from footing.tables.raw import Population

METHOD = "counts rounded to the nearest {base}"

NOT_EXACT = 1.0
"""How far apart the possible counts must lie for none of them to be known to be the one."""


def round_counts(population: Population, published: Iterable[Coordinate], policy: DisclosurePolicy) -> ProtectedCounts:
    """Round each count on its own, so that parts need not come to their whole.

    Because they need not, an outsider can narrow some down. Rounding cannot keep the policy's whole protection
    interval, since a shown nought already says that a count is small; what it must keep is that no count under the
    threshold is known exactly.
    """
    base = policy.rounding.base
    exact = {cell: population.counts[cell] for cell in published}
    shown = {cell: round_to_nearest(count, base) for cell, count in exact.items()}
    small = [cell for cell, count in exact.items() if 0 < count < policy.counts.threshold]
    limits = {cell: seen_when_rounded(shown[cell], base) for cell in small}
    return ProtectedCounts(
        shown=shown,
        exact=population.counts,
        rounded=True,
        demands={cell: Demand(seen.smallest, seen.largest, NOT_EXACT) for cell, seen in limits.items()},
        method=METHOD.format(base=base),
    )


def round_to_nearest(count: int, base: int) -> int:
    """A count to the nearest multiple of ``base``, halves upwards."""
    return (2 * count + base) // (2 * base) * base


def seen_under(rule: RoundingRule, shown: int) -> Seen:
    """What a count can be that a policy shows so, by the public rule alone."""
    if rule.method == "none":
        return Seen(float(shown), float(shown))
    if rule.method == "nearest":
        return seen_when_rounded(shown, rule.base)
    return Seen(float(max(shown - rule.base + 1, 0)), float(shown + rule.base - 1))


def seen_when_rounded(shown: int, base: int) -> Seen:
    """The counts that are rounded to the one that is shown."""
    return Seen(float(max(shown - base // 2, 0)), float(shown + (base - 1) // 2))
