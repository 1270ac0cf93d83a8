"""Several tables of the same people are protected together, and attacked together."""

from collections.abc import Iterable, Mapping
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.every_joint_table import possible_ranges
from disclosure.small_tables import POPULATION, people_count, small_threshold
from footing.disclosure import ReleaseRefused, release
from footing.disclosure.audit import audit_counts
from footing.disclosure.seen import Demand, Seen
from footing.tables import EVERYONE, TOTAL, Category, Coordinate, Dimension, Hierarchy, Status, coordinate, units
from footing.tables.raw import FromCounts, Population, RawRelease, RawRow, RawTable

CODES = {"a": ("0", "1"), "b": ("0", "1"), "c": ("0", "1")}
STAR = (("a", "b"), ("a", "c"))
TANGLE = (("a", "b"), ("b", "c"), ("a", "c"))
THRESHOLD = 3

joint_counts = st.lists(st.integers(0, 2), min_size=8, max_size=8)


def counts_of(people: list[int], tables: Iterable[tuple[str, ...]]) -> dict[Coordinate, int]:
    """Every cell of the tables with its margins, counted from people by every combination."""
    combinations = [dict(zip(CODES, each, strict=True)) for each in product(*CODES.values())]
    keys = {
        coordinate(**dict(zip(table, key, strict=True)))
        for table in tables
        for key in product(*((*CODES[variable], TOTAL) for variable in table))
    }
    return {
        cell: sum(n for n, one in zip(people, combinations, strict=True) if all(one[v] == code for v, code in cell))
        for cell in sorted(keys)
    }


def raw_release(counts: Mapping[Coordinate, int], tables: Iterable[tuple[str, ...]]) -> RawRelease:
    raw = []
    for table in tables:
        shape = tuple(Dimension(v, v, tuple(Category(code, code) for code in (*CODES[v], TOTAL))) for v in table)
        keys = product(*((*CODES[variable], TOTAL) for variable in table))
        rows = [(key, coordinate(**dict(zip(table, key, strict=True)))) for key in keys]
        figures = tuple(RawRow(key, FromCounts((cell,), cell, people_count)) for key, cell in rows)
        raw.append(RawTable("_".join(table), "count", "Count", units.PEOPLE, POPULATION, shape, figures))
    return RawRelease((Population(POPULATION, counts),), tuple(raw))


def printed_by(released: object, tables: Iterable[tuple[str, ...]]) -> dict[Coordinate, int | None]:
    found: dict[Coordinate, int | None] = {}
    for table, names in zip(released.tables, tables, strict=True):  # type: ignore[attr-defined]
        for row in table.rows:
            cell = coordinate(**dict(zip(names, row.key, strict=True)))
            found[cell] = None if row.status is Status.WITHHELD else int(row.value)
    return found


def require_protected(people: list[int], tables: tuple[tuple[str, ...], ...]) -> None:
    counts = counts_of(people, tables)
    try:
        released = release(raw_release(counts, tables), policy=small_threshold(THRESHOLD))
    except ReleaseRefused as refusal:
        if refusal.code not in {"D001", "D003"}:
            raise
        return
    printed = printed_by(released, tables)
    most = counts[EVERYONE] + (0 if printed[EVERYONE] is not None else THRESHOLD)
    ranges = possible_ranges(CODES, printed, most=most)
    for cell, count in counts.items():
        if 0 < count < THRESHOLD:
            assert printed[cell] is None
            assert ranges[cell][1] >= THRESHOLD, cell


@given(people=joint_counts)
@settings(max_examples=25, deadline=None)
def test_no_small_count_in_two_linked_tables_can_be_told_from_a_large_one(people: list[int]) -> None:
    require_protected(people, STAR)


@given(people=joint_counts)
@settings(max_examples=25, deadline=None)
def test_no_small_count_in_three_tangled_tables_can_be_told_from_a_large_one(people: list[int]) -> None:
    require_protected(people, TANGLE)


