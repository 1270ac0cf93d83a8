"""Tables that have been published, as an outsider meets them: read again from their files, to be attacked."""

from footing.disclosure.published.assessed import assessed_tables
from footing.disclosure.published.outside import (
    OutsideAudit,
    PublishedCounts,
    audit_from_outside,
    check_from_outside,
    prove_from_outside,
)
from footing.disclosure.published.tables import printed_tables

__all__ = [
    "OutsideAudit",
    "PublishedCounts",
    "assessed_tables",
    "audit_from_outside",
    "check_from_outside",
    "printed_tables",
    "prove_from_outside",
]
