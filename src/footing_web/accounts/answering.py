"""How a screen takes an answer: the form is checked, then the action may still refuse, and both are shown alike."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest

from footing_web.accounts.refusals import Refused


def carried_out(request: HttpRequest, form: forms.Form, act: Callable[[dict[str, Any]], object]) -> bool:
    """Whether the form was sent, right, and its action done. Otherwise the form says what is wrong with it."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except Refused as refused:
        form.add_error(None, refused.message)
        return False
    return True


def sent(request: HttpRequest) -> dict[str, Any]:
    """The arguments that bind a form when it was sent, and leave it open when it is only looked at."""
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
