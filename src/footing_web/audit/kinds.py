"""What the log can hold: every action by name, its words on the screen, and the facts that may stand beside it.

An action that is not in this table, or a fact that its line does not name, is refused: so the log stays free of
personal data. A fact is a code, a count, a role or an id; never a name, an address or something a person typed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry: what was done, in words that follow the name of who did it, and the facts it may carry."""

    words: str
    facts: tuple[str, ...] = ()


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "account.deleted": Kind("deleted their account"),
        "account.made_operator": Kind("made somebody an operator of the service"),
        "account.no_longer_operator": Kind("made somebody no longer an operator of the service"),
        "organisation.created": Kind("set up the organisation", ("kind",)),
        "organisation.changed": Kind("changed the details of the organisation", ("fields",)),
        "organisation.grades_changed": Kind("changed the list of grades", ("added", "removed", "grades")),
        "organisation.units_changed": Kind("changed the list of units", ("added", "removed", "units")),
        "members.invited": Kind("invited somebody", ("role",)),
        "members.invitation_withdrawn": Kind("withdrew an invitation", ("role",)),
        "members.joined": Kind("joined", ("role", "way")),
        "members.asked_to_join": Kind("asked to join"),
        "members.request_declined": Kind("declined a request to join"),
        "members.role_changed": Kind("changed the role of a member", ("role_before", "role_after")),
        "members.removed": Kind("removed a member", ("role",)),
        "members.left": Kind("left the organisation", ("role",)),
        "members.ownership_transferred": Kind("handed the organisation over to another member", ("role_after",)),
        "groups.started": Kind("started a group of organisations"),
        "groups.asked": Kind("asked to join a group of organisations"),
        "groups.admitted": Kind("let an organisation into a group"),
        "groups.declined": Kind("declined an organisation that asked to join a group"),
        "groups.left": Kind("left a group of organisations"),
        "groups.closed": Kind("closed a group of organisations"),
        "groups.code_changed": Kind("changed the joining code of a group of organisations"),
        "uploads.handed_in": Kind("handed in an extract", ("files", "pseudonymised", "last_day")),
        "uploads.corrected": Kind("handed in corrected files of an extract", ("files",)),
        "uploads.mapping_changed": Kind("changed how an extract is read"),
        "uploads.checked": Kind("checked an extract", ("outcome", "errors")),
        "uploads.confirmed": Kind("confirmed an extract"),
        "uploads.kept": Kind("kept an extract", ("people", "sheets")),
        "uploads.last_day_changed": Kind("changed the last day of an extract", ("last_day",)),
        "uploads.assessed": Kind("assessed an extract"),
        "uploads.refused": Kind("refused an extract", ("code",)),
        "uploads.cancelled": Kind("cancelled an extract before it was kept", ("records",)),
        "uploads.withdrawn": Kind("withdrew an extract", ("records",)),
        "uploads.expired": Kind("deleted an extract after its last day", ("records",)),
        "records.person_exported": Kind("downloaded what is kept of one person", ("sheets",)),
        "records.person_erased": Kind("erased what was kept of one person", ("sheets",)),
        "api.key_made": Kind("made a key for the API", ("role", "days")),
        "api.key_withdrawn": Kind("withdrew a key for the API", ("role",)),
        "results.run_started": Kind("started an assessment", ("policy",)),
        "results.run_cancelled": Kind("cancelled an assessment"),
        "results.run_failed": Kind("could not finish an assessment", ("code",)),
        "results.released": Kind("released the tables of an assessment", ("tables", "ledger_number")),
        "results.downloaded": Kind("downloaded a report", ("kind", "format")),
        "results.link_made": Kind("made a link to a result", ("days",)),
        "results.link_withdrawn": Kind("withdrew a link to a result"),
        "results.webhook_made": Kind("had another system told of results"),
        "results.webhook_stopped": Kind("stopped telling another system of results"),
        "audit.exported": Kind("downloaded the log", ("entries",)),
        "audit.checked": Kind("checked that the log is whole", ("entries", "whole")),
    }
)
