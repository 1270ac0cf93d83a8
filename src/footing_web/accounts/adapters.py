"""How allauth does things here: letters in our look, addresses that a browser cannot forge, and plain words."""

from base64 import urlsafe_b64encode
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.http import HttpRequest
from django.template.loader import render_to_string

from footing_web.accounts.models import User

LONGEST_NAME = 150
LETTERS = "accounts/letters/sign_in"


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in with an address and a password."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account is closed.",
        "duplicate_email": "This is your address already.",
        "email_password_mismatch": "The address or the password is wrong. Check both.",
        "email_taken": "This address cannot be used. Give another one.",
        "enter_current_password": "That is not your present password.",
        "incorrect_password": "That is not your password.",
        "invalid_login": "The address or the password is wrong. Check both.",
        "too_many_login_attempts": "Too many attempts. Wait five minutes, then try again.",
    }

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """A letter as plain text and as HTML, of the same words."""
        name = template_prefix.rsplit("/", 1)[-1]
        said = {**context, "account_page_url": "/account/"}
        said |= {key: _at_our_address(value) for key, value in said.items() if key.endswith("_url")}
        subject = " ".join(render_to_string(f"{LETTERS}/{name}_subject.txt", said).split())
        text = render_to_string(f"{LETTERS}/{name}.txt", said).strip()
        said |= {"subject": subject, "paragraphs": [part.strip() for part in text.split("\n\n")]}
        letter = EmailMultiAlternatives(
            subject,
            text + "\n",
            self.get_from_email(),
            [email] if isinstance(email, str) else email,
            headers=headers,
        )
        letter.attach_alternative(render_to_string(f"{LETTERS}/letter.html", said), "text/html")
        return letter

    def add_message(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Say nothing beyond what the page itself says, except that something was changed."""
        template = kwargs.get("message_template") or (args[1] if len(args) > 1 else "")
        if str(template).rsplit("/", 1)[-1] not in SILENT:
            super().add_message(request, *args, **kwargs)


SILENT = ("logged_in.txt", "logged_out.txt", "email_confirmation_sent.txt")


class ElsewhereAdapter(DefaultSocialAccountAdapter):
    """Sign-in with the account that somebody has at their organisation."""

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        """Take over the name as a whole, as the other service gives it."""
        user: User = super().populate_user(request, sociallogin, data)
        parts = (data.get("first_name"), data.get("last_name"))
        user.name = (data.get("name") or " ".join(filter(None, parts)))[:LONGEST_NAME]
        return user


class SecondStepAdapter(DefaultMFAAdapter):
    """The second step at sign-in."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": "The address cannot be changed while a second step is set up.",
        "cannot_delete_authenticator": "The second step cannot be removed.",
        "cannot_generate_recovery_codes": "Set up an authenticator app or a key first.",
        "incorrect_code": "The code is wrong or too old. Type the one that is shown now.",
        "unverified_email": "Confirm your e-mail address first.",
    }

    def encrypt(self, text: str) -> str:
        """What an authenticator app shares with us, so that a stolen database does not give the second step away."""
        return _keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The same, readable again, also after the secret key of the service was changed to a new one."""
        return _keys().decrypt(encrypted_text.encode()).decode()


def _keys() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(urlsafe_b64encode(_derived(secret))) for secret in secrets])


def _derived(secret: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=b"second step at sign-in").derive(secret.encode())


def _at_our_address(address: str) -> str:
    """The same page at the address from the settings: what a browser calls the host is never put into a letter."""
    ours, given = urlsplit(settings.PUBLIC_ADDRESS), urlsplit(str(address))
    return urlunsplit((ours.scheme, ours.netloc, given.path, given.query, given.fragment))
