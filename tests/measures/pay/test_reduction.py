"""Sums and order statistics made in the engine."""

import subprocess
import sys

import duckdb
import ibis
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footing.measures.counting import UnlistedCategory
from footing.measures.pay.grid import Grid, who
from footing.measures.pay.reduction import Amounts, GroupPay, reduce_groups
from footing.measures.population import Variable
from footing.tables import Hierarchy

VARIABLES = {
    "group": Variable(("one", "two", "nobody"), Hierarchy("group")),
    "grade": Variable(("Grade 1", "Grade 2"), Hierarchy("grade")),
    "sex": Variable(("Female", "Male"), Hierarchy("sex")),
}
PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["one", "two"]),
        st.sampled_from(["Grade 1", "Grade 2"]),
        st.sampled_from(["Female", "Male"]),
        st.none() | st.integers(1, 60) | st.integers(1, 10**12),
    ),
    max_size=40,
)


def amounts(rows, width=10) -> Amounts:
    connection = duckdb.connect()
    connection.execute('CREATE TABLE people ("group" VARCHAR, grade VARCHAR, sex VARCHAR, amount BIGINT)')
    if rows:
        connection.executemany("INSERT INTO people VALUES (?, ?, ?, ?)", rows)
    return Amounts(ibis.duckdb.from_connection(connection).table("people"), "amount", width)


def every_rank(people):
    return range(1, people + 1)


GROUPS = (
    who(),
    who({"group": "one"}),
    who({"group": ("one", "two")}),
    who({"group": "nobody"}),
    who({"group": "one", "grade": "Grade 1"}),
    who({"group": "two", "sex": "Male"}),
)


@settings(max_examples=25, deadline=None)
@given(PEOPLE, st.sampled_from([1, 7, 1000]))
def test_every_order_statistic_and_sum_is_that_of_sorting(rows, width):
    reduced = reduce_groups(amounts(rows, width), VARIABLES, dict.fromkeys(GROUPS, every_rank))
    assert list(reduced) == list(GROUPS)
    for group, pay in reduced.items():
        allowed = dict(group)
        held = sorted(
            amount
            for *codes, amount in rows
            if amount is not None
            and all(code in allowed.get(column, (code,)) for column, code in zip(VARIABLES, codes, strict=True))
        )
        assert (pay.people, pay.total) == (len(held), sum(held))
        assert pay.squares == pytest.approx(sum(amount * amount for amount in held), rel=1e-12)
        assert [pay.ranked[rank] for rank in every_rank(len(held))] == held


def test_only_the_ranks_asked_for_are_looked_up():
    rows = [("one", "Grade 1", "Male", amount) for amount in range(100, 200)]
    (pay,) = reduce_groups(amounts(rows), VARIABLES, {who(): lambda people: (people, 50)}).values()
    assert pay == GroupPay(100, sum(range(100, 200)), pytest.approx(sum(x * x for x in range(100, 200))), pay.ranked)
    assert pay.ranked == {100: 199, 50: 149}


def test_sums_larger_than_32_bits_are_exact():
    rows = [("one", "Grade 1", "Male", 10**15 + place) for place in range(30)]
    (pay,) = reduce_groups(amounts(rows, 10**7), VARIABLES, {who(): every_rank}).values()
    assert pay.total == sum(10**15 + place for place in range(30))


@pytest.mark.parametrize("word", ["Grade 9", None])
def test_a_category_that_is_not_listed_is_refused(word):
    with pytest.raises(UnlistedCategory, match="'grade'"):
        reduce_groups(amounts([("one", word, "Male", 5)]), VARIABLES, {who({"grade": "Grade 1"}): every_rank})


def test_a_grid_numbers_its_cells_with_the_last_column_fastest():
    grid = Grid({name: VARIABLES[name].codes for name in ("group", "sex")})
    assert grid.cells(who({"group": "two"})).tolist() == [False, False, True, True, False, False]
    assert grid.cells(who({"sex": "Male"})).tolist() == [False, True] * 3
    assert grid.cells(who()).all()
    assert grid.places("group").tolist() == [0, 0, 1, 1, 2, 2]
    assert np.array_equal(grid.places("sex"), [0, 1] * 3)


def test_the_engine_is_asked_without_pandas():
    """It would take longer to import than the pay of a few thousand people takes to reduce."""
    script = """
import sys, duckdb, ibis
from footing.measures.pay.grid import who
from footing.measures.pay.reduction import Amounts, reduce_groups
from footing.measures.population import Variable
from footing.tables import Hierarchy
connection = duckdb.connect()
connection.execute("CREATE TABLE people AS SELECT 'Male' AS sex, 5 AS amount")
amounts = Amounts(ibis.duckdb.from_connection(connection).table("people"), "amount", 10)
(pay,) = reduce_groups(
    amounts, {"sex": Variable(("Male",), Hierarchy("sex"))}, {who({"sex": "Male"}): lambda people: [1]}
).values()
assert pay.ranked == {1: 5}
assert "pandas" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
