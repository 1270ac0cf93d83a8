"""``footing audit`` writes proofs of published tables and checks them again."""

import re
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from cli.test_ledger import DESIGN, staff
from footing.cli.main import app


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "design.yaml").write_text(DESIGN)
    (tmp_path / "staff.csv").write_text(staff())
    command = [
        "protect",
        "@staff.csv",
        "--out",
        "@out",
        "--hierarchy",
        "@design.yaml",
        "--policy",
        "civil-service-2023",
    ]
    result = CliRunner().invoke(app, [each.replace("@", f"{tmp_path}/") for each in command])
    assert result.exit_code == 0, result.output
    assert audit(tmp_path / "out", "--write-proof", str(tmp_path / "proof.json")).exit_code == 0
    return tmp_path / "out"


def audit(out: Path, *options: str) -> Result:
    return CliRunner().invoke(app, ["audit", str(out), *options])


def test_a_proof_of_a_release_holds(out: Path) -> None:
    result = audit(out, "--proof", str(out.parent / "proof.json"))
    assert (result.exit_code, "The proof holds" in result.output) == (0, True)
    assert "can also be one or none" in result.output
    assert "cannot work out another small count" in result.output


def test_a_proof_fails_for_tables_of_which_one_count_was_changed(out: Path) -> None:
    table = next(path for path in out.glob("staff*.csv"))
    table.write_text(
        re.sub(
            r",(\d)(\d)(?=\r?\n)", lambda found: f",{found[1]}{(int(found[2]) + 1) % 10}", table.read_text(), count=1
        )
    )
    result = audit(out, "--proof", str(out.parent / "proof.json"))
    assert (result.exit_code, "The proof fails" in result.output) == (1, True)


def test_a_proof_of_which_one_number_was_changed_fails(out: Path) -> None:
    proof = out.parent / "proof.json"
    proof.write_text(re.sub(r'"first": \[(\d+)', lambda found: f'"first": [{int(found[1]) + 1}', proof.read_text()))
    assert audit(out, "--proof", str(proof)).exit_code == 1


@pytest.mark.parametrize("text", ["", "[]", "not a proof"])
def test_a_file_that_is_no_proof_is_refused_with_a_code(out: Path, text: str) -> None:
    (out.parent / "other.json").write_text(text)
    result = audit(out, "--proof", str(out.parent / "other.json"))
    assert (result.exit_code, "P001" in result.output) == (1, True)
    assert audit(out, "--proof", str(out.parent / "none.json")).exit_code == 2


def test_a_proof_of_an_earlier_kind_is_refused_with_what_to_do(out: Path) -> None:
    (out.parent / "earlier.json").write_text('{"format": "footing proof 1", "proofs": []}')
    result = audit(out, "--proof", str(out.parent / "earlier.json"))
    assert (result.exit_code, "P002" in result.output, "--write-proof" in result.output) == (1, True, True)
