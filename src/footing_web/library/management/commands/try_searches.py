"""``try_searches``: how often search puts the page that is expected first, on what is published now."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from footing_web.library.finding.searches import FIRST_FEW, tried


class Command(BaseCommand):
    """Try every search of ``searches.yaml``; name those whose page does not come first."""

    help = "Try the searches that people would type, and say how often the page that is expected comes first."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the places, and the shares at the end."""
        places = tried()
        for each in places:
            if each.place != 1:
                where = f"place {each.place}" if each.place else "not found"
                self.stdout.write(f"{where}: “{each.expected.typed}” ({each.expected.first})")
        first = sum(each.place == 1 for each in places)
        few = sum(each.place is not None and each.place <= FIRST_FEW for each in places)
        self.stdout.write(
            f"{connection.vendor}: {len(places)} searches, {first} first ({first / len(places):.0%}), "
            f"{few} in the first three ({few / len(places):.0%})."
        )
