"""For the tests of extracts: a storage for each test, files to hand in, and the way from a file to a kept extract."""

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.utils import timezone

from footing_web.accounts.scoping import in_organisation
from footing_web.uploads import actions
from footing_web.uploads.models import Upload

INPUTS = Path(__file__).parent / "inputs"
FILES = (
    "council_hr_export.csv",
    "firm_form_responses.csv",
    "trust_staff_and_answers.xlsx",
    "applications_export.csv",
)

HandIn = Callable[..., Upload]


@pytest.fixture(autouse=True)
def files(tmp_path: Path, settings) -> Path:
    """A storage of its own for each test."""
    folder = tmp_path / "files"
    backend = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder}}
    settings.STORAGES = {**django_settings.STORAGES, "default": backend}
    return folder


def handed(name: str, content: bytes | None = None) -> actions.Handed:
    """A file to hand in: one of the inputs, or one with this content."""
    return actions.Handed(io.BytesIO((INPUTS / name).read_bytes() if content is None else content), name)


@pytest.fixture
def hand_in(organisation, analyst) -> HandIn:
    """Hand in an extract and have it checked; ``confirm`` has it kept, too."""

    def carried_out(name: str, content: bytes | None = None, *, confirm: bool = False, **more: object) -> Upload:
        beside = more.pop("beside", {})
        with in_organisation(organisation):
            choices = {"pseudonymise": True, "retain_until": timezone.localdate() + dt.timedelta(days=400), **more}
            upload = actions.hand_in(
                organisation=organisation,
                title="Staff in March",
                files={"extract": handed(name, content), **beside},
                by=analyst,
                **choices,
            )
            upload.refresh_from_db()
            if confirm:
                actions.confirm(upload=upload, by=analyst)
                upload.refresh_from_db()
        return upload

    return carried_out
