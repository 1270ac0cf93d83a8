"""Why something cannot be done with an extract: a code, what is the matter, and the next step."""

from footing_web.accounts.refusals import Refused


def not_now(state: str) -> Refused:
    """The extract has gone on to another state meanwhile, perhaps in another window."""
    return Refused("U010", f"This cannot be done any more: the extract is now “{state}”. Look at its page again.")


def retention_wrong() -> Refused:
    """The last day must be ahead, and not too far."""
    return Refused("U011", "The last day must be after today and within six years.")


def mapping_wrong(reason: str) -> Refused:
    """A mapping contradicts itself."""
    return Refused("U012", f"These decisions contradict each other: {reason}.")


def no_such_person() -> Refused:
    """No kept extract has a row with this key."""
    return Refused("U013", "No extract that is kept has a row with this number. Check the number and its kind.")
