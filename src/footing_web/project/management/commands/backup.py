"""``backup``: the database and the stored files, in one file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from footing_web.project.backups import back_up, forget_older


class Command(BaseCommand):
    """Write a backup and delete those that are too old."""

    help = "Write a backup into a folder while the service runs, and delete those there that are too old."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, and for how long."""
        parser.add_argument("folder", type=Path, help="The folder for backups.")
        parser.add_argument(
            "--keep-days", type=int, default=30, help="Delete backups older than this; what was withdrawn is then gone."
        )

    def handle(self, *args: Any, folder: Path, keep_days: int, **options: Any) -> None:
        """Write one, then forget the old ones."""
        now = timezone.now()
        path = back_up(folder, at=now)
        forgotten = forget_older(folder, than_days=keep_days, at=now)
        self.stdout.write(f"{path} is written; {forgotten} older than {keep_days} days deleted.")
