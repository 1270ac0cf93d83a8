"""What can be done in this app: one module for each thing that somebody does."""

from footing_web.enquiries.actions.answers import (
    approve,
    comment,
    decline,
    renew,
    send_again,
    send_lost_links,
    withdraw,
    withdraw_for,
)
from footing_web.enquiries.actions.case_studies import hand_to, offer, take_up, turn_down
from footing_web.enquiries.actions.comments import decline_comment, show_comment, write_comment
from footing_web.enquiries.actions.drafts import send_draft, write_draft
from footing_web.enquiries.actions.enquiries import (
    answer,
    delete_enquiry,
    hand_enquiry_to,
    move_enquiry,
    note,
    write_to_team,
)
from footing_web.enquiries.actions.events import ask_for_place, confirm_place, give_place_up, write_to_places
from footing_web.enquiries.actions.interviews import (
    book,
    free,
    free_by_link,
    hold_interview,
    offer_slots,
    take_slot_back,
)
from footing_web.enquiries.actions.looking_after import look_after
from footing_web.enquiries.actions.publishing import may_publish, publish
from footing_web.enquiries.actions.registrations import ask_for_news, choose_topics, confirm, leave, send_bulletin
from footing_web.enquiries.actions.sponsors import acknowledge, no_longer_acknowledge

__all__ = [
    "acknowledge",
    "answer",
    "approve",
    "ask_for_news",
    "ask_for_place",
    "book",
    "choose_topics",
    "comment",
    "confirm",
    "confirm_place",
    "decline",
    "decline_comment",
    "delete_enquiry",
    "free",
    "free_by_link",
    "give_place_up",
    "hand_enquiry_to",
    "hand_to",
    "hold_interview",
    "leave",
    "look_after",
    "may_publish",
    "move_enquiry",
    "no_longer_acknowledge",
    "note",
    "offer",
    "offer_slots",
    "publish",
    "renew",
    "send_again",
    "send_bulletin",
    "send_draft",
    "send_lost_links",
    "show_comment",
    "take_slot_back",
    "take_up",
    "turn_down",
    "withdraw",
    "withdraw_for",
    "write_comment",
    "write_draft",
    "write_to_places",
    "write_to_team",
]
