"""What the ledger means for a new release: what is known already, or why the two may not stand side by side."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from footing.disclosure.known import Kept, Known
from footing.disclosure.ledger.entries import LedgerEntry, PrintedCells
from footing.disclosure.ledger.fingerprint import Fingerprint
from footing.disclosure.result import ReleaseRefused
from footing.standards import DisclosurePolicy
from footing.tables import Coordinate


@dataclass(frozen=True, slots=True)
class History:
    """The entries of a ledger, and which records the new release is of.

    ``snapshot`` names the state of the records, such as a date. ``people`` holds the fingerprint of the people of each
    population, where their keys are known; ``names`` what a population is called in the ledger, as it is unless given.
    """

    entries: tuple[LedgerEntry, ...]
    snapshot: str
    people: Mapping[str, Fingerprint] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, population: str) -> str:
        """The name of a population in the ledger."""
        return self.names.get(population, population)

    def known(self, population: str, counts: Mapping[Coordinate, int], policy: DisclosurePolicy) -> Known:
        """What earlier releases tell of these very records.

        Releases of other records, in which enough people differ, tell nothing. Where the people are the same and many
        of their answers on one matter are not, what does not concern it is still of the same records. Raises
        ``ReleaseRefused`` where too few differ, because whoever subtracts the two releases learns of those few; and
        where counts are rounded in one release and withheld in the other, because each undoes the other.
        """
        shown: dict[Coordinate, int] = {}
        withheld: dict[Coordinate, Kept] = {}
        otherwise: set[Coordinate] = set()
        for entry, printed in self._earlier(population):
            same = self._same_records(population, entry, printed, counts, policy)
            if same:
                _require_one_method(entry, policy)
            if same and policy.rounding.method == "none":
                shown.update({cell: count for cell, count in printed.shown.items() if same(cell)})
                for cell, least in printed.withheld.items():
                    if same(cell):
                        before = withheld.get(cell, Kept(0, 0))
                        withheld[cell] = Kept(max(entry.threshold, before.threshold), max(least, before.least))
                        if (entry.policy, entry.threshold) != (policy.id, policy.counts.threshold):
                            otherwise.add(cell)
        kept = {cell: each for cell, each in withheld.items() if cell not in shown}
        return Known(shown, kept, frozenset(kept.keys() - otherwise))

    def entry(
        self,
        on: dt.date,
        policy: DisclosurePolicy,
        printed: Iterable[PrintedCells],
        tables: Iterable[str],
        *,
        corrects: int | None = None,
        reason: str = "",
    ) -> LedgerEntry:
        """The entry for a new release of these records, or for the correction of an earlier one."""
        return LedgerEntry(
            kind="release" if corrects is None else "correction",
            on=on,
            snapshot=self.snapshot,
            policy=policy.id,
            threshold=policy.counts.threshold,
            rounding=policy.rounding.method,
            printed=tuple(printed),
            tables=tuple(tables),
            of=corrects,
            reason=reason,
        )

    def _earlier(self, population: str) -> Iterable[tuple[LedgerEntry, PrintedCells]]:
        for entry in self.entries:
            for printed in entry.printed:
                if printed.population == self.name(population):
                    yield entry, printed

    def _same_records(
        self,
        population: str,
        entry: LedgerEntry,
        printed: PrintedCells,
        counts: Mapping[Coordinate, int],
        policy: DisclosurePolicy,
    ) -> Callable[[Coordinate], bool] | None:
        """Which cells of an earlier release are counts of the records as they are now; ``None`` if it is of others.

        By the people, where both fingerprints are there; otherwise, and where the people are the same, by the counts
        that are printed in both: one that differs by some number needs that many people to differ. Raises
        ``ReleaseRefused`` where too few differ.
        """
        people = self._least_difference(population, printed)
        exact = entry.rounding == policy.rounding.method == "none"
        changed = {cell: abs(counts[cell] - count) for cell, count in printed.shown.items() if exact and cell in counts}
        most = max(changed.values(), default=0)
        threshold = max(entry.threshold, policy.counts.threshold)
        if people is None and 0 < most < threshold:
            # Few in this population, such as promotions; enough if many joined or left those whom it is taken from.
            others = (self._least_difference(each.population, each) for each in entry.printed)
            people = max((each for each in others if each), default=None)
        differ = people or most
        if 0 < differ < threshold:
            raise _too_few_changed(entry, threshold)
        if people or (people is None and most):
            return None
        told = {frozenset(variable for variable, _ in cell) for cell, each in changed.items() if each}
        return lambda cell: not any(each <= {variable for variable, _ in cell} for each in told)

    def _least_difference(self, population: str, printed: PrintedCells) -> int | None:
        """In how many people a population differs from an earlier one, at the least; ``None`` if nothing says."""
        now = self.people.get(population)
        return now.least_difference(printed.people) if now and printed.people else None


def refused_with_earlier(population: str) -> ReleaseRefused:
    """The refusal of tables that are safe alone and not beside what was released before."""
    return ReleaseRefused(
        "D007",
        f"Beside what was released earlier of {population}, some small count could be worked out whatever else is "
        "withheld.",
        "Release fewer of the tables, or those of the earlier release again as they were, under its policy.",
    )


def _too_few_changed(entry: LedgerEntry, threshold: int) -> ReleaseRefused:
    return ReleaseRefused(
        "D008",
        f"Fewer than {threshold} people differ from those of the release of {entry.on.isoformat()}: whoever subtracts "
        "one from the other learns of these few.",
        f"Wait until {threshold} or more have joined, left or changed their answers, or publish the earlier release "
        "again, from the same records as then.",
    )


def _require_one_method(entry: LedgerEntry, policy: DisclosurePolicy) -> None:
    if entry.rounding != policy.rounding.method:
        raise ReleaseRefused(
            "D009",
            f"The release of {entry.on.isoformat()} of the same records was protected under {entry.policy}; counts "
            "that are rounded in one release and withheld in another undo each other.",
            f"Use the policy {entry.policy} again.",
        )
