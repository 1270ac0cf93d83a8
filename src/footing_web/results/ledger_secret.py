"""The secret that keys the fingerprints in a ledger: kept sealed, so that the service's own key can be changed."""

from contextlib import suppress

from footing_web.accounts.models import Organisation
from footing_web.records.sealing import NotOpened, open_text, seal_text
from footing_web.results.keeping import own_keys
from footing_web.results.models import LedgerSecret

PURPOSE = "secrets of ledgers"


def secret_of_ledger(organisation: Organisation) -> bytes:
    """The secret of the organisation in scope; made when it is first needed. Raises ``NotOpened`` without its key.

    Ledgers from before it was kept were keyed with one worked out from the key of the service: the oldest that is held.
    """
    found = LedgerSecret.objects.filter(organisation=organisation).first()
    if found is None:
        first = own_keys(f"fingerprints of {organisation.pk}")[-1]
        found, _ = LedgerSecret.objects.get_or_create(
            organisation=organisation, defaults={"sealed": _sealed(first, organisation)}
        )
    return _opened(found)


def seal_again(organisation: Organisation) -> None:
    """Seal the secret of the organisation in scope with the present key of the service."""
    secret = secret_of_ledger(organisation)
    LedgerSecret.objects.filter(organisation=organisation).update(sealed=_sealed(secret, organisation))


def _sealed(secret: bytes, organisation: Organisation) -> bytes:
    return seal_text(secret, key=own_keys(PURPOSE)[0], context=organisation.pk.bytes)


def _opened(found: LedgerSecret) -> bytes:
    *before, last = own_keys(PURPOSE)
    context = found.organisation_id.bytes
    for key in before:
        with suppress(NotOpened):
            return open_text(bytes(found.sealed), key=key, context=context)
    return open_text(bytes(found.sealed), key=last, context=context)
