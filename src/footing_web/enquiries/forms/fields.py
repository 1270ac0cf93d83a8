"""Fields that several forms of this app ask in the same words."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms

from footing_web.enquiries.spam import PlainName

LONGEST_MESSAGE = 4000


def name_field(label: str = "Your name", **more: Any) -> PlainName:
    """A name."""
    widget = forms.TextInput(attrs={"autocomplete": "name"})
    return PlainName(label=label, max_length=100, widget=widget, error_messages={"required": "Enter your name"}, **more)


def email_field(help_text: str = "", *, required: bool = True) -> forms.EmailField:
    """An address to answer to."""
    return forms.EmailField(
        label="Your e-mail address" if required else "Your e-mail address (optional)",
        help_text=help_text,
        required=required,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": "Enter your e-mail address",
            "invalid": "Enter an e-mail address in the right form, like name@example.org",
        },
    )


def message_field(label: str, *, help_text: str = "", rows: int = 8, required: bool = True) -> forms.CharField:
    """Several sentences."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": "Write a few words"},
    )


def several_field(
    label: str, choices: Callable[[], Sequence[tuple[str, str]]], *, wrong: str, **more: Any
) -> forms.MultipleChoiceField:
    """One or more of a list."""
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": wrong},
        **more,
    )
