"""Whether a job still waits for a worker: what waits without one was lost with its worker, and is asked for again."""

from uuid import UUID

from django_tasks_db.models import DBTaskResult


def job_waits(task_path: str, subject: UUID) -> bool:
    """Whether some worker will yet take the job about this.

    A worker that dies between taking a job and beginning on it leaves the job taken for ever, and its subject waiting.
    """
    about = {"args": [str(subject)], "kwargs": {}}
    return DBTaskResult.objects.ready().filter(task_path=task_path, args_kwargs=about).exists()
