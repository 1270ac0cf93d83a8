"""What a proof of a small table claims: as much as can be, also of whoever may be alone in a group."""

import pytest

from disclosure.small_tables import POPULATION, Grid, grid, release_of, small_threshold
from footing.disclosure import release
from footing.disclosure.certificates import NoProof, Proof, check_proof, prove
from footing.disclosure.seen import Seen, SeenCells
from footing.tables import Coordinate, coordinate

EVERYONE, WOMEN, MEN = coordinate(), coordinate(sex="f"), coordinate(sex="m")
SIXTH, REST = coordinate(grade="6"), coordinate(grade="rest")


def two_groups(everyone: int, least: float = 1.0) -> dict[Coordinate, Seen]:
    return {EVERYONE: Seen(float(everyone), float(everyone)), WOMEN: Seen(least), MEN: Seen(least)}


def accepted(
    seen: SeenCells, *, in_full: bool = True, least: int = 1, threshold: int = 5, together: int = 2_000
) -> Proof:
    """The proof that is found, which the checker accepts."""
    proof = prove(POPULATION, seen, {}, threshold, in_full=in_full, together=together)
    printed = {cell: int(each.smallest) if each.known else None for cell, each in seen.items()}
    unlisted = frozenset(cell for cell, each in seen.items() if each.smallest < 1)
    assert check_proof(proof, printed, {}, threshold=threshold, least=least, unlisted=unlisted) == ()
    return proof


def reach(proof: Proof) -> dict[Coordinate, tuple[int, int]]:
    """How small and how large each withheld count is shown to be possible."""
    return {claim.cell: (claim.least.count, claim.most.count) for claim in proof.claims}


def seen_of(table: Grid) -> SeenCells:
    return release(release_of(table), policy=small_threshold(5)).seen[POPULATION]


def test_a_count_that_reaches_the_threshold_and_no_more_is_proved() -> None:
    assert reach(accepted(two_groups(6))) == {WOMEN: (1, 5), MEN: (1, 5)}
    with pytest.raises(NoProof, match="5"):
        prove(POPULATION, two_groups(5), {}, 5)


def test_one_count_that_falls_short_is_enough_for_there_to_be_no_proof() -> None:
    known_in_part = {SIXTH: Seen(1.0, 3.0), REST: Seen(9.0, 11.0)}
    with pytest.raises(NoProof, match="5"):
        prove(POPULATION, {**two_groups(12), **known_in_part}, {}, 5)


def test_counts_that_can_be_nobody_are_shown_to_be_one_and_to_be_nobody() -> None:
    proof = accepted(two_groups(12, least=0.0))
    assert {cell: low for cell, (low, _) in reach(proof).items()} == {WOMEN: 0, MEN: 0}


def test_a_proof_that_is_not_in_full_tells_nothing_of_insiders() -> None:
    table = grid([[1, 19, 18], [17, 1, 19], [18, 17, 3]])
    full, brief = accepted(seen_of(table)), accepted(seen_of(table), in_full=False)
    assert full.insiders
    assert prove(POPULATION, seen_of(table), {}, 5) == full
    assert not brief.insiders
    assert len(brief.changes) < len(full.changes)


@pytest.mark.parametrize("together", [2, 2_000])
def test_every_withheld_count_can_be_one_and_large_and_each_who_may_be_alone_is_shown_tables(together: int) -> None:
    seen = seen_of(grid([[1, 19, 18], [17, 1, 19], [18, 17, 3]]))
    proof = accepted(seen, together=together)
    hidden = {cell for cell, each in seen.items() if not each.known}
    assert set(reach(proof)) == hidden
    assert all(high >= 5 for _, high in reach(proof).values())
    if together > len(hidden):
        assert {low for low, _ in reach(proof).values()} == {1}
        assert {each.cell for each in proof.insiders} == hidden


def test_what_a_nought_tells_whoever_is_alone_does_not_stand_in_the_way() -> None:
    """Who is alone in a0 of b0 sees that nobody else is in b0."""
    proof = accepted(seen_of(grid([[1, 19, 18], [0, 17, 16], [17, 12, 2]])))
    assert {each.cell for each in proof.insiders} >= {coordinate(a="a0", b="b0")}


def test_insiders_are_shown_no_more_tables_than_they_need() -> None:
    proof = accepted(seen_of(grid([[1, 19, 18], [17, 1, 19], [18, 17, 3]])))
    assert {len(each.tables) for each in proof.insiders} <= {1, 2, 3}


def test_a_proof_that_is_not_in_full_tells_nothing_of_insiders_whom_its_tables_would_do_for() -> None:
    assert accepted(two_groups(12), threshold=11).insiders
    assert not accepted(two_groups(12), threshold=11, in_full=False).insiders


def test_counts_that_no_people_fit_cannot_be_proved() -> None:
    with pytest.raises(NoProof):
        prove(POPULATION, two_groups(1), {}, 5)


def test_a_count_goes_as_far_as_what_a_share_tells_of_it_and_no_further() -> None:
    seen = {EVERYONE: Seen(12.0, 12.0), WOMEN: Seen(4.0, 8.0), MEN: Seen(5.0, 7.0)}
    proof = prove(POPULATION, seen, {}, 6)
    between = {cell: (int(seen[cell].smallest), int(seen[cell].largest)) for cell in (WOMEN, MEN)}
    printed = {EVERYONE: 12, WOMEN: None, MEN: None}
    assert check_proof(proof, printed, {}, threshold=6, least=1, between=between) == ()
    assert {cell: low for cell, (low, _) in reach(proof).items()} == {WOMEN: 5, MEN: 5}


def test_counts_of_groups_whose_parts_are_not_all_known_are_proved_with_what_is_left_of_them() -> None:
    cells = [coordinate(b=b) for b in "12"] + [coordinate(a=a, b=b) for b in "12" for a in "12"]
    shown = (20.0, 25.0, 6.0, 7.0)
    seen = dict(zip(cells, (Seen(each, each) for each in shown), strict=False)) | dict.fromkeys(cells[4:], Seen(1.0))
    assert None in accepted(seen).cells
