"""How many pages of the toolkit a second the service gives and how long one takes, beside a bare Django page.

As ``benchmarks.pages`` does for results: the same server, the same visitors, one after the other.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Result, show
from benchmarks.pages import _BARE, _OURS, MILLISECONDS_99, Load, load_on, serving

TITLE = "Pages of the toolkit, asked for by eight visitors at once"
TIMES_SLOWER = 20
PAGES = {
    "the first page": "/toolkit/",
    "an action": "/toolkit/actions/structured-interviews/",
    "an action in an edition": "/toolkit/actions/structured-interviews/?edition=local-government",
    "a study": "/toolkit/evidence/long-shadow-2020/",
    "the list of actions": "/toolkit/actions/",
}
_FILL_IN = """
import django
django.setup()
from django.core.management import call_command
for command in ("migrate", "createcachetable"):
    call_command(command, verbosity=0)
call_command("collectstatic", verbosity=0, interactive=False)
call_command("load_library", stdout=open("/dev/null", "w"))
"""


def results() -> Iterator[Result]:
    """Each page, and the bare page right after it."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "FOOTING_DATA": f"{folder}/data",
            "PYTHONPATH": os.pathsep.join(filter(None, (folder, os.environ.get("PYTHONPATH")))),
            "DJANGO_SETTINGS_MODULE": "footing_web.project.settings",
        }
        Path(folder, "bare_page.py").write_text(_BARE, encoding="utf-8")
        subprocess.run([sys.executable, "-c", _FILL_IN], env=environment, check=True)
        bare_page = serving("bare_page:application", environment, "/")
        with bare_page as bare, serving(_OURS, environment, "/health/ready") as port:
            for name, path in PAGES.items():
                yield _beside(name, load_on(port, path, ""), load_on(bare, "/", ""))


def _beside(name: str, ours: Load, bare: Load) -> Result:
    return Result(
        work=name,
        measured=f"{ours.a_second:,.0f} a second, 99 % in {ours.milliseconds_99:.0f} ms",
        beside=f"a bare page, {bare.a_second:,.0f} a second, 99 % in {bare.milliseconds_99:.0f} ms",
        ratio=bare.a_second / ours.a_second,
        must_reach=f"99 % in {MILLISECONDS_99} ms, at most {TIMES_SLOWER} times",
        reached=ours.milliseconds_99 <= MILLISECONDS_99 and bare.a_second <= TIMES_SLOWER * ours.a_second,
    )


if __name__ == "__main__":
    sys.exit(show(TITLE, results()))
