"""Which totals of amounts, and which means, may be shown, measure by measure."""

from dataclasses import replace

import pytest

from disclosure.small_tables import POPULATION, people_count, policy
from footing.disclosure import ReleaseRefused
from footing.disclosure.amounts import HUNDREDTHS, _Amount, _means, _unlisted, protect_totals
from footing.disclosure.dominance import uncertainty_needed
from footing.disclosure.result import ProtectedCounts
from footing.disclosure.search import Search
from footing.standards import DisclosurePolicy
from footing.tables import TOTAL, Category, Coordinate, Dimension, Estimate, coordinate, units
from footing.tables.raw import Contribution, FromCounts, FromValues, Population, RawRelease, RawRow, RawTable

RULES = policy("civil-service-2023", averages={"minimum_base": 3})
EVEN = [20.0] * 12
Pay = dict[str, list[float]]


def cell_of(code: str) -> Coordinate:
    return coordinate(unit=code)


def figure(code: str, amounts: list[float], *, means: bool = False) -> FromValues:
    contribution = Contribution(sum(amounts), tuple(sorted(amounts, reverse=True)))
    value = sum(amounts) / (len(amounts) or 1) if means else sum(amounts)
    return FromValues((cell_of(code),), cell_of(code), Estimate(value), contribution, adds_up=not means, averages=means)


def table_of(figures: list[FromValues], measure: str = "pay", population: str = POPULATION) -> RawTable:
    rows = tuple(RawRow((str(place),), each) for place, each in enumerate(figures))
    shape = (Dimension("row", "Row", tuple(Category(row.key[0], row.key[0]) for row in rows)),)
    return RawTable(measure, measure, measure, units.POUNDS, population, shape, rows)


def groups_of(pay: Pay) -> Pay:
    return {TOTAL: [amount for amounts in pay.values() for amount in amounts], **pay}


def counted(pay: Pay, hidden: set[str]) -> tuple[Population, ProtectedCounts]:
    counts = {cell_of(code): len(amounts) for code, amounts in groups_of(pay).items()}
    shown = {cell: n for cell, n in counts.items() if cell not in {cell_of(code) for code in hidden}}
    return Population(POPULATION, counts), ProtectedCounts(shown, counts, rounded=False, demands={}, method="withheld")


def hidden_of(
    pay: Pay,
    *,
    means: bool = False,
    listed: set[str] | None = None,
    counts_hidden: set[str] | None = None,
    rules: DisclosurePolicy = RULES,
) -> set[str]:
    """The codes whose figure is kept back, of those ``listed``."""
    population, counts = counted(pay, counts_hidden or set())
    groups = {code: each for code, each in groups_of(pay).items() if listed is None or code in {TOTAL, *listed}}
    table = table_of([figure(code, amounts, means=means) for code, amounts in groups.items()])
    raw = RawRelease((population,), (table,))
    shown = protect_totals(raw, {POPULATION: counts}, rules, Search())[POPULATION, "pay"]
    return {code for code in groups if cell_of(code) not in shown}


def test_totals_of_many_even_amounts_are_all_shown() -> None:
    assert hidden_of({"x": EVEN, "y": EVEN}) == set()


@pytest.mark.parametrize("means", [False, True])
@pytest.mark.parametrize(("people", "kept_back"), [(2, True), (3, False)])
def test_a_figure_of_fewer_people_than_the_policy_says_is_kept_back_with_another(
    people: int, kept_back: bool, means: bool
) -> None:
    hidden = hidden_of({"x": [20.0] * people, "y": EVEN, "z": EVEN}, means=means)
    assert ("x" in hidden) is kept_back
    assert len(hidden) != 1


@pytest.mark.parametrize("means", [False, True])
def test_a_figure_of_few_equal_amounts_is_kept_back_with_one_other_and_the_total_is_shown(means: bool) -> None:
    many = [20.0] * 40
    rules = policy("civil-service-2023", averages={"minimum_base": 15})
    hidden = hidden_of({"x": EVEN, "y": many, "z": many}, means=means, rules=rules)
    assert hidden in ({"x", "y"}, {"x", "z"})
    left = hidden_of({"x": EVEN, "y": many, "z": many}, means=means, rules=rules, listed={"y", "z"})
    assert left in ({"y"}, {"z"})


