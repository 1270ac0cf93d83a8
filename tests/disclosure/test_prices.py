"""What it costs to withhold a cell: broad groups, cells or people, and the figures that rest on a cell."""

import pytest

from disclosure.small_tables import POPULATION, grid, percent, release_of, small_threshold
from footing.disclosure import release
from footing.disclosure.model import build_model
from footing.disclosure.prices import STEP, prices
from footing.disclosure.search import Price
from footing.tables import EVERYONE, Category, Coordinate, Dimension, Status, coordinate, units
from footing.tables.raw import FromCounts, RawRelease, RawRow, RawTable

F, M, YOUNG = coordinate(sex="f"), coordinate(sex="m"), coordinate(age="young")
YOUNG_F, YOUNG_M = coordinate(age="young", sex="f"), coordinate(age="young", sex="m")
COUNTS = {EVERYONE: 12, F: 5, M: 7, YOUNG: 4, YOUNG_F: 0, YOUNG_M: 4}


def price_of(price: Price, figures: dict[Coordinate, int] | None = None) -> dict[Coordinate, float]:
    model = build_model(COUNTS, COUNTS, {})
    found = prices(model, price, figures)
    return {cell: each for cell, each in zip(model.coordinates, found.tolist(), strict=True) if cell in COUNTS}


def test_each_cell_costs_the_same_where_cells_are_what_is_to_be_lost_least_of() -> None:
    assert set(price_of(Price.CELLS, {F: 7}).values()) == {1.0}


def test_a_cell_costs_its_people_where_people_are_what_is_to_be_lost_least_of() -> None:
    found = price_of(Price.PEOPLE, {F: 7})
    assert found[EVERYONE] / found[YOUNG] == pytest.approx(12 / 4)
    assert found[F] / found[M] == pytest.approx(5 / 7)
    assert found[YOUNG_F] / found[YOUNG] == pytest.approx(1 / 4)


def test_the_middle_one_of_all_cells_costs_about_one() -> None:
    counts = {EVERYONE: 9, F: 4, M: 5}
    assert prices(build_model(counts, counts, {}), Price.PEOPLE).tolist() == pytest.approx([9 / 5, 4 / 5, 1.0])
    nobody = {EVERYONE: 0, F: 0, M: 0}
    assert prices(build_model(nobody, nobody, {}), Price.PEOPLE).tolist() == [1.0, 1.0, 1.0]


def test_a_cell_is_dearer_the_fewer_variables_divide_it() -> None:
    assert price_of(Price.BREADTH) == {
        EVERYONE: STEP**2,
        F: STEP,
        M: STEP,
        YOUNG: STEP,
        YOUNG_F: 1.0,
        YOUNG_M: 1.0,
    }
    assert STEP == 4


def test_a_cell_costs_as_much_again_for_each_figure_that_rests_on_it() -> None:
    found = price_of(Price.BREADTH, {F: 3, YOUNG_M: 2})
    assert (found[F], found[M], found[YOUNG_M], found[YOUNG_F]) == (3 * STEP, STEP, 2.0, 1.0)


def test_a_model_of_nothing_has_no_prices() -> None:
    assert prices(build_model([], {}, {}), Price.BREADTH).tolist() == []


@pytest.mark.parametrize(("read", "other"), [("b1", "b2"), ("b2", "b1")])
def test_what_more_figures_rest_on_is_rather_shown(read: str, other: str) -> None:
    """One count is small, and any other of its row would hide it; three shares tell of one of these."""
    raw = release_of(grid([[2, 30, 30], [30, 30, 30]]))
    cell = coordinate(a="a0", b=read)
    wholes = (EVERYONE, coordinate(a="a0"), coordinate(b=read))
    rows = tuple(RawRow((str(place),), FromCounts((cell, whole), whole, percent)) for place, whole in enumerate(wholes))
    shape = (Dimension("of", "Of", tuple(Category(str(place), str(place)) for place in range(len(wholes)))),)
    shares = RawTable("shares", "shares", "Shares", units.PERCENT, POPULATION, shape, rows)
    counts, told = release(RawRelease(raw.populations, (*raw.tables, shares)), policy=small_threshold(5)).tables
    withheld = {row.key for row in counts.rows if row.status is Status.WITHHELD}
    assert {("a0", "b0"), ("a0", other)} <= withheld
    assert ("a0", read) not in withheld
    assert all(row.status is Status.SHOWN for row in told.rows)
