"""The ledger: what was released when, over which people, so that a new release is protected given all before."""

from footing.disclosure.ledger.broken import LedgerBroken
from footing.disclosure.ledger.entries import LedgerEntry, PrintedCells
from footing.disclosure.ledger.file import ReadLedger, append_entry, line_of, read_ledger, read_lines
from footing.disclosure.ledger.fingerprint import Fingerprint, fingerprint_of, ledger_key
from footing.disclosure.ledger.history import History
from footing.disclosure.ledger.recording import history_from, printed_cells

__all__ = [
    "Fingerprint",
    "History",
    "LedgerBroken",
    "LedgerEntry",
    "PrintedCells",
    "ReadLedger",
    "append_entry",
    "fingerprint_of",
    "history_from",
    "ledger_key",
    "line_of",
    "printed_cells",
    "read_ledger",
    "read_lines",
]
