"""The way into the API: a key says which organisation, and what its role may do there."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import HttpError
from ninja.security import HttpBearer

from footing_web.accounts.models import ApiKey
from footing_web.accounts.permissions import PERMISSIONS, role_may
from footing_web.accounts.queries import key_with
from footing_web.accounts.rate_limits import FAILED_KEYS, TooMany, require_within
from footing_web.accounts.scoping import in_organisation
from footing_web.audit.actions import through

Operation = TypeVar("Operation", bound=Callable[..., Any])


class KeyRequest(HttpRequest):
    """A request that came with a key that works."""

    auth: ApiKey


class BearerKey(HttpBearer):
    """``Authorization: Bearer ftg_…``. A key that was withdrawn, has ended or never was gets 401, all alike."""

    openapi_description = "A key that an owner of the organisation makes under Settings."

    def authenticate(self, request: HttpRequest, token: str) -> ApiKey | None:
        """The key, noted as used today; or nothing, which an address may be told only so often."""
        key = key_with(token)
        if key is None:
            require_within(FAILED_KEYS, str(self._address(request)))
            return None
        today = timezone.localdate()
        if key.last_used_on != today:
            key.last_used_on = today
            with in_organisation(key.organisation):
                key.save(update_fields=["last_used_on"])
        return key

    def _address(self, request: HttpRequest) -> str | None:
        return request.META.get("REMOTE_ADDR")


def allowed(permission: str) -> Callable[[Operation], Operation]:
    """An operation for keys whose role has this permission; 403 for others. It runs in the scope of the organisation.

    Written under the line with the route. The operation returns plain values: nothing is read from the database later.
    """
    if permission not in PERMISSIONS:
        raise LookupError(f"“{permission}” is not in accounts/permissions.py.")

    def decorate(operation: Operation) -> Operation:
        @wraps(operation)
        def admitted(request: KeyRequest, *args: Any, **kwargs: Any) -> Any:
            key = request.auth
            if not role_may(key.role, permission):
                raise HttpError(403, "The role of this key does not allow it.")
            with in_organisation(key.organisation), through(f"key:{key.pk}"):
                return operation(request, *args, **kwargs)

        admitted.permission = permission  # type: ignore[attr-defined]  # read by the test that walks every operation
        return admitted  # type: ignore[return-value]

    return decorate


__all__ = ["BearerKey", "KeyRequest", "TooMany", "allowed"]
