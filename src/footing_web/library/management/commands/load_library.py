"""``load_library``: the pages of the toolkit, from their files."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from footing.standards.errors import StandardsError
from footing_web.library.loading import load_all


class Command(BaseCommand):
    """Make and change pages so that they are as their files say; leave those that an editor has changed."""

    help = "Load the toolkit from its files. A page that an editor has changed is left as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say what was done."""
        try:
            told = load_all()
        except StandardsError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"The toolkit: {told.made} made, {told.changed} changed, {told.same} as they were, "
            f"{len(told.kept_back)} left as editors made them, {told.taken_down} taken down."
        )
        for name in told.kept_back:
            self.stdout.write(f"  {name} was edited here, and its file has changed since.")
