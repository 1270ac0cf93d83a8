"""For the tests of results: extracts that are kept, and a result that was released, by the real steps."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.utils import timezone

from footing.assessment import Assessment
from footing.assessment.from_files import Files, Wanted, assess_files
from footing.assessment.history import history_of_staff
from footing.assessment.steps import Step
from footing.disclosure import Release
from footing.disclosure.ledger import History, ReadLedger, line_of, printed_cells
from footing.disclosure.ledger.file import FIRST
from footing.samples import SampleFiles, council
from footing.standards import DisclosurePolicy, load_catalogue
from footing.workforce import CheckResult, Workforce
from footing.workforce.reading.progress import NoProgress
from footing_web.accounts.models import Organisation, User
from footing_web.accounts.scoping import in_organisation
from footing_web.results.actions.runs import Asked, finish_run, start_run
from footing_web.results.jobs import carry_out_run
from footing_web.results.ledger import OrganisationLedger
from footing_web.results.models import Result, Run, RunState
from footing_web.uploads.actions import Handed, keep_at_once
from footing_web.uploads.models import State, Upload

PEOPLE = 600
DAY = dt.date(2025, 3, 31)

Keep = Callable[..., Upload]
Assess = Callable[..., Run]
Released = tuple[Assessment, str]


@pytest.fixture(autouse=True)
def files(tmp_path: Path, settings) -> Path:
    """A storage of its own for each test."""
    folder = tmp_path / "files"
    backend = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder}}
    settings.STORAGES = {**django_settings.STORAGES, "default": backend}
    return folder


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> SampleFiles:
    """The files of a small council, with its extract of a year before."""
    return council(seed=3, people=PEOPLE).write(tmp_path_factory.mktemp("council"))


@pytest.fixture
def keep(sample: SampleFiles) -> Keep:
    """Hand in an extract of the small council and keep it."""

    def kept(organisation: Organisation, by: User, *, title: str = "Staff in March", extract: Path | None = None):
        with (extract or sample.staff).open("rb") as staff, in_organisation(organisation):
            return keep_at_once(
                organisation=organisation,
                title=title,
                files={"extract": Handed(staff, "staff.csv")},
                retain_until=timezone.localdate() + dt.timedelta(days=90),
                by=by,
            )

    return kept


@pytest.fixture
def upload(organisation: Organisation, analyst: User, keep: Keep) -> Upload:
    """An extract that is kept."""
    return keep(organisation, analyst)


@pytest.fixture
def assess() -> Assess:
    """Ask for an assessment and carry it out, here and now."""

    def assessed(upload: Upload, by: User | None, **choices: object) -> Run:
        with in_organisation(upload.organisation):
            run = start_run(upload=upload, asked=Asked(**{"policy": "publish-10", **choices}), by=by)
        carry_out_run.func(str(run.pk))
        with in_organisation(upload.organisation):
            return Run.objects.select_related("organisation", "upload").get(pk=run.pk)

    return assessed


class Onlooker:
    """Waits for an assessment and says nothing."""

    @contextmanager
    def reading(self) -> Iterator[NoProgress]:
        yield NoProgress()

    def checked(self, result: CheckResult, extract: Path) -> None: ...

    def begins(self, step: Step, who: str) -> None: ...


class FirstLine:
    """The ledger of an organisation that has released nothing: holds its first line."""

    line = ""

    def history(self, workforce: Workforce) -> History:
        return history_of_staff(ReadLedger(), workforce, lambda: b"s" * 32)

    def enter(self, released: Release, history: History, policy: DisclosurePolicy) -> None:
        tables = (table.id for table in released.tables)
        self.line = line_of(history.entry(DAY, policy, printed_cells(released, history), tables), FIRST).decode()


@pytest.fixture(scope="session")
def released(sample: SampleFiles) -> Released:
    """An assessment of the small council as it was released, and its line for the ledger: made once for all tests."""
    ledger = FirstLine()
    wanted = Wanted(Files(sample.staff), DAY, "publish-10", organisation="Ashmoor Council")
    return assess_files(wanted, catalogue=load_catalogue(), watcher=Onlooker(), ledger=ledger), ledger.line


@pytest.fixture
def release_to(released: Released) -> Callable[..., Result]:
    """Keep the assessment as a result of an organisation, as the end of a run does."""

    def kept(organisation: Organisation, by: User | None, title: str = "Staff in March") -> Result:
        assessment, line = released
        upload = Upload.objects.create(
            organisation=organisation, title=title, state=State.READY, snapshot_date=DAY, retain_until=DAY
        )
        run = Run.objects.create(
            organisation=organisation,
            upload=upload,
            title=title,
            policy="publish-10",
            state=RunState.RUNNING,
            started_by=by,
        )
        result = finish_run(run=run, assessment=assessment, ledger=OrganisationLedger(organisation, run, line=line))
        assert result is not None
        return result

    return kept


@pytest.fixture
def result(organisation: Organisation, analyst: User, release_to: Callable[..., Result]) -> Iterator[Result]:
    """A result that was released; the scope of its organisation is active."""
    with in_organisation(organisation):
        yield release_to(organisation, analyst)
