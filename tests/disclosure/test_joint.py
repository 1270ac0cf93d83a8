"""When sums between published cells are all that can be worked out, and what joins them when they are not."""

from footing.disclosure.joint import MOST_JOINT_CELLS, Joint, joint_cells
from footing.tables import Hierarchy, coordinate


def test_the_cells_of_everything_at_once_join_where_tables_are_tangled() -> None:
    published = [coordinate(**{x: i, y: j}) for x, y in ("ab", "bc", "ac") for i in "12" for j in "12"]
    joint = joint_cells(published, [Hierarchy("a", {"1": "top", "2": "top"})])
    assert joint.exact
    assert len(joint.cells) == 8
    assert coordinate(a="1", b="2", c="1") in joint.cells


def test_too_many_cells_are_not_added_and_the_limit_is_reported() -> None:
    many = [str(number) for number in range(round(MOST_JOINT_CELLS ** (1 / 3)))]
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


def test_just_as_many_cells_as_may_be_added_are_with_all_their_totals() -> None:
    across, down = [str(number) for number in range(MOST_JOINT_CELLS // 16 - 1)], "123"
    codes = {"a": across, "b": down, "c": down}
    published = [coordinate(**{x: i, y: j}) for x, y in ("ab", "bc", "ac") for i in codes[x] for j in codes[y]]
    assert len(joint_cells(published, []).cells) == len(across) * 9
    more = [*published, coordinate(a="more", b="1")]
    assert joint_cells(more, []) == Joint((), exact=False)


def test_totals_of_groups_count_as_well() -> None:
    across, down = [str(number) for number in range(MOST_JOINT_CELLS // 20 - 1)], "123"
    codes = {"a": across, "b": [*down, "all"], "c": down}
    published = [coordinate(**{x: i, y: j}) for x, y in ("ab", "bc", "ac") for i in codes[x] for j in codes[y]]
    together = [Hierarchy("b", dict.fromkeys(down, "all")), Hierarchy("a", {"elsewhere": "some"})]
    assert len(joint_cells(published, together).cells) == len(across) * 9
    more = [*published, coordinate(a="more", b="1")]
    assert joint_cells(more, together) == Joint((), exact=False)


def test_of_several_tangles_the_smallest_are_untied_where_there_is_no_room_for_all() -> None:
    many = [str(number) for number in range(round(MOST_JOINT_CELLS ** (1 / 3)))]
    codes = dict.fromkeys("abc", many) | dict.fromkeys("xyz", "12")
    pairs = ("ab", "bc", "ac", "xy", "yz", "xz")
    published = [coordinate(**{x: i, y: j}) for x, y in pairs for i in codes[x] for j in codes[y]]
    joint = joint_cells(published, [])
    assert not joint.exact
    assert set(joint.cells) == {coordinate(x=i, y=j, z=k) for i in "12" for j in "12" for k in "12"}


def test_a_ring_is_untied_by_triangles_and_not_by_everything_at_once() -> None:
    ring = zip("abcdef", "bcdefa", strict=True)
    joint = joint_cells([coordinate(**{x: i, y: j}) for x, y in ring for i in "12" for j in "12"], [])
    assert joint.exact
    assert [len(cell) for cell in joint.cells] == [3] * 4 * 2**3
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


def test_only_regions_join_where_only_regions_do_not_fit_together() -> None:
    published = [*areas(["n", "s", "abroad"], "age"), *areas(["n", "s", "abroad"], "sex"), *areas(["n1", "n2", "s1"])]
    published += [coordinate(age=age, sex=sex) for age in "12" for sex in "12"]
    joint = joint_cells(published, [Hierarchy("area", {}), REGIONS])
    assert joint.exact
    assert set(joint.cells) == set(areas(["n", "s", "abroad"], "age", "sex"))


def test_a_list_that_leaves_a_code_where_it_is_does_not_hide_that_another_list_divides_it() -> None:
    nested = Hierarchy("a", {"d0": "r0", "d1": "r0", "d2": "r1", "d3": "r1"})
    elsewhere = Hierarchy("a", {"other": "some"})
    districts, regions = ("d0", "d1", "d2", "d3"), ("r0", "r1")
    published = [coordinate(a=r, b=b, c=c) for r in regions for b in "12" for c in "12"]
    published += [coordinate(**{"a": d, x: i}) for d in districts for x in "bc" for i in "12"]
    for order in ([nested, elsewhere], [elsewhere, nested]):
        assert len(joint_cells(published, order).cells) == 16


FROM_8, FROM_9 = Hierarchy("grade", dict.fromkeys("890", "8+")), Hierarchy("grade", dict.fromkeys("90", "9+"))


def test_the_grades_join_where_two_groups_share_some_and_no_table_has_all_of_them() -> None:
    published = [(), *(coordinate(grade=code) for code in ("7", "8", "8+", "9+"))]
    joint = joint_cells(published, [FROM_8, FROM_9])
    assert joint == Joint((coordinate(grade="0"), coordinate(grade="9")), exact=True)
    assert joint_cells([*published, *joint.cells], [FROM_8, FROM_9]) == Joint((), exact=True)
    assert joint_cells(published, [FROM_9, FROM_8]) == joint


def test_groups_that_share_nobody_or_are_in_one_roll_up_need_nothing() -> None:
    apart = [(), *(coordinate(grade=code) for code in ("6-7", "9+"))]
    assert joint_cells(apart, [Hierarchy("grade", dict.fromkeys("67", "6-7")), FROM_9]) == Joint((), exact=True)
    nested = Hierarchy("grade", {"9": "9+", "0": "9+", "9+": "8+", "8": "8+"})
    published = [(), *(coordinate(grade=code) for code in ("7", "8+", "9+"))]
    assert joint_cells(published, [nested, FROM_8]) == Joint((), exact=True)


def test_within_each_sex_the_grades_join_as_well() -> None:
    published = [coordinate(grade=code, sex=sex) for code in ("8+", "9+") for sex in "fm"]
    joint = joint_cells(published, [FROM_8, FROM_9])
    assert joint.exact
    by_sex = {coordinate(grade=code, sex=sex) for code in "890" for sex in "fm"}
    assert set(joint.cells) == {*by_sex, *(coordinate(grade=code) for code in "890")}


def test_groups_of_two_tables_with_a_variable_in_common_are_linked_by_the_grades_of_each() -> None:
    published = [coordinate(grade=code) for code in "890"]
    published += [coordinate(grade="8+", sex=sex) for sex in "fm"]
    published += [coordinate(grade="9+", sex=sex, site=site) for sex in "fm" for site in "ab"]
    joint = joint_cells(published, [FROM_8, FROM_9])
    assert joint.exact
    assert {coordinate(grade=code, sex=sex) for code in "890" for sex in "fm"} <= set(joint.cells)


def test_where_only_some_grades_are_told_by_sex_the_others_of_the_groups_join() -> None:
    published = [coordinate(grade=code) for code in "890"]
    published += [coordinate(grade=code, sex=sex) for code in ("9", "8+", "9+") for sex in "fm"]
    joint = joint_cells(published, [FROM_8, FROM_9])
    assert joint.exact
    assert set(joint.cells) == {coordinate(grade=code, sex=sex) for code in "80" for sex in "fm"}


def test_two_groups_of_very_many_categories_are_said_to_tell_more_than_the_sums() -> None:
    fits, more = ([str(number) for number in range(MOST_JOINT_CELLS + extra)] for extra in (0, 1))
    published = [coordinate(grade=code) for code in ("all", "most")]
    for codes, exact in ((fits, True), (more, False)):
        groups = [Hierarchy("grade", dict.fromkeys(codes, "all")), Hierarchy("grade", dict.fromkeys(codes[1:], "most"))]
        joint = joint_cells(published, groups)
        assert joint.exact is exact
        assert len(joint.cells) == (len(codes) if exact else 0)
