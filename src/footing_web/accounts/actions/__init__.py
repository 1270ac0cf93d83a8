"""What can be done with organisations and their members: one module per noun. Every change has its entry in the log."""

from footing_web.accounts.actions.closing import close_organisation
from footing_web.accounts.actions.groups import (
    ask_for_place,
    change_code,
    close_group,
    give_place,
    leave_group,
    refuse_place,
    start_group,
)
from footing_web.accounts.actions.joining import (
    accept_invitation,
    admit,
    ask_to_join,
    decline,
    invite,
    withdraw_invitation,
)
from footing_web.accounts.actions.keys import make_key, withdraw_key
from footing_web.accounts.actions.members import (
    add_member,
    change_role,
    leave,
    leave_every_organisation,
    remove_member,
    transfer_ownership,
)
from footing_web.accounts.actions.organisations import (
    ask_for_second_step,
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
    "ask_for_place",
    "ask_for_second_step",
    "ask_to_join",
    "change_code",
    "change_organisation",
    "change_role",
    "close_group",
    "close_organisation",
    "create_organisation",
    "decline",
    "give_place",
    "invite",
    "leave",
    "leave_every_organisation",
    "leave_group",
    "make_key",
    "open_to_domain",
    "refuse_place",
    "remove_member",
    "set_grades",
    "set_units",
    "start_group",
    "transfer_ownership",
    "withdraw_invitation",
    "withdraw_key",
]
