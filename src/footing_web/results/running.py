"""The work of one run: from the files of an extract to a result, told step by step to whoever waits."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.utils import timezone

from footing.assessment.from_files import CannotAssess, ExtractUnusable, Wanted, assess_files
from footing.assessment.steps import Step
from footing.disclosure import ReleaseRefused
from footing.disclosure.ledger import LedgerBroken
from footing.standards import StandardsError, load_catalogue
from footing.workforce import CheckResult
from footing.workforce.reading import Progress
from footing_web.accounts.refusals import Refused
from footing_web.results import refusals
from footing_web.results.actions import runs
from footing_web.results.keeping import packed, unpacked
from footing_web.results.ledger import LedgerMoved, OrganisationLedger
from footing_web.results.models import Result, Run, RunState
from footing_web.uploads.models import KEPT
from footing_web.uploads.queries import workforce_files

MOST_RELEASES_MEANWHILE = 3
"""So often a run is protected again because something else was released meanwhile."""
TOLD_EVERY_SECONDS = 0.5
"""How often the reading of a file is told of, so that telling takes no time of its own."""


class RunCancelled(Exception):
    """Somebody has cancelled the run, or it was ended because its worker was thought dead."""


def carry_out(run: Run) -> Result | None:
    """Do what a run asks for, in the scope of its organisation. What stops it is kept with the run, never raised."""
    try:
        return _until_nothing_moved(run)
    except RunCancelled:
        return None
    except LedgerMoved:
        runs.refuse_run(run=run, refused=refusals.released_meanwhile())
    except Refused as refused:
        runs.refuse_run(run=run, refused=refused)
    except ExtractUnusable:
        runs.refuse_run(run=run, refused=refusals.extract_has_faults())
    except (CannotAssess, ReleaseRefused, LedgerBroken, StandardsError) as error:
        runs.fail_run(run=run, code=_code(error), words=_words(error))
    return None


def _code(error: Exception) -> str:
    return getattr(error, "code", "") or str(error).partition(" · ")[0][:10]


def _words(error: Exception) -> str:
    """What the core says, after its code."""
    before, found, after = str(error).partition(" · ")
    return after if found else before


def _until_nothing_moved(run: Run) -> Result | None:
    for last in (*[False] * (MOST_RELEASES_MEANWHILE - 1), True):
        try:
            return _once(run)
        except LedgerMoved:
            if last:
                raise
    return None


def _once(run: Run) -> Result | None:
    watcher, ledger = RunWatcher(run), OrganisationLedger(run.organisation, run)
    with _wanted(run) as wanted:
        assessment = assess_files(wanted, catalogue=load_catalogue(), watcher=watcher, ledger=ledger)
    # As it will be opened again, so that nothing is ever shown with more decimals than are kept.
    return runs.finish_run(run=run, assessment=unpacked(packed(assessment)), ledger=ledger)


@contextmanager
def _wanted(run: Run) -> Iterator[Wanted]:
    """What the run asks for, with the files of its extracts decrypted as long as this lasts."""
    if run.upload is None or run.upload.state not in KEPT:
        raise refusals.not_kept()
    with ExitStack() as stack:
        held = stack.enter_context(workforce_files(run.upload))
        files, previous_mapping = held.files, None
        if run.previous_upload is not None:
            before = stack.enter_context(workforce_files(run.previous_upload))
            previous_mapping = before.mapping
            files = replace(
                files, previous_extract=before.files.extract, previous_date=run.previous_upload.snapshot_date
            )
        yield Wanted(
            files=files,
            as_at=run.created_at.date(),
            policy=run.policy,
            mapping=held.mapping,
            previous_mapping=previous_mapping,
            organisation=run.organisation.name,
            benchmarks=None if run.benchmarks is None else tuple(run.benchmarks),
            crossings=None if run.crossings is None else tuple(map(tuple, run.crossings)),
        )


@dataclass(slots=True)
class RunWatcher:
    """Tells whoever looks at a run how far it is, and finds out at every step whether it was cancelled."""

    run: Run

    @contextmanager
    def reading(self) -> Iterator[Progress]:
        """Reading tells how much of a file is read."""
        self._say(Step.READING)
        yield _ReadingOf(self)

    def checked(self, result: CheckResult, extract: Path) -> None:
        """The faults were shown when the extract was handed in."""

    def begins(self, step: Step, who: str) -> None:
        """The next step."""
        self._say(step)

    def read(self, done: int, total: int) -> None:
        """So much of a file is read."""
        self._say(Step.READING, done, total)

    def _say(self, step: Step, done: int = 0, total: int = 0) -> None:
        running = Run.objects.filter(pk=self.run.pk, state=RunState.RUNNING)
        if not running.update(step=step.value, done=done, total=total, heard_of_at=timezone.now()):
            raise RunCancelled


@dataclass(slots=True)
class _ReadingOf:
    """The progress of reading one extract after another."""

    watcher: RunWatcher
    done: int = 0
    total: int = 0
    told_at: float = field(default_factory=time.monotonic)

    def start(self, description: str, total: int) -> None:
        """A new file."""
        self.done, self.total = 0, total

    def advance(self, n: int) -> None:
        """Some more of it."""
        self.done += n
        if time.monotonic() - self.told_at > TOLD_EVERY_SECONDS:
            self.told_at = time.monotonic()
            self.watcher.read(self.done, self.total)
