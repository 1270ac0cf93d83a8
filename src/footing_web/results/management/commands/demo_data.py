"""``demo_data``: two fictional organisations to look around in."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from footing_web.results.demonstration import DEMONSTRATIONS, PASSWORD, addresses, set_up


class Command(BaseCommand):
    """Set up two fictional organisations with people of every role, extracts and results, and say how to sign in."""

    help = "Set up two fictional organisations with people of every role, and say how to sign in."

    def handle(self, *args: Any, **options: Any) -> None:
        """Never where strangers could sign in: everybody knows the pass phrase."""
        if settings.PUBLIC_ADDRESS.startswith("https://"):
            raise CommandError("Fictional people have a pass phrase that everybody knows: never on a public server.")
        set_up(self.stderr.write)
        self.stdout.write(f"Sign in at {settings.PUBLIC_ADDRESS}/sign-in/ with the pass phrase {PASSWORD}")
        for demonstration in DEMONSTRATIONS:
            self.stdout.write(f"  /organisations/{demonstration.slug}/")
            for address, role in addresses(demonstration):
                self.stdout.write(f"    {role.label:<14} {address}")
