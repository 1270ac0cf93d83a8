"""``seal_enquiries_again``: after a new record key, let it seal what people have written to the team."""

from typing import Any

from django.core.management.base import BaseCommand

from footing_web.enquiries.actions.keys import seal_everything_again


class Command(BaseCommand):
    """After it has run, nothing of enquiries needs another key than the first of FOOTING_RECORD_KEYS."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Seal, and say how many texts."""
        self.stdout.write(f"{seal_everything_again():,} texts sealed with the current key.")