@pytest.mark.parametrize("means", [False, True])
def test_a_figure_that_few_make_up_most_of_is_kept_back_with_another(means: bool) -> None:
    hidden = hidden_of({"x": [900.0, 50.0, *[1.0] * 10], "y": EVEN, "z": EVEN}, means=means)
    assert "x" in hidden
    assert len(hidden) >= 2


def test_a_total_that_is_kept_back_stays_uncertain_by_what_its_dominance_asks() -> None:
    large = [900.0, 50.0, *[1.0] * 10]
    small = {f"u{number}": [2.5] * 12 for number in range(8)}
    hidden = hidden_of({"x": large, **small})
    needed = uncertainty_needed(Contribution(sum(large), tuple(large)), RULES.dominance)
    assert needed == pytest.approx(950 / 0.9 - 960)
    assert "x" in hidden
    assert TOTAL in hidden or 30.0 * len(hidden - {"x"}) >= needed


def test_what_is_kept_back_can_be_less_as_well_down_to_nothing() -> None:
    hidden = hidden_of({"x": [60.0, 1.0, 1.0], "y": EVEN, "z": EVEN})
    assert "x" in hidden
    assert len(hidden) >= 2


@pytest.mark.parametrize("means", [False, True])
def test_a_figure_whose_count_is_withheld_is_kept_back_and_one_of_nobody_need_not_be(means: bool) -> None:
    pay: Pay = {"x": EVEN, "y": EVEN, "nobody": []}
    assert hidden_of(pay, counts_hidden={"x", "y"}, means=means) == {"x", "y"}
    assert hidden_of(pay, counts_hidden={"x", "y", "nobody"}, means=means) == {"x", "y"}


FEW_EARN_MOST: Pay = {"x": [9000.0, 900.0, *[1.0] * 58], "y": [20.0] * 6, "z": [20.0] * 200}
"""The mean of ``x`` must stay uncertain by 10.5 % of 60 people, so that the 6 of ``y`` do not hide it."""


def test_a_mean_stays_uncertain_by_what_its_dominance_asks_as_if_all_amounts_were_equal() -> None:
    hidden = hidden_of(FEW_EARN_MOST, means=True)
    assert "x" in hidden
    assert hidden & {"z", TOTAL}


def test_of_two_figures_of_one_group_the_stricter_holds() -> None:
    population, counts = counted(FEW_EARN_MOST, set())
    all_figures = [figure(code, amounts, means=True) for code, amounts in groups_of(FEW_EARN_MOST).items()]
    even = figure("x", [20.0] * 60, means=True)
    for tables in ([*all_figures, even], [even, *all_figures]):
        raw = RawRelease((population,), (table_of(tables),))
        shown = protect_totals(raw, {POPULATION: counts}, RULES, Search())[POPULATION, "pay"]
        assert cell_of("x") not in shown
        assert not {cell_of("z"), ()} <= shown


def unlisted_amounts(sizes: dict[str, int]) -> frozenset[Coordinate]:
    """The groups whose total may be shown where no single amount is listed."""
    pay = {code: [20.0] * people for code, people in sizes.items()}
    population, counts = counted(pay, set())
    totals = [replace(figure(code, amounts), contribution=None) for code, amounts in groups_of(pay).items()]
    raw = RawRelease((population,), (table_of(totals),))
    return protect_totals(raw, {POPULATION: counts}, RULES, Search())[POPULATION, "pay"]


def test_a_total_of_which_no_amount_is_listed_goes_by_how_many_people_it_is_of() -> None:
    assert len(unlisted_amounts({"x": 3, "y": 12, "z": 12})) == 4
    few = unlisted_amounts({"x": 2, "y": 12, "z": 12})
    assert cell_of("x") not in few
    assert len(few) < 3


def test_a_total_that_does_not_exist_counts_for_nothing() -> None:
    population, counts = counted({"x": EVEN, "y": EVEN}, set())
    none = replace(figure("x", EVEN), estimate=Estimate(None), contribution=None)
    raw = RawRelease((population,), (table_of([none, figure("y", EVEN), figure(TOTAL, EVEN)]),))
    assert len(protect_totals(raw, {POPULATION: counts}, RULES, Search())[POPULATION, "pay"]) == 3


