"""Members: who they are, inviting, changing roles, removing, and letting in those who ask."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from footing_web.accounts import actions, presenters, queries
from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.answering import carried_out, sent
from footing_web.accounts.forms import InvitationForm, RoleForm, SureForm
from footing_web.accounts.models import Organisation


@organisation_view("members.view")
def people(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """The members, and for owners also who is invited and who asks."""
    return render(request, "accounts/people.html", presenters.people(request.membership))


@organisation_view("members.manage")
def invite(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Invite somebody by e-mail."""
    form = InvitationForm(**sent(request))
    if carried_out(request, form, lambda a: actions.invite(organisation=organisation, by=request.user, **a)):
        messages.success(request, f"An invitation is on its way to {form.cleaned_data['email']}.")
        return redirect("accounts:people", organisation.slug)
    return render(request, "accounts/form.html", presenters.inviting(organisation, form))


@organisation_view("members.manage")
def withdraw(request: MemberRequest, organisation: Organisation, invitation: UUID) -> HttpResponse:
    """Make an invitation useless, after being asked once more."""
    found = get_object_or_404(queries.invitations(), pk=invitation)
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.withdraw_invitation(invitation=found, by=request.user)):
        messages.success(request, f"The invitation to {found.email} no longer works.")
        return redirect("accounts:people", organisation.slug)
    return render(request, "accounts/form.html", presenters.withdrawing(found, form))


@organisation_view("members.manage")
def member(request: MemberRequest, organisation: Organisation, member: UUID) -> HttpResponse:
    """Change the role of another member."""
    found = get_object_or_404(queries.members(), pk=member)
    form = RoleForm(**sent(request), initial={"role": found.role})
    if carried_out(request, form, lambda a: actions.change_role(membership=found, by=request.user, **a)):
        messages.success(request, f"{found.user} is now: {found.get_role_display()}.")
        return redirect("accounts:people", organisation.slug)
    return render(request, "accounts/form.html", presenters.changing_role(found, form))


@organisation_view("members.manage")
def remove(request: MemberRequest, organisation: Organisation, member: UUID) -> HttpResponse:
    """Remove another member, after being asked once more."""
    found = get_object_or_404(queries.members(), pk=member)
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.remove_member(membership=found, by=request.user)):
        messages.success(request, f"{found.user} is no longer a member.")
        return redirect("accounts:people", organisation.slug)
    return render(request, "accounts/form.html", presenters.removing(found, form))


@organisation_view("members.manage")
def admit(request: MemberRequest, organisation: Organisation, asked: UUID) -> HttpResponse:
    """Let somebody in who asked."""
    found = get_object_or_404(queries.join_requests(), pk=asked)
    form = RoleForm(**sent(request))
    if carried_out(request, form, lambda a: actions.admit(request=found, by=request.user, **a)):
        messages.success(request, f"{found.user} is now a member.")
        return redirect("accounts:people", organisation.slug)
    return render(request, "accounts/form.html", presenters.admitting(found, form))


@organisation_view("members.manage")
def decline(request: MemberRequest, organisation: Organisation, asked: UUID) -> HttpResponse:
    """Do not let somebody in who asked, after being asked once more."""
    found = get_object_or_404(queries.join_requests(), pk=asked)
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.decline(request=found, by=request.user)):
        messages.success(request, f"{found.user} has not been let in.")
        return redirect("accounts:people", organisation.slug)
    return render(request, "accounts/form.html", presenters.declining(found, form))
