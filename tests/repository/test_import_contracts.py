"""Each import contract catches the violation that it is there for, planted in a copy of the source."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from repository.house import CORE, ROOT, WEB, settings

ONE_WAY = "The core runs one way: a layer may import only the layers below it"
NO_WEB = "The core knows no web framework, no HTTP client and no application database driver"
RAW = "Only measures, disclosure and assessment touch raw tables"
SEAL = "Only disclosure makes a releasable table"
NO_CIRCLE = "No package of the core imports in a circle"
WEB_ONE_WAY = "The web service runs one way: an app may import only the apps below it"
RECORDS = "Only uploads and results touch the tables with one row per person"
NO_WEB_CIRCLE = "No app of the web service imports in a circle"

VIOLATIONS = [
    (ONE_WAY, {"footing/assessment/planted.py": "import footing.samples"}),
    (ONE_WAY, {"footing/utils/__init__.py": ""}),
    (NO_WEB, {"footing/reporting/planted.py": "import sqlite3"}),
    (NO_WEB, {"footing/cli/planted.py": "import footing_web.project"}),
    (RAW, {"footing/reporting/planted.py": "import footing.tables.raw"}),
    (RAW, {"footing_web/results/planted.py": "import footing.tables.raw"}),
    (SEAL, {"footing/assessment/planted.py": "import footing.tables.seal"}),
    (WEB_ONE_WAY, {"footing_web/audit/planted.py": "import footing_web.components.macros"}),
    (WEB_ONE_WAY, {"footing_web/utils/__init__.py": ""}),
    (RECORDS, {"footing_web/project/planted.py": "import footing_web.records.models"}),
    (
        NO_CIRCLE,
        {
            "footing/samples/planted_one/__init__.py": "import footing.samples.planted_two",
            "footing/samples/planted_two/__init__.py": "import footing.samples.planted_one",
        },
    ),
    (
        NO_WEB_CIRCLE,
        {
            "footing_web/audit/planted_one.py": "import footing_web.audit.planted_two",
            "footing_web/audit/planted_two.py": "import footing_web.audit.planted_one",
        },
    ),
]


@pytest.fixture
def copy_of_the_source(tmp_path):
    without = shutil.ignore_patterns("__pycache__", "*.yaml", "node_modules", "static", "templates")
    for package in (CORE, WEB):
        shutil.copytree(package, tmp_path / "src" / package.name, ignore=without)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def broken_contracts(folder: Path) -> set[str]:
    """Run the import checks as ``make check`` does; the names of the contracts that do not hold."""
    environment = os.environ | {"PYTHONPATH": str(folder / "src"), "COLUMNS": "300"}
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    checked = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    broken = {line.removesuffix(" BROKEN").strip() for line in checked.stdout.splitlines() if line.endswith(" BROKEN")}
    assert (checked.returncode == 0) == (not broken), checked.stdout + checked.stderr
    return broken


def test_the_source_keeps_every_contract(copy_of_the_source):
    assert broken_contracts(copy_of_the_source) == set()


@pytest.mark.parametrize(("contract", "planted"), VIOLATIONS, ids=[next(iter(files)) for _, files in VIOLATIONS])
def test_a_planted_violation_breaks_the_contract(copy_of_the_source, contract, planted):
    for name, text in planted.items():
        path = copy_of_the_source / "src" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert broken_contracts(copy_of_the_source) == {contract}


def test_every_contract_has_a_violation_that_is_planted():
    contracts = {contract["name"] for contract in settings()["tool"]["importlinter"]["contracts"]}
    assert contracts == {contract for contract, _ in VIOLATIONS}


@pytest.mark.parametrize("package", [CORE, WEB], ids=lambda package: package.name)
def test_every_folder_has_a_layer(package):
    contracts = settings()["tool"]["importlinter"]["contracts"]
    (layers,) = [one for one in contracts if one["type"] == "layers" and one["containers"] == [package.name]]
    named = {name.strip(" ()") for layer in layers["layers"] for name in layer.split("|")}
    folders = {path.name for path in package.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders <= named
    assert layers["exhaustive"] is True