def test_a_total_of_nothing_of_few_hides_no_other() -> None:
    assert hidden_of({"x": [0.0] * 2, "y": EVEN, "z": EVEN}) == set()


def test_only_figures_of_amounts_are_looked_at() -> None:
    population, counts = counted({"x": EVEN, "y": EVEN}, set())
    count = RawRow(("count",), FromCounts((cell_of("x"),), cell_of("x"), people_count))
    table = table_of([figure("x", EVEN), figure("y", EVEN)])
    mixed = replace(table, rows=(*table.rows, count))
    shown = protect_totals(RawRelease((population,), (mixed,)), {POPULATION: counts}, RULES, Search())
    assert shown == {(POPULATION, "pay"): frozenset({cell_of("x"), cell_of("y")})}


def test_a_mean_that_does_not_exist_is_kept_back() -> None:
    population, counts = counted({"x": EVEN, "y": EVEN}, set())
    none = replace(figure("x", EVEN, means=True), estimate=Estimate(None), contribution=None)
    others = [figure(code, amounts, means=True) for code, amounts in ((TOTAL, EVEN * 2), ("y", EVEN))]
    raw = RawRelease((population,), (table_of([none, *others]),))
    shown = protect_totals(raw, {POPULATION: counts}, RULES, Search())[POPULATION, "pay"]
    assert cell_of("x") not in shown
    assert len(shown) < 2


def test_each_measure_and_each_population_is_protected_on_its_own() -> None:
    pay: Pay = {"x": [900.0, 1.0, 1.0, 1.0], "y": EVEN, "z": EVEN}
    population, counts = counted(pay, set())
    others = Population("others", population.counts)
    uneven = [figure(code, amounts) for code, amounts in groups_of(pay).items()]
    even = [figure(code, [20.0] * len(amounts)) for code, amounts in groups_of(pay).items()]
    raw = RawRelease(
        (population, others),
        (table_of(uneven), table_of(even, "hours"), table_of(even, population="others")),
    )
    shown = protect_totals(raw, {POPULATION: counts, "others": counts}, RULES, Search())
    assert shown.keys() == {(POPULATION, "pay"), (POPULATION, "hours"), ("others", "pay")}
    every = frozenset(cell_of(code) for code in groups_of(pay))
    assert shown[POPULATION, "hours"] == every
    assert shown["others", "pay"] == every
    assert cell_of("x") not in shown[POPULATION, "pay"]


def test_medians_are_no_part_of_it() -> None:
    population, counts = counted({"x": EVEN}, set())
    medians = replace(figure("x", EVEN), adds_up=False)
    raw = RawRelease((population,), (table_of([medians]),))
    assert protect_totals(raw, {POPULATION: counts}, RULES, Search()) == {}


def test_totals_that_do_not_add_up_are_refused_with_what_to_do() -> None:
    population, counts = counted({"x": EVEN, "y": EVEN}, set())
    wrong = table_of([figure(TOTAL, [100.0]), figure("x", EVEN), figure("y", EVEN)])
    with pytest.raises(ReleaseRefused) as refusal:
        protect_totals(RawRelease((population,), (wrong,)), {POPULATION: counts}, RULES, Search())
    assert refusal.value.code == "D006"
    assert POPULATION in refusal.value.reason


def test_totals_that_somebody_could_work_out_too_closely_are_refused() -> None:
    """What is left over of this total is of nobody, so that whoever knows who there are can subtract."""
    population, counts = counted({"x": [5.0, 1.0], "y": [0.0] * 12}, set())
    table = table_of([figure(TOTAL, [5.0, 1.0, *EVEN]), figure("x", [5.0, 1.0]), figure("y", [0.0] * 12)])
    with pytest.raises(ReleaseRefused) as refusal:
        protect_totals(RawRelease((population,), (table,)), {POPULATION: counts}, RULES, Search())
    assert refusal.value.code == "D004"
    assert POPULATION in refusal.value.reason


@pytest.mark.parametrize("means", [False, True])
@pytest.mark.parametrize(("people", "kept_back"), [(1, True), (2, True), (3, False)])
def test_the_figure_of_few_who_are_in_no_table_does_not_follow_from_the_others(
    people: int, kept_back: bool, means: bool
) -> None:
    hidden = hidden_of({"x": EVEN, "y": EVEN, "left": [20.0] * people}, listed={"x", "y"}, means=means)
    assert bool(hidden) is kept_back


