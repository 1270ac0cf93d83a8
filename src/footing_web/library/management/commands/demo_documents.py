"""``demo_documents``: details for the documents of the two fictional organisations."""

from typing import Any

from django.core.management.base import BaseCommand

from footing_web.library.documents.demonstration import give_details


class Command(BaseCommand):
    """Give the two fictional organisations the details that their documents are filled with."""

    help = "Give the two fictional organisations the details that their documents are filled with."

    def handle(self, *args: Any, **options: Any) -> None:
        """What somebody has given already is left as it is."""
        self.stdout.write(f"Details given to {give_details()} of the fictional organisations.")
