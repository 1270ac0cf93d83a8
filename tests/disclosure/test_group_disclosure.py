"""Where the policy keeps it back, nobody can tell that everybody in a group is in one and the same part of it."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.brute_force import fitting_tables
from disclosure.small_tables import Grid, grid, policy, release_of
from footing.disclosure import ReleaseRefused, release
from footing.standards import DisclosurePolicy
from footing.tables import Status

THRESHOLD = 3


def withholding(group_disclosure: str) -> DisclosurePolicy:
    rule = {"threshold": THRESHOLD, "group_disclosure": group_disclosure, "protection": {"upper": THRESHOLD}}
    return policy(counts=rule)


def printed(table: Grid, group_disclosure: str) -> dict[tuple[str, ...], int | None]:
    (protected,) = release(release_of(table), policy=withholding(group_disclosure)).tables
    return {row.key: None if row.status is Status.WITHHELD else round(row.value or 0) for row in protected.rows}


def groups_in_one_part(table: Grid, counts: Mapping[tuple[str, ...], int]) -> set[tuple[str, ...]]:
    """Each row, each column and both margins whose people are all in one of two or more parts."""
    found = set()
    for whole, people in counts.items():
        for place, variable in enumerate(table.variables):
            codes = table.codes[place]
            if whole[place] == "*" and people and len(codes) > 1:
                parts = [counts[(*whole[:place], code, *whole[place + 1 :])] for code in codes]
                if max(parts) == people:
                    found.add((*whole, variable))
    return found


ALL_IN_ONE = grid([[9, 0, 0], [8, 7, 6], [5, 8, 9]])


def test_a_group_that_is_all_in_one_part_is_shown_where_the_policy_shows_it() -> None:
    assert None not in printed(ALL_IN_ONE, "shown").values()


def test_a_group_that_is_all_in_one_part_is_hidden_where_the_policy_says_so() -> None:
    shown = printed(ALL_IN_ONE, "withheld")
    assert shown["a0", "b0"] is None
    assert None in {shown["a0", "b1"], shown["a0", "b2"]}
    assert shown["a1", "*"] == 21


@given(
    counts=st.lists(st.sampled_from([0, 0, 3, 4]), min_size=6, max_size=6),
    shape=st.sampled_from([(2, 3), (3, 2)]),
)
@settings(max_examples=40, deadline=None)
def test_trying_every_table_never_shows_that_a_group_must_be_all_in_one_part(
    counts: list[int], shape: tuple[int, int]
) -> None:
    down, across = shape
    table = grid([counts[row * across : (row + 1) * across] for row in range(down)])
    try:
        shown = printed(table, "withheld")
    except ReleaseRefused as refusal:
        if refusal.code not in {"D001", "D003"}:
            raise
        return
    certain = groups_in_one_part(table, table.every_count())
    for possible in fitting_tables(table, shown, least=0):
        certain &= groups_in_one_part(table, possible)
        if not certain:
            return
    assert not certain
