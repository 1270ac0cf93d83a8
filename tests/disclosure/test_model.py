"""The model links every cell that an outsider can add up, and nothing else."""

from itertools import product

import pytest

from footing.disclosure.completion import CountsDoNotAddUp
from footing.disclosure.families import REMAINDER
from footing.disclosure.model import CellModel, build_model
from footing.tables import EVERYONE, TOTAL, Coordinate, Hierarchy, coordinate

NESTED = {"unit": Hierarchy("unit", {"u1": "east", "u2": "east", "u3": "west"})}


def sums(model: CellModel) -> set[tuple[Coordinate, frozenset[Coordinate]]]:
    """Each relation as its whole and its parts."""
    found = set()
    for first, last in zip(model.starts[:-1], model.starts[1:], strict=True):
        whole, *parts = (model.coordinates[place] for place in model.columns[first:last])
        found.add((whole, frozenset(parts)))
    return found


def counts_of(**cells: int) -> dict[Coordinate, int]:
    """Counts by ``variable_code`` names; ``everyone`` is everybody."""
    return {EVERYONE if name == "everyone" else (tuple(name.split("_")),): count for name, count in cells.items()}


def count(model: CellModel, cell: Coordinate) -> float:
    """The count of a cell that follows for anybody who sees what is published."""
    place = model.coordinates.index(cell)
    assert model.given[place]
    return float(model.values[place])


def test_a_total_is_the_sum_of_its_categories() -> None:
    counts = counts_of(everyone=9, sex_f=4, sex_m=5)
    assert sums(build_model(counts, counts, {})) == {(EVERYONE, frozenset({(("sex", "f"),), (("sex", "m"),)}))}


def test_a_category_is_the_sum_of_what_is_nested_in_it() -> None:
    counts = counts_of(everyone=9, unit_east=6, unit_west=3, unit_u1=2, unit_u2=4, unit_u3=3)
    assert (coordinate(unit="east"), frozenset({coordinate(unit="u1"), coordinate(unit="u2")})) in sums(
        build_model(counts, counts, NESTED)
    )


def test_one_variable_may_add_up_in_two_ways() -> None:
    by_region = Hierarchy("unit", {"u1": "east", "u2": "west"})
    by_kind = Hierarchy("unit", {"u1": "office", "u2": "office"})
    counts = counts_of(everyone=5, unit_u1=2, unit_u2=3, unit_east=2, unit_west=3, unit_office=5)
    model = build_model(counts, counts, {"unit by region": by_region, "unit by kind": by_kind})
    assert (coordinate(unit="office"), frozenset({coordinate(unit="u1"), coordinate(unit="u2")})) in sums(model)
    assert (EVERYONE, frozenset({coordinate(unit="east"), coordinate(unit="west")})) in sums(model)
    assert (EVERYONE, frozenset({coordinate(unit="office")})) in sums(model)


def test_the_one_category_that_is_left_out_is_named_because_anybody_can_subtract_it() -> None:
    answers = {"answer": Hierarchy("answer", {"yes": "given", "no": "given"})}
    counts = {**counts_of(everyone=9, answer_given=7), coordinate(answer="yes"): 4}
    model = build_model(counts, counts, answers)
    assert coordinate(answer="no") in model.coordinates
    left_over = model.values[model.coordinates.index(coordinate(answer="no"))]
    assert left_over == 3


def test_several_categories_that_are_left_out_are_subtracted_together() -> None:
    answers = {"answer": Hierarchy("answer", {"yes": "given", "no": "given", "perhaps": "given"})}
    counts = {**counts_of(everyone=9, answer_given=7), coordinate(answer="yes"): 4}
    model = build_model(counts, counts, answers)
    (rest,) = (cell for cell in model.coordinates if cell and cell[0][1].startswith(f"{REMAINDER}given"))
    assert model.values[model.coordinates.index(rest)] == 3
    assert not model.published[model.coordinates.index(rest)]


