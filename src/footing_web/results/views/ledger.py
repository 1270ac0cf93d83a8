"""The organisation's ledger of what was released, and two years beside each other."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from footing.disclosure.ledger import LedgerBroken
from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.models import Organisation
from footing_web.results import queries
from footing_web.results.keeping import assessment_of
from footing_web.results.ledger import read_organisation_ledger
from footing_web.results.models import Result
from footing_web.results.presenters.comparing import Comparison, compared
from footing_web.results.presenters.ledger import ledger_lines
from footing_web.results.presenters.years import name_of


@require_safe
@organisation_view("ledger.view")
def ledger(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Every release in order, after checking that no line was changed."""
    try:
        lines, broken = ledger_lines(read_organisation_ledger(), queries.results()), ""
    except LedgerBroken as error:
        lines, broken = [], str(error)
    return render(request, "results/ledger.html", {"organisation": organisation, "lines": lines, "broken": broken})


@require_safe
@organisation_view("results.view")
def compare(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Two results beside each other; without a choice the last two years."""
    held = list(queries.results())
    second = _chosen(held, request.GET.get("second")) or (held[0] if held else None)
    earlier = [each for each in held if second and each.snapshot_date < second.snapshot_date]
    others = [each for each in held if each != second]
    first = _chosen(held, request.GET.get("first")) or next(iter(earlier or others), None)
    context = {
        "organisation": organisation,
        "choices": [{"value": str(each.pk), "text": name_of(each, held)} for each in held],
        "first": first,
        "second": second,
        "comparison": _compared(request, first, second) if first and second else None,
    }
    return render(request, "results/compare.html", context)


def _compared(request: MemberRequest, first: Result, second: Result) -> Comparison:
    return compared(assessment_of(first), assessment_of(second), request.GET.get("about", ""))


def _chosen(held: list[Result], wanted: str | None) -> Result | None:
    try:
        return next((each for each in held if wanted and each.pk == UUID(wanted)), None)
    except ValueError:
        return None
