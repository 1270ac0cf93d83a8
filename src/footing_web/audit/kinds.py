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
        "api.key_made": Kind("made a key for the API", ("role", "days")),
        "api.key_withdrawn": Kind("withdrew a key for the API", ("role",)),
        "audit.exported": Kind("downloaded the log", ("entries",)),
        "audit.checked": Kind("checked that the log is whole", ("entries", "whole")),
    }
)
