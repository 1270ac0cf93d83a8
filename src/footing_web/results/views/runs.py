"""Pages about runs: the list of results, starting a run, watching it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.models import Organisation
from footing_web.accounts.permissions import role_may
from footing_web.accounts.refusals import Refused
from footing_web.results import queries
from footing_web.results.actions.runs import cancel_run, start_run
from footing_web.results.forms import RunForm
from footing_web.results.models import Run
from footing_web.results.presenters.progress import percent_read, steps_of

BESIDE = {"run": "results.run", "hand_in": "uploads.hand_in", "ledger": "ledger.view", "webhooks": "api.manage"}
"""What the list of results leads to, and the permission that each takes."""


@require_safe
@organisation_view("results.view")
def index(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Every result, and what is under way."""
    role = request.membership.role
    context = {
        "organisation": organisation,
        "results": list(queries.results()),
        "under_way": queries.runs_under_way(),
        "stopped": queries.runs_that_stopped() if role_may(role, "results.run") else [],
        "may": {name: role_may(role, permission) for name, permission in BESIDE.items()},
    }
    return render(request, "results/index.html", context)


@organisation_view("results.run")
def start(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Choose what to assess and how, and start."""
    uploads = queries.uploads_to_assess()
    chosen = {"upload": request.GET["upload"]} if "upload" in request.GET else {}
    form = RunForm(request.POST or None, uploads=uploads, initial=chosen)
    if request.method == "POST" and form.is_valid():
        try:
            run = start_run(upload=form.chosen_upload, asked=form.asked, by=request.user)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            return redirect("results:run", slug=organisation.slug, run_id=run.pk)
    return render(request, "results/start.html", {"organisation": organisation, "form": form, "uploads": uploads})


@require_safe
@organisation_view("results.view")
def run(request: MemberRequest, organisation: Organisation, run_id: UUID) -> HttpResponse:
    """How far a run is; when it has ended well, its result."""
    found = _found(run_id)
    if found.state == "done":
        return redirect("results:overview", slug=organisation.slug, result_id=found.result.pk)
    return render(request, "results/run.html", _context(request, organisation, found))


@require_safe
@organisation_view("results.view")
def progress(request: MemberRequest, organisation: Organisation, run_id: UUID) -> HttpResponse:
    """The part of the page of a run that changes, for the script that keeps it fresh."""
    found = _found(run_id)
    response = render(request, "results/progress.html", _context(request, organisation, found))
    response["Footing-Run"] = "under-way" if found.is_under_way else "ended"
    return response


@require_POST
@organisation_view("results.run")
def cancel(request: MemberRequest, organisation: Organisation, run_id: UUID) -> HttpResponse:
    """Stop a run."""
    found = _found(run_id)
    try:
        cancel_run(run=found, by=request.user)
    except Refused as refused:
        context = _context(request, organisation, found) | {"refused": refused}
        return render(request, "results/run.html", context, status=409)
    return redirect("results:run", slug=organisation.slug, run_id=run_id)


def _found(run_id: UUID) -> Run:
    found = queries.run_with(run_id)
    if found is None:
        raise Http404
    return found


def _context(request: MemberRequest, organisation: Organisation, found: Run) -> dict[str, object]:
    return {
        "organisation": organisation,
        "run": found,
        "steps": steps_of(found),
        "percent": percent_read(found),
        "may_run": role_may(request.membership.role, "results.run"),
    }
