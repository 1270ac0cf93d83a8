"""Every release can be proved from what it prints; the checker accepts the proof and no tampered one."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from disclosure.brute_force import fitting_tables
from disclosure.small_tables import POPULATION, Grid, grid, release_of, small_threshold
from disclosure.test_against_brute_force import grids, printed
from footing.disclosure import Release, ReleaseRefused, release
from footing.disclosure.certificates import (
    Claim,
    NoProof,
    Proof,
    ProofUnreadable,
    check,
    check_proof,
    proofs_from_text,
    proofs_to_text,
    prove,
)
from footing.disclosure.seen import Seen
from footing.tables import Coordinate, Hierarchy, coordinate

THRESHOLD = 5
TABLE = grid([[2, 19, 18], [17, 16, 19], [18, 17, 16]])


def cells_of(released: Release) -> dict[Coordinate, int | None]:
    return {cell: int(each.smallest) if each.known else None for cell, each in released.seen[POPULATION].items()}


def proved(table: Grid, threshold: int = THRESHOLD) -> tuple[Proof, dict[Coordinate, int | None]]:
    released = release(release_of(table), policy=small_threshold(threshold))
    hierarchies = {each.variable: each for each in table.hierarchies}
    return prove(POPULATION, released.seen[POPULATION], hierarchies, threshold), cells_of(released)


def faults(proof: Proof, cells: dict[Coordinate, int | None], table: Grid = TABLE) -> tuple[str, ...]:
    hierarchies = {each.variable: each for each in table.hierarchies}
    return check_proof(proof, cells, hierarchies, threshold=THRESHOLD, least=1)


def test_a_proof_holds_and_still_does_after_it_was_written_and_read() -> None:
    proof, cells = proved(TABLE)
    assert faults(proof, cells) == ()
    (again,) = proofs_from_text(proofs_to_text([proof]))
    assert again == proof


@given(table=grids())
@settings(max_examples=40, deadline=None)
def test_every_table_of_a_proof_is_among_those_that_trying_everything_finds(table: Grid) -> None:
    threshold = 3
    try:
        released = release(release_of(table), policy=small_threshold(threshold))
    except ReleaseRefused:
        return
    proof = prove(POPULATION, released.seen[POPULATION], {}, threshold)
    shown = printed(released)
    fitting = [
        {coordinate(**dict(zip(table.variables, key, strict=True))): count for key, count in each.items()}
        for each in fitting_tables(table, shown)
    ]
    for each in proof.tables:
        named = dict(zip(proof.cells, each, strict=True))
        assert {cell: named[cell] for cell in fitting[0]} in fitting


def test_proofs_hold_under_hierarchies() -> None:
    codes = (("d0", "d1", "d2", "d3"), ("b0", "b1"))
    counts = {(down, across): 9 + 3 * i + 2 * j for i, down in enumerate(codes[0]) for j, across in enumerate(codes[1])}
    counts["d0", "b0"] = 2
    table = Grid(("a", "b"), codes, counts, (Hierarchy("a", {"d0": "f0", "d1": "f0", "d2": "f1", "d3": "f1"}),))
    proof, cells = proved(table)
    assert faults(proof, cells, table) == ()


PLACES = [(table, cell) for table in range(2) for cell in range(16)]


@pytest.mark.parametrize(("table", "cell"), PLACES)
@pytest.mark.parametrize("change", [1, -1])
def test_a_proof_with_one_number_changed_is_refused(table: int, cell: int, change: int) -> None:
    proof, cells = proved(TABLE)
    changed = list(proof.tables[table])
    changed[cell] += change
    tables = (*proof.tables[:table], tuple(changed), *proof.tables[table + 1 :])
    assert faults(replace(proof, tables=tables), cells)


def test_a_proof_with_a_claim_left_out_or_overstated_is_refused() -> None:
    proof, cells = proved(TABLE)
    assert faults(replace(proof, claims=proof.claims[1:]), cells)
    first = proof.claims[0]
    for claim in (replace(first, count=first.count + 1), replace(first, table=99), replace(first, count=4)):
        assert faults(replace(proof, claims=(claim, *proof.claims[1:])), cells)
    assert faults(replace(proof, tables=()), cells)


def test_a_proof_of_other_tables_is_refused() -> None:
    proof, cells = proved(TABLE)
    shown = next(cell for cell, count in cells.items() if count is not None)
    assert faults(proof, {**cells, shown: (cells[shown] or 0) + 1})
    assert faults(proof, {**cells, coordinate(a="new"): 7})


def test_a_group_that_no_rule_says_is_somebody_can_be_nobody_in_a_proof_and_no_other_can() -> None:
    everyone, women, men = coordinate(), coordinate(sex="f"), coordinate(sex="m")
    cells: dict[Coordinate, int | None] = {everyone: 12, women: None, men: None}
    proof = Proof(
        "people", 5, (everyone, women, men), ((12, 12, 0), (12, 0, 12)), (Claim(women, 12, 0), Claim(men, 12, 1))
    )

    def check_with(unlisted: frozenset[Coordinate], least: int) -> tuple[str, ...]:
        return check_proof(proof, cells, {}, threshold=5, least=least, unlisted=unlisted)

    assert check_with(frozenset((women, men)), 1) == ()
    assert check_with(frozenset(), 0) == ()
    assert check_with(frozenset(), 1)
    assert len(check_with(frozenset([women]), 1)) == 1


def test_a_proof_holds_where_noughts_are_shown() -> None:
    table = grid([[2, 19, 0], [17, 16, 19], [18, 17, 16]])
    proof, cells = proved(table)
    assert 0 in proof.tables[0]
    assert faults(proof, cells, table) == ()


def test_groups_that_only_link_tables_must_add_up_too() -> None:
    pairs = [coordinate(a="1", b="1"), coordinate(b="1", c="1"), coordinate(a="1", c="1")]
    finest = coordinate(a="1", b="1", c="1")
    cells: dict[Coordinate, int | None] = dict.fromkeys(pairs, 6)
    assert faults(Proof("people", 5, (*pairs, finest), ((6, 6, 6, 6),), ()), cells) == ()
    assert faults(Proof("people", 5, (*pairs, finest), ((6, 6, 6, 7),), ()), cells)


def test_what_is_given_away_cannot_be_proved() -> None:
    counts = {coordinate(**dict(zip("ab", key, strict=True))): n for key, n in TABLE.every_count().items()}
    seen = {cell: Seen(float(n), float(n)) for cell, n in counts.items()}
    seen[coordinate(a="a0", b="b0")] = Seen(1.0)
    with pytest.raises(NoProof):
        prove(POPULATION, seen, {}, THRESHOLD)


@pytest.mark.parametrize(
    "text", ["", "{}", '{"format": "footing proof 1"}', '{"format": "footing proof 1", "proofs": [1]}']
)
def test_another_file_is_no_proof(text: str) -> None:
    with pytest.raises(ProofUnreadable, match="P001"):
        proofs_from_text(text)


def test_half_a_person_is_no_proof() -> None:
    proof, _ = proved(TABLE)
    text = proofs_to_text([proof])
    count = proof.tables[0][0]
    with pytest.raises(ProofUnreadable):
        proofs_from_text(text.replace(f'"first": [{count}', f'"first": [{count}.5', 1))


def test_the_checker_uses_nothing_that_a_proof_is_found_with() -> None:
    source = Path(check.__file__).read_text(encoding="utf-8")
    used = {node.module for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)}
    assert used == {"collections.abc", "footing.disclosure.certificates.proof", "footing.tables"}
