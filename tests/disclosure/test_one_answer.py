"""The same counts give the same tables and the same proof, whatever the process that protects them is set to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROTECT = """
from hashlib import sha256
import numpy as np
from disclosure.small_tables import POPULATION, Grid, release_of, small_threshold
from footing.disclosure import release
from footing.disclosure.certificates import proofs_to_text, prove

codes = tuple(tuple(f"{variable}{number}" for number in range(5)) for variable in "abc")
counts = np.random.default_rng(4).integers(0, 14, (5, 5, 5))
cells = {tuple(codes[axis][at] for axis, at in enumerate(place)): int(n) for place, n in np.ndenumerate(counts)}
table = Grid(("a", "b", "c"), codes, cells)
released = release(release_of(table), policy=small_threshold(4))
rows = repr([(row.key, row.value) for row in released.tables[0].rows])
proof = proofs_to_text([prove(POPULATION, released.seen[POPULATION], {}, 4)])
print(sha256(rows.encode()).hexdigest(), sha256(proof.encode()).hexdigest())
"""

SETTINGS = (
    {"PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "37", "OMP_NUM_THREADS": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "411", "OMP_NUM_THREADS": "2", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8"},
)


def answer(settings: dict[str, str]) -> str:
    root = Path(__file__).parents[2]
    paths = os.pathsep.join((str(root / "src"), str(root / "tests")))
    done = subprocess.run(
        [sys.executable, "-c", PROTECT],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **settings, "PYTHONPATH": paths},
    )
    return done.stdout


@pytest.fixture(scope="module")
def first() -> str:
    return answer(SETTINGS[0])


@pytest.mark.parametrize("settings", SETTINGS[1:], ids=lambda each: each["PYTHONHASHSEED"])
def test_another_process_gives_the_same_tables_and_the_same_proof(first: str, settings: dict[str, str]) -> None:
    assert len(first.split()) == 2
    assert answer(settings) == first
