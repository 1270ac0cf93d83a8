"""Telling other systems that a run has ended: which addresses are told, and what."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from footing_web.accounts.models import Organisation, User
from footing_web.audit.actions import write_entry
from footing_web.results import refusals
from footing_web.results.addresses import is_outside
from footing_web.results.models import Delivery, Result, Run, Webhook
from footing_web.results.queueing import SEND_MESSAGES, enqueue


@transaction.atomic
def make_webhook(*, organisation: Organisation, address: str, by: User | None) -> Webhook:
    """Have an address told. Raises ``Refused`` for one that is not on the public internet."""
    if not is_outside(address):
        raise refusals.not_an_outside_address()
    hook = Webhook.objects.create(organisation=organisation, address=address, made_by=by)
    _enter("results.webhook_made", hook, by)
    return hook


@transaction.atomic
def stop_webhook(*, webhook: Webhook, by: User | None) -> None:
    """Tell an address nothing any more."""
    if Webhook.objects.filter(pk=webhook.pk, stopped_at=None).update(stopped_at=timezone.now()):
        _enter("results.webhook_stopped", webhook, by)


def tell(event: str, run: Run, result: Result | None) -> None:
    """Tell every address of the organisation, in the transaction of what it is told of."""
    hooks = list(Webhook.objects.filter(stopped_at=None))
    body: dict[str, Any] = {
        "event": event,
        "run": str(run.pk),
        "upload": str(run.upload_id) if run.upload_id else None,
        "result": str(result.pk) if result else None,
        "failure_code": run.failure_code or None,
    }
    for hook in hooks:
        Delivery.objects.create(
            organisation=run.organisation, webhook=hook, event=event, body=body, due_at=timezone.now()
        )
    if hooks:
        enqueue(SEND_MESSAGES)


def _enter(action: str, hook: Webhook, by: User | None) -> None:
    write_entry(action, by=by.pk if by else None, organisation=hook.organisation_id, subject=f"webhook:{hook.pk}")
