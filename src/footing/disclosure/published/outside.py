"""An audit of published tables by somebody who knows no count that is withheld."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from footing.disclosure.audit import CountsAudit, audit_counts
from footing.disclosure.certificates import Proof, check_proof, prove
from footing.disclosure.differencing import wider_groups
from footing.disclosure.equations import families_of
from footing.disclosure.known import NOTHING_KNOWN
from footing.disclosure.ledger.history import History
from footing.disclosure.others import with_others
from footing.disclosure.rounding import NOT_EXACT, seen_under
from footing.disclosure.seen import UNBOUNDED, Demand, Seen, SeenCells
from footing.standards import DisclosurePolicy
from footing.tables import Coordinate, Hierarchy

_Printed = Mapping[Coordinate, int | None]


@dataclass(frozen=True, slots=True)
class PublishedCounts:
    """What is printed of one set of people, ``None`` where a count is withheld, and how the categories add up.

    ``between`` bounds withheld counts that another printed figure, such as a share and its base, gives away in part.
    ``unlisted`` are groups that only other figures rest on, so that no rule says that they are not nobody; those within
    a group of nobody are nobody, and so are those beside groups that come to all of a whole.
    """

    population: str
    printed: _Printed
    hierarchies: Mapping[str, Hierarchy]
    between: Mapping[Coordinate, tuple[int, int]]
    unlisted: frozenset[Coordinate] = frozenset()

    def with_noughts(self) -> "PublishedCounts":
        """The same with a nought for each unlisted group that is nobody by what is printed around it.

        It is within a group of nobody, beside groups that come to all of a whole, or made of parts that are nobody.
        """
        printed = dict(self.printed)
        known = {cell: count for cell, count in printed.items() if count is not None}
        families = families_of(printed, with_others(self.hierarchies, printed, known))
        while True:
            nobody = [cell for cell in self._unknown(printed) if self._is_within_nobody(cell, printed)]
            for whole, parts, complete in families:
                nobody += self._nobody_in(whole, parts, printed, complete=complete)
            if not nobody:
                return replace(self, printed=printed)
            printed.update(dict.fromkeys(nobody, 0))

    def _nobody_in(
        self,
        whole: Coordinate,
        parts: Iterable[Coordinate],
        printed: Mapping[Coordinate, int | None],
        *,
        complete: bool,
    ) -> list[Coordinate]:
        """The unlisted groups that are nobody because parts come to their whole."""
        counts = {part: printed.get(part) for part in parts}
        if printed.get(whole) is not None and printed[whole] == sum(count or 0 for count in counts.values()):
            return [part for part, count in counts.items() if count is None and part in self.unlisted]
        if complete and whole in self.unlisted and printed[whole] is None and set(counts.values()) == {0}:
            return [whole]
        return []

    def _unknown(self, printed: _Printed) -> list[Coordinate]:
        return [cell for cell in self.unlisted if printed[cell] is None]

    def _is_within_nobody(self, cell: Coordinate, printed: _Printed) -> bool:
        met, waiting = {cell}, [cell]
        while waiting:
            for wider in wider_groups(waiting.pop(), self.hierarchies):
                if printed.get(wider) == 0:
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
    published = _with_noughts(published, policy)
    seen = {cell: _seen(published, cell, count, policy) for cell, count in published.printed.items()}
    exact = policy.rounding.method == "none"
    known = {cell: count for cell, count in published.printed.items() if exact and count is not None}
    before = history.known(published.population, known, policy) if history else NOTHING_KNOWN
    seen = before.added_to(seen)
    known = {**before.shown, **known}
    hierarchies = with_others(published.hierarchies, seen, known)
    # Only noughts: a small count that was kept back and is printed now must be found.
    noughts = {cell: 0 for cell in published.unlisted if known.get(cell) == 0}
    demands = {**before.demands_beside(noughts), **_demands(published, seen, policy)}
    return OutsideAudit(published.population, audit_counts(seen, hierarchies, demands))


def _with_noughts(published: PublishedCounts, policy: DisclosurePolicy) -> PublishedCounts:
    """Rounded counts say nothing by adding up, so that nothing follows from them."""
    return published.with_noughts() if policy.rounding.method == "none" else published


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


def prove_from_outside(published: PublishedCounts, policy: DisclosurePolicy, *, in_full: bool = True) -> Proof:
    """A proof of how large every withheld count can be; ``in_full``, of how small, too, and of what insiders learn.

    Raises ``NoProof`` where some count cannot be shown to reach the policy's threshold.
    """
    published = _with_noughts(published, policy)
    seen = {cell: _seen(published, cell, count, policy) for cell, count in published.printed.items()}
    hierarchies = _hierarchies(published, policy)
    return prove(published.population, seen, hierarchies, policy.counts.threshold, in_full=in_full)


def check_from_outside(proof: Proof, published: PublishedCounts, policy: DisclosurePolicy) -> tuple[str, ...]:
    """What is wrong with a proof of published tables, in words; nothing if it holds."""
    published = _with_noughts(published, policy)
    return check_proof(
        proof,
        published.printed,
        _hierarchies(published, policy),
        threshold=policy.counts.threshold,
        least=policy.counts.least_withheld,
        unlisted=published.unlisted,
        between=published.between,
    )


def _hierarchies(published: PublishedCounts, policy: DisclosurePolicy) -> dict[str, Hierarchy]:
    exact = policy.rounding.method == "none"
    known = {cell: count for cell, count in published.printed.items() if exact and count is not None}
    return with_others(published.hierarchies, published.printed, known)
