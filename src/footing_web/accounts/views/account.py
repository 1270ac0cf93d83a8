"""One's own account: what is known, how it is protected, and how to leave."""

from typing import cast

from allauth.account.decorators import reauthentication_required
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from footing_web.accounts.actions.own_account import change_name, delete_account
from footing_web.accounts.answering import carried_out, sent
from footing_web.accounts.models import User
from footing_web.accounts.own_account_forms import DeleteAccountForm, NameForm
from footing_web.accounts.presenters.asking import asking

HERE = "/account/"


@login_required
def account(request: HttpRequest) -> HttpResponse:
    """What is known about the person who is signed in."""
    return render(request, "accounts/account.html", {"has_second_step": is_mfa_enabled(request.user)})


@login_required
def name(request: HttpRequest) -> HttpResponse:
    """Change the name by which colleagues know one."""
    by = cast(User, request.user)
    form = NameForm(**sent(request), initial={"name": by.name})
    if carried_out(request, form, lambda answers: change_name(name=answers["name"], by=by)):
        messages.success(request, "Your name is changed.")
        return redirect("accounts:account")
    return render(request, "accounts/form.html", asking("Change your name", form, back=HERE, button="Save"))


@reauthentication_required
def delete(request: HttpRequest) -> HttpResponse:
    """Delete one's own account, after the password once more."""
    form, by = DeleteAccountForm(**sent(request)), cast(User, request.user)
    if carried_out(request, form, lambda _: delete_account(by=by)):
        logout(request)
        return redirect("accounts:account_deleted")
    words = (
        "You leave every organisation, and your name, address, password and keys are deleted at once. "
        "What you did for an organisation stays in its log under a number that no longer leads to you."
    )
    context = asking("Delete your account", form, back=HERE, button="Delete my account", words=words, warning=True)
    return render(request, "accounts/form.html", context)


def deleted(request: HttpRequest) -> HttpResponse:
    """Say that the account is gone."""
    return render(request, "accounts/account_deleted.html")
