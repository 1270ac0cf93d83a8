"""What can be done with organisations and their members: one module per noun. Every change has its entry in the log."""

from footing_web.accounts.actions.joining import (
    accept_invitation,
    admit,
    ask_to_join,
    decline,
    invite,
    withdraw_invitation,
)
from footing_web.accounts.actions.members import (
    add_member,
    change_role,
    leave,
    leave_every_organisation,
    remove_member,
    transfer_ownership,
)
from footing_web.accounts.actions.organisations import (
    change_organisation,
    create_organisation,
    open_to_domain,
    set_grades,
    set_units,
)

__all__ = [
    "accept_invitation",
    "add_member",
    "admit",
    "ask_to_join",
    "change_organisation",
    "change_role",
    "create_organisation",
    "decline",
    "invite",
    "leave",
    "leave_every_organisation",
    "open_to_domain",
    "remove_member",
    "set_grades",
    "set_units",
    "transfer_ownership",
    "withdraw_invitation",
]
