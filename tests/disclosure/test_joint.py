"""When sums between published cells are all that can be worked out, and what joins them when they are not."""

import pytest

from footing.disclosure.joint import MOST_JOINT_CELLS, joint_cells, tangled_variables
from footing.tables import Hierarchy, coordinate


def sets(*names: str) -> set[frozenset[str]]:
    return {frozenset(name) for name in names}


@pytest.mark.parametrize("published", [sets("ab"), sets("ab", "ac"), sets("abc", "abd", "abe", "f"), sets("abc", "bc")])
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
