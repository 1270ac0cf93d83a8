"""Server and worker are killed in the middle of a run: it goes on and ends once, and what was acknowledged is there."""

import sqlite3
from pathlib import Path
from threading import Thread
from urllib.error import URLError

import pytest
from django.utils import timezone

from footing.samples import council
from web.conftest import PASSWORD
from web.project.at_work import Service, Visitor, service_in, until
from web.uploads.conftest import INPUTS

ANALYST = "analyst@ashmoor.example"
ALL = "/organisations/ashmoor/"
PEOPLE = 3_000
IN_THE_MIDDLE = ("measuring", "protecting")

SET_UP = f"""
import django
django.setup()
from allauth.account.models import EmailAddress
from footing_web.accounts.actions.organisations import create_organisation
from footing_web.accounts.models import User
user = User.objects.create_user(email="{ANALYST}", password="{PASSWORD}", name="Ama Reed")
EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
create_organisation(name="Ashmoor Council", kind="council", sector="public_administration", region="north_west",
    size_band="1000_to_4999", slug="ashmoor", by=user)
"""
SOME_TIME_LATER = """
import django, datetime as dt
django.setup()
from django.utils import timezone
from django_scopes import scopes_disabled
from footing_web.results.models import Run
from footing_web.uploads.models import Upload
long_ago = timezone.now() - dt.timedelta(hours=1)
with scopes_disabled():
    print(Run.objects.filter(state="running").update(heard_of_at=long_ago))
    Upload.objects.filter(state="checking").update(heard_of_at=long_ago)
"""
WHAT_IS_THERE = """
import django
django.setup()
from django.core.management import call_command
from django_scopes import scopes_disabled
from footing_web.results.models import LedgerLine, Result, Run
with scopes_disabled():
    print(LedgerLine.objects.count(), Result.objects.count(), Run.objects.get().attempts)
call_command("check_logs")
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="Processes are only listed on Linux")
def test_a_run_goes_on_after_server_and_worker_are_killed_and_nothing_acknowledged_is_lost(tmp_path):
    staff = council(seed=3, people=PEOPLE).write(tmp_path / "council").staff
    with service_in(tmp_path / "data") as service:
        service.start()
        service.command(SET_UP)
        visitor = Visitor(service.port)
        visitor.send("/accounts/login/", login=ANALYST, password=PASSWORD)
        extract = _kept(visitor, staff)
        run, _ = visitor.send(f"{ALL}results/start/", upload=extract, policy="publish-10")
        acknowledged: list[str] = []
        busy = Thread(target=_hand_in_until_it_breaks, args=(visitor, acknowledged))
        busy.start()
        until(lambda: acknowledged and _step(service) in IN_THE_MIDDLE, pause=0.02)
        service.kill()
        busy.join()
        assert service.command(SOME_TIME_LATER).strip() == "1"
        service.start()
        _everything_is_there(service, visitor, run, acknowledged)


def _everything_is_there(service: Service, visitor: Visitor, run: str, acknowledged: list[str]) -> None:
    """The run has ended with one result; every extract that was taken in was read; nobody has to sign in again."""
    until(lambda: "/runs/" not in visitor.look(run)[0])
    for path in acknowledged:
        until(lambda path=path: "Ready to confirm" in visitor.look(path)[1])
    counts, log = service.command(WHAT_IS_THERE).split("\n", 1)
    assert counts == "1 1 2", "lines in the ledger, results, attempts"
    assert log.endswith("entries are whole.\n")


def _kept(visitor: Visitor, staff: Path) -> str:
    """Hand in an extract and keep it; its id."""
    path, _ = visitor.send(f"{ALL}uploads/hand-in/", **_form(staff, "Staff in March"))
    until(lambda: "Ready to confirm" in visitor.look(path)[1])
    visitor.send(f"{path}confirm/")
    until(lambda: "Run an assessment" in visitor.look(path)[1])
    return path.rstrip("/").rpartition("/")[2]


def _hand_in_until_it_breaks(visitor: Visitor, acknowledged: list[str]) -> None:
    """Hand in one extract after another; those that the service said it has are the ones acknowledged."""
    while True:
        try:
            path, _ = visitor.send(
                f"{ALL}uploads/hand-in/", **_form(INPUTS / "firm_form_responses.csv", f"Answers {len(acknowledged)}")
            )
        except (URLError, OSError, AssertionError):
            return
        acknowledged.append(path)


def _form(file: Path, title: str) -> dict[str, object]:
    day = {"retain_until-day": "1", "retain_until-month": "3", "retain_until-year": str(timezone.localdate().year + 1)}
    return {"title": title, "pseudonymise": "on", "what": "hand_in", "extract": file, **day}


def _step(service: Service) -> str:
    """What the run is doing, read beside the service."""
    with sqlite3.connect(f"file:{service.folder}/footing.sqlite3?mode=ro", uri=True) as database:
        return database.execute("SELECT step FROM results_run").fetchone()[0]
