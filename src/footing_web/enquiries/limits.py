"""How often strangers may do what costs us or others something, and how that is counted without keeping addresses."""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from footing_web.accounts.rate_limits import Limit, require_within
from footing_web.enquiries.sealing import digest_of_address

FORMS = Limit("enquiries-forms", times=20, window_seconds=600)
"""Forms sent from one network address. An office behind one address can still write."""
LETTERS = Limit("enquiries-letters", times=4, window_seconds=3600)
"""Letters that strangers can have sent to one e-mail address: nobody's inbox can be filled through us."""
LINKS = Limit("enquiries-links", times=60, window_seconds=600)
"""Links opened from one network address that lead nowhere. None can be guessed; this keeps the database out of it."""


def require_few_forms(request: HttpRequest) -> None:
    """Count one more form from where this comes from. Raises ``TooMany`` past the limit."""
    require_within(FORMS, _whose(request))


def require_few_wrong_links(request: HttpRequest) -> None:
    """Count one more link that leads nowhere. Raises ``TooMany`` past the limit."""
    require_within(LINKS, _whose(request))


def require_few_letters(email: str) -> None:
    """Count one more letter that somebody has sent to this address. Raises ``TooMany`` past the limit."""
    require_within(LETTERS, digest_of_address(email))


def _whose(request: HttpRequest) -> str:
    return digest_of_address(str(get_adapter().get_client_ip(request)))
