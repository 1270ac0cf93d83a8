"""A proof comes out of its file as it went in, and a file that says anything else is refused."""

import json
from dataclasses import replace

import pytest

from footing.disclosure.certificates import (
    Alone,
    Claim,
    Proof,
    ProofUnreadable,
    Witness,
    proofs_from_text,
    proofs_to_text,
)
from footing.tables import coordinate

WOMEN, EVERYONE = coordinate(sex="f", town="Düren"), coordinate()
PROOF = Proof(
    "people of Düren",
    5,
    (WOMEN, EVERYONE, None),
    (1, 12, 11),
    ({2: -10, 0: 10},),
    (Claim(WOMEN, Witness(11, 1), Witness(1, 0)),),
    (Alone(WOMEN, (0,)),),
)


def refusal_of(text: str) -> str:
    with pytest.raises(ProofUnreadable) as refusal:
        proofs_from_text(text)
    return refusal.value.code


def changed(**parts: object) -> str:
    """The file of the proof with some parts of it otherwise."""
    content = json.loads(proofs_to_text([PROOF]))
    content["proofs"][0] |= parts
    return json.dumps(content)


def test_a_proof_with_what_is_left_of_a_group_comes_out_as_it_went_in() -> None:
    assert proofs_from_text(proofs_to_text([PROOF, PROOF])) == (PROOF, PROOF)


def test_every_table_is_the_first_with_what_changes() -> None:
    assert PROOF.tables == ((1, 12, 11), (11, 12, 1))


def test_the_file_can_be_read_and_is_the_same_in_whatever_order_changes_were_found() -> None:
    text = proofs_to_text([PROOF])
    assert "Düren" in text
    assert text == proofs_to_text([replace(PROOF, changes=({0: 10, 2: -10},))])


def test_a_file_that_is_no_proof_is_refused_with_the_code_for_that() -> None:
    assert refusal_of("nothing") == "P001"
    assert refusal_of('{"format": "footing ledger"}') == "P001"
    assert refusal_of('{"format": "footing proof 1", "proofs": []}') == "P002"


def test_a_proof_whose_first_table_is_not_of_its_cells_is_refused() -> None:
    assert refusal_of(changed(first=[1, 12])) == "P001"
    assert refusal_of(changed(first=[1, 12, 11, 0])) == "P001"


def test_nothing_is_claimed_of_what_is_left_of_a_group() -> None:
    assert refusal_of(changed(claims=[[2, 11, 1, 1, 0]])) == "P001"
    assert refusal_of(changed(insiders=[[2, [0]]])) == "P001"


def test_true_is_no_count() -> None:
    assert refusal_of(changed(first=[True, 12, 11])) == "P001"
