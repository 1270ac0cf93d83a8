"""Tables that would be mostly withheld are left out before anything is protected."""

import pytest

from assessment.workforces import graded
from footing.assessment.selection import worth_publishing
from footing.measures import measure_all
from footing.standards import DisclosurePolicy, load_catalogue
from footing.tables.raw import RawRelease

FULL = (300, 200, 250, 40)
BY_GRADE = "representation.parental_occupation.by_grade"


def measured(*small: tuple[int, int, int, int]) -> RawRelease:
    grades = [FULL, FULL, *small]
    workforce = graded({f"Grade {number}": counts for number, counts in enumerate(grades, 1)})
    return measure_all(workforce, catalogue=load_catalogue()).release


def policy(policy_id: str = "publish-10", **changes: float) -> DisclosurePolicy:
    found = load_catalogue().policy(policy_id)
    return found.model_copy(update={"tables": found.tables.model_copy(update=changes)})


def ids(release: RawRelease) -> set[str]:
    return {table.id for table in release.tables}


def test_a_table_of_large_counts_stays() -> None:
    selection = worth_publishing(measured(), policy())
    assert selection.left_out == ()
    assert BY_GRADE in ids(selection.release)


def test_a_table_whose_counts_are_mostly_small_is_left_out_with_its_shares() -> None:
    selection = worth_publishing(measured((3, 2, 4, 1), (5, 6, 7, 1), (2, 2, 2, 2)), policy())
    assert {BY_GRADE, f"{BY_GRADE}.share"} <= {each.table for each in selection.left_out}
    assert "representation.parental_occupation.overall" in ids(selection.release)


def test_the_share_of_small_counts_that_is_too_many_is_the_policys() -> None:
    release = measured((3, 2, 4, 1))
    assert BY_GRADE in ids(worth_publishing(release, policy(small_counts_percent=60)).release)
    assert BY_GRADE not in ids(worth_publishing(release, policy(small_counts_percent=10)).release)


@pytest.mark.parametrize(("zeros", "stays"), [("shown", True), ("withheld", False)])
def test_noughts_count_as_small_only_where_they_are_withheld(zeros: str, stays: bool) -> None:
    found = policy(small_counts_percent=25)
    found = found.model_copy(update={"counts": found.counts.model_copy(update={"zeros": zeros})})
    release = measured((40, 0, 0, 0), (40, 0, 0, 0), (40, 0, 0, 0))
    assert (BY_GRADE in ids(worth_publishing(release, found).release)) is stays


def test_a_policy_that_rounds_leaves_nothing_out() -> None:
    release = measured((3, 2, 4, 1), (5, 6, 7, 1), (2, 2, 2, 2))
    selection = worth_publishing(release, policy("civil-service-2023-rounded"))
    assert selection.release == release
    assert selection.left_out == ()


def test_counts_of_groups_that_only_link_others_are_kept_for_protecting() -> None:
    release = measured((3, 2, 4, 1), (5, 6, 7, 1), (2, 2, 2, 2))
    selection = worth_publishing(release, policy())
    assert selection.left_out
    assert selection.release.populations == release.populations
