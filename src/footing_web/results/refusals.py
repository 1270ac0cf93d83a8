"""Why something about results cannot be done: a code, what is the matter, and the next step."""

from footing_web.accounts.refusals import Refused

MOST_UNDER_WAY = 3
"""So many assessments of one organisation may wait or run at a time."""


def not_kept() -> Refused:
    """There are no files to assess."""
    return Refused("R001", "This extract is not kept any more, so it cannot be assessed. Hand it in again.")


def too_many() -> Refused:
    """Others wait too."""
    return Refused(
        "R002", f"{MOST_UNDER_WAY} assessments are under way already. Wait until one has ended, or cancel one."
    )


def worker_died() -> Refused:
    """The worker was lost too often."""
    return Refused(
        "R003",
        "The assessment was interrupted several times and was stopped. Nothing was kept or released. Start it again; "
        "if it happens again, tell whoever looks after this service.",
    )


def went_wrong() -> Refused:
    """A fault of ours."""
    return Refused(
        "R004",
        "Something went wrong on our side. Nothing was kept or released. Start the assessment again; if it happens "
        "again, tell whoever looks after this service.",
    )


def released_meanwhile() -> Refused:
    """Other releases came in between, again and again."""
    return Refused(
        "R005",
        "Other assessments of this organisation were released at the same time. Nothing was kept or released. "
        "Start this one again when they have ended.",
    )


def has_ended() -> Refused:
    """Too late to cancel."""
    return Refused("R006", "The assessment has ended already and cannot be cancelled.")


def extract_has_faults() -> Refused:
    """The extract was found to have errors."""
    return Refused(
        "R007", "The extract has errors that keep it from being assessed. Its page lists them, each with what to do."
    )


def assessed_already() -> Refused:
    """The same would come out."""
    return Refused(
        "R009",
        "This extract was assessed in this very way before, and the same would come out. Look at that result, or "
        "choose something else.",
    )


def not_an_outside_address() -> Refused:
    """Messages go to other systems, never to ours."""
    return Refused(
        "R008", "Give an address that starts with https:// and that belongs to a server on the public internet."
    )
