"""What contributors of case studies are asked."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone

from footing_web.accounts.models import Region, SizeBand
from footing_web.components.date_field import DateField
from footing_web.enquiries.choices import edition_choices, pillar_choices
from footing_web.enquiries.forms.fields import email_field, message_field, name_field, several_field
from footing_web.enquiries.keeping import KEEPING
from footing_web.enquiries.models import Scope, Slot
from footing_web.enquiries.spam import ForPeople, PlainName


class OfferForm(ForPeople):
    """Offering a case study."""

    organisation_name = PlainName(
        label="Name of your organisation",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": "Enter the name of your organisation"},
    )
    edition = forms.ChoiceField(
        label="Sector",
        choices=lambda: [("", "Choose a sector"), *edition_choices()],
        error_messages={"required": "Choose a sector"},
    )
    size_band = forms.ChoiceField(
        label="How many people work there?",
        choices=SizeBand.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how many people work there"},
    )
    region = forms.ChoiceField(
        label="Where do most of the staff work?",
        choices=[("", "Choose a place"), *Region.choices],
        error_messages={"required": "Choose where most of the staff work"},
    )
    pillars = several_field("What is it about?", pillar_choices, wrong="Choose at least one")
    story = message_field(
        "What have you done, and what came of it?",
        help_text="A few sentences are enough. What did not work is as useful as what did.",
    )
    name = name_field()
    job = PlainName(label="Your job", max_length=100, error_messages={"required": "Enter your job"})
    email = email_field("We write to you about this case study, and about nothing else.")


class SlotForm(forms.Form):
    """A time for the interview."""

    slot = forms.ChoiceField(
        label="Which time suits you?", widget=forms.RadioSelect, error_messages={"required": "Choose a time"}
    )

    def __init__(self, *args: Any, slots: Sequence[Slot], **kwargs: Any) -> None:
        """Offer the free times."""
        super().__init__(*args, **kwargs)
        self.fields["slot"].choices = [(str(each.pk), _time(each)) for each in slots]  # type: ignore[attr-defined]


class ConsentForm(forms.Form):
    """Until when it may be used."""

    last_day = DateField(
        label="Last day of your consent",
        help_text="At most two years from now. We write to you before it ends, and you can take it back at any time.",
        error_messages={"required": "Enter the last day of your consent"},
        initial=lambda: timezone.localdate() + KEEPING.consent_to_begin_with,
    )

    def clean_last_day(self) -> dt.date:
        """A day to come, within the longest time that can be agreed to at once."""
        day: dt.date = self.cleaned_data["last_day"]
        today = timezone.localdate()
        if not today < day <= today + KEEPING.consent:
            raise forms.ValidationError("Last day of your consent must be between tomorrow and two years from now.")
        return day


class ApprovalForm(ConsentForm):
    """Agreeing to a draft."""

    scope = several_field("What do you agree to?", lambda: list(Scope.choices), wrong="Choose what you agree to")
    may = forms.BooleanField(
        label="I may agree to this for my organisation",
        error_messages={"required": "Say that you may agree to this, or ask somebody who may"},
    )
    field_order = ("scope", "last_day", "may")

    def clean_scope(self) -> list[str]:
        """Publishing is what the words are for: without it there is nothing to approve."""
        scope: list[str] = self.cleaned_data["scope"]
        if Scope.PAGE not in scope:
            raise forms.ValidationError(
                "To approve the draft, agree that it is published. If it should not be, decline it or ask for changes."
            )
        return scope


class CommentsForm(forms.Form):
    """Asking for changes to a draft."""

    words = message_field("What should be changed?")


class LostLinkForm(ForPeople):
    """Asking for one's link again."""

    email = email_field("The one to which we wrote about the case study.")


class SureForm(forms.Form):
    """Nothing to fill in: the button is the answer. It is a form so that a refusal has where to be shown."""


def _time(slot: Slot) -> str:
    start, end = timezone.localtime(slot.starts_at), timezone.localtime(slot.ends_at)
    return f"{start:%A} {start.day} {start:%B %Y}, {start:%H:%M} to {end:%H:%M}, with {slot.host.get_full_name()}"
