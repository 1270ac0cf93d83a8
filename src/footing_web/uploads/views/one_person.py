"""The rows of one person: to hand out on request, or to erase."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.models import Organisation
from footing_web.accounts.refusals import Refused
from footing_web.uploads import actions, presenters
from footing_web.uploads.forms import PersonForm


@organisation_view("uploads.withdraw")
def one_person(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Download or erase what is kept of one person, by the number that the employer knows them by."""
    form = PersonForm(request.POST or None)
    if form.is_valid():
        try:
            return _carried_out(request, organisation, form)
        except Refused as refused:
            form.add_error("key", refused.message)
    return render(request, "uploads/one_person.html", presenters.asking_for_a_person(organisation, form))


def _carried_out(request: MemberRequest, organisation: Organisation, form: PersonForm) -> HttpResponse:
    asked = form.cleaned_data
    whose = {"organisation": organisation, "field": asked["field"], "key": asked["key"], "by": request.user}
    if asked["what"] == "export":
        headers = {"Content-Disposition": 'attachment; filename="one-person.json"', "Cache-Control": "no-store"}
        return JsonResponse({"kept": actions.export_person(**whose)}, json_dumps_params={"indent": 2}, headers=headers)
    rows = actions.erase_person(**whose)
    counted = "1 row was" if rows == 1 else f"{rows:,} rows were"
    messages.success(request, f"{counted} erased for good. Results that were released before are not changed.")
    return redirect("uploads:extracts", organisation.slug)
