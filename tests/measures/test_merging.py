"""Which categories are put together."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from footing.measures.merging import merge, propose_merges
from footing.tables import TOTAL, Category
from footing.workforce.workforce import NOT_RECORDED, Characteristic

GRADES = ("A", "B", "C", "D", "E")


def characteristic(*codes: str, ordered: bool = True, unranked: frozenset[str] = frozenset()) -> Characteristic:
    categories = tuple(Category(code, f"Grade {code}" if len(code) == 1 else code) for code in codes)
    return Characteristic("grade", "Grade", categories, ordered, unranked)


def runs(*sizes: int, threshold: int = 10, ordered: bool = True):
    return propose_merges(
        {str(place): (size,) for place, size in enumerate(sizes)}, threshold=threshold, ordered=ordered
    )


def test_large_categories_stay_as_they_are():
    assert runs(10, 20, 30) == (("0",), ("1",), ("2",))


def test_a_small_grade_joins_the_smaller_of_its_neighbours():
    assert runs(30, 4, 12) == (("0",), ("1", "2"))
    assert runs(12, 4, 30) == (("0", "1"), ("2",))


def test_grades_are_only_joined_to_their_neighbours_and_as_few_as_will_do():
    assert runs(4, 30, 4, 7) == (("0", "1"), ("2", "3"))


def test_functions_are_joined_from_the_smallest_up_wherever_they_stand():
    assert runs(4, 30, 40, 3, 12, ordered=False) == (("0", "3", "4"), ("1",), ("2",))


def test_every_respect_counts():
    sizes = {"A": (20, 3), "B": (15, 8), "C": (30, 30)}
    assert propose_merges(sizes, threshold=10, ordered=True) == (("A", "B"), ("C",))


def test_too_few_people_are_too_few_however_they_are_put_together():
    assert runs(4, 5) is None
    assert runs(4, 5, ordered=False) is None
    assert propose_merges({}, threshold=1, ordered=True) is None


def test_a_function_of_nobody_stays_as_it_is():
    assert runs(0, 30, 40, ordered=False) == (("0",), ("1",), ("2",))


def every_way_to_cut(codes):
    for number in range(len(codes)):
        for cuts in combinations(range(1, len(codes)), number):
            ends = (0, *cuts, len(codes))
            yield tuple(codes[start:end] for start, end in pairwise(ends))


@given(st.lists(st.integers(0, 12), min_size=1, max_size=7), st.integers(1, 15))
def test_the_cut_is_the_best_of_every_way_there_is(sizes, threshold):
    codes = tuple(str(place) for place in range(len(sizes)))

    def people(run):
        return sum(sizes[int(code)] for code in run)

    ways = [way for way in every_way_to_cut(codes) if all(people(run) >= threshold for run in way)]
    best = min(ways, default=None, key=lambda way: (-len(way), sum(people(run) ** 2 for run in way)))
    found = runs(*sizes, threshold=threshold)
    if best is None:
        assert found is None
    else:
        assert found in ways
        assert len(found) == len(best)
        assert sum(people(run) ** 2 for run in found) == sum(people(run) ** 2 for run in best)


@given(st.lists(st.integers(0, 12), min_size=1, max_size=7), st.integers(1, 15))
def test_functions_put_together_are_large_enough_and_nobody_is_lost(sizes, threshold):
    found = runs(*sizes, threshold=threshold, ordered=False)
    assert (found is None) == (sum(sizes) < threshold)
    if found is not None:
        assert sorted(code for run in found for code in run) == sorted(str(place) for place in range(len(sizes)))
        people = [sum(sizes[int(code)] for code in run) for run in found]
        assert all(size >= threshold or size == 0 for size in people)
        assert sum(len(run) > 1 for run in found) <= 1


def test_grades_put_together_are_named_by_the_first_and_the_last():
    merged = merge(characteristic(*GRADES), {"A": (4,), "B": (3,), "C": (4,), "D": (20,), "E": (12,)}, threshold=10)
    assert [category.label for category in merged.categories] == ["Grade A to Grade C", "Grade D", "Grade E"]
    assert merged.is_coarser
    together = merged.categories[0].code
    assert merged.hierarchy.parents == {"A": together, "B": together, "C": together, "D": TOTAL, "E": TOTAL}


def test_age_bands_put_together_are_listed():
    bands = characteristic("45 to 54", "55 to 64", "65 and over")
    merged = merge(bands, {"45 to 54": (20,), "55 to 64": (7,), "65 and over": (6,)}, threshold=10)
    assert [category.label for category in merged.categories] == ["45 to 54", "55 to 64, 65 and over"]


def test_blanks_join_whatever_is_smallest_where_they_are_too_few_and_are_named():
    sizes = {"A": (12,), "B": (30,), NOT_RECORDED: (2,)}
    merged = merge(characteristic("A", "B", NOT_RECORDED), sizes, threshold=10)
    assert [category.label for category in merged.categories] == ["Grade A, not_recorded", "Grade B"]


def test_a_category_outside_the_order_is_never_between_two_others():
    sizes = {"A": (4,), "Apprentice": (20,), "B": (30,)}
    merged = merge(characteristic("A", "Apprentice", "B", unranked=frozenset({"Apprentice"})), sizes, threshold=10)
    assert [category.label for category in merged.categories] == ["Grade A, Grade B", "Apprentice"]


def test_nothing_is_coarser_where_nothing_was_small():
    merged = merge(characteristic("A", "B"), {"A": (10,), "B": (10,)}, threshold=10)
    assert not merged.is_coarser
    assert [category.code for category in merged.categories] == ["A", "B"]


def test_a_code_that_is_taken_is_not_given_again():
    sizes = {"A": (6,), "B": (6,), "Grade A to Grade B": (20,)}
    merged = merge(characteristic("A", "B", "Grade A to Grade B"), sizes, threshold=10)
    assert merged.categories[0].code == "Grade A to Grade B together"


def test_too_few_people_give_no_categories():
    assert merge(characteristic("A", "B"), {"A": (3,), "B": (2,)}, threshold=10) is None