def test_nothing_is_left_over_where_the_parts_come_to_the_whole() -> None:
    counts = counts_of(everyone=9, sex_f=4, sex_m=5)
    assert len(build_model(counts, counts, {}).coordinates) == 3


def test_a_total_that_is_not_published_joins_where_two_tables_meet_in_it() -> None:
    cells = {
        coordinate(a="1", b="1"): 3,
        coordinate(a="2", b="1"): 4,
        coordinate(b="1", c="1"): 2,
        coordinate(b="1", c="2"): 5,
    }
    model = build_model(cells, cells, {})
    shared = coordinate(b="1")
    assert shared in model.coordinates
    assert not model.published[model.coordinates.index(shared)]
    assert model.values[model.coordinates.index(shared)] == 7


def test_a_total_that_nothing_else_uses_is_left_out() -> None:
    cells = {coordinate(a="1"): 3, coordinate(a="2"): 4}
    assert build_model(cells, cells, {}).coordinates == tuple(sorted(cells))


def test_parts_that_come_to_more_than_the_whole_are_refused() -> None:
    counts = counts_of(everyone=8, sex_f=4, sex_m=5)
    with pytest.raises(CountsDoNotAddUp, match="sex"):
        build_model(counts, counts, {})


def test_a_message_about_counts_that_do_not_add_up_holds_no_count() -> None:
    counts = {**counts_of(everyone=40), coordinate(unit="east"): 17, coordinate(unit="u1"): 33}
    with pytest.raises(CountsDoNotAddUp) as refusal:
        build_model(counts, counts, NESTED)
    assert "17" not in str(refusal.value)
    assert "33" not in str(refusal.value)


def test_linking_cells_without_a_count_get_one_that_fits() -> None:
    cells = {
        EVERYONE: 20,
        coordinate(group="base", grade="1"): 5,
        coordinate(group="base", grade="2"): 6,
        coordinate(grade="1"): 9,
        coordinate(grade="2"): 11,
        coordinate(group="base"): 11,
        coordinate(group="base", site="x"): 4,
        coordinate(group="base", site="y"): 7,
    }
    model = build_model(cells, cells, {})
    rows = zip(model.starts[:-1], model.starts[1:], strict=True)
    assert all((model.signs[a:b] * model.values[model.columns[a:b]]).sum() == 0 for a, b in rows)
    assert (model.values >= 0).all()


def test_a_table_that_leaves_a_category_out_does_not_open_the_same_list_elsewhere() -> None:
    answers = {"answer": Hierarchy("answer", {"yes": "given", "no": "given"})}
    by_stage = {("yes", "offer"): 4, ("no", "offer"): 5, ("none", "offer"): 1, ("yes", "start"): 2, ("no", "start"): 3}
    by_site = {("yes", "north"): 4, ("given", "north"): 6, ("yes", "south"): 2, ("given", "south"): 8}
    published = {
        **{coordinate(answer=answer, stage=stage): count for (answer, stage), count in by_stage.items()},
        **{coordinate(answer=answer, site=site): count for (answer, site), count in by_site.items()},
        coordinate(stage="offer"): 10,
        coordinate(stage="start"): 5,
        EVERYONE: 15,
    }
    model = build_model(published, published, answers)
    given = coordinate(answer="given", stage="offer")
    parts = frozenset({coordinate(answer="yes", stage="offer"), coordinate(answer="no", stage="offer")})
    assert (given, parts) in sums(model)
    assert model.values[model.coordinates.index(given)] == 9


def test_published_cells_come_first_and_groups_of_fewer_variables_before_others() -> None:
    counts = {coordinate(a="1", b="1"): 1, coordinate(a="2"): 5, coordinate(a="1"): 2, coordinate(a="1", b="2"): 1}
    counts |= {coordinate(a="3", b="1"): 4, coordinate(b="1"): 5}
    model = build_model(counts, counts, {})
    first = [
        coordinate(a="1"),
        coordinate(a="2"),
        coordinate(b="1"),
        coordinate(a="1", b="1"),
        coordinate(a="1", b="2"),
    ]
    assert list(model.coordinates[:6]) == [*first, coordinate(a="3", b="1")]
    assert model.published.tolist() == [True] * 6 + [False] * (len(model.values) - 6)
    assert list(model.coordinates[6:]) == sorted(model.coordinates[6:])


