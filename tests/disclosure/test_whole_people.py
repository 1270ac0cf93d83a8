"""Protection holds against somebody who knows that people come whole."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.small_models import as_matrix, model_of
from disclosure.small_tables import Grid, small_threshold
from footing.disclosure.model import CellModel
from footing.disclosure.prices import prices
from footing.disclosure.primary import Needs, NotProtectable, count_needs
from footing.disclosure.search import Effort, Price, Search
from footing.disclosure.suppress import suppress
from footing.disclosure.whole import WholeProofs, prove_in_whole_people
from footing.tables import coordinate


def larger_cube(seed: int) -> CellModel:
    """Three variables of four categories each, with all margins and drawn counts."""
    codes = tuple(tuple(f"{variable}{number}" for number in range(4)) for variable in "abc")
    counts = np.random.default_rng(seed).integers(0, 7, 64).tolist()
    return model_of(Grid(("a", "b", "c"), codes, dict(zip(product(*codes), counts, strict=True))))


def cube(counts: list[int]) -> CellModel:
    """Three variables of three, two and two categories with all margins."""
    codes = (("a0", "a1", "a2"), ("b0", "b1"), ("c0", "c1"))
    keys = [(a, b, c) for a in codes[0] for b in codes[1] for c in codes[2]]
    return model_of(Grid(("a", "b", "c"), codes, dict(zip(keys, counts, strict=True))))


@given(counts=st.lists(st.integers(0, 6), min_size=12, max_size=12))
@settings(max_examples=40, deadline=None)
def test_every_need_is_proved_by_whole_people_moving_among_withheld_cells(counts: list[int]) -> None:
    model = cube(counts)
    needs = count_needs(model, small_threshold(4).counts)
    try:
        pattern = suppress(model, needs, prices(model, Price.CELLS), Search(effort=Effort(programmes=50)))
    except NotProtectable:
        return
    nothing_found = np.zeros((0, int(pattern.withheld.sum())))
    proofs = prove_in_whole_people(model, pattern.needs, pattern.withheld, nothing_found)
    assert np.array_equal(proofs.withheld, pattern.withheld)
    assert proofs.moves.dtype.kind == "i"
    assert not (proofs.moves @ as_matrix(model).T).any()
    assert not proofs.moves[:, ~pattern.withheld].any()
    assert (model.values + proofs.moves >= needs.least).all()
    assert (proofs.moves.max(axis=0, initial=0) >= pattern.needs.up).all()
    assert (-proofs.moves.min(axis=0, initial=0) >= pattern.needs.down).all()


def twins(*, shown: int = 0, beside: int = 1) -> CellModel:
    """``x`` is made of ``y`` and ``z``, ``y`` of ``z`` and ``s``; and ``t`` of ``x`` and ``u``, ``v`` of ``w`` alone.

    ``s`` is as many as are ``shown``, ``u`` as many as are ``beside`` ``x``. While ``s`` stays, ``y`` and ``z`` move
    alike: ``x`` by one takes half a person of each.
    """
    names = ("s", "t", "u", "v", "w", "x", "y", "z")
    values = {"z": 2, "s": shown, "y": 2 + shown, "x": 4 + shown, "u": beside, "t": 4 + shown + beside, "v": 9, "w": 9}
    sums = [("x", "y", "z"), ("y", "z", "s"), ("t", "x", "u"), ("v", "w")]
    columns = [names.index(cell) for each in sums for cell in each]
    return CellModel(
        coordinates=tuple(coordinate(cell=name) for name in names),
        values=np.array([values[name] for name in names], dtype=float),
        published=np.ones(len(names), dtype=np.bool_),
        given=np.ones(len(names), dtype=np.bool_),
        starts=np.cumsum([0, *map(len, sums)]),
        columns=np.array(columns),
        signs=np.array([sign for each in sums for sign in (1.0, *[-1.0] * (len(each) - 1))]),
        exact=True,
    )


def needs_of_x(*, up: int = 0, down: int = 0, least: int = 0, fixed: str = "") -> Needs:
    """What is asked for ``x`` alone, which may be ``least`` at the least."""
    x = np.arange(8) == 5
    return Needs(
        sensitive=x,
        hidden=x,
        up=np.where(x, float(up), 0.0),
        down=np.where(x, float(down), 0.0),
        least=np.where(x, float(least), 0.0),
        fixed=np.array([name in fixed for name in "stuvwxyz"]),
        whole=True,
    )


def cells(names: str) -> np.ndarray:
    return np.array([name in names for name in "stuvwxyz"])


def proved(needs: Needs, withheld: str, model: CellModel | None = None) -> WholeProofs:
    """The proofs of what is asked for ``x``, each checked to keep every sum and every bound."""
    model = model or twins()
    found = np.zeros((0, len(withheld)))
    proofs = prove_in_whole_people(model, needs, cells(withheld), found)
    assert not (proofs.moves @ as_matrix(model).T).any()
    assert not proofs.moves[:, ~proofs.withheld].any()
    assert (model.values + proofs.moves >= needs.least).all()
    return proofs


def test_where_only_halves_lead_upwards_what_stands_beside_is_withheld_as_well() -> None:
    needs = needs_of_x(up=1, fixed="t")
    proofs = proved(needs, "uxyz", model=twins(shown=1))
    assert np.array_equal(proofs.withheld, cells("suxyz"))
    assert proofs.moves[:, 5].max() == 1
    assert not proofs.needs.down.any()
    nearer = proved(needs_of_x(up=1), "uxyz", model=twins(shown=1))
    assert np.array_equal(nearer.withheld, cells("tuxyz"))


def test_where_only_halves_lead_downwards_what_stands_beside_is_withheld_as_well() -> None:
    for down in (1, 3):
        proofs = proved(needs_of_x(down=down, least=5 - down), "tuxyz", model=twins(shown=1))
        assert np.array_equal(proofs.withheld, cells("stuxyz"))
        assert proofs.moves[:, 5].min() == -down
        assert proofs.needs.down[5] == down


def test_what_whole_people_cannot_do_downwards_is_not_promised() -> None:
    proofs = proved(needs_of_x(down=3, least=1, fixed="svw"), "tuxyz")
    assert proofs.needs.down[5] == 2
    assert proofs.moves[:, 5].min() == -2
    for half in "yz":
        needs = needs_of_x(down=3, least=1, fixed="svw")
        assert not proved(replace(needs, least=needs.least + 2 * cells(half)), "tuxyz").needs.down.any()
    needs = needs_of_x(down=2, least=2, fixed="vw")
    one = proved(replace(needs, least=needs.least + 2 * cells("z")), "stuxyz", model=twins(shown=1))
    assert one.needs.down[5] == 1
    nothing = proved(needs_of_x(down=1, least=3, fixed="svw"), "tuxyz")
    assert not nothing.needs.down.any()
    assert not nothing.moves.any()
    assert np.array_equal(nothing.withheld, cells("tuxyz"))


def test_what_whole_people_cannot_do_upwards_cannot_be_protected() -> None:
    for up in (1, 3):
        proved(needs_of_x(up=up - 1, fixed="stvw"), "uxyz", model=twins(beside=up))
        with pytest.raises(NotProtectable):
            proved(needs_of_x(up=up, fixed="stvw"), "uxyz", model=twins(beside=up))


def test_moves_that_were_found_prove_what_they_do_in_whole_people() -> None:
    model, needs = twins(), needs_of_x(up=2, fixed="s")
    whole = np.array([[2.0, 0.0, 2.0, 1.0, 1.0]])
    proofs = prove_in_whole_people(model, needs, cells("tuxyz"), whole, branches=0)
    assert proofs.moves.tolist() == [[0, 2, 0, 0, 0, 2, 1, 1]]


def test_what_is_not_decided_though_everything_may_move_is_refused() -> None:
    model = larger_cube(3)
    needs = count_needs(model, small_threshold(4).counts)
    pattern = suppress(model, needs, prices(model, Price.CELLS), Search(effort=Effort(programmes=50), exact=0))
    nothing_found = np.zeros((0, int(pattern.withheld.sum())))
    nothing_else_moves = replace(pattern.needs, fixed=~pattern.withheld)
    for way in ("up", "down"):
        needs = replace(nothing_else_moves, **{way: np.zeros(len(model.values))})
        prove_in_whole_people(model, needs, pattern.withheld, nothing_found)
        with pytest.raises(NotProtectable):
            prove_in_whole_people(model, needs, pattern.withheld, nothing_found, branches=0)


def test_what_is_not_found_within_so_many_branches_is_taken_not_to_exist_and_more_is_withheld() -> None:
    model = larger_cube(2)
    needs = count_needs(model, small_threshold(4).counts)
    search = Search(effort=Effort(programmes=50), exact=0)
    pattern = suppress(model, needs, prices(model, Price.CELLS), search)
    nothing_found = np.zeros((0, int(pattern.withheld.sum())))
    enough, none = (
        prove_in_whole_people(model, pattern.needs, pattern.withheld, nothing_found, branches=branches)
        for branches in (1_000, 0)
    )
    assert np.array_equal(enough.withheld, pattern.withheld)
    assert (none.withheld >= pattern.withheld).all()
    assert none.withheld.sum() > pattern.withheld.sum()
    for each in (enough, none):
        assert (each.moves.max(axis=0, initial=0) >= pattern.needs.up).all()
        assert (-each.moves.min(axis=0, initial=0) >= each.needs.down).all()
