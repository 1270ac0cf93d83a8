"""A whole assessment, every family of it, is attacked from ``assessment.json`` alone."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from footing.assessment import Choices, assess
from footing.disclosure.certificates import check_proof, proofs_from_text, proofs_to_text
from footing.disclosure.published import assessed_tables, audit_from_outside, check_from_outside, prove_from_outside
from footing.measures import measure_all
from footing.reporting.json_file import assessment_json
from footing.samples import council
from footing.standards import load_catalogue
from footing.tables import Coordinate, coordinate, units
from footing.workforce import check_extract

CATALOGUE = load_catalogue()
POLICY = CATALOGUE.policy("publish-10")
STAFF = "staff in post"


@dataclass(frozen=True, slots=True)
class Assessed:
    """The file of an assessment with all companions, and the true counts behind it."""

    document: dict[str, Any]
    counts: dict[str, dict[Coordinate, int]]


@pytest.fixture(scope="module")
def assessed(tmp_path_factory: pytest.TempPathFactory) -> Assessed:
    sample = council(seed=5, people=1000)
    files = sample.write(tmp_path_factory.mktemp("extract"))
    companions = {"events": files.events, "applications": files.applications, "outreach": files.outreach}
    as_at = sample.snapshot_date
    with check_extract(files.staff, mapping=None, catalogue=CATALOGUE, as_at=as_at, **companions) as checked:
        assert checked.workforce is not None
        raw = measure_all(checked.workforce, catalogue=CATALOGUE).release
        document = assessment_json(assess(checked.workforce, Choices(as_at, POLICY, ""), catalogue=CATALOGUE))
    return Assessed(json.loads(document), {each.name: dict(each.counts) for each in raw.populations})


def published(folder: Path, document: dict[str, Any]) -> dict[str, Any]:
    (folder / "assessment.json").write_text(json.dumps(document))
    tables, _ = assessed_tables(folder, CATALOGUE)
    return {each.population: each for each in tables}


def test_nothing_is_narrowed_down_in_any_population(assessed: Assessed, tmp_path: Path) -> None:
    found = published(tmp_path, assessed.document)
    assert len(found) >= 3
    assert {table["population"] for table in assessed.document["tables"]} == found.keys()
    for each in found.values():
        assert not audit_from_outside(each, POLICY).found.exposures, each.population


def test_every_count_that_is_read_is_the_true_one(assessed: Assessed, tmp_path: Path) -> None:
    for name, each in published(tmp_path, assessed.document).items():
        shown = {cell: count for cell, count in each.printed.items() if count is not None}
        assert shown
        assert all(
            assessed.counts[name][cell] == count for cell, count in shown.items() if cell in assessed.counts[name]
        )


def test_the_whole_assessment_can_be_proved_and_the_proof_checked(assessed: Assessed, tmp_path: Path) -> None:
    for each in published(tmp_path, assessed.document).values():
        (proof,) = proofs_from_text(proofs_to_text([prove_from_outside(each, POLICY)]))
        assert check_from_outside(proof, each, POLICY) == ()
        assert check_proof(proof, {**each.printed, (): 1}, each.hierarchies, threshold=10, least=1)


def put_back(assessed: Assessed) -> Iterator[tuple[str, dict[str, Any]]]:
    """The population and the file, for each large count that is withheld outside the staff and put back alone."""
    cells = {each["name"]: [coordinate(**cell["group"]) for cell in each["cells"]] for each in populations(assessed)}
    for number, table in enumerate(assessed.document["tables"]):
        name = table["population"]
        if name != STAFF and table["unit"] in units.COUNTS:
            for place, row in enumerate(table["rows"]):
                count = assessed.counts[name].get(cells[name][row["rests_on"][0]], 0)
                if row["status"] == "withheld" and count >= POLICY.counts.threshold:
                    document = json.loads(json.dumps(assessed.document))
                    document["tables"][number]["rows"][place].update(value=count, base=count, status="shown")
                    yield name, document


def populations(assessed: Assessed) -> list[dict[str, Any]]:
    return assessed.document["populations"]  # type: ignore[no-any-return]


def test_a_count_of_careers_or_hiring_put_back_by_hand_is_caught(assessed: Assessed, tmp_path: Path) -> None:
    assert any(
        audit_from_outside(published(tmp_path, document)[name], POLICY).found.exposures
        for name, document in islice(put_back(assessed), 10)
    )
