"""How often something may be done, counted in the cache that all servers share."""

import math
import time
from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest
from ninja.throttling import BaseThrottle


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many times in each window of so many seconds."""

    name: str
    times: int
    window_seconds: int


EVERY_KEY = Limit("api", times=300, window_seconds=60)
"""Five requests a second for one key, over a minute: a nightly job never meets it, a runaway loop soon does."""

FAILED_KEYS = Limit("failed-keys", times=30, window_seconds=60)
"""Wrong keys from one address. No key can be guessed; this keeps the database out of the attempt."""


class TooMany(Exception):
    """The limit is reached. ``wait_seconds`` says when the window ends."""

    def __init__(self, limit: Limit, wait_seconds: int) -> None:
        """Keep what was too often, and how long to wait."""
        super().__init__(
            f"R001 · More than {limit.times} requests in {limit.window_seconds} seconds. Wait {wait_seconds} s."
        )
        self.wait_seconds = wait_seconds


def require_within(limit: Limit, whose: str) -> None:
    """Count one more for this name. Raises ``TooMany`` past the limit."""
    if not _counted(limit, whose) <= limit.times:
        raise TooMany(limit, _wait(limit))


def _counted(limit: Limit, whose: str) -> int:
    """How often in this window, with this time."""
    slot = f"limit:{limit.name}:{whose}:{_window(limit)}"
    if cache.add(slot, 1, timeout=limit.window_seconds * 2):
        return 1
    try:
        return int(cache.incr(slot))
    except ValueError:  # it was culled from the cache between the two
        cache.set(slot, 1, timeout=limit.window_seconds * 2)
        return 1


def _window(limit: Limit) -> int:
    """Which window of the clock it is, counted from the beginning of time."""
    return int(time.time()) // limit.window_seconds


def _wait(limit: Limit) -> int:
    return math.ceil(limit.window_seconds - time.time() % limit.window_seconds)


class EveryKey(BaseThrottle):
    """The limit of one key of the API."""

    def allow_request(self, request: HttpRequest) -> bool:
        """Whether this request is within the limit of its key; nothing is counted without a key."""
        key = getattr(request, "auth", None)
        return key is None or _counted(EVERY_KEY, str(key.pk)) <= EVERY_KEY.times

    def wait(self) -> float:
        """Seconds until the window ends."""
        return float(_wait(EVERY_KEY))
