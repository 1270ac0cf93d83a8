"""``make_editor``: somebody who writes for the toolkit, or reviews and publishes what others wrote."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError

from footing_web.accounts.models import User
from footing_web.audit.actions import write_entry
from footing_web.library.loading.people import EDITORS, REVIEWERS

ROLES = {"editor": EDITORS, "reviewer": REVIEWERS}


class Command(BaseCommand):
    """Let somebody who has an account write for the toolkit, or publish; or no longer."""

    help = "Let somebody who has an account edit the toolkit, as an editor or a reviewer; with --no-longer, end it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whom, and as what."""
        parser.add_argument("email", help="The address of the account.")
        parser.add_argument("--role", choices=list(ROLES), default="editor", help="Writes, or publishes.")
        parser.add_argument("--no-longer", action="store_true", help="Take both roles back.")

    def handle(self, *args: Any, email: str, role: str, no_longer: bool, **options: Any) -> None:
        """Change it, and enter it in the log."""
        user = User.objects.filter(email=email.strip().lower()).first()
        if user is None:
            raise CommandError("There is no account with this address. It is created on the sign-up page first.")
        user.groups.remove(*Group.objects.filter(name__in=ROLES.values()))
        if not no_longer:
            user.groups.add(Group.objects.get_or_create(name=ROLES[role])[0])
        action = "account.no_longer_editor" if no_longer else f"account.made_{role}"
        write_entry(action=action, by=None, organisation=None, subject=f"user:{user.pk}", facts={})
        self.stdout.write("Done." if no_longer else "Done. The editing pages, /cms/, ask for a second step.")
