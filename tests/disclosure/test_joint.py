"""When sums between published cells are all that can be worked out, and what joins them when they are not."""

import pytest

from footing.disclosure.joint import MOST_JOINT_CELLS, Joint, joint_cells, tangled_variables
from footing.tables import Hierarchy, coordinate


def sets(*names: str) -> set[frozenset[str]]:
    return {frozenset(name) for name in names}


@pytest.mark.parametrize(
    "published",
    [
        sets("ab"),
        sets("ab", "ac"),
        sets("abc", "abd", "abe", "f"),
        sets("abc", "bc"),
        sets("ab", "bc", "ac", "abc"),  # the table of all three holds the others
    ],
)
def test_tables_that_fit_together_like_leaves_of_a_tree_need_nothing_more(published: set[frozenset[str]]) -> None:
    assert tangled_variables(published) == frozenset()


def test_three_tables_two_by_two_are_tangled() -> None:
    assert tangled_variables(sets("ab", "bc", "ac")) == frozenset("abc")


def test_variables_outside_the_tangle_are_not_part_of_it() -> None:
    assert tangled_variables(sets("ab", "bc", "ac", "ad")) == frozenset("abc")


def test_the_cells_of_everything_at_once_join_where_tables_are_tangled() -> None:
    published = [coordinate(**{x: i, y: j}) for x, y in ("ab", "bc", "ac") for i in "12" for j in "12"]
    joint = joint_cells(published, [Hierarchy("a", {"1": "top", "2": "top"})])
    assert joint.exact
    assert len(joint.cells) == 8
    assert coordinate(a="1", b="2", c="1") in joint.cells


def test_too_many_cells_are_not_added_and_the_limit_is_reported() -> None:
    many = [str(number) for number in range(round(MOST_JOINT_CELLS ** (1 / 3)) + 2)]
    published = [coordinate(**{x: i, y: j}) for x, y in ("ab", "bc", "ac") for i in many for j in many]
    joint = joint_cells(published, [])
    assert not joint.exact
    assert joint.cells == ()


def test_of_a_roll_up_whose_parts_no_table_holds_the_cells_join_in_their_place() -> None:
    published = [coordinate(**{x: i, y: j}) for x, y in ("ab", "bc", "ac") for i in "12" for j in "12"]
    finer = Hierarchy("a", {"1x": "1", "1y": "1", "2x": "2"})
    joint = joint_cells(published, [finer])
    assert joint.exact
    assert set(joint.cells) == {coordinate(a=i, b=j, c=k) for i in "12" for j in "12" for k in "12"}


def test_of_a_roll_up_whose_parts_some_table_holds_only_the_parts_join() -> None:
    levels = Hierarchy("a", {"1x": "1", "1y": "1", "2x": "2", "1": "all", "2": "all"})
    codes = {"a": ("1x", "1y", "2", "1", "all"), "b": "12", "c": "12"}
    published = [coordinate(**{x: i, y: j}) for x, y in ("ab", "bc", "ac") for i in codes[x] for j in codes[y]]
    joint = joint_cells(published, [Hierarchy("b", {"1": "2"}), levels])
    assert {dict(cell)["a"] for cell in joint.cells} == {"1x", "1y", "2"}
    assert {dict(cell)["b"] for cell in joint.cells} == {"1"}


def test_a_variable_of_no_finer_code_than_the_total_is_no_reason_to_add_anything() -> None:
    assert joint_cells([], []).cells == ()
    assert joint_cells([(), coordinate(a="1")], []).exact


def test_just_as_many_cells_as_may_be_added_are() -> None:
    across, down = [str(number) for number in range(MOST_JOINT_CELLS // 4)], "12"
    codes = {"a": across, "b": down, "c": down}
    published = [coordinate(**{x: i, y: j}) for x, y in ("ab", "bc", "ac") for i in codes[x] for j in codes[y]]
    assert len(joint_cells(published, []).cells) == MOST_JOINT_CELLS
    more = [*published, coordinate(a="more", b="1")]
    assert not joint_cells(more, []).exact


def test_the_cells_that_join_are_named_as_all_others_are_whatever_the_tables_are_called() -> None:
    ring = zip("abcdef", "bcdefa", strict=True)
    joint = joint_cells([coordinate(**{x: i, y: j}) for x, y in ring for i in "12" for j in "12"], [])
    assert len(joint.cells) == 2**6
    assert all(cell == coordinate(**dict(cell)) for cell in joint.cells)
    assert list(joint.cells) == sorted(joint.cells)


REGIONS = Hierarchy("area", {"n1": "n", "n2": "n", "s1": "s"})


def areas(codes: list[str], *others: str) -> list[tuple[tuple[str, str], ...]]:
    grids = [[coordinate(area=code)] for code in codes]
    for other in others:
        grids = [[tuple(sorted((*cell, (other, code)))) for cell in grid for code in "12"] for grid in grids]
    return [cell for grid in grids for cell in grid]


def test_tables_of_finer_and_coarser_areas_that_do_not_fit_together_get_the_cells_that_link_them() -> None:
    districts = ["n1", "n2", "s1"]
    published = [*areas(["n", "s"], "age", "sex"), *areas(districts, "age"), *areas(districts, "sex")]
    joint = joint_cells(published, [REGIONS])
    assert joint.exact
    assert set(joint.cells) == set(areas(districts, "age", "sex"))


def test_tables_of_finer_and_coarser_areas_that_fit_together_get_none() -> None:
    published = [*areas(["n", "s"], "age", "sex"), *areas(["n1", "n2", "s1"], "age")]
    assert joint_cells(published, [REGIONS]) == Joint((), exact=True)
    flat = [*areas(["n", "s"], "age", "sex"), *areas(["n", "s"], "age"), *areas(["n", "s"], "sex")]
    assert joint_cells(flat, [REGIONS]) == Joint((), exact=True)


def test_a_list_that_leaves_a_code_where_it_is_does_not_hide_that_another_list_divides_it() -> None:
    nested = Hierarchy("a", {"d0": "r0", "d1": "r0", "d2": "r1", "d3": "r1"})
    elsewhere = Hierarchy("a", {"other": "some"})
    districts, regions = ("d0", "d1", "d2", "d3"), ("r0", "r1")
    published = [coordinate(a=r, b=b, c=c) for r in regions for b in "12" for c in "12"]
    published += [coordinate(**{"a": d, x: i}) for d in districts for x in "bc" for i in "12"]
    for order in ([nested, elsewhere], [elsewhere, nested]):
        assert len(joint_cells(published, order).cells) == 16
