"""The forms of sign-in in our words: a label that says what is asked, and an error that says what to do."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as second_step
from allauth.mfa.totp import forms as app
from allauth.mfa.webauthn import forms as keys
from allauth.socialaccount import forms as elsewhere
from django import forms
from django.http import HttpRequest

from footing_web.accounts.models import User

WORDS: dict[str, tuple[str, str, str]] = {
    "login": ("E-mail address", "", "Enter your e-mail address."),
    "email": ("E-mail address", "", "Enter an e-mail address."),
    "password": ("Password", "", "Enter your password."),
    "password1": (
        "Password",
        "At least 12 characters. Three words that do not belong together work well.",
        "Enter a password.",
    ),
    "password2": ("The same password again", "", "Enter the password a second time."),
    "oldpassword": ("Your present password", "", "Enter your present password."),
    "remember": ("Keep me signed in on this device for two weeks", "", ""),
    "code": ("Code", "Six figures from your app, or eight of a recovery code.", "Enter the code."),
    "name": ("Name of the key", "Such as “my phone” or “blue key”.", "Enter a name for the key."),
    "passwordless": ("Let me sign in with this key alone, without my password", "", ""),
}
"""For each field of these forms: its label, its hint, and what is said when it is left empty."""


class PlainWords(forms.Form):
    """Our words in place of those that a form brings."""

    own_words: dict[str, tuple[str, str, str]] = {}  # noqa: RUF012 - overridden as a whole, never changed

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Build the form, then put our words on its fields."""
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            label, hint, empty = (WORDS | self.own_words).get(name, ("", "", ""))
            if label:
                field.label, field.help_text = label, hint
                field.error_messages["required"] = empty
            field.widget.attrs.pop("placeholder", None)


class SignIn(PlainWords, account.LoginForm):
    """An address and a password."""


class SignUp(PlainWords, account.SignupForm):
    """A name, an address and a password."""

    own_words = {"name": ("Your name", "As your colleagues know you.", "Enter your name.")}  # noqa: RUF012
    field_order = ("name", "email", "password1")
    name = forms.CharField(max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"}))

    def save(self, request: HttpRequest) -> User:
        """Keep the new account, with the name."""
        user: User = super().save(request)
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])
        return user


class NewAddress(PlainWords, account.AddEmailForm):
    """Another address for the same account."""

    own_words = {"email": ("New e-mail address", "We send a link to it.", "Enter the new address.")}  # noqa: RUF012


class ChangePassword(PlainWords, account.ChangePasswordForm):
    """The present password, and a new one."""

    own_words = {"password1": ("New password", WORDS["password1"][1], "Enter a new password.")}  # noqa: RUF012


class SetPassword(PlainWords, account.SetPasswordForm):
    """A password for somebody who has none."""


class ForgottenPassword(PlainWords, account.ResetPasswordForm):
    """The address to which a link is sent."""


class NewPassword(PlainWords, account.ResetPasswordKeyForm):
    """A new password in place of the forgotten one."""

    own_words = {"password1": ("New password", WORDS["password1"][1], "Enter a new password.")}  # noqa: RUF012


class PasswordAgain(PlainWords, account.ReauthenticateForm):
    """The password once more, before something that matters."""


class SecondStep(PlainWords, second_step.AuthenticateForm):
    """The code of the second step at sign-in."""


class SecondStepAgain(PlainWords, second_step.ReauthenticateForm):
    """The code once more, before something that matters."""


class SetUpApp(PlainWords, app.ActivateTOTPForm):
    """The first code of a new authenticator app."""

    own_words = {"code": ("Code from the app", "Six figures.", "Enter the code that the app shows.")}  # noqa: RUF012


class AddKey(PlainWords, keys.AddWebAuthnForm):
    """A new key or passkey."""


class RenameKey(PlainWords, keys.EditWebAuthnForm):
    """A key's new name."""


class ElsewhereSignUp(PlainWords, elsewhere.SignupForm):
    """The address of somebody who comes from another service."""
