"""What the checker of proofs refuses, and in which words: proofs written by hand, each wrong in one thing."""

from collections.abc import Mapping
from dataclasses import replace

from disclosure.small_tables import POPULATION
from footing.disclosure.certificates import Alone, Claim, Proof, Witness, check_proof
from footing.disclosure.certificates.adding import Sums
from footing.tables import Coordinate, Hierarchy, coordinate

Printed = Mapping[Coordinate, int | None]

EVERYONE, WOMEN, MEN = coordinate(), coordinate(sex="f"), coordinate(sex="m")
HIDDEN: Printed = {EVERYONE: 12, WOMEN: None, MEN: None}
RIGHT = Proof(
    POPULATION,
    5,
    (EVERYONE, WOMEN, MEN),
    (12, 11, 1),
    ({1: -10, 2: 10},),
    (Claim(WOMEN, Witness(11, 0), Witness(1, 1)), Claim(MEN, Witness(11, 1), Witness(1, 0))),
    (Alone(MEN, (0,)),),
)

B1, B2 = coordinate(b="b1"), coordinate(b="b2")
A1_B1, A2_B1 = coordinate(a="a1", b="b1"), coordinate(a="a2", b="b1")
A1_B2, A2_B2 = coordinate(a="a1", b="b2"), coordinate(a="a2", b="b2")

OPEN = {B1: 20, A1_B1: 6, A2_B1: 7}
"""The parts of b1 are seen to be less than it, so that those of b2 may be less as well."""


def faults(proof: Proof, printed: Printed, *, threshold: int = 5) -> tuple[str, ...]:
    return check_proof(proof, printed, {}, threshold=threshold, least=1)


def of_counts(counts: Mapping[Coordinate | None, int], *insiders: Alone) -> Proof:
    """A proof of one table without claims."""
    return Proof(POPULATION, 5, tuple(counts), tuple(counts.values()), (), (), insiders)


def told(printed: Printed, cell: Coordinate) -> set[Coordinate]:
    return Sums(printed, {}, printed).told_by(cell)


def test_a_proof_that_is_right_is_accepted() -> None:
    assert faults(RIGHT, HIDDEN) == ()
    assert faults(replace(RIGHT, changes=(*RIGHT.changes, {})), HIDDEN) == ()


def test_a_table_that_does_not_add_up_is_named_once_and_no_other() -> None:
    cells = (Claim(WOMEN, Witness(10, 0), Witness(5, 1)), Claim(MEN, Witness(6, 1), Witness(1, 0)))
    of_first = replace(RIGHT, first=(12, 10, 1), changes=({1: -5, 2: 5},), claims=cells, insiders=())
    assert faults(of_first, HIDDEN) == ("table 0: the parts of () by sex do not come to it",)
    cells = (Claim(WOMEN, Witness(11, 0), Witness(6, 1)), Claim(MEN, Witness(7, 1), Witness(1, 0)))
    of_second = replace(RIGHT, changes=({1: -5, 2: 6},), claims=cells, insiders=())
    assert faults(of_second, HIDDEN) == ("table 1: the parts of () by sex do not come to it",)


def test_parts_that_may_be_less_than_their_whole_come_to_no_more_than_it_in_any_table() -> None:
    first: dict[Coordinate, int] = {**OPEN, B2: 13, A1_B2: 6, A2_B2: 5}
    printed = {**OPEN, B2: 13, A1_B2: None, A2_B2: None}
    for more, wrong in ((2, ()), (3, ("table 1: the parts of (('b', 'b2'),) by a come to more than it",))):
        claims = (Claim(A1_B2, Witness(6 + more, 1), Witness(6, 0)), Claim(A2_B2, Witness(5, 0), Witness(5, 0)))
        proof = Proof(POPULATION, 5, tuple(first), tuple(first.values()), ({4: more},), claims)
        assert faults(proof, printed) == wrong


def test_what_is_left_of_a_group_beyond_its_parts_is_somebody_or_nobody_and_never_less() -> None:
    printed: Printed = {EVERYONE: 12, WOMEN: 6}
    assert faults(of_counts({EVERYONE: 12, WOMEN: 6, None: 6}), printed) == ()
    fewer = ("table 0 has fewer than nobody in a group",)
    assert faults(of_counts({EVERYONE: 12, WOMEN: 6, None: -1}), printed) == fewer


