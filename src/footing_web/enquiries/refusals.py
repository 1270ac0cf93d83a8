"""Why something of this app cannot be done, in words for the person who asked: a code, the matter, the next step."""

from footing_web.accounts.refusals import Refused


def not_now(state: str) -> Refused:
    """The step does not lead on from where the case study stands."""
    return Refused("E001", f"This cannot be done now: the case study is at “{state}”. Open it again to see what can.")


def slot_taken() -> Refused:
    """Somebody was quicker, or the time has passed."""
    return Refused("E002", "This time is no longer free. Pick another one.")


def slots_overlap() -> Refused:
    """One person cannot hold two interviews at once."""
    return Refused("E003", "You have another slot within 45 minutes of this time. Choose a time further away.")


def slot_in_past() -> Refused:
    """A time that nobody can pick."""
    return Refused("E004", "This time has passed. Choose one that is still to come.")


def slot_is_booked() -> Refused:
    """A contributor counts on it."""
    return Refused(
        "E005", "This slot is booked. Open the case study and free it there, so that the contributor is told."
    )


def no_draft() -> Refused:
    """There is nothing to send."""
    return Refused("E006", "There is no draft yet. Write one first.")


def unchanged() -> Refused:
    """A new draft would be the same as the one before."""
    return Refused("E007", "Nothing has changed since the last draft, so there is nothing to save.")


def answered() -> Refused:
    """A link does what it is for once."""
    return Refused("E008", "This link has been used, or has ended. Nothing was changed. Ask for a new link.")


def not_approved() -> Refused:
    """Only approved words are published."""
    return Refused("E009", "These words are not the ones that were approved. Send the draft to the contributor first.")


def not_a_reviewer() -> Refused:
    """What goes out is looked at by two."""
    return Refused("E012", "Only a reviewer of the library can publish. Ask one of them to do it.")


def nothing_to_say() -> Refused:
    """A request for changes without a change."""
    return Refused("E010", "Say what should be changed.")


def no_room() -> Refused:
    """An event that is over or full."""
    return Refused("E011", "This event takes no more registrations.")
