"""Wider groups are proposed where they show more people than a table of narrow groups with gaps."""

from disclosure.small_tables import Grid, grid, release_of, small_threshold
from footing.disclosure import release
from footing.disclosure.wider import propose_wider_groups
from footing.tables import Hierarchy

RULES = small_threshold(5)
NARROW = grid([[2, 3, 40], [3, 2, 30], [4, 3, 20], [30, 30, 40]])


def test_categories_that_are_small_beside_the_others_are_put_together() -> None:
    best, *_ = propose_wider_groups(release_of(NARROW), policy=RULES)
    assert best.shown_after > best.shown_before
    assert any(len(group) > 1 for group in best.groups)
    assert "put together" in best.statement


def test_what_is_promised_is_what_the_merged_table_shows() -> None:
    (proposal,) = (each for each in propose_wider_groups(release_of(NARROW), policy=RULES) if each.variable == "a")
    merged: dict[tuple[str, str], int] = {}
    for group in proposal.groups:
        for across in NARROW.codes[1]:
            merged[" and ".join(group), across] = sum(NARROW.counts[code, across] for code in group)
    table = Grid(("a", "b"), (tuple(" and ".join(group) for group in proposal.groups), NARROW.codes[1]), merged)
    (protected,) = release(release_of(table), policy=RULES).tables
    assert sum(row.value or 0 for row in protected.rows if "*" not in row.key) == proposal.shown_after


def test_a_table_that_shows_everybody_has_no_proposal() -> None:
    assert propose_wider_groups(release_of(grid([[9, 8], [7, 6]])), policy=RULES) == ()


def test_categories_that_are_nested_are_left_as_they_are() -> None:
    codes = (("x", "y", "z"), ("b0", "b1"))
    counts = {(down, across): 2 + 9 * j for down in codes[0] for j, across in enumerate(codes[1])}
    nested = Grid(("a", "b"), codes, counts, (Hierarchy("a", {"x": "f", "y": "f"}),))
    assert all(each.variable != "a" for each in propose_wider_groups(release_of(nested), policy=RULES))
