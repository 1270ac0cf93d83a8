"""Groups of organisations."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from footing_web.accounts import actions, presenters, queries
from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.answering import carried_out, sent
from footing_web.accounts.forms import GroupCodeForm, GroupForm, SureForm
from footing_web.accounts.models import GroupPlace, Organisation


@organisation_view("organisation.change")
def groups(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """The groups that the organisation is in, and for its lead also who asks."""
    return render(request, "accounts/groups.html", presenters.groups(organisation))


@never_cache
@organisation_view("organisation.change")
def start(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Start a group. The answer shows its code once."""
    form = GroupForm(**sent(request))
    made: list[str] = []

    def start_one(answers: dict[str, str]) -> None:
        made.append(actions.start_group(organisation=organisation, by=request.user, **answers)[1])

    if carried_out(request, form, start_one):
        return render(request, "accounts/secret.html", presenters.new_code(organisation, made[0]))
    return render(request, "accounts/form.html", presenters.starting_group(organisation, form))


@never_cache
@organisation_view("organisation.change")
def new_code(request: MemberRequest, organisation: Organisation, group: UUID) -> HttpResponse:
    """A new code for a group that the organisation leads, shown once."""
    found = get_object_or_404(queries.groups_led_by(organisation), pk=group)
    form = SureForm(**sent(request))
    made: list[str] = []
    if carried_out(request, form, lambda _: made.append(actions.change_code(group=found, by=request.user))):
        return render(request, "accounts/secret.html", presenters.new_code(organisation, made[0]))
    return render(request, "accounts/form.html", presenters.changing_code(organisation, found, form))


@organisation_view("organisation.change")
def ask(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Ask for a place in a group by its code."""
    form = GroupCodeForm(**sent(request))
    if carried_out(request, form, lambda a: actions.ask_for_place(organisation=organisation, by=request.user, **a)):
        messages.success(request, "You have asked to join the group. The organisation that leads it decides.")
        return redirect("accounts:groups", organisation.slug)
    return render(request, "accounts/form.html", presenters.asking_group(organisation, form))


@organisation_view("organisation.change")
def leave(request: MemberRequest, organisation: Organisation, group: UUID) -> HttpResponse:
    """Leave a group, after being asked once more."""
    place = get_object_or_404(queries.places(), group=group)
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.leave_group(place=place, by=request.user)):
        messages.success(request, f"{organisation} has left the group {place.group}.")
        return redirect("accounts:groups", organisation.slug)
    return render(request, "accounts/form.html", presenters.leaving_group(place, form))


@organisation_view("organisation.change")
def close(request: MemberRequest, organisation: Organisation, group: UUID) -> HttpResponse:
    """Close a group that the organisation leads, after being asked once more."""
    found = get_object_or_404(queries.groups_led_by(organisation), pk=group)
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.close_group(group=found, by=request.user)):
        messages.success(request, "The group is closed.")
        return redirect("accounts:groups", organisation.slug)
    return render(request, "accounts/form.html", presenters.closing_group(organisation, found, form))


@organisation_view("organisation.change")
def admit(request: MemberRequest, organisation: Organisation, place: UUID) -> HttpResponse:
    """Let an organisation in that asked, after being asked once more."""
    found = _to_decide(organisation, place)
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.give_place(place=found, by=request.user)):
        messages.success(request, f"{found.organisation} is now in the group.")
        return redirect("accounts:groups", organisation.slug)
    return render(request, "accounts/form.html", presenters.giving_place(organisation, found, form))


@organisation_view("organisation.change")
def decline(request: MemberRequest, organisation: Organisation, place: UUID) -> HttpResponse:
    """Do not let an organisation in, or no longer, after being asked once more."""
    found = _to_decide(organisation, place)
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.refuse_place(place=found, by=request.user)):
        messages.success(request, f"{found.organisation} is not in the group.")
        return redirect("accounts:groups", organisation.slug)
    return render(request, "accounts/form.html", presenters.refusing_place(organisation, found, form))


def _to_decide(lead: Organisation, place: UUID) -> GroupPlace:
    found = queries.place_to_decide(lead, place)
    if found is None:
        raise Http404
    return found