def test_one_person_is_a_count_like_any_other() -> None:
    counts = counts_of(everyone=2, sex_f=1, sex_m=1)
    model = build_model(counts, counts, {})
    assert model.given.all()
    assert model.values.tolist() == [2, 1, 1]


def test_another_unit_changes_the_counts_and_nothing_else() -> None:
    counts = counts_of(everyone=9, sex_f=4, sex_m=5)
    model = build_model(counts, counts, {})
    assert model.scaled(0.5).values.tolist() == [4.5, 2.0, 2.5]
    assert model.scaled(0.5).coordinates == model.coordinates


def test_levels_that_are_not_published_link_those_below_and_above_them() -> None:
    counts = counts_of(everyone=9, unit_u1=2, unit_u2=4, unit_u3=3)
    model = build_model(counts, counts, NESTED)
    assert (EVERYONE, frozenset({coordinate(unit="east"), coordinate(unit="west")})) in sums(model)
    assert count(model, coordinate(unit="east")) == 6


def test_the_order_in_which_hierarchies_are_named_changes_nothing() -> None:
    region = Hierarchy("unit", {"u1": "east", "u2": "east", "u3": "west"})
    kind = Hierarchy("unit", {"u1": "office", "u2": "shop", "u3": "shop"})
    counts = counts_of(everyone=9, unit_u1=2, unit_east=6, unit_office=2)
    one = build_model(counts, counts, {"region": region, "kind": kind})
    other = build_model(counts, counts, {"kind": kind, "region": region})
    assert one.coordinates == other.coordinates
    assert one.columns.tolist() == other.columns.tolist()


def test_a_category_that_no_way_of_adding_up_names_is_a_part_of_the_total() -> None:
    counts = counts_of(everyone=11, unit_u1=2, unit_u2=4, unit_u3=3, unit_east=6, unit_west=3, unit_abroad=2)
    tops = frozenset({coordinate(unit="east"), coordinate(unit="west"), coordinate(unit="abroad")})
    assert (EVERYONE, tops) in sums(build_model(counts, counts, NESTED))


def test_a_category_is_a_part_only_in_the_ways_of_adding_up_that_name_it() -> None:
    ways = {
        "region": Hierarchy("unit", {"u1": "east", "u2": "east", "u3": "west"}),
        "kind": Hierarchy("unit", {"u1": "office", "u2": "office"}),
        "size": Hierarchy("unit", {"u1": "small", "u2": "large"}),
    }
    counts = counts_of(everyone=9, unit_u1=2, unit_u2=4, unit_u3=3, unit_east=6, unit_west=3, unit_office=6)
    counts |= counts_of(unit_small=2, unit_large=4)
    tops = {parts for whole, parts in sums(build_model(counts, counts, ways)) if whole == EVERYONE}
    named = [{code for part in parts for _, code in part if not code.startswith(REMAINDER)} for parts in tops]
    assert sorted(map(sorted, named)) == [["east", "west"], ["large", "small"], ["office"]]


ANSWERS_OF_X = {
    coordinate(answer="no", dept="x"): 3,
    coordinate(answer="yes", dept="x"): 2,
    coordinate(dept="x", grade="1"): 4,
    coordinate(dept="x", grade="2"): 2,
}
"""Of a department that is printed nowhere; one of its six people gave no answer."""


def test_where_a_list_is_seen_to_leave_people_out_it_does_not_define_a_total() -> None:
    """The first sum, of one office, has not every category, and says nothing of the list."""
    counts = {EVERYONE: 10, coordinate(answer="no"): 4, coordinate(answer="yes"): 5, **ANSWERS_OF_X}
    counts |= {coordinate(answer="no", age="old"): 1, coordinate(age="old"): 4}
    model = build_model(counts, counts, {})
    assert count(model, coordinate(dept="x")) == 6
    (parts,) = (parts for whole, parts in sums(model) if whole == coordinate(dept="x") and len(parts) == 3)
    (rest,) = (part for part in parts if part not in counts)
    assert count(model, rest) == 1


