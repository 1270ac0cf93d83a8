"""Every release can be proved from what it prints; the checker accepts the proof and no tampered one."""

import ast
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from disclosure.brute_force import fitting_tables
from disclosure.small_tables import POPULATION, Grid, grid, release_of, small_threshold
from disclosure.test_against_brute_force import grids, printed
from footing.disclosure import Release, ReleaseRefused, release
from footing.disclosure.certificates import (
    Alone,
    Claim,
    NoProof,
    Proof,
    ProofUnreadable,
    Witness,
    adding,
    check,
    check_proof,
    proofs_from_text,
    proofs_to_text,
    prove,
)
from footing.disclosure.counts import withhold_counts
from footing.disclosure.search import Search
from footing.disclosure.seen import Seen
from footing.tables import TOTAL, Coordinate, Hierarchy, coordinate

THRESHOLD = 5
TABLE = grid([[2, 19, 18], [17, 16, 19], [18, 17, 16]])
LONE = grid([[1, 19, 18], [17, 1, 19], [18, 17, 3]])
"""A table in which two people are each alone in a group."""


def cells_of(released: Release) -> dict[Coordinate, int | None]:
    return {cell: int(each.smallest) if each.known else None for cell, each in released.seen[POPULATION].items()}


def proved(table: Grid, threshold: int = THRESHOLD) -> tuple[Proof, dict[Coordinate, int | None]]:
    released = release(release_of(table), policy=small_threshold(threshold))
    hierarchies = {each.variable: each for each in table.hierarchies}
    return prove(POPULATION, released.seen[POPULATION], hierarchies, threshold), cells_of(released)


def faults(proof: Proof, cells: dict[Coordinate, int | None], table: Grid = TABLE) -> tuple[str, ...]:
    hierarchies = {each.variable: each for each in table.hierarchies}
    return check_proof(proof, cells, hierarchies, threshold=THRESHOLD, least=1)


def of_tables(cells: tuple[Coordinate | None, ...], tables: tuple[tuple[int, ...], ...], *claims: Claim) -> Proof:
    """A proof of whole tables."""
    first = tables[0] if tables else ()
    changes = tuple({at: each[at] - count for at, count in enumerate(first)} for each in tables[1:])
    return Proof(POPULATION, THRESHOLD, cells, first, changes, claims)


def with_tables(proof: Proof, *tables: Mapping[int, int]) -> Proof:
    """A proof with a count of some of its tables changed by so many."""
    first = tuple(count + tables[0].get(at, 0) for at, count in enumerate(proof.first))
    changes = [{at: by - tables[0].get(at, 0) for at, by in each.items()} for each in proof.changes]
    kept = [dict.fromkeys(tables[0], 0) | {at: -by for at, by in tables[0].items()} | each for each in changes]
    for number, table in enumerate(tables[1:]):
        kept[number] = kept[number] | {at: kept[number].get(at, 0) + by for at, by in table.items()}
    return replace(proof, first=first, changes=tuple(kept))


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


def test_counts_that_are_moved_some_at_a_time_are_proved_as_well() -> None:
    released = release(release_of(TABLE), policy=small_threshold(THRESHOLD))
    proof = prove(POPULATION, released.seen[POPULATION], {}, THRESHOLD, together=2)
    assert faults(proof, cells_of(released)) == ()
    assert {claim.cell for claim in proof.claims} == {cell for cell, n in cells_of(released).items() if n is None}


PLACES = [(table, cell) for table in range(2) for cell in range(16)]


@pytest.mark.parametrize(("table", "cell"), PLACES)
@pytest.mark.parametrize("change", [1, -1])
def test_a_proof_with_one_number_changed_is_refused(table: int, cell: int, change: int) -> None:
    proof, cells = proved(TABLE)
    tables = ({cell: change}, {}) if table == 0 else ({}, {cell: change})
    assert faults(with_tables(proof, *tables), cells)


def test_a_proof_with_a_claim_left_out_or_overstated_is_refused() -> None:
    proof, cells = proved(TABLE)
    assert faults(replace(proof, claims=proof.claims[1:]), cells)
    first = proof.claims[0]
    table = first.most.table
    for most in (Witness(first.most.count + 1, table), Witness(first.most.count, 99), Witness(4, table)):
        assert faults(replace(proof, claims=(replace(first, most=most), *proof.claims[1:])), cells)
    assert faults(replace(proof, first=(), changes=()), cells)


def test_a_proof_that_understates_how_small_a_count_can_be_is_refused() -> None:
    proof, cells = proved(TABLE)
    for place, claim in enumerate(proof.claims):
        for least in (Witness(claim.least.count - 1, claim.least.table), Witness(claim.least.count, -1)):
            claims = (*proof.claims[:place], replace(claim, least=least), *proof.claims[place + 1 :])
            assert faults(replace(proof, claims=claims), cells)