def test_a_total_of_nothing_is_shown_and_known_to_be_nothing() -> None:
    hidden = hidden_of({"x": [0.0] * 12, "y": EVEN, "z": [900.0, 1.0, 1.0, 1.0], "v": EVEN})
    assert "x" not in hidden
    assert "z" in hidden


LARGE = [1_000.0, *[0.1] * 11]
P_PERCENT = RULES.dominance.p_percent / HUNDREDTHS


def means_of(pay: Pay, figures: list[FromValues]) -> dict[Coordinate, _Amount]:
    population, counts = counted(pay, set())
    return _means(RawRelease((population,), (table_of(figures),)), POPULATION, counts, RULES)["pay"]


@pytest.mark.parametrize(("amounts", "people"), [(EVEN, 12), ([20.0] * 40, 40)])
def test_a_mean_of_even_amounts_stays_uncertain_by_the_share_of_the_policy(amounts: list[float], people: int) -> None:
    found = means_of({"x": amounts}, [figure("x", amounts, means=True)])[cell_of("x")]
    assert P_PERCENT > 0
    assert found.needed == pytest.approx(P_PERCENT * people * HUNDREDTHS, rel=1e-12)


def test_a_mean_that_few_make_up_most_of_stays_uncertain_by_what_dominance_asks_of_its_total() -> None:
    found = means_of({"x": LARGE}, [figure("x", LARGE, means=True)])[cell_of("x")]
    share = uncertainty_needed(Contribution(sum(LARGE), tuple(LARGE)), RULES.dominance) / sum(LARGE)
    assert share > P_PERCENT
    assert found.needed == pytest.approx(share * len(LARGE) * HUNDREDTHS, rel=1e-12)


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_means_of_one_group_the_one_that_asks_most_holds(order: int) -> None:
    both = [figure("x", EVEN, means=True), replace(figure("x", LARGE, means=True), estimate=Estimate(None))]
    alone = [means_of({"x": EVEN}, [each])[cell_of("x")] for each in both]
    found = means_of({"x": EVEN}, both[::order])[cell_of("x")]
    assert len({each.needed for each in alone}) == 2
    assert found.needed == max(each.needed for each in alone)
    assert (found.sensitive, found.hidden) == (True, True)


def test_what_is_left_over_for_too_few_stays_uncertain_by_the_share_of_the_policy() -> None:
    pay = {"x": [30.0, 50.0], "y": EVEN}
    population, counts = counted(pay, set())
    listed = {
        cell_of(code): _Amount(round(sum(groups_of(pay)[code]) * HUNDREDTHS), False, False, 0.0)
        for code in (TOTAL, "y")
    }
    known = {cell: each.total for cell, each in listed.items()}
    everybody = {cell: people * HUNDREDTHS for cell, people in counts.exact.items() if cell in listed}
    (left,) = _unlisted(population, listed, known, everybody, RULES).values()
    assert left.total == 80 * HUNDREDTHS
    assert left.needed == pytest.approx(P_PERCENT * left.total, rel=1e-12)


@pytest.mark.parametrize("means", [False, True])
@pytest.mark.parametrize("largest", [0.9, 1.0])
def test_of_a_pound_in_all_that_few_make_up_most_of_nothing_else_holds(means: bool, largest: float) -> None:
    hidden = hidden_of({"x": [largest, *[0.0] * 11], "y": EVEN, "z": EVEN}, means=means)
    assert "x" in hidden


def test_a_total_of_one_pound_follows_its_count_like_any_other() -> None:
    assert "x" in hidden_of({"x": [0.125] * 8, "y": EVEN, "z": EVEN}, counts_hidden={"x", "y"})


def test_a_mean_of_amounts_of_a_pound_in_all_is_judged_by_who_makes_them_up() -> None:
    found = means_of({"x": EVEN}, [figure("x", [1.0, *[0.0] * 11], means=True)])[cell_of("x")]
    assert found.sensitive
    assert found.needed > P_PERCENT * 12 * HUNDREDTHS
