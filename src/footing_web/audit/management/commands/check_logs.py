"""``check_logs``: whether every log says what it said; for whoever runs the service, and after a restore."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django_scopes import scopes_disabled

from footing_web.audit.models import AuditEntry
from footing_web.audit.queries import check_chain


class Command(BaseCommand):
    """Follow the digests of every organisation's log and of the service's own."""

    help = (
        "Follow the digests of every log from its first entry to its last; stop with an error where one does not fit."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how much was checked, and each place where a log is broken."""
        with scopes_disabled():
            logs = list(AuditEntry.objects.order_by().values_list("organisation_id", flat=True).distinct())
            found = {organisation: check_chain(organisation) for organisation in logs}
        broken = [
            f"{organisation or 'the service'} at entry {at.broken_at}"
            for organisation, at in found.items()
            if not at.whole
        ]
        if broken:
            raise CommandError(
                f"L007 · A log is broken: {', '.join(broken)}. Compare it with a backup and with downloads."
            )
        entries = sum(each.entries for each in found.values())
        self.stdout.write(f"{len(found):,} logs with {entries:,} entries are whole.")
