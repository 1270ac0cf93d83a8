"""Pages that ask something: one form, one button, and a way back."""

from typing import Any

from django import forms
from django.urls import reverse

from footing_web.accounts.models import Organisation

Context = dict[str, Any]


def asking(
    title: str, form: forms.BaseForm, *, back: str, button: str = "Save", words: str = "", warning: bool = False
) -> Context:
    """What the page of a form says. ``warning`` is for what cannot be undone: the button says so by its colour."""
    colour = "govuk-button--warning" if warning else ""
    return {"title": title, "form": form, "back": back, "button": button, "words": words, "button_class": colour}


def address(name: str, organisation: Organisation, **kwargs: Any) -> str:
    """The address of a page of this organisation."""
    return reverse(f"accounts:{name}", kwargs={"slug": organisation.slug, **kwargs})
