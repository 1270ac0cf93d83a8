"""What the screens of accounts ask."""

from collections.abc import Sequence
from typing import Any

from django import forms

from footing_web.accounts import refusals
from footing_web.accounts.models import Membership, OrganisationKind, Region, Role, Sector, SizeBand

KEY_ROLES = [role for role in Role if role is not Role.CONTRIBUTOR]
KEY_DAYS = (("30", "30 days"), ("90", "90 days"), ("365", "A year"))
UNDER = ">"


class OrganisationForm(forms.Form):
    """What an employer is."""

    name = forms.CharField(
        label="Name of the organisation", max_length=120, error_messages={"required": "Enter the name"}
    )
    kind = forms.ChoiceField(
        label="What kind of employer is it?",
        choices=OrganisationKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of employer it is"},
    )
    sector = forms.ChoiceField(
        label="Sector",
        choices=[("", "Choose a sector"), *Sector.choices],
        error_messages={"required": "Choose a sector"},
    )
    region = forms.ChoiceField(
        label="Where do most of the staff work?",
        choices=[("", "Choose a place"), *Region.choices],
        error_messages={"required": "Choose where most of the staff work"},
    )
    size_band = forms.ChoiceField(
        label="How many people work there?",
        choices=SizeBand.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how many people work there"},
    )


def _role_field(roles: Sequence[Role] = tuple(Role), label: str = "Role") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=[(role.value, role.label) for role in roles],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a role"},
    )


class InvitationForm(forms.Form):
    """Whom to invite, and to do what."""

    email = forms.EmailField(
        label="E-mail address",
        help_text="We send a link that works for 14 days.",
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={
            "required": "Enter an e-mail address",
            "invalid": "Enter an e-mail address in the right form, like name@example.org",
        },
    )
    role = _role_field()


class RoleForm(forms.Form):
    """The role of a member, or of somebody who is let in."""

    role = _role_field()


class SureForm(forms.Form):
    """Nothing to fill in: the button is the answer. It is a form so that a refusal has where to be shown."""


class HandOverForm(forms.Form):
    """To whom an organisation is handed over, and what the giver is from then on."""

    receiver = forms.ChoiceField(
        label="New owner", widget=forms.RadioSelect, error_messages={"required": "Choose who is to be the owner"}
    )
    role_after = _role_field([role for role in Role if role is not Role.OWNER], "Your role afterwards")

    def __init__(self, *args: Any, others: Sequence[Membership], **kwargs: Any) -> None:
        """Offer the other members."""
        super().__init__(*args, **kwargs)
        self.fields["receiver"].choices = [  # type: ignore[attr-defined]
            (str(other.pk), f"{other.user.get_full_name()} – {other.get_role_display()}") for other in others
        ]


class DomainForm(forms.Form):
    """From which domain people may ask to join."""

    domain = forms.ChoiceField(
        label="Who may ask to join?",
        required=False,
        widget=forms.RadioSelect,
        help_text="You still decide about each person who asks.",
    )

    def __init__(self, *args: Any, domains: Sequence[str], **kwargs: Any) -> None:
        """Offer the domains of the owner's own confirmed addresses."""
        super().__init__(*args, **kwargs)
        self.fields["domain"].choices = [  # type: ignore[attr-defined]
            ("", "Nobody: I invite people myself"),
            *((domain, f"People with an address at {domain}") for domain in domains),
        ]


class SecondStepForm(forms.Form):
    """Who has to have a second step at sign-in."""

    roles = forms.MultipleChoiceField(
        label="Who needs a second step at sign-in?",
        required=False,
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="An authenticator app or a passkey. Whoever has none is led to set one up before the next page.",
    )


class ClosingForm(forms.Form):
    """That somebody really means this organisation."""

    name = forms.CharField(
        label="Type the name of the organisation",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Type the name of the organisation"},
    )


class GradesForm(forms.Form):
    """The ladder of posts, one grade on each line."""

    grades = forms.CharField(
        label="Grades, from the most junior to the most senior",
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="One on each line, written as in your extracts. Put a star after the senior ones, like Director *",
    )

    def clean_grades(self) -> list[tuple[str, str, bool]]:
        """Each line as code, title and whether it is senior."""
        lines = [line.strip() for line in self.cleaned_data["grades"].splitlines() if line.strip()]
        found = [_grade(line) for line in lines]
        if any(len(code) > 40 for code, _, _ in found):
            raise forms.ValidationError("A grade can have up to 40 letters. Shorten the longer ones.")
        return found


def _grade(line: str) -> tuple[str, str, bool]:
    senior = line.endswith("*")
    code = line.rstrip("*").strip()
    return code, code, senior


class UnitsForm(forms.Form):
    """The parts of the organisation, one on each line."""

    units = forms.CharField(
        label="Units",
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="One on each line. Put the unit above first, with > between them, like Adults > Care homes",
    )

    def clean_units(self) -> list[tuple[str, ...]]:
        """Each line as the path of a unit from the top."""
        paths = []
        for number, line in enumerate(self.cleaned_data["units"].splitlines(), start=1):
            if not line.strip():
                continue
            path = tuple(name.strip() for name in line.split(UNDER))
            if not all(path):
                raise forms.ValidationError(refusals.unit_without_name(number).message)
            if any(len(name) > 120 for name in path):
                raise forms.ValidationError(f"Line {number} has a name of more than 120 letters. Shorten it.")
            paths.append(path)
        return paths


class KeyForm(forms.Form):
    """A key for the API."""

    name = forms.CharField(
        label="What is it for?",
        max_length=80,
        help_text="Such as the name of the system that will use it.",
        error_messages={"required": "Enter what the key is for"},
    )
    role = _role_field(KEY_ROLES, "What may it do?")
    days = forms.ChoiceField(
        label="How long should it work?",
        choices=KEY_DAYS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how long it should work"},
    )


class GroupForm(forms.Form):
    """A new group of organisations."""

    name = forms.CharField(
        label="Name of the group", max_length=120, error_messages={"required": "Enter the name of the group"}
    )


class GroupCodeForm(forms.Form):
    """The way into a group."""

    code = forms.CharField(
        label="Joining code",
        max_length=80,
        help_text="You get it from the organisation that leads the group.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Enter the joining code"},
    )