def test_a_proof_that_shows_an_insider_too_little_is_refused() -> None:
    """Each table on its own leaves some other count at one number; so do two that are the same."""
    proof, cells = proved(LONE)
    assert faults(proof, cells, LONE) == ()
    for each in proof.insiders:
        for tables in ((), (99,), (-1,), each.tables[:1] * 2):
            claims = (Alone(each.cell, tables), *(other for other in proof.insiders if other != each))
            assert faults(replace(proof, insiders=claims), cells, LONE)


def test_a_proof_that_shows_an_insider_tables_in_which_nobody_is_alone_is_refused() -> None:
    proof, cells = proved(LONE)
    first = proof.insiders[0]
    place = proof.cells.index(first.cell)
    more = next(number for number, table in enumerate(proof.tables) if table[place] != 1)
    assert faults(replace(proof, insiders=(Alone(first.cell, (*first.tables, more)),)), cells, LONE)
    shown = next(cell for cell, count in cells.items() if count is not None)
    assert faults(replace(proof, insiders=(Alone(shown, first.tables),)), cells, LONE)


@given(table=grids())
@settings(max_examples=40, deadline=None)
def test_a_proof_carries_what_the_policy_promises_of_every_small_count_and_every_insider(table: Grid) -> None:
    """It is found without knowing which counts those are."""
    policy = small_threshold(3)
    raw = release_of(table)
    try:
        released = release(raw, policy=policy)
    except ReleaseRefused:
        return
    (population,) = raw.populations
    demands = withhold_counts(population, population.counts, policy, Search()).demands
    proof = prove(POPULATION, released.seen[POPULATION], {}, 3)
    assert check_proof(proof, cells_of(released), {}, threshold=3, least=1) == ()
    claims = {claim.cell: claim for claim in proof.claims}
    for cell, demand in demands.items():
        assert claims[cell].least.count <= demand.low, cell
        assert claims[cell].most.count >= demand.high, cell
    lone = {cell for cell in demands if population.counts[cell] == 1}
    assert lone <= {each.cell for each in proof.insiders}


def test_a_proof_of_other_tables_is_refused() -> None:
    proof, cells = proved(TABLE)
    shown = next(cell for cell, count in cells.items() if count is not None)
    assert faults(proof, {**cells, shown: (cells[shown] or 0) + 1})
    assert faults(proof, {**cells, coordinate(a="new"): 7})


def test_a_group_that_no_rule_says_is_somebody_can_be_nobody_in_a_proof_and_no_other_can() -> None:
    everyone, women, men = coordinate(), coordinate(sex="f"), coordinate(sex="m")
    cells: dict[Coordinate, int | None] = {everyone: 12, women: None, men: None}
    none, all_of_them = Witness(0, 1), Witness(12, 0)
    women_first = Claim(women, all_of_them, none)
    men_then = Claim(men, Witness(12, 1), Witness(0, 0))
    proof = of_tables((everyone, women, men), ((12, 12, 0), (12, 0, 12)), women_first, men_then)

    def check_with(unlisted: frozenset[Coordinate], least: int) -> tuple[str, ...]:
        return check_proof(proof, cells, {}, threshold=5, least=least, unlisted=unlisted)

    assert check_with(frozenset((women, men)), 1) == ()
    assert check_with(frozenset(), 0) == ()
    assert check_with(frozenset(), 1)
    assert len(check_with(frozenset([women]), 1)) == 1


def test_a_count_that_a_share_gives_away_in_part_stays_within_that_in_a_proof() -> None:
    everyone, women, men = coordinate(), coordinate(sex="f"), coordinate(sex="m")
    cells: dict[Coordinate, int | None] = {everyone: 12, women: None, men: None}
    claims = [Claim(women, Witness(7, 0), Witness(5, 1)), Claim(men, Witness(7, 1), Witness(5, 0))]
    proof = of_tables((everyone, women, men), ((12, 7, 5), (12, 5, 7)), *claims)

    def check_with(smallest: int, largest: int) -> tuple[str, ...]:
        return check_proof(proof, cells, {}, threshold=5, least=1, between={women: (smallest, largest)})

    assert check_with(5, 7) == ()
    assert check_with(6, 7)
    assert check_with(5, 6)


def test_a_proof_holds_where_noughts_are_shown() -> None:
    table = grid([[2, 19, 0], [17, 16, 19], [18, 17, 16]])
    proof, cells = proved(table)
    assert 0 in proof.first
    assert faults(proof, cells, table) == ()


