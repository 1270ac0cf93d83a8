"""Whether what others publish is still there. Only public addresses are asked, also after a redirect."""

import http.client
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.utils import timezone

from footing_web.library.models import ResourceLink
from footing_web.results.addresses import is_outside

TIMEOUT_SECONDS = 15
NAME = "Footing (looks whether a link still answers)"
GONE = (404, 410)
"""Only these say that a page is gone: many sites refuse machines, or are down for an hour."""

MayAsk = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Broken:
    """A link that no longer answers, and why."""

    address: str
    why: str


def check_links(may_ask: MayAsk | None = None) -> list[Broken]:
    """Ask every resource for itself, and keep when it last answered; those that are gone."""
    found = []
    for link in ResourceLink.objects.all():
        why = why_broken(link.url, may_ask or _is_public)
        ResourceLink.objects.filter(pk=link.pk).update(checked_at=timezone.now(), answered=why is None)
        if why is not None:
            found.append(Broken(link.url, why))
    return found


def why_broken(address: str, may_ask: MayAsk) -> str | None:
    """Why nobody can read what is there; ``None`` where somebody can, or where that cannot be told."""
    if not may_ask(address):
        return "not a public address"
    try:
        opener = build_opener(_CarefulRedirects(may_ask))
        with opener.open(Request(address, headers={"User-Agent": NAME}), timeout=TIMEOUT_SECONDS):  # noqa: S310
            return None
    except HTTPError as error:
        error.close()
        return f"answers {error.code}" if error.code in GONE else None
    except URLError as error:
        return f"does not answer ({type(error.reason).__name__})"
    except (OSError, http.client.HTTPException) as error:
        return f"does not answer ({type(error).__name__})"


class _CarefulRedirects(HTTPRedirectHandler):
    def __init__(self, may_ask: MayAsk) -> None:
        self.may_ask = may_ask

    def redirect_request(self, *redirected: Any) -> Request | None:
        """Follow only to where we may ask; the new address comes last."""
        if not self.may_ask(redirected[-1]):
            raise URLError(OSError("led to an address that is not public"))
        return super().redirect_request(*redirected)


def _is_public(address: str) -> bool:
    return is_outside(address.replace("http://", "https://", 1))


def told(broken: Iterable[Broken]) -> str:
    """One line each."""
    return "\n".join(f"  {each.address}: {each.why}" for each in broken)
