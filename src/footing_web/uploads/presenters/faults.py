"""Faults as the rows of a table: how bad, where, what, and the next step."""

from collections.abc import Mapping
from typing import Any

from footing.workforce import CheckResult
from footing_web.accounts.models import Organisation
from footing_web.uploads.checking import Outcome
from footing_web.uploads.limits import LIMITS
from footing_web.uploads.models import State, Upload
from footing_web.uploads.presenters.addresses import Context, of_organisation, of_upload
from footing_web.uploads.presenters.understood import summary_rows

_SHOWN_ROWS = 5
_WHAT_NEXT = {
    State.CHECKED: "The files can be handed in as they are.",
    State.NEEDS_MAPPING: "The files can be handed in; something then has to be decided before they are kept.",
    State.HAS_FAULTS: "The files have faults that have to be put right before they can be kept.",
    State.REFUSED: "The files cannot be read.",
}


def faults(upload: Upload, report: Mapping[str, Any], page: int) -> Context:
    """One page of the faults of an extract."""
    found = report["faults"]
    pages = max(1, -(-len(found) // LIMITS.shown_faults))
    page = min(max(1, page), pages)
    start = (page - 1) * LIMITS.shown_faults
    return {
        "upload": upload,
        "back": of_upload("extract", upload),
        "rows": _rows(found[start : start + LIMITS.shown_faults]),
        "not_shown": report.get("not_shown", 0),
        "page": page,
        "pages": pages,
        "pagination": _pagination(page, pages),
        "download": of_upload("faults_file", upload) if found else "",
    }


def tried(organisation: Organisation, title: str, result: CheckResult, outcome: Outcome) -> Context:
    """What a check found of files of which nothing is kept."""
    report = result.faults.to_json(LIMITS.shown_faults)
    return {
        "title": title,
        "back": of_organisation("hand_in", organisation),
        "what_next": _WHAT_NEXT[outcome.state],
        "good": outcome.state == State.CHECKED,
        "rows": _rows(report["faults"]),
        "not_shown": report["not_shown"],
        "summary": summary_rows(outcome.summary),
    }


def _rows(found: list[dict[str, Any]]) -> list[Context]:
    return [
        {
            "code": fault["code"],
            "is_error": fault["severity"] == "error",
            "tag": {
                "text": "Error" if fault["severity"] == "error" else "Notice",
                "classes": "govuk-tag--red" if fault["severity"] == "error" else "govuk-tag--grey",
            },
            "where": _where(fault),
            "message": fault["message"],
            "next_step": fault["next_step"],
        }
        for fault in found
    ]


def _where(fault: Mapping[str, Any]) -> list[str]:
    """The sheet, the column and the rows of a fault, a line each."""
    lines = [f"Sheet “{fault['sheet']}”"] if fault["sheet"] else []
    lines += [f"Column “{fault['column']}”"] if fault["column"] else []
    rows = fault["rows"] or ([fault["row"]] if fault["row"] else [])
    if rows:
        shown = ", ".join(f"{row:,}" for row in rows[:_SHOWN_ROWS])
        more = fault["count"] - len(rows[:_SHOWN_ROWS])
        lines.append(f"Row{'s' if len(rows) > 1 else ''} {shown}{f' and {more:,} more' if more > 0 else ''}")
    return lines or ["The whole file"]


def _pagination(page: int, pages: int) -> Context:
    items = [{"number": each, "href": f"?page={each}", "current": each == page} for each in range(1, pages + 1)]
    before = {"previous": {"href": f"?page={page - 1}"}} if page > 1 else {}
    after = {"next": {"href": f"?page={page + 1}"}} if page < pages else {}
    return {"items": items, **before, **after}
