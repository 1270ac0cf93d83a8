"""Pages that ask something: one form, one button, and a way back."""

from typing import Any

from django import forms
from django.urls import reverse

Context = dict[str, Any]


def asking(
    title: str, form: forms.Form, *, back: str, button: str, words: str = "", warning: bool = False, **more: Any
) -> Context:
    """What the page of a form says. ``warning`` is for what cannot be undone: the button says so by its colour."""
    colour = "govuk-button--warning" if warning else ""
    said = {"title": title, "form": form, "back": back, "button": button, "words": words, "button_class": colour}
    return said | more


def at(name: str, **kwargs: Any) -> str:
    """The address of a page of this app."""
    return reverse(f"enquiries:{name}", kwargs=kwargs)
