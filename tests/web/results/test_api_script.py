"""The script of the page on the API does the whole way of an analyst: from an extract to a saved report."""

import datetime as dt
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.utils import timezone

from footing_web.accounts.actions import make_key
from footing_web.accounts.models import Role
from footing_web.accounts.scoping import in_organisation

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "use-the-api.md"


@pytest.mark.django_db(transaction=True)
def test_the_script_on_the_page_hands_in_assesses_and_saves_the_report(
    organisation, analyst, live_server, sample, tmp_path
):
    script = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[1]
    with in_organisation(organisation):
        _, key = make_key(organisation=organisation, name="Script", role=Role.ANALYST, days=1, by=analyst)
    said = {
        "FOOTING_ADDRESS": live_server.url,
        "FOOTING_KEY": key,
        "EXTRACT": str(sample.staff),
        "RETAIN_UNTIL": str(timezone.localdate() + dt.timedelta(days=90)),
        "REPORT": str(tmp_path / "report.html"),
    }
    run = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | said, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout == "Report saved.\n"
    assert "<h1" in (tmp_path / "report.html").read_text(encoding="utf-8")
