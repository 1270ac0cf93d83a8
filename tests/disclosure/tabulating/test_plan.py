"""What is shown of all combinations of levels: what is not mostly small, as far as there is room."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from footing.disclosure.tabulating.levels import Depths, LevelCount
from footing.disclosure.tabulating.plan import Outcome, Plan, choose_tables
from footing.standards import load_catalogue

POLICY = load_catalogue().policy("civil-service-2023")


def outcomes(plan: Plan) -> dict[Depths, Outcome]:
    return {count.depths: outcome for count, outcome in plan.outcomes.items()}


def counts_of(held_and_small: dict[Depths, tuple[int, int]]) -> list[LevelCount]:
    return [LevelCount(depths, held, held, small) for depths, (held, small) in held_and_small.items()]


@st.composite
def drawn_counts(draw: st.DrawFn) -> list[LevelCount]:
    """Combinations of two dimensions of two levels, in which finer levels have no fewer categories."""
    sizes = [sorted(draw(st.lists(st.integers(1, 6), min_size=2, max_size=2))) for _ in range(2)]
    counts = []
    for depths in product(range(3), range(3)):
        first, second = ([1, *each][depth] for each, depth in zip(sizes, depths, strict=True))
        held = draw(st.integers(1, first * second))
        counts.append(LevelCount(depths, first * second, held, draw(st.integers(0, held))))
    return draw(st.permutations(counts))


@given(drawn_counts(), st.integers(0, 60))
@settings(deadline=None, max_examples=60)
def test_what_is_shown_is_shown_with_everything_coarser_and_fits(counts: list[LevelCount], room: int) -> None:
    plan = choose_tables(counts, POLICY, room)
    found = outcomes(plan)
    assert set(found) == {each.depths for each in counts}
    assert plan.cells <= room
    for count in plan.shown:
        assert count.small_percent(POLICY.counts) <= POLICY.tables.small_counts_percent
        coarser = product(*(range(depth + 1) for depth in count.depths))
        assert all(found[each] is Outcome.SHOWN for each in coarser)


@given(drawn_counts(), st.integers(0, 60))
@settings(deadline=None, max_examples=60)
def test_the_tables_with_their_totals_hold_what_is_shown_and_nothing_else(counts: list[LevelCount], room: int) -> None:
    plan = choose_tables(counts, POLICY, room)
    held = {each for table in plan.tables() for each in product(*(range(depth + 1) for depth in table))}
    assert held == {each.depths for each in plan.shown}


@given(drawn_counts(), st.integers(0, 60))
@settings(deadline=None, max_examples=60)
def test_no_other_choice_shows_more_combinations(counts: list[LevelCount], room: int) -> None:
    plan = choose_tables(counts, POLICY, room)
    fit = (*plan.shown, *plan.having(Outcome.TOO_MANY))
    smallest_first = sorted(each.possible for each in fit)
    assert len(plan.shown) == sum(sum(smallest_first[: place + 1]) <= room for place in range(len(fit)))


def test_what_is_finer_than_a_mostly_small_table_is_not_shown_even_if_few_of_its_counts_are_small() -> None:
    plan = choose_tables(counts_of({(0,): (1, 0), (1,): (3, 2), (2,): (9, 1)}), POLICY)
    assert outcomes(plan) == {(0,): Outcome.SHOWN, (1,): Outcome.MOSTLY_SMALL, (2,): Outcome.FINER}


def test_a_third_of_small_counts_may_be_shown_and_more_may_not() -> None:
    assert outcomes(choose_tables(counts_of({(1,): (100, 33), (0,): (1, 0)}), POLICY))[1,] is Outcome.SHOWN
    assert outcomes(choose_tables(counts_of({(1,): (100, 34), (0,): (1, 0)}), POLICY))[1,] is Outcome.MOSTLY_SMALL


def test_a_policy_that_rounds_leaves_nothing_out_for_being_small() -> None:
    rounding = load_catalogue().policy("civil-service-2023-rounded")
    plan = choose_tables(counts_of({(0,): (1, 0), (1,): (3, 3)}), rounding)
    assert {each.depths for each in plan.shown} == {(0,), (1,)}
