"""Plans of scans."""

from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footing.measures.scans import plan_scans

COLUMNS = ("grade", "site", "sex", "age_band", "parental_occupation", "school_type")
SIZES = st.fixed_dictionaries({column: st.integers(1, 60) for column in COLUMNS})
NEEDED = st.lists(st.frozensets(st.sampled_from(COLUMNS), max_size=3), max_size=12)


@given(NEEDED, SIZES, st.integers(1, 5000))
def test_each_needed_set_of_columns_lies_within_a_scan(needed, sizes, cells_per_scan):
    scans = plan_scans(needed, sizes, cells_per_scan=cells_per_scan)
    assert all(any(columns <= set(scan) for scan in scans) for columns in needed)


@given(NEEDED, SIZES, st.integers(1, 5000))
def test_no_scan_is_larger_than_allowed_unless_one_table_needs_it_so(needed, sizes, cells_per_scan):
    for scan in plan_scans(needed, sizes, cells_per_scan=cells_per_scan):
        assert prod(sizes[column] for column in scan) <= cells_per_scan or frozenset(scan) in needed


@given(NEEDED, SIZES, st.randoms())
def test_the_plan_does_not_depend_on_the_order_of_the_tables(needed, sizes, random):
    shuffled = random.sample(needed, len(needed))
    assert plan_scans(shuffled, sizes) == plan_scans(needed, sizes)


def test_small_tables_share_one_scan():
    needed = [frozenset({"grade", "sex"}), frozenset({"sex", "site"}), frozenset({"grade"}), frozenset()]
    assert plan_scans(needed, {"grade": 9, "sex": 3, "site": 12}) == (("grade", "sex", "site"),)


@pytest.mark.parametrize("needed", [[], [frozenset()]])
def test_nothing_to_divide_by_needs_no_columns(needed):
    assert plan_scans(needed, {}) == tuple(() for _ in needed)
