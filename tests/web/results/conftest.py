"""For the tests of results: extracts that are kept, and a result that was released, by the real steps."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.utils import timezone

from footing.samples import SampleFiles, council
from footing_web.accounts.models import Organisation, User
from footing_web.accounts.scoping import in_organisation
from footing_web.results.actions.runs import Asked, start_run
from footing_web.results.jobs import carry_out_run
from footing_web.results.models import Result, Run
from footing_web.uploads.actions import Handed, keep_at_once
from footing_web.uploads.models import Upload

PEOPLE = 600

Keep = Callable[..., Upload]
Assess = Callable[..., Run]


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


@pytest.fixture
def result(upload: Upload, analyst: User, assess: Assess) -> Iterator[Result]:
    """A result that was released; the scope of its organisation is active."""
    run = assess(upload, analyst)
    with in_organisation(upload.organisation):
        assert run.state == "done", run.failure_words
        yield run.result