def test_where_a_list_is_seen_to_be_complete_it_defines_a_total() -> None:
    counts = {EVERYONE: 9, coordinate(answer="no"): 4, coordinate(answer="yes"): 5, **ANSWERS_OF_X}
    counts[coordinate(dept="x", grade="2")] = 1
    model = build_model(counts, counts, {})
    both = frozenset({coordinate(answer="no", dept="x"), coordinate(answer="yes", dept="x")})
    assert (coordinate(dept="x"), both) in sums(model)
    assert count(model, coordinate(dept="x")) == 5


def test_some_of_the_parts_do_not_define_a_total() -> None:
    counts = {EVERYONE: 9, coordinate(answer="no"): 4, coordinate(answer="yes"): 5, **ANSWERS_OF_X}
    del counts[coordinate(answer="yes", dept="x")]
    model = build_model(counts, counts, {})
    assert count(model, coordinate(dept="x")) == 6
    assert count(model, coordinate(answer="yes", dept="x")) == 3


def test_what_is_left_of_one_total_may_be_what_another_total_lacks() -> None:
    """Each of three people's answers in three departments is left of a total only after another was."""
    answers = {"answer": Hierarchy("answer", {"no": "given", "perhaps": "given", "yes": "given"})}
    counts = {
        coordinate(answer="given", dept="x"): 13,
        coordinate(answer="yes", dept="x"): 8,
        coordinate(answer="no"): 12,
        coordinate(answer="no", dept="y"): 4,
        coordinate(answer="no", dept="z"): 5,
        coordinate(answer="perhaps"): 15,
        coordinate(answer="perhaps", dept="y"): 6,
    }
    model = build_model(counts, counts, answers)
    assert count(model, coordinate(answer="no", dept="x")) == 3
    assert count(model, coordinate(answer="perhaps", dept="x")) == 2
    assert count(model, coordinate(answer="perhaps", dept="z")) == 7
    given = {part for whole, parts in sums(model) if whole == coordinate(answer="given", dept="x") for part in parts}
    assert given == {coordinate(answer=answer, dept="x") for answer in ("no", "perhaps", "yes")}


def test_a_part_that_is_printed_nowhere_follows_from_its_total_whatever_is_known_within_it() -> None:
    """All three who are not in x are in n; that nobody is in one team of n says nothing of how many they are."""
    teams = Hierarchy("dept", {"m1": "n", "m2": "n", "n": TOTAL, "x": TOTAL})
    counts = counts_of(everyone=100, dept_x=97, dept_m1=0)
    model = build_model(counts, counts, {"dept": teams})
    assert count(model, coordinate(dept="n")) == 3
    assert count(model, coordinate(dept="m2")) == 3


def test_a_total_that_is_printed_nowhere_follows_from_parts_that_are_left_of_others() -> None:
    answers = {"answer": Hierarchy("answer", {"no": "given", "yes": "given"})}
    counts = counts_of(answer_given=30, answer_no=12)
    counts |= {coordinate(answer="no", dept="y"): 9, coordinate(answer="yes", dept="x"): 8}
    model = build_model(counts, counts, answers)
    assert count(model, coordinate(answer="given", dept="x")) == 11
    assert count(model, coordinate(answer="yes", dept="y")) == 10


def test_nobody_is_left_of_a_total_that_is_worked_out_where_one_part_is_all_of_it() -> None:
    counts = {EVERYONE: 9, coordinate(answer="no"): 6, coordinate(answer="yes"): 3, **ANSWERS_OF_X}
    del counts[coordinate(answer="yes", dept="x")]
    counts |= {coordinate(answer="no", dept="x"): 5, coordinate(dept="x", grade="2"): 1}
    model = build_model(counts, counts, {})
    assert (coordinate(dept="x"), frozenset({coordinate(answer="no", dept="x")})) in sums(model)