def test_groups_that_only_link_tables_must_add_up_too() -> None:
    pairs = [coordinate(a="1", b="1"), coordinate(b="1", c="1"), coordinate(a="1", c="1")]
    finest = coordinate(a="1", b="1", c="1")
    cells: dict[Coordinate, int | None] = dict.fromkeys(pairs, 6)
    assert faults(of_tables((*pairs, finest), ((6, 6, 6, 6),)), cells) == ()
    assert faults(of_tables((*pairs, finest), ((6, 6, 6, 7),)), cells)


def fits(counts: dict[Coordinate, int], printed: dict[Coordinate, int | None], *ways: Hierarchy) -> bool:
    """Whether the checker finds nothing wrong with one table of these counts."""
    seen = {cell: Witness(counts[cell], 0) for cell, count in printed.items() if count is None}
    claims = (Claim(cell, each, each) for cell, each in seen.items())
    proof = of_tables(tuple(counts), (tuple(counts.values()),), *claims)
    named = {f"way {number}": way for number, way in enumerate(ways)}
    return check_proof(proof, printed, named, threshold=5, least=1) == ()


def test_totals_that_nobody_prints_must_come_out_the_same_from_all_their_parts() -> None:
    by_b = {coordinate(a="1", b="1"): 6, coordinate(a="1", b="2"): 7}
    by_c = {coordinate(a="1", c="1"): 9, coordinate(a="1", c="2"): 4}
    more = {**by_c, coordinate(a="1", c="2"): 5}
    assert fits({**by_b, **by_c}, {**by_b, **by_c})
    assert not fits({**by_b, **more}, {**by_b, **more})


def test_every_way_of_adding_up_must_be_kept() -> None:
    county, size = Hierarchy("a", {"1": "east", "2": "east"}), Hierarchy("a", {"1": "big", "2": "big"})
    parts = {coordinate(a="1"): 6, coordinate(a="2"): 7}
    for whole in ("east", "big"):
        right = {**parts, coordinate(a=whole): 13}
        wrong = {**parts, coordinate(a=whole): 14}
        assert fits(right, right, county, size)
        assert not fits({**wrong, coordinate(a=whole): 12}, {**wrong, coordinate(a=whole): 12}, county, size)


def test_a_whole_that_lacks_a_part_does_not_excuse_others_of_the_same_division() -> None:
    """Of b="1" only one part is printed; that b="2" must come to its parts stands all the same."""
    lacking = {coordinate(b="1"): 20, coordinate(a="1", b="1"): 6}
    full = {coordinate(b="2"): 13, coordinate(a="1", b="2"): 6, coordinate(a="2", b="2"): 7}
    assert fits({**lacking, **full}, {**lacking, **full})
    wrong = {**full, coordinate(a="2", b="2"): 8}
    hidden: dict[Coordinate, int | None] = {**lacking, **full, coordinate(a="2", b="2"): None}
    assert not fits({**lacking, **wrong}, hidden)
    less = {**full, coordinate(a="2", b="2"): 6}
    assert not fits({**lacking, **less}, hidden)


def test_parts_that_are_seen_to_be_less_than_their_whole_may_be_less() -> None:
    open_whole = {coordinate(b="1"): 20, coordinate(a="1", b="1"): 6, coordinate(a="2", b="1"): 7}
    assert fits(open_whole, open_whole)
    more = {**open_whole, coordinate(b="1"): 12}
    assert not fits(more, more)


def hidden(counts: dict[Coordinate, int], *shown: Coordinate) -> dict[Coordinate, int | None]:
    """What is printed where only some counts are shown."""
    return {cell: count if cell in shown else None for cell, count in counts.items()}


def test_totals_of_totals_that_nobody_prints_must_come_out_the_same_too() -> None:
    levels = {f"d{place}": f"f{place // 2}" for place in range(8)} | {
        f"f{place}": f"g{place // 2}" for place in range(4)
    }
    departments = {coordinate(a=f"d{place}"): 6 + place for place in range(8)}
    everybody = sum(departments.values())
    for wrong in (0, 1):
        by_c = {coordinate(c="1"): 9, coordinate(c="2"): everybody - 9 + wrong}
        assert fits({**departments, **by_c}, hidden({**departments, **by_c}), Hierarchy("a", levels)) is not bool(wrong)


def test_parts_that_are_listed_and_not_printed_may_hold_people() -> None:
    listed = Hierarchy("a", {"d0": "f0", "d1": "f0", "d2": "f1", "d3": "f1"})
    whole, part = coordinate(a="f0"), coordinate(a="d0")
    for count, right in ((6, True), (10, True), (11, False)):
        counts = {whole: 10, part: count}
        assert fits(counts, hidden(counts, whole), listed) is right


