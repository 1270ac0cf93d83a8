"""The list of extracts and the page of one."""

from typing import Any

from django.utils import timezone

from footing.tables.words import counted
from footing_web.accounts.models import Membership
from footing_web.accounts.permissions import role_may
from footing_web.records.queries import deletions
from footing_web.uploads import queries
from footing_web.uploads.models import KEPT, OPEN, WORKING, State, Upload
from footing_web.uploads.presenters.addresses import Context, of_organisation, of_upload
from footing_web.uploads.presenters.understood import rows_in_words, summary_rows

_COLOURS = {
    State.RECEIVED: "govuk-tag--blue",
    State.CHECKING: "govuk-tag--blue",
    State.KEEPING: "govuk-tag--blue",
    State.NEEDS_MAPPING: "govuk-tag--yellow",
    State.HAS_FAULTS: "govuk-tag--yellow",
    State.CHECKED: "govuk-tag--yellow",
    State.READY: "govuk-tag--green",
    State.ASSESSED: "govuk-tag--green",
    State.REFUSED: "govuk-tag--red",
}
_NEXT = {
    State.NEEDS_MAPPING: "Something has to be decided before the files can be read. Nothing is kept until then.",
    State.HAS_FAULTS: "The files have faults that have to be put right. Nothing is kept until you confirm it.",
    State.CHECKED: "The files can be read without errors. Look at what was understood, and confirm it.",
    State.READY: "The extract is kept, and can be assessed.",
    State.ASSESSED: "The extract is kept, and was assessed.",
    State.CANCELLED: "It was cancelled before it was kept. Its files are deleted.",
    State.WITHDRAWN: "It was withdrawn. Nothing of the people in it is left; results that were released stay.",
    State.EXPIRED: "Its last day is over, so it was deleted. Results that were released stay.",
}


def listed(viewer: Membership) -> Context:
    """Every extract, newest first, and what may be done."""
    organisation = viewer.organisation
    held = list(queries.uploads())
    return {
        "organisation": organisation,
        "extracts": [_line(each) for each in held],
        "may_use_again": any(each.state in KEPT for each in held),
        "may_hand_in": role_may(viewer.role, "uploads.hand_in"),
        "may_erase": role_may(viewer.role, "uploads.withdraw"),
        "deleted": deletions(organisation).exclude(reason="replaced")[:20],
    }


def extract(upload: Upload, viewer: Membership) -> Context:
    """What is going on with one extract, and what is to be done."""
    hands_in = role_may(viewer.role, "uploads.hand_in")
    return {
        "upload": upload,
        "tag": tag(upload),
        "next": _NEXT.get(State(upload.state), ""),
        "working": upload.state in WORKING,
        "progress": progress(upload),
        "tasks": _tasks(upload) if upload.state in OPEN and hands_in else [],
        "refusal": upload.refusal,
        "rows": _facts(upload),
        "may_change_day": hands_in and upload.state in (*OPEN, *KEPT),
        "may_cancel": hands_in and upload.state in (*WORKING, *OPEN),
        "may_withdraw": role_may(viewer.role, "uploads.withdraw") and upload.state in KEPT,
        "may_assess": role_may(viewer.role, "results.run") and upload.state in KEPT,
        "is_kept": upload.state in KEPT,
    }


def progress(upload: Upload) -> dict[str, Any]:
    """How far the worker is: words, and how many hundredths of the step are done."""
    waiting = upload.heard_of_at is None
    percent = min(100, 100 * upload.done // upload.total) if upload.total else 0
    return {"step": "Waiting for its turn" if waiting else upload.step or "Opening the files", "percent": percent}


def tag(upload: Upload) -> Context:
    """The state of an extract as a coloured tag."""
    state = State(upload.state)
    return {"text": state.label, "classes": _COLOURS.get(state, "govuk-tag--grey")}


def _line(upload: Upload) -> Context:
    return {
        "upload": upload,
        "address": of_upload("extract", upload),
        "tag": tag(upload),
        "holds": ", ".join(rows_in_words(upload.summary)),
        "kept": upload.state in KEPT,
    }


def _facts(upload: Upload) -> list[tuple[str, list[str]]]:
    """What is known of the extract: what was understood, who handed it in, for how long it is kept."""
    day = timezone.localtime(upload.created_at)
    by = f" by {upload.handed_in_by}" if upload.handed_in_by else ""
    rows = summary_rows(upload.summary) if upload.state in (*KEPT, State.CHECKED) else []
    rows.append(("Handed in", [f"{day:%-d %B %Y at %H:%M}{by}"]))
    if upload.ended_at is None:
        rows.append(("Kept until", [f"{upload.retain_until:%-d %B %Y}"]))
        rows.append(("Personnel numbers", ["Replaced by pseudonyms" if upload.pseudonymise else "Kept as they are"]))
    return rows


def _tasks(upload: Upload) -> list[Context]:
    """What there is to do before the extract is kept, as a task list."""
    errors = counted(upload.error_count, "error", "errors")
    notices = counted(upload.notice_count, "notice", "notices")
    decide = {"tag": {"text": "To decide", "classes": "govuk-tag--yellow"}}
    undecided = upload.state == State.NEEDS_MAPPING
    found = f"{errors} and {notices}" if upload.error_count else notices
    ready = upload.state == State.CHECKED
    return [
        {
            "title": {"text": "Look at what was found"},
            "hint": {"text": found},
            "href": of_upload("faults", upload),
            "status": decide if upload.state == State.HAS_FAULTS else {"text": "To read"},
        },
        {
            "title": {"text": "Columns and words"},
            "hint": {"text": "How the files are read; the suggestion is filled in."},
            "href": of_upload("mapping", upload),
            "status": decide if undecided else {"text": "Suggested"},
        },
        {
            "title": {"text": "Hand in a corrected file"},
            "hint": {"text": "Only if a file has to be put right."},
            "href": of_upload("correct", upload),
            "status": {"text": "Optional"},
        },
        {
            "title": {"text": "Confirm"},
            "href": of_upload("confirm", upload) if ready else None,
            "status": decide
            if ready
            else {"text": "Cannot start yet", "classes": "govuk-task-list__status--cannot-start-yet"},
        },
    ]


def back_to_list(upload: Upload) -> str:
    """The address of the list."""
    return of_organisation("extracts", upload.organisation)
