"""For how long anything is kept and anything works: every such number of this app, with its reason."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keeping:
    """What ends when. The page on privacy says the same."""

    confirm_within: dt.timedelta = dt.timedelta(days=7)
    """A link to confirm. Whoever does not is forgotten: somebody else may have typed their address."""
    slot_link: dt.timedelta = dt.timedelta(days=30)
    """A link to pick a time."""
    draft_link: dt.timedelta = dt.timedelta(days=60)
    """A link to answer to a draft: organisations need to ask around before they say yes."""
    own_link: dt.timedelta = dt.timedelta(days=400)
    """A link to what is kept. A new one goes out with every letter, and on request."""
    consent: dt.timedelta = dt.timedelta(days=730)
    """The longest consent that can be given at once. People change posts, and figures grow old."""
    consent_to_begin_with: dt.timedelta = dt.timedelta(days=365)
    """The consent that stands in the form until its giver writes another day."""
    consent_reminder: dt.timedelta = dt.timedelta(days=30)
    """How long before the last day of a consent its giver is asked to renew it."""
    closed_enquiry: dt.timedelta = dt.timedelta(days=180)
    """After an enquiry was closed, in case somebody writes again."""
    set_aside: dt.timedelta = dt.timedelta(days=30)
    """Spam, and comments that were not let in."""
    open_enquiry: dt.timedelta = dt.timedelta(days=540)
    """Since an enquiry was written, if nobody ever closed it."""
    stale_offer: dt.timedelta = dt.timedelta(days=365)
    """Since a case study that is not published last moved; then it is withdrawn for its contributor."""
    past_event: dt.timedelta = dt.timedelta(days=30)
    """After an event, those who had a place."""
    past_slot: dt.timedelta = dt.timedelta(days=30)
    """After a time for an interview has passed."""


KEEPING = Keeping()
"""The times that hold."""
