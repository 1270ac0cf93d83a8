"""Keeping machines out without asking anybody else and without a riddle for people.

A field that people do not see, a signed time at which the form was shown, and few links. Whoever is caught by mistake
is told what to do; nothing is thrown away in silence.
"""

import re
import time
from copy import copy
from typing import Any

from django import forms
from django.core import signing

QUICKEST_SECONDS = 2
"""Nobody reads and fills in a form in less."""
LONGEST_SECONDS = 24 * 60 * 60
"""A form that was shown longer ago has to be sent once more."""
MOST_LINKS = 3
"""In a message; advertisements have more."""
LINK = re.compile(r"(?:https?://|www\.)\S", re.IGNORECASE)
_SALT = "enquiries.form"


class ForPeople(forms.Form):
    """A form that anybody may send, and that machines find hard to."""

    shown_at = forms.CharField(widget=forms.HiddenInput, required=False)
    website = forms.CharField(
        label="Leave this empty",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Note when the form is shown."""
        super().__init__(*args, **kwargs)
        self.fields["shown_at"].initial = _now()

    @property
    def asked(self) -> list[forms.BoundField]:
        """The fields that people see, in their order."""
        return [field for field in self if field.name not in ("shown_at", "website")]

    def clean(self) -> dict[str, Any]:
        """Refuse what only a machine sends."""
        said = super().clean() or self.cleaned_data
        if self.cleaned_data.get("website"):
            raise forms.ValidationError("F001 · Leave the field that says so empty, and send the form again.")
        self._require_time()
        longest = max((len(LINK.findall(each)) for each in said.values() if isinstance(each, str)), default=0)
        if longest > MOST_LINKS:
            raise forms.ValidationError(f"F003 · Give no more than {MOST_LINKS} links in one message.")
        return said

    def _require_time(self) -> None:
        shown = _read(self.cleaned_data.get("shown_at", ""))
        if shown is None or not QUICKEST_SECONDS <= time.time() - shown <= LONGEST_SECONDS:
            if shown is None or time.time() - shown > LONGEST_SECONDS:
                self._note_time()
            raise forms.ValidationError(
                "F002 · The form was sent too quickly, or was open for too long. Send it again."
            )

    def _note_time(self) -> None:
        """A time that holds, for the next attempt."""
        said: Any = copy(self.data)
        said["shown_at"] = _now()
        self.data = said


class PlainName(forms.CharField):
    """A name that goes into letters: no address can be smuggled into somebody's inbox with it."""

    def clean(self, value: Any) -> Any:
        """The name, on one line. Says so where it holds an address."""
        name = " ".join(str(super().clean(value) or "").split())
        if LINK.search(name) or "@" in name or "/" in name:
            raise forms.ValidationError("Give a name without an address or a slash in it.")
        return name


def _now() -> str:
    return signing.dumps(int(time.time()), salt=_SALT)


def _read(shown_at: str) -> int | None:
    try:
        return int(signing.loads(shown_at, salt=_SALT))
    except (signing.BadSignature, ValueError, TypeError):
        return None
