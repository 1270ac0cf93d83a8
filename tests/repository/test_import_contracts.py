"""Each import contract catches the violation that it is there for, planted in a copy of the source."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from repository.house import CORE, ROOT, settings

ONE_WAY = "The core runs one way: a layer may import only the layers below it"
NO_WEB = "The core knows no web framework, no HTTP client and no application database driver"
RAW = "Only measures, disclosure and assessment touch raw tables"
SEAL = "Only disclosure makes a releasable table"
NO_CIRCLE = "No package of the core imports in a circle"

VIOLATIONS = [
    (ONE_WAY, {"assessment/planted.py": "import footing.samples"}),
    (ONE_WAY, {"utils/__init__.py": ""}),
    (NO_WEB, {"reporting/planted.py": "import sqlite3"}),
    (RAW, {"reporting/planted.py": "import footing.tables.raw"}),
    (SEAL, {"assessment/planted.py": "import footing.tables.seal"}),
    (
        NO_CIRCLE,
        {
            "samples/planted_one/__init__.py": "import footing.samples.planted_two",
            "samples/planted_two/__init__.py": "import footing.samples.planted_one",
        },
    ),
]


@pytest.fixture
def copy_of_the_source(tmp_path):
    shutil.copytree(CORE, tmp_path / "src" / "footing", ignore=shutil.ignore_patterns("__pycache__", "*.yaml"))
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
        path = copy_of_the_source / "src" / "footing" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert broken_contracts(copy_of_the_source) == {contract}


def test_every_contract_has_a_violation_that_is_planted():
    contracts = {contract["name"] for contract in settings()["tool"]["importlinter"]["contracts"]}
    assert contracts == {contract for contract, _ in VIOLATIONS}


def test_every_folder_of_the_core_has_a_layer():
    (layers,) = [one for one in settings()["tool"]["importlinter"]["contracts"] if one["type"] == "layers"]
    named = {name.strip(" ()") for layer in layers["layers"] for name in layer.split("|")}
    folders = {path.name for path in CORE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders <= named
    assert layers["exhaustive"] is True