def test_a_count_that_reaches_too_little_in_every_table_is_refused() -> None:
    claims = replace(RIGHT, insiders=())
    assert faults(claims, HIDDEN, threshold=11) == ()
    assert faults(claims, HIDDEN, threshold=12) == tuple(f"{cell} is not shown to reach 12" for cell in (WOMEN, MEN))


def test_a_proof_without_a_cell_that_is_withheld_is_refused_for_that_alone() -> None:
    without = replace(
        RIGHT,
        cells=(EVERYONE, WOMEN),
        first=(12, 1),
        changes=({1: 10},),
        claims=(Claim(WOMEN, Witness(11, 1), Witness(1, 0)), Claim(MEN, Witness(11, 0), Witness(1, 1))),
        insiders=(Alone(WOMEN, (0,)),),
    )
    wrong = (f"table 0: {MEN} is missing", f"nothing is claimed of {MEN}")
    assert faults(without, HIDDEN) == wrong
    no_insider = f"{MEN} is no withheld count that somebody could be alone in"
    assert faults(replace(without, insiders=(Alone(MEN, (0,)),)), HIDDEN) == (*wrong, no_insider)


def test_nobody_is_claimed_to_be_alone_in_a_count_that_is_shown() -> None:
    printed: Printed = {EVERYONE: 12, WOMEN: 11, MEN: 1}
    proof = of_counts({EVERYONE: 12, WOMEN: 11, MEN: 1}, Alone(MEN, (0,)))
    assert faults(proof, printed) == (f"{MEN} is no withheld count that somebody could be alone in",)


def test_every_table_that_an_insider_is_shown_must_be_there() -> None:
    proof = replace(RIGHT, insiders=(Alone(MEN, (0, 2)),))
    assert faults(proof, HIDDEN) == (f"who is alone in {MEN} is shown a table that is not there",)


def test_who_is_alone_in_a_group_is_told_by_noughts_what_its_whole_and_the_whole_of_that_are() -> None:
    assert told({A1_B1: None, A2_B1: 0, B1: None, B2: 0, EVERYONE: None}, A1_B1) == {A1_B1, B1, EVERYONE}


def test_a_whole_that_may_be_more_than_its_parts_is_not_told_by_them() -> None:
    assert told({**OPEN, B2: None, A1_B2: None, A2_B2: 0}, A1_B2) == {A1_B2}


def test_what_is_told_once_tells_no_more_when_it_is_told_again() -> None:
    printed = {A1_B1: None, A2_B1: 0, B1: None, A1_B2: None, coordinate(a="a1"): None}
    assert told(printed, A1_B1) == {A1_B1, B1}


def test_the_parts_of_a_total_that_nobody_prints_do_not_tell_one_another() -> None:
    cells: Printed = dict.fromkeys((A1_B1, A2_B1, coordinate(b="b1", c="c1"), coordinate(b="b1", c="c2")))
    for cell in cells:
        assert told(cells, cell) == {cell}


def test_a_total_that_nobody_prints_is_not_added_up_where_one_of_its_parts_cannot_be() -> None:
    listed = Hierarchy("a", {"d0": "f0", "d1": "f0", "d2": "f1", "d3": "f1"})
    counts: dict[Coordinate | None, int] = {coordinate(a="f1", c="all"): 13, coordinate(a="d0", c="all"): 6}
    printed = {cell: count for cell, count in counts.items() if cell is not None}
    assert check_proof(of_counts(counts), printed, {"units": listed}, threshold=5, least=1) == ()


def test_parts_that_do_not_come_to_their_roll_up_are_named_with_their_variable() -> None:
    counts: dict[Coordinate | None, int] = {coordinate(a="f0"): 12, coordinate(a="d0"): 6, coordinate(a="d1"): 7}
    printed = {cell: count for cell, count in counts.items() if cell is not None}
    units = Hierarchy("a", {"d0": "f0", "d1": "f0", "d2": "f1"})
    found = check_proof(of_counts(counts), printed, {"units": units}, threshold=5, least=1)
    assert found == ("table 0: the parts of (('a', 'f0'),) by a do not come to it",)
