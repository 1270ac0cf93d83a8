"""Which sets fit together like the leaves of a tree, and what makes others do so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footing.disclosure.tangles import tangled, untangling


def sets(*names: str) -> set[frozenset[str]]:
    return {frozenset(name) for name in names}


@pytest.mark.parametrize(
    "published",
    [
        sets("ab"),
        sets("ab", "ac"),
        sets("abc", "abd", "abe", "f"),
        sets("abc", "bc"),
        sets("ab", "bc", "ac", "abc"),  # the table of all three holds the others
        sets("abcde", "av", "vf", "fghij"),  # v is beside fewest, and links two that nothing else does
    ],
)
def test_tables_that_fit_together_like_leaves_of_a_tree_need_nothing_more(published: set[frozenset[str]]) -> None:
    assert tangled(published) == frozenset()
    assert untangling(published) == []


def test_three_tables_two_by_two_are_tangled() -> None:
    assert tangled(sets("ab", "bc", "ac")) == frozenset("abc")
    assert untangling(sets("ab", "bc", "ac")) == [frozenset("abc")]


def test_names_outside_the_tangle_are_not_part_of_it() -> None:
    assert tangled(sets("ab", "bc", "ac", "ad")) == frozenset("abc")


def test_triangles_on_one_side_are_untied_one_by_one() -> None:
    found = untangling(sets("pc", "xp", "xc", "yp", "yc", "zp", "zc"))
    assert set(found) == sets("xpc", "ypc", "zpc")


def test_a_ring_takes_triangles() -> None:
    assert sorted(map(len, untangling(sets("ab", "bc", "cd", "de", "ea")))) == [3, 3, 3]


@given(st.sets(st.frozensets(st.sampled_from("abcdefg"), min_size=1, max_size=4), max_size=9))
def test_what_is_added_makes_any_sets_fit_together_and_is_within_none_of_them(given: set[frozenset[str]]) -> None:
    added = untangling(given)
    assert not tangled(given | set(added))
    assert all(not each <= other for each in added for other in given)
    assert all(not each < other for each in added for other in added)
    assert bool(added) == bool(tangled(given))
    assert untangling(given) == added
