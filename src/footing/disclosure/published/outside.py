"""An audit of published tables by somebody who knows no count that is withheld."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from footing.disclosure.audit import CountsAudit, audit_counts
from footing.disclosure.certificates import Proof, check_proof, prove
from footing.disclosure.differencing import wider_groups
from footing.disclosure.known import NOTHING_KNOWN
from footing.disclosure.ledger.history import History
from footing.disclosure.others import with_others
from footing.disclosure.rounding import NOT_EXACT, seen_under
from footing.disclosure.seen import UNBOUNDED, Demand, Seen, SeenCells
from footing.standards import DisclosurePolicy
from footing.tables import Coordinate, Hierarchy


@dataclass(frozen=True, slots=True)
class PublishedCounts:
    """What is printed of one set of people, ``None`` where a count is withheld, and how the categories add up.

    ``between`` bounds withheld counts that another printed figure, such as a share and its base, gives away in part.
    ``unlisted`` are groups that only other figures rest on, so that no rule says that they are not nobody; those within
    a group of nobody are nobody.
    """

    population: str
    printed: Mapping[Coordinate, int | None]
    hierarchies: Mapping[str, Hierarchy]
    between: Mapping[Coordinate, tuple[int, int]]
    unlisted: frozenset[Coordinate] = frozenset()

    def with_noughts(self) -> "PublishedCounts":
        """The same with a nought for each unlisted group that is within a group of nobody."""
        nobody = {cell: 0 for cell in self.unlisted if self.printed[cell] is None and self._is_within_nobody(cell)}
        return replace(self, printed={**self.printed, **nobody})

    def _is_within_nobody(self, cell: Coordinate) -> bool:
        met, waiting = {cell}, [cell]
        while waiting:
            for wider in wider_groups(waiting.pop(), self.hierarchies):
                if self.printed.get(wider) == 0:
                    return True
                if wider not in met:
                    met.add(wider)
                    waiting.append(wider)
        return False


@dataclass(frozen=True, slots=True)
class OutsideAudit:
    """What can be worked out of one set of people from its published tables."""

    population: str
    found: CountsAudit


def audit_from_outside(
    published: PublishedCounts, policy: DisclosurePolicy, history: History | None = None
) -> OutsideAudit:
    """Attack published tables: no withheld count may be known to be under the policy's threshold.

    Which withheld counts are small is not known from outside, so one that is kept back to protect another is held to
    the same rule; it meets it, because it is not small. With a ``history`` the tables are attacked together with what
    was released before. Raises ``TablesDisagree``, and ``ReleaseRefused`` for tables that may not stand beside those.
    """
    published = published.with_noughts()
    seen = {cell: _seen(published, cell, count, policy) for cell, count in published.printed.items()}
    exact = policy.rounding.method == "none"
    known = {cell: count for cell, count in published.printed.items() if exact and count is not None}
    before = history.known(published.population, known, policy) if history else NOTHING_KNOWN
    seen = before.added_to(seen)
    known = {**before.shown, **known}
    hierarchies = with_others(published.hierarchies, seen, known)
    demands = {**before.demands(), **_demands(published, seen, policy)}
    return OutsideAudit(published.population, audit_counts(seen, hierarchies, demands))


def _seen(published: PublishedCounts, cell: Coordinate, count: int | None, policy: DisclosurePolicy) -> Seen:
    if count is None:
        smallest, largest = published.between.get(cell, (0, int(UNBOUNDED)))
        least = 0 if cell in published.unlisted else policy.counts.least_withheld
        return Seen(float(max(smallest, least)), float(largest))
    return seen_under(policy.rounding, count)


def _demands(published: PublishedCounts, seen: SeenCells, policy: DisclosurePolicy) -> dict[Coordinate, Demand]:
    """What must stay possible for each count that could be a small one."""
    threshold = float(policy.counts.threshold)
    if policy.rounding.method == "none":
        return {cell: Demand(UNBOUNDED, threshold) for cell, count in published.printed.items() if count is None}
    small = {cell: each for cell, each in seen.items() if each.largest > 0 and each.smallest < threshold}
    return {cell: Demand(each.smallest, each.largest, NOT_EXACT) for cell, each in small.items()}


def prove_from_outside(published: PublishedCounts, policy: DisclosurePolicy) -> Proof:
    """A proof that every withheld count can reach the policy's threshold. Raises ``NoProof``."""
    published = published.with_noughts()
    seen = {cell: _seen(published, cell, count, policy) for cell, count in published.printed.items()}
    return prove(published.population, seen, _hierarchies(published, policy), policy.counts.threshold)


def check_from_outside(proof: Proof, published: PublishedCounts, policy: DisclosurePolicy) -> tuple[str, ...]:
    """What is wrong with a proof of published tables, in words; nothing if it holds."""
    published = published.with_noughts()
    return check_proof(
        proof,
        published.printed,
        _hierarchies(published, policy),
        threshold=policy.counts.threshold,
        least=policy.counts.least_withheld,
        unlisted=published.unlisted,
    )


def _hierarchies(published: PublishedCounts, policy: DisclosurePolicy) -> dict[str, Hierarchy]:
    exact = policy.rounding.method == "none"
    known = {cell: count for cell, count in published.printed.items() if exact and count is not None}
    return with_others(published.hierarchies, published.printed, known)
