"""The search for what to withhold on its own: a weaker promise, a bound, small tables tried out, always one answer.

The data sets and the peers' figures are those of ``benchmarks.disclosure``. Times are of the processor. Everything is
bounded by numbers of programmes and branchings, so that cells and bounds come out the same on any machine.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from benchmarks import Result, show
from benchmarks.disclosure import CASES, DESIGN, POLICY, Case, people_of

if TYPE_CHECKING:
    from footing.disclosure.model import CellModel
    from footing.disclosure.primary import Needs

TITLE = "Searching for what to withhold"
DRAWN, RUNS, HASH_SEEDS = 200, 100, 4
DRAWN_THRESHOLD = 4
MOST_GAP_PERCENT = 5.0


@dataclass(frozen=True, slots=True)
class Bounded:
    """A data set whose optimum is bounded: how many rounds of each kind are given to it.

    The blocks of the larger set are too large to be searched to their end, so the pattern is rebuilt little by little.
    """

    name: str
    rounds: int
    fractions: int
    block_rounds: int
    passes: int
    rebuildings: int


BOUNDED = (
    Bounded("S", rounds=2, fractions=60, block_rounds=20, passes=2, rebuildings=0),
    Bounded("A", rounds=0, fractions=3, block_rounds=10, passes=0, rebuildings=4),
)


def results() -> Iterator[Result]:
    """The weaker promise, bounds, small tables against every set of cells, and many runs."""
    with tempfile.TemporaryDirectory() as folder:
        models = {case.name: _model(case, Path(folder)) for case in CASES}
        for case in CASES:
            yield _weaker(case, *models[case.name])
        yield from _small_tables()
        yield _one_answer(Path(folder))
        for each in BOUNDED:
            yield _bounded(each, *models[each.name])


def _model(case: Case, folder: Path) -> "tuple[CellModel, Needs]":
    from footing.disclosure.model import build_model
    from footing.disclosure.primary import count_needs
    from footing.disclosure.tabulating import load_design, tabulate
    from footing.standards import load_catalogue
    from footing.workforce.limits import Limits

    design = folder / "design.yaml"
    design.write_text(DESIGN)
    source, _ = people_of(case, folder)
    (population,) = tabulate([source], load_design(design), Limits()).raw.populations
    model = build_model(population.counts, population.counts, population.hierarchies)
    return model, count_needs(model, load_catalogue().policy(POLICY).counts)


def _weaker(case: Case, model: "CellModel", needs: "Needs") -> Result:
    from footing.disclosure.recovery import withheld_against_recovery

    start = time.process_time()
    withheld = withheld_against_recovery(model, needs, np.ones(len(model.values)))
    seconds = time.process_time() - start
    secondary = int((withheld & model.published & ~needs.hidden).sum())
    times = case.peer_least_seconds / seconds
    return Result(
        work=f"{case.name}: no small count follows exactly ({int(needs.sensitive.sum())} small)",
        measured=f"{secondary} more withheld, {seconds:.2f} s",
        beside=f"GaussSuppression: {case.peer_secondary}, {case.peer_seconds}",
        ratio=times,
        must_reach=f"no more cells, {case.peer_times:g} times faster",
        reached=secondary <= case.peer_secondary and times >= case.peer_times,
    )


def _bounded(each: Bounded, model: "CellModel", needs: "Needs") -> Result:
    from footing.disclosure.optimum import cheapest_pattern
    from footing.disclosure.search import Price, Search, Thoroughness
    from footing.disclosure.suppress import suppress

    start = time.process_time()
    ones = np.ones(len(model.values))
    usual = suppress(model, needs, ones, Search(price=Price.CELLS))
    thoroughness = Thoroughness(
        rounds=each.rounds,
        fractions=each.fractions,
        block_rounds=each.block_rounds,
        passes=each.passes,
        rebuildings=each.rebuildings,
    )
    found = cheapest_pattern(model, usual.needs, ones, usual.withheld, thoroughness)
    seconds = time.process_time() - start
    return Result(
        work=f"{each.name}: every interval kept, fewest cells",
        measured=f"{found.cost:.0f} more withheld, {seconds:.0f} s",
        beside=f"proved: never fewer than {found.bound:.0f}",
        ratio=found.cost / found.bound,
        must_reach=f"at most {MOST_GAP_PERCENT:g} % above the bound",
        reached=100 * found.gap <= MOST_GAP_PERCENT,
    )


def _small_tables() -> Iterator[Result]:
    """The tests' oracle tries every set of cells of small tables, and ours must find no dearer one."""
    sys.path.append(str(Path(__file__).parents[1] / "tests"))
    from disclosure.every_pattern import fewest_secondary_cells
    from disclosure.small_models import model_of
    from disclosure.test_optimum import cheapest, drawn
    from footing.disclosure.search import Thoroughness

    exact, usual_gaps, compared = 0, [], 0
    for seed in range(DRAWN):
        fewest = fewest_secondary_cells(drawn(seed), DRAWN_THRESHOLD)
        found = cheapest(model_of(drawn(seed)), Thoroughness(rounds=50))
        if fewest is None or found is None:
            continue
        compared += 1
        exact += found[0].cost == found[0].bound == fewest
        usual = cheapest(model_of(drawn(seed)), Thoroughness(fractions=0, rounds=0))
        if fewest and usual is not None:
            usual_gaps.append(100 * (usual[0].cost / fewest - 1))
    yield Result(
        work=f"{DRAWN} drawn tables, {compared} of which can be protected",
        measured=f"{exact} proved cheapest",
        beside="every set of cells, tried",
        ratio=exact / compared,
        must_reach="all",
        reached=exact == compared,
    )
    yield Result(
        work="The usual search on the same tables",
        measured=f"median {median(usual_gaps):.0f} %, worst {max(usual_gaps):.0f} % above the cheapest",
        beside="every set of cells, tried",
        ratio=1 + float(np.mean(usual_gaps)) / 100,
        must_reach="median 0 %",
        reached=median(usual_gaps) == 0,
    )


def _one_answer(folder: Path) -> Result:
    answers: set[str] = set()
    for seed in range(HASH_SEEDS):
        command = [sys.executable, "-m", "benchmarks.suppression", "--again", str(folder), str(RUNS // HASH_SEEDS)]
        environment = {**os.environ, "PYTHONHASHSEED": str(seed), "OMP_NUM_THREADS": str(1 + seed)}
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        answers.update(done.stdout.split())
    return Result(
        work=f"{CASES[0].name}: {RUNS} runs in {HASH_SEEDS} processes of other hash seeds and threads",
        measured=f"{len(answers)} different patterns",
        beside="one",
        ratio=float(len(answers)),
        must_reach="one",
        reached=len(answers) == 1,
    )


def _again(folder: Path, runs: int) -> None:
    from footing.disclosure.search import Price, Search
    from footing.disclosure.suppress import suppress

    model, needs = _model(CASES[0], folder)
    for _ in range(runs):
        pattern = suppress(model, needs, np.ones(len(model.values)), Search(price=Price.CELLS))
        print(sha256(pattern.withheld.tobytes()).hexdigest())


if __name__ == "__main__":
    if sys.argv[1:2] == ["--again"]:
        _again(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.exit(show(TITLE, results()))
