"""Small tables that others have published, with the fewest cells that protect them, proved."""

import numpy as np
import pytest

from disclosure.every_pattern import fewest_secondary_cells
from disclosure.small_models import model_of
from disclosure.small_tables import Grid, grid, policy, small_threshold
from disclosure.test_cleanup import all_met
from footing.disclosure.model import CellModel, build_model
from footing.disclosure.optimum import Cheapest, cheapest_pattern
from footing.disclosure.primary import Needs, count_needs
from footing.disclosure.search import Price, Search, Thoroughness
from footing.disclosure.suppress import suppress
from footing.standards import CountsRule
from footing.tables import Coordinate, Hierarchy, coordinate

REGIONS = {
    "A": (1, 300, (11, 11, 55, 36)),
    "B": (4, 300, (7, 1, 29, 18)),
    "C": (5, 300, (5, 8, 35, 25)),
    "D": (5, 300, (13, 2, 17, 13)),
    "E": (6, 300, (9, 14, 63, 52)),
    "F": (6, 300, (12, 9, 24, 22)),
    "G": (8, 300, (6, 4, 22, 8)),
    "H": (8, 300, (9, 3, 38, 15)),
    "I": (1, 400, (3, 0, 9, 2)),
    "J": (10, 400, (9, 0, 32, 20)),
    "K": (10, 400, (4, 2, 18, 11)),
}
"""County, group of municipalities, and counts by main income: data ``z2w`` of Statistics Norway's easySdcTable."""

SOURCES = ("annet", "arbeid", "soshjelp", "trygd")


def noughts_withheld(threshold: int) -> CountsRule:
    """Counts from nought to under the threshold are withheld."""
    interval = {"lower": 0, "upper": threshold}
    rule = {"threshold": threshold, "zeros": "withheld", "group_disclosure": "withheld", "protection": interval}
    return policy(counts=rule).counts


def fewest(model: CellModel, rule: CountsRule) -> Cheapest:
    """A safe pattern of fewest secondary cells, and the bound that proves it."""
    ones, needs = np.ones(len(model.values)), count_needs(model, rule)
    usual = suppress(model, needs, ones, Search(price=Price.CELLS, exact=0))
    found = cheapest_pattern(model, usual.needs, ones, usual.withheld, Thoroughness())
    assert all_met(model, usual.needs, found.withheld)
    return found


def flat_regions() -> Grid:
    cells = {(region, source): REGIONS[region][2][place] for region in REGIONS for place, source in enumerate(SOURCES)}
    return Grid(("region", "income"), (tuple(REGIONS), SOURCES), cells)


def linked_regions() -> CellModel:
    """The same with the totals of counties and of groups of municipalities: two tables that share cells."""
    counts: dict[Coordinate, int] = {}
    for region, (county, group, parts) in REGIONS.items():
        for place, source in ((None, None), *enumerate(SOURCES)):
            people = sum(parts) if place is None else parts[place]
            income = {} if source is None else {"income": source}
            for code in (None, region, f"county {county}", f"group {group}"):
                cell = coordinate(**income) if code is None else coordinate(region=code, **income)
                counts[cell] = counts.get(cell, 0) + people
    ways = {
        "county": Hierarchy("region", {region: f"county {REGIONS[region][0]}" for region in REGIONS}),
        "group": Hierarchy("region", {region: f"group {REGIONS[region][1]}" for region in REGIONS}),
    }
    return build_model(counts, counts, ways)


def test_the_example_of_fischetti_and_salazar_is_protected_as_in_their_paper() -> None:
    """Investment of three regions by three activities (JASA 95, 2000, 916-928): 8, 12 and 17 beside the sensitive 22.

    An outsider then finds 5 to 30 possible. The cost is what is withheld; 37 is the least.
    """
    model = model_of(grid([[20, 50, 10], [8, 19, 22], [17, 32, 12]]))
    size = len(model.values)
    sensitive = model.values == 22
    needs = Needs(
        sensitive=sensitive,
        hidden=sensitive,
        up=np.where(sensitive, 30.0 - 22.0, 0.0),
        down=np.where(sensitive, 22.0 - 5.0, 0.0),
        least=np.zeros(size),
        fixed=np.zeros(size, dtype=np.bool_),
        whole=True,
    )
    found = cheapest_pattern(model, needs, model.values, np.ones(size, dtype=np.bool_), Thoroughness())
    assert found.cost == found.bound == 37
    assert sorted(model.values[found.withheld]) == [8, 12, 17, 22]
    assert all_met(model, needs, found.withheld)


def test_the_regions_of_easysdctable_need_five_cells_where_its_vignette_withholds_seven() -> None:
    """Counts of nought to three are small. The vignette's pattern stops exact recovery only; this keeps intervals."""
    found = fewest(model_of(flat_regions()), noughts_withheld(4))
    assert found.cost == found.bound == 5


def test_its_two_linked_tables_need_thirteen_cells_where_its_vignette_withholds_twenty_one() -> None:
    """Counts of one and two are small, noughts are shown, and both ways of adding regions up are published."""
    found = fewest(linked_regions(), small_threshold(3).counts)
    assert found.cost == found.bound == 13


def test_the_first_example_of_gausssuppression_needs_the_three_cells_that_it_withholds() -> None:
    """People of Iceland, Portugal and Spain in 2015 by age (vignette on small counts); nought and one are small."""
    found = fewest(model_of(grid([[5, 2, 0], [6, 3, 4]])), noughts_withheld(2))
    assert found.cost == found.bound == 3


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ([[0, 1, 7, 1, 0], [2, 0, 0, 2, 8]], 3),
        ([[1, 1, 7, 1, 0], [1, 0, 0, 2, 8]], 4),
        ([[0, 0, 7, 0, 9], [0, 9, 9, 2, 8]], 2),
    ],
    ids=["data1a", "data1b", "data0b"],
)
def test_the_tables_of_ones_and_noughts_of_easysdctable_need_so_many_cells(rows: list[list[int]], cells: int) -> None:
    """Vignette on singletons and zeros; counts of one and two are small.

    Every set of cells is tried as well, where noughts do not give some count away whatever is withheld.
    """
    found = fewest(model_of(grid(rows)), small_threshold(3).counts)
    assert found.cost == found.bound == cells
    assert fewest_secondary_cells(grid(rows), 3) in (cells, None)
