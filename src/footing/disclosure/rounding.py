"""Round every published count instead of withholding any."""

from collections.abc import Iterable

from footing.disclosure.result import ProtectedCounts
from footing.disclosure.seen import Demand, Seen
from footing.standards import DisclosurePolicy
from footing.tables import Coordinate
from footing.tables.raw import Population

METHOD = "counts rounded to the nearest {base}"


def round_counts(population: Population, published: Iterable[Coordinate], policy: DisclosurePolicy) -> ProtectedCounts:
    """Round each count on its own, so that parts need not come to their whole.

    Because they need not, an outsider can narrow some down. A count under the threshold may not be narrowed down
    further than a shown nought is by the rounding itself.
    """
    base = policy.rounding.base
    exact = {cell: population.counts[cell] for cell in published}
    shown = {cell: round_to_nearest(count, base) for cell, count in exact.items()}
    small = [cell for cell, count in exact.items() if 0 < count < policy.counts.threshold]
    limits = {cell: seen_when_rounded(shown[cell], base) for cell in small}
    width = float(width_of_a_shown_nought(base))
    return ProtectedCounts(
        shown=shown,
        exact=population.counts,
        rounded=True,
        demands={cell: Demand(seen.smallest, seen.largest, width) for cell, seen in limits.items()},
        method=METHOD.format(base=base),
    )


def round_to_nearest(count: int, base: int) -> int:
    """A count to the nearest multiple of ``base``, halves upwards."""
    return (2 * count + base) // (2 * base) * base


def width_of_a_shown_nought(base: int) -> int:
    """How far apart the counts are that are rounded down to nought: 0 to 2 for base 5, so 2."""
    return (base - 1) // 2


def seen_when_rounded(shown: int, base: int) -> Seen:
    """The counts that are rounded to the one that is shown."""
    return Seen(float(max(shown - base // 2, 0)), float(shown + width_of_a_shown_nought(base)))
