"""The command starts quickly: help loads none of the parts that only the work needs."""

import subprocess
import sys

HEAVY = (
    "duckdb",
    "ibis",
    "pydantic",
    "yaml",
    "numpy",
    "pyarrow",
    "highspy",
    "altair",
    "rich",
    "jinja2",
    "footing.standards",
)


def test_help_names_every_command_and_loads_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "sys.argv = ['footing', '--help']\n"
        "from footing.cli.main import app\n"
        "try:\n    app()\nexcept SystemExit as end:\n    assert not end.code\n"
        f"print('loaded:', [name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    for command in ("check", "assess", "protect", "audit", "questions", "reference", "demo", "serve"):
        assert f"  {command} " in shown
    assert shown.rstrip().endswith("loaded: []")
