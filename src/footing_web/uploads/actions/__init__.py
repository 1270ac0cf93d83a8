"""What is done with extracts: handed in, decided, confirmed, cancelled, withdrawn, and what happens by itself."""

from footing_web.uploads.actions.at_once import keep_at_once
from footing_web.uploads.actions.deciding import change_last_day, change_mapping, confirm, mark_assessed
from footing_web.uploads.actions.ending import cancel, expire, withdraw
from footing_web.uploads.actions.handing_in import Handed, hand_in, hand_in_again
from footing_web.uploads.actions.looking_after import look_after
from footing_web.uploads.actions.one_person import erase_person, export_person

__all__ = [
    "Handed",
    "cancel",
    "change_last_day",
    "change_mapping",
    "confirm",
    "erase_person",
    "expire",
    "export_person",
    "hand_in",
    "hand_in_again",
    "keep_at_once",
    "look_after",
    "mark_assessed",
    "withdraw",
]
