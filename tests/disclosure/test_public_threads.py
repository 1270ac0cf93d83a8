"""Inputs on which other tools were reported, in public, to leave something that can be worked out.

Counts and names of categories are those of the reports; linked tables are also in ``test_linked_tables``.
"""

from disclosure.brute_force import fitting_tables, possible_counts
from disclosure.small_tables import POPULATION, Grid, people_count, policy, release_of, small_threshold
from disclosure.test_against_brute_force import printed
from disclosure.test_amounts import EVEN, RULE, released, shown
from footing.disclosure import release
from footing.disclosure.dominance import is_dominated
from footing.tables import TOTAL, Category, Dimension, Hierarchy, Status, coordinate, units
from footing.tables.raw import Contribution, FromCounts, Population, RawRelease, RawRow, RawTable

SINGLETONS = Grid(
    ("var1", "var2"),
    (("1", "2"), ("A", "B", "H", "M", "W")),
    {
        (row, code): count
        for row, counts in (("1", (1, 1, 7, 1, 0)), ("2", (1, 0, 0, 2, 8)))
        for code, count in zip("ABHMW", counts, strict=True)
    },
)


def test_three_people_who_are_each_alone_do_not_give_one_another_away() -> None:
    """Thread 135 of sdcTools/UserSupport: protected against two such people, but not against three."""
    shown_counts = printed(release(release_of(SINGLETONS), policy=small_threshold(3)))
    exact = SINGLETONS.every_count()
    small = [key for key, count in exact.items() if 0 < count < 3]
    possible = possible_counts(SINGLETONS, shown_counts)
    assert all(shown_counts[key] is None and possible[key][1] >= 3 for key in small)
    tables = list(fitting_tables(SINGLETONS, shown_counts))
    for insider in (key for key in small if exact[key] == 1):
        known = [table for table in tables if table[insider] == 1]
        for other in small:
            if TOTAL not in (*insider, *other) and other != insider:
                assert len({table[other] for table in known}) > 1, (insider, other)


def test_regions_by_county_and_by_size_are_protected_as_one() -> None:
    """Thread 133 of the same tracker: two ways of adding regions up, protected one after the other."""
    counts = {"A": 11, "B": 7, "I": 3, "J": 9, "K": 4}
    county = Hierarchy(
        "region", {"A": "county-1", "I": "county-1", "J": "county-10", "K": "county-10", "B": "county-4"}
    )
    size = Hierarchy("region", {"A": "BIG", "B": "BIG", "I": "small", "J": "small", "K": "small"})
    every = dict(counts)
    for ways in (county, size):
        for part, whole in ways.parents.items():
            every[whole] = every.get(whole, 0) + counts[part]
    every[TOTAL] = sum(counts.values())
    cells = {code: coordinate(region=code) for code in every}
    shape = (Dimension("region", "Region", tuple(Category(code, code) for code in every)),)
    rows = tuple(RawRow((code,), FromCounts((cell,), cell, people_count)) for code, cell in cells.items())
    table = RawTable("regions", "people", "Regions", units.PEOPLE, POPULATION, shape, rows)
    population = Population(POPULATION, {cells[code]: n for code, n in every.items()}, {"county": county, "size": size})
    result = release(RawRelease((population,), (table,)), policy=policy("civil-service-2023"))
    seen = {row.key[0]: None if row.status is Status.WITHHELD else row.value for row in result.tables[0].rows}
    fitting = [
        dict(zip("ABIJK", found, strict=True))
        for found in _all_counts(sum(counts.values()))
        if _fits(dict(zip("ABIJK", found, strict=True)), seen, county, size)
    ]
    for code in ("I", "K"):
        assert seen[code] is None
        assert max(each[code] for each in fitting) >= 5


def _all_counts(most: int) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = [()]
    for _ in range(5):
        found = [(*each, more) for each in found for more in range(most - sum(each) + 1)]
    return found


def _fits(counts: dict[str, int], seen: dict[str, float | None], *ways: Hierarchy) -> bool:
    every = {**counts, TOTAL: sum(counts.values())}
    for each in ways:
        for part, whole in each.parents.items():
            every[whole] = every.get(whole, 0) + counts[part]
    # Each way has wholes of its own, so none is added up twice.
    return all(every[code] >= 1 if value is None else every[code] == value for code, value in seen.items())


def test_groups_kept_back_together_are_not_dominated_together() -> None:
    """Thread 160 of the same tracker: the largest firm was still most of all that was kept back."""
    pay = {
        "B05": [900.0, 40.0],
        "B06": [5.0, 4.0, 3.0],
        "B07": [6.0, 2.0],
        "B08": [30.0] * 14,
        "B09": [2.0] * 12,
        "B10": [40.0] * 30,
    }
    seen = shown(released({**pay, "B11": EVEN}), "pay")
    assert seen["B05"] is None
    together = sorted((each for code, group in pay.items() if seen[code] is None for each in group), reverse=True)
    assert not is_dominated(Contribution(sum(together), tuple(together)), RULE)


def test_a_cell_that_is_kept_back_does_not_follow_from_the_margins() -> None:
    """AI-SDC/ACRO, thread 198: a table with cells masked and its margins shown."""
    rows = {
        "not_recom": (144, 144, 144),
        "priority": (86, 148, 192),
        "recommend": (0, 0, 2),
        "spec_prior": (202, 126, 76),
        "very_recom": (0, 13, 20),
    }
    columns = ("great_pret", "pretentious", "usual")
    table = Grid(
        ("recommend", "parents"),
        (tuple(rows), columns),
        {(row, column): count for row, counts in rows.items() for column, count in zip(columns, counts, strict=True)},
    )
    seen = printed(release(release_of(table), policy=policy("civil-service-2023")))
    assert seen["recommend", "usual"] is None
    assert seen["recommend", TOTAL] is None
    assert sum(seen[row, "usual"] is None for row in rows) >= 2
    assert sum(seen[row, TOTAL] is None for row in rows) >= 2
