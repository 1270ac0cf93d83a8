"""``check_links``: whether the resources from others still answer."""

from typing import Any

from django.core.management.base import BaseCommand

from footing_web.library.link_checking import check_links, told


class Command(BaseCommand):
    """Ask each resource for itself. Its page says of those that do not answer that they did not."""

    help = "Ask every resource from others whether it still answers. This leaves the machine; run it once a month."

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask, keep what was answered, and list what is gone."""
        broken = check_links()
        self.stdout.write(f"{len(broken)} do not answer.\n{told(broken)}".strip())