@given(people=joint_counts, hidden=st.sets(st.integers(0, 20)))
@settings(max_examples=25, deadline=None)
def test_the_attack_on_linked_tables_finds_what_trying_everything_finds(people: list[int], hidden: set[int]) -> None:
    counts = counts_of(people, STAR)
    could_hide = [cell for cell, count in counts.items() if count > 0 and cell != EVERYONE]
    withheld = {cell for place, cell in enumerate(could_hide) if place in hidden}
    seen = {cell: Seen(1.0) if cell in withheld else Seen(count, count) for cell, count in counts.items()}
    printed = {cell: None if cell in withheld else count for cell, count in counts.items()}
    ranges = possible_ranges(CODES, printed, most=counts[EVERYONE])
    for cell, (smallest, largest) in ranges.items():
        exactly = audit_counts(seen, {}, {cell: Demand(float(smallest), float(largest))})
        assert not exactly.exposures
        (exposure,) = audit_counts(seen, {}, {cell: Demand(float(smallest - 1), float(largest + 1))}).exposures
        assert (exposure.smallest, exposure.largest) == (smallest, largest)


def test_tables_protected_one_at_a_time_give_a_small_count_away_together() -> None:
    """Linked tables: see sdcTools/UserSupport, thread 136."""
    people = [1, 6, 7, 8, 9, 6, 7, 5]
    counts = counts_of(people, STAR)
    shared = coordinate(a="0")
    alone = {cell: Seen(float(count), float(count)) for cell, count in counts.items()}
    both = dict(alone)
    for cell in (shared, coordinate(a="1"), coordinate(a="0", b="0"), coordinate(a="1", b="0")):
        both[cell] = Seen(1.0)
    demand = {shared: Demand(1.0, counts[shared] + 1.0)}
    (exposure,) = audit_counts(both, {}, demand).exposures
    assert exposure.smallest == exposure.largest == counts[shared]
    assert {step.cell for step in exposure.below} == {coordinate(a="0", c="0"), coordinate(a="0", c="1")}


def one_region(counts: Mapping[Coordinate, int]) -> RawRelease:
    """Tables of a by b and of a by c, and of b by c within the one region that both categories of a lie in."""
    finer = raw_release(counts, STAR)
    codes = {"a": ("region",), "b": (*CODES["b"], TOTAL), "c": (*CODES["c"], TOTAL)}
    keys = [(key, coordinate(**dict(zip(codes, key, strict=True)))) for key in product(*codes.values())]
    within = {cell: counts[tuple(pair for pair in cell if pair[0] != "a")] for _, cell in keys}
    shape = tuple(Dimension(v, v, tuple(Category(code, code) for code in codes[v])) for v in codes)
    figures = tuple(RawRow(key, FromCounts((cell,), cell, people_count)) for key, cell in keys)
    coarser = RawTable("region", "count", "Count", units.PEOPLE, POPULATION, shape, figures)
    hierarchy = Hierarchy("a", dict.fromkeys(CODES["a"], "region"))
    population = Population(POPULATION, {**counts, **within}, {"a": hierarchy})
    return RawRelease((population,), (*finer.tables, coarser))


@given(people=joint_counts)
@settings(max_examples=15, deadline=None)
def test_tables_of_finer_and_coarser_levels_that_do_not_fit_together_are_protected_as_such(people: list[int]) -> None:
    counts = counts_of(people, TANGLE)
    try:
        released = release(one_region(counts), policy=small_threshold(THRESHOLD))
    except ReleaseRefused as refusal:
        if refusal.code not in {"D001", "D003"}:
            raise
        return
    shown = printed_by(released, (*STAR, ("a", "b", "c")))
    printed: dict[Coordinate, int | None] = {}
    for cell, count in shown.items():
        same = tuple(pair for pair in cell if pair != ("a", "region"))
        printed[same] = printed.get(same) if count is None else count
    most = counts[EVERYONE] + (0 if printed[EVERYONE] is not None else THRESHOLD)
    ranges = possible_ranges(CODES, printed, most=most)
    for cell, count in printed.items():
        if 0 < counts[cell] < THRESHOLD:
            assert count is None
            assert ranges[cell][1] >= THRESHOLD, cell