def test_a_listed_part_of_everybody_may_hold_people_as_well() -> None:
    listed = Hierarchy("a", {"1": TOTAL, "2": TOTAL})
    counts = {coordinate(): 10, coordinate(a="1"): 6}
    assert fits(counts, hidden(counts, coordinate()), listed)


def test_each_group_must_come_to_the_parts_that_are_listed_of_it() -> None:
    listed = Hierarchy("a", {"d0": "f0", "d1": "f0", "d2": "f1", "d3": "f1"})
    parts = {coordinate(a="d0"): 6, coordinate(a="d1"): 7}
    whole = coordinate(a="f0")
    for count, right in ((13, True), (14, False)):
        counts = {**parts, whole: count}
        assert fits(counts, hidden(counts, whole), listed) is right


def test_a_category_adds_up_only_in_the_ways_that_name_it() -> None:
    county, size = Hierarchy("a", {"1": "east", "2": "east"}), Hierarchy("a", {"3": "big", "4": "big"})
    counts = {
        coordinate(a=code): count for code, count in {"1": 6, "2": 7, "east": 13, "3": 5, "4": 8, "big": 13}.items()
    }
    counts[coordinate()] = 13
    assert fits(counts, hidden(counts, coordinate()), county, size)
    counts[coordinate(a="4")] = 9
    assert not fits(counts, hidden(counts, coordinate()), county, size)


def test_sums_that_cannot_be_added_up_hide_no_broken_one() -> None:
    """Of ten groups nothing can be added up, since of each a listed part is missing; another sum is still looked at."""
    listed = Hierarchy("a", {"d0": "f0", "d1": "f0"})
    grades = Hierarchy("e", {"e0": "low", "e1": "low", "e2": "high", "e3": "high"})
    lacking = {coordinate(a="d0", b=f"b{place}"): 6 for place in range(10)}
    parts = {coordinate(c="all", e=f"e{place}"): 6 for place in range(4)}
    for everybody, right in ((24, True), (25, False)):
        counts = {**lacking, **parts, coordinate(c="all"): everybody}
        assert fits(counts, hidden(counts, coordinate(c="all")), listed, grades) is right


def test_a_part_that_is_nobody_does_not_fill_its_whole() -> None:
    counts = {coordinate(b="1"): 13, coordinate(a="1", b="1"): 0, coordinate(a="2", b="1"): 12}
    assert fits(counts, counts)


def test_what_is_given_away_cannot_be_proved() -> None:
    counts = {coordinate(**dict(zip("ab", key, strict=True))): n for key, n in TABLE.every_count().items()}
    seen = {cell: Seen(float(n), float(n)) for cell, n in counts.items()}
    seen[coordinate(a="a0", b="b0")] = Seen(1.0)
    with pytest.raises(NoProof):
        prove(POPULATION, seen, {}, THRESHOLD)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        '{"format": "a proof"}',
        '{"format": "footing proof 2"}',
        '{"format": "footing proof 2", "proofs": [1]}',
    ],
)
def test_another_file_is_no_proof(text: str) -> None:
    with pytest.raises(ProofUnreadable, match="P001"):
        proofs_from_text(text)


def test_a_proof_of_an_earlier_kind_is_refused_with_what_to_do() -> None:
    with pytest.raises(ProofUnreadable, match=r"P002 · .*--write-proof"):
        proofs_from_text('{"format": "footing proof 1", "proofs": []}')


@pytest.mark.parametrize("place", [-1, 16])
@pytest.mark.parametrize("part", ["changes", "claims", "insiders"])
def test_a_proof_of_a_cell_that_is_not_there_is_no_proof(part: str, place: int) -> None:
    proof, _ = proved(LONE)
    content = json.loads(proofs_to_text([proof]))
    named = content["proofs"][0][part][0]
    if part == "changes":
        named = named[0]
    named[0] = place
    with pytest.raises(ProofUnreadable, match="P001"):
        proofs_from_text(json.dumps(content))


def test_half_a_person_is_no_proof() -> None:
    proof, _ = proved(TABLE)
    text = proofs_to_text([proof])
    count = proof.first[0]
    with pytest.raises(ProofUnreadable):
        proofs_from_text(text.replace(f'"first": [{count}', f'"first": [{count}.5', 1))


def test_the_checker_uses_nothing_that_a_proof_is_found_with() -> None:
    used = set()
    for module in (check, adding):
        source = Path(module.__file__).read_text(encoding="utf-8")
        used |= {node.module for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)}
    own = {"footing.disclosure.certificates.proof", "footing.disclosure.certificates.adding"}
    assert used == {"collections", "collections.abc", "dataclasses", "footing.tables"} | own
