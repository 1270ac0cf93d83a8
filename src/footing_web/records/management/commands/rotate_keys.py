"""Wrap the keys of organisations with the current master key; on request give each organisation a new key too."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from footing_web.accounts.models import Organisation
from footing_web.records.actions import rotate_organisation_key, wrap_with_current_master


class Command(BaseCommand):
    """After it has run, master keys other than the first of FOOTING_RECORD_KEYS can be taken away."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether the keys of organisations are to be new."""
        parser.add_argument("--organisations", action="store_true", help="give every organisation a new key")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rotate, and say how many keys were wrapped again."""
        self.stdout.write(f"{wrap_with_current_master():,} keys of organisations wrapped with the current master key.")
        if options["organisations"]:
            records = sum(rotate_organisation_key(organisation=each) for each in Organisation.objects.all())
            self.stdout.write(f"{records:,} keys of records wrapped with new keys of their organisations.")
