"""What an owner says about the organisation: details, grades, units, who may ask to join, and who is in charge."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from footing_web.accounts import actions, presenters, queries
from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.answering import carried_out, sent
from footing_web.accounts.forms import (
    ClosingForm,
    DomainForm,
    GradesForm,
    HandOverForm,
    OrganisationForm,
    SecondStepForm,
    UnitsForm,
)
from footing_web.accounts.models import Organisation


@organisation_view("organisation.change")
def settings(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Everything that can be said, and what is said now."""
    return render(request, "accounts/settings.html", presenters.settings(organisation))


@organisation_view("organisation.change")
def details(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Name, kind, sector, region and size."""
    form = OrganisationForm(**sent(request), initial=presenters.details_of(organisation))

    def change(answers: dict[str, str]) -> None:
        actions.change_organisation(organisation=organisation, changes=answers, by=request.user)

    if carried_out(request, form, change):
        messages.success(request, "The details are changed.")
        return redirect("accounts:settings", organisation.slug)
    return render(request, "accounts/form.html", presenters.changing_details(organisation, form))


@organisation_view("organisation.change")
def grades(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """The ladder of posts."""
    form = GradesForm(**sent(request), initial={"grades": presenters.grades_as_lines()})
    if carried_out(request, form, lambda a: actions.set_grades(organisation=organisation, by=request.user, **a)):
        messages.success(request, "The grades are changed.")
        return redirect("accounts:settings", organisation.slug)
    return render(request, "accounts/form.html", presenters.changing_grades(organisation, form))


@organisation_view("organisation.change")
def units(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """The parts of the organisation."""
    form = UnitsForm(**sent(request), initial={"units": presenters.units_as_lines()})

    def change(answers: dict[str, list[tuple[str, ...]]]) -> None:
        actions.set_units(organisation=organisation, paths=answers["units"], by=request.user)

    if carried_out(request, form, change):
        messages.success(request, "The units are changed.")
        return redirect("accounts:settings", organisation.slug)
    return render(request, "accounts/form.html", presenters.changing_units(organisation, form))


@organisation_view("members.manage")
def domain(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Who may ask to join."""
    domains = sorted(queries.domains_of(request.user) | ({organisation.join_domain} - {""}))
    form = DomainForm(**sent(request), domains=domains, initial={"domain": organisation.join_domain})
    if carried_out(request, form, lambda a: actions.open_to_domain(organisation=organisation, by=request.user, **a)):
        messages.success(request, "Who may ask to join is changed.")
        return redirect("accounts:settings", organisation.slug)
    return render(request, "accounts/form.html", presenters.opening(organisation, form))


@organisation_view("members.manage")
def hand_over(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Make another member the owner, and take another role oneself."""
    others = list(queries.members().exclude(pk=request.membership.pk))
    form = HandOverForm(**sent(request), others=others)

    def transfer(answers: dict[str, str]) -> None:
        receiver = next(other for other in others if str(other.pk) == answers["receiver"])
        role_after = answers["role_after"]
        actions.transfer_ownership(giver=request.membership, receiver=receiver, role_after=role_after, by=request.user)

    if carried_out(request, form, transfer):
        messages.success(request, f"You have handed {organisation} over.")
        return redirect("accounts:organisation", organisation.slug)
    return render(request, "accounts/form.html", presenters.handing_over(organisation, form))


@organisation_view("members.manage")
def second_step(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Which roles need a second step at sign-in."""
    form = SecondStepForm(**sent(request), initial={"roles": organisation.second_step_roles})

    def ask(answers: dict[str, list[str]]) -> None:
        actions.ask_for_second_step(organisation=organisation, roles=answers["roles"], by=request.user)

    if carried_out(request, form, ask):
        messages.success(request, "Who needs a second step at sign-in is changed.")
        return redirect("accounts:settings", organisation.slug)
    return render(request, "accounts/form.html", presenters.asking_for_second_step(organisation, form))


@organisation_view("organisation.close")
def close(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Close the organisation, once its name was typed."""
    form = ClosingForm(**sent(request))

    def end(answers: dict[str, str]) -> None:
        actions.close_organisation(organisation=organisation, name=answers["name"], by=request.user)

    if carried_out(request, form, end):
        messages.success(request, f"{organisation.name} is closed, and everything of it is deleted.")
        return redirect("accounts:choose")
    return render(request, "accounts/form.html", presenters.closing(organisation, form))
