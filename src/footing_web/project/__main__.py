"""``python -m footing_web.project``: Django's commands with the settings of the service."""

import os
import sys


def run() -> None:
    """Carry out the command that was typed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "footing_web.project.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["footing_web", *sys.argv[1:]])


if __name__ == "__main__":
    run()
