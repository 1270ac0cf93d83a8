"""The organisation's ledger of releases, as an assessment reads it and adds to it."""

from dataclasses import dataclass, field

from footing.assessment.history import history_of_staff
from footing.disclosure import Release
from footing.disclosure.ledger import History, LedgerEntry, ReadLedger, line_of, printed_cells, read_lines
from footing.standards import DisclosurePolicy
from footing.workforce import Workforce
from footing_web.accounts.models import Organisation
from footing_web.results.ledger_secret import secret_of_ledger
from footing_web.results.models import LedgerLine, Run

NAME = "The ledger"


class LedgerMoved(Exception):
    """Something was released between reading the ledger and adding to it: what was protected must be so again."""


def read_organisation_ledger() -> ReadLedger:
    """The ledger of the organisation in scope. Raises ``LedgerBroken`` where a line was changed or taken out."""
    lines = LedgerLine.objects.order_by("number").values_list("line", flat=True)
    return read_lines((line.encode() for line in lines), NAME)


@dataclass(slots=True)
class OrganisationLedger:
    """The ledger for one run: read before anything is protected. Its new line is kept with the result or not at all."""

    organisation: Organisation
    run: Run
    found: ReadLedger = field(default_factory=ReadLedger)
    line: str = ""

    def history(self, workforce: Workforce) -> History:
        """What was released of these people before."""
        self.found = read_organisation_ledger()
        return history_of_staff(self.found, workforce, lambda: secret_of_ledger(self.organisation))

    def enter(self, released: Release, history: History, policy: DisclosurePolicy) -> None:
        """Write the line of this release; it is stored when the run ends well."""
        tables = (table.id for table in released.tables)
        on = self.run.created_at.date()
        entry: LedgerEntry = history.entry(on, policy, printed_cells(released, history), tables)
        self.line = line_of(entry, self.found.last_digest).decode()

    def keep(self) -> int:
        """Store the line, and return its number. To be called in the transaction that stores the result.

        Raises ``LedgerMoved`` where the ledger is no longer as it was read.
        """
        number = len(self.found.entries) + 1
        if LedgerLine.objects.count() != number - 1:
            raise LedgerMoved
        LedgerLine.objects.create(organisation=self.organisation, number=number, line=self.line, run=self.run)
        return number
