"""Handing jobs to the worker. Jobs are named, not imported: they stand above the actions that ask for them."""

from django.db import transaction
from django.utils.module_loading import import_string

CARRY_OUT_RUN = "footing_web.results.jobs.carry_out_run"
SEND_MESSAGES = "footing_web.results.jobs.send_messages"


def enqueue(job: str, *arguments: str) -> None:
    """Hand a job to the worker once the transaction under way has ended."""
    transaction.on_commit(lambda: import_string(job).enqueue(*arguments))
