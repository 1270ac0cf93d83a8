"""``restore``: a backup in place of what is there."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from footing_web.accounts.models import User
from footing_web.project.backups import BackupBroken, put_back


class Command(BaseCommand):
    """Put a backup in place of the present database and files."""

    help = "Put a backup in place of what is there. Stop the service first; the keys must be those of the time."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which backup, and whether something may be lost by it."""
        parser.add_argument("backup", type=Path, help="The file that backup wrote.")
        parser.add_argument("--replace", action="store_true", help="Replace what is there, although it is in use.")

    def handle(self, *args: Any, backup: Path, replace: bool, **options: Any) -> None:
        """Check, put back, and bring the database up to this version."""
        if not replace and _is_in_use():
            raise CommandError("There are accounts here already. Say --replace if they may be lost.")
        try:
            files = put_back(backup)
        except BackupBroken as error:
            raise CommandError(str(error)) from error
        call_command("migrate", verbosity=0, interactive=False)
        self.stdout.write(
            f"{backup.name} is put back, with {files} files. What is due to be deleted goes when it runs."
        )


def _is_in_use() -> bool:
    try:
        return User.objects.exists()
    except DatabaseError:
        return False