@pytest.mark.parametrize(
    "lists", [{}, {"dept": ("x", "y")}, {"dept": ("x", "y", "z"), "answer": ("yes", "no", "none")}]
)
def test_those_whom_two_published_groups_leave_out_can_be_subtracted(lists: dict[str, tuple[str, ...]]) -> None:
    """Of 100 people 60 are in x and 80 said yes, 43 of them in x: three are neither."""
    counts = {EVERYONE: 100, coordinate(dept="x"): 60, coordinate(answer="yes"): 80}
    counts[coordinate(answer="yes", dept="x")] = 43
    hierarchies = {name: Hierarchy(name, dict.fromkeys(codes, TOTAL)) for name, codes in lists.items()}
    model = build_model(counts, counts, hierarchies)
    corner = [value for cell, value in zip(model.coordinates, model.values, strict=True) if len(cell) == 2]
    assert sorted(corner) == [3, 17, 37, 43]
    assert model.given.all()


@pytest.mark.parametrize("within", [{}, {"sex": "f"}])
def test_that_two_published_groups_leave_nobody_out_is_a_count_too(within: dict[str, str]) -> None:
    """Counts that are withheld may only be such that not less than nobody is neither in x nor said yes."""
    counts = {coordinate(**within): 97, coordinate(**within, dept="x"): 60, coordinate(**within, answer="yes"): 80}
    counts[coordinate(**within, answer="yes", dept="x")] = 43
    model = build_model(counts, counts, {})
    rests = [sum(REMAINDER in code for _, code in cell) for cell in model.coordinates]
    assert count(model, model.coordinates[rests.index(2)]) == 0


def test_where_a_list_leaves_people_out_what_is_left_is_not_its_one_other_category() -> None:
    """One of ten gave neither answer; so of the four of x who did not say yes not all need have said no."""
    counts = {EVERYONE: 10, coordinate(answer="no"): 4, coordinate(answer="yes"): 5}
    counts |= {coordinate(dept="x"): 6, coordinate(answer="yes", dept="x"): 2}
    model = build_model(counts, counts, {})
    assert coordinate(answer="no", dept="x") not in model.coordinates
    (left,) = (parts for whole, parts in sums(model) if whole == coordinate(dept="x"))
    assert sorted(count(model, part) for part in left) == [2, 4]


def test_those_whom_three_published_groups_leave_out_can_be_subtracted() -> None:
    """Everybody is one or nought in each of three ways; what is published is who is one in any of them together."""
    people = dict(zip(product("01", repeat=3), (3, 20, 30, 40, 50, 60, 70, 80), strict=True))
    counts = {
        tuple(pair for pair in zip("abc", ones, strict=True) if pair[1] == "1"): sum(
            number
            for key, number in people.items()
            if all(one in ("0", each) for one, each in zip(ones, key, strict=True))
        )
        for ones in people
    }
    model = build_model(counts, counts, {})
    corner = [value for cell, value in zip(model.coordinates, model.values, strict=True) if len(cell) == 3]
    assert sorted(corner) == sorted(people.values())


def test_a_message_names_the_group_that_its_parts_come_to_more_than() -> None:
    counts = {coordinate(age="old", sex="f"): 4, coordinate(age="old", sex="f", unit="u1"): 5}
    with pytest.raises(CountsDoNotAddUp, match="The parts of age “old” and sex “f” by unit come to more"):
        build_model(counts, counts, {})
    counts = counts_of(everyone=8, sex_f=4, sex_m=5)
    with pytest.raises(CountsDoNotAddUp, match="The parts of everyone by sex come to more"):
        build_model(counts, counts, {})


def test_two_ways_of_adding_up_that_say_the_same_are_one_sum() -> None:
    ways = {name: Hierarchy("unit", {"u1": TOTAL, "u2": TOTAL}) for name in ("region", "kind")}
    counts = counts_of(everyone=6, unit_u1=2, unit_u2=4)
    assert len(build_model(counts, counts, ways).starts) == 2
