"""The assessments that are kept: signed with the service's own key, and opened for pages and files."""

import hmac
from contextlib import suppress
from functools import lru_cache
from uuid import UUID

from django.conf import settings

from footing.assessment import Assessment
from footing.assessment.keeping import kept, reopened
from footing.disclosure.keeping import NotAsReleased
from footing_web.results.models import KeptAssessment, Result

HELD_OPEN = 12
"""How many assessments each process of the server holds open; one takes a few megabytes."""


KEPT = "kept assessments"


def own_key(purpose: str) -> bytes:
    """A key for one purpose, worked out from the one that the service was given."""
    return own_keys(purpose)[0]


def own_keys(purpose: str) -> tuple[bytes, ...]:
    """The same key, and before it was changed those that it was, the latest first: what is older is opened by them."""
    given = (settings.RESULTS_KEY, *settings.OLD_RESULTS_KEYS)
    return tuple(hmac.digest(each, f"footing results: {purpose}".encode(), "sha256") for each in given)


def packed(assessment: Assessment) -> bytes:
    """The assessment as it is kept."""
    return kept(assessment, own_key(KEPT))


def unpacked(content: bytes) -> Assessment:
    """The assessment that was kept. Raises ``NotAsReleased``."""
    *older, last = own_keys(KEPT)
    for key in older:
        with suppress(NotAsReleased):
            return reopened(content, key)
    return reopened(content, last)


def assessment_of(result: Result) -> Assessment:
    """What a result of the organisation in scope says. Raises ``NotAsReleased`` for a store that was changed."""
    return _opened(result.pk)


@lru_cache(maxsize=HELD_OPEN)
def _opened(result_id: UUID) -> Assessment:
    """Held by the id: what is kept never changes. Whoever asks has found the result inside its scope before."""
    return unpacked(bytes(KeptAssessment.objects.get(pk=result_id).content))
