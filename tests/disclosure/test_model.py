"""The model links every cell that an outsider can add up, and nothing else."""

import pytest

from footing.disclosure.completion import CountsDoNotAddUp
from footing.disclosure.model import REMAINDER, CellModel, build_model
from footing.tables import EVERYONE, Coordinate, Hierarchy, coordinate

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
