"""``make_operator``: somebody who looks after the service, and not after an organisation's figures."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from footing_web.accounts.models import User
from footing_web.audit.actions import write_entry


class Command(BaseCommand):
    """Let somebody who has an account open the administration, or no longer."""

    help = "Let somebody who has an account open the administration; with --no-longer, take that back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whom."""
        parser.add_argument("email", help="The address of the account.")
        parser.add_argument("--no-longer", action="store_true", help="Take it back.")

    def handle(self, *args: Any, email: str, no_longer: bool, **options: Any) -> None:
        """Change it, and enter it in the log."""
        user = User.objects.filter(email=email.strip().lower()).first()
        if user is None:
            raise CommandError("There is no account with this address. It is created on the sign-up page first.")
        user.is_staff = user.is_superuser = not no_longer
        user.save(update_fields=["is_staff", "is_superuser"])
        action = "account.no_longer_operator" if no_longer else "account.made_operator"
        write_entry(action=action, by=None, organisation=None, subject=f"user:{user.pk}", facts={})
        self.stdout.write("Done. The administration asks for a second step." if user.is_staff else "Done.")
