"""The grades of people and events as one ladder, and who is senior on it."""

import pytest

from footing.measures.careers.ladder import Ladder, ladder_of
from footing.measures.careers.terms import CareerTerms
from footing.tables import Category
from footing.workforce.workforce import Characteristic, Companion, Workforce
from measures.careers.small_careers import SNAPSHOT, make_careers


def ladder(of_people, of_events=(), terms=None, **options) -> Ladder:
    def listed(variable, codes):
        categories = tuple(Category(code, code) for code in codes)
        return Characteristic(variable, "Band", categories, ordered=True, **options)

    workforce = Workforce(
        people=None,
        connection=None,
        questions=(),
        characteristics=(listed("grade", of_people),) if of_people else (),
        amounts=frozenset(),
        snapshot_date=SNAPSHOT,
        person_count=0,
        sources=(),
        events_companion=Companion(characteristics=(listed("to_grade", of_events),) if of_events else ()),
    )
    return ladder_of(workforce, terms or CareerTerms())


@pytest.mark.parametrize(("grades", "senior"), [(1, 0), (2, 1), (5, 1), (6, 2), (8, 2), (9, 3), (11, 3), (30, 3)])
def test_senior_are_the_highest_three_but_no_more_than_one_in_three_and_at_least_one_of_two(grades, senior):
    codes = [f"Band {number}" for number in range(1, grades + 1)]
    assert list(ladder(codes).senior) == codes[grades - senior :]


def test_the_grades_named_senior_are_those_in_the_order_of_the_ladder():
    terms = CareerTerms(senior_grades=frozenset({"C", "B"}))
    assert ladder("ABCD", terms=terms).senior == ("B", "C")


def test_a_senior_grade_that_nobody_is_in_is_refused_by_name():
    with pytest.raises(ValueError, match="no such grade: Chief"):
        ladder("ABCD", terms=CareerTerms(senior_grades=frozenset({"Chief", "A"})))


def test_a_grade_of_the_events_alone_comes_right_after_the_one_that_it_follows_there():
    found = ladder("ABD", "ABCDE")
    assert found.ranked == ("A", "B", "C", "D", "E")
    assert ladder("BC", "AC").ranked == ("A", "B", "C")


def test_grades_that_stand_outside_the_order_are_shown_and_have_no_rank():
    found = ladder("ABX", unranked=frozenset({"X"}))
    assert found.ranked == ("A", "B")
    assert [each.code for each in found.shown] == ["A", "B", "X"]


def test_not_recorded_is_always_a_code_and_shown_where_somebody_of_the_extract_has_no_grade():
    assert ladder("AB").codes == ("A", "B", "not_recorded")
    assert [each.code for each in ladder("AB").shown] == ["A", "B"]
    assert [each.code for each in ladder(["A", "B", "not_recorded"]).shown] == ["A", "B", "not_recorded"]


def test_grades_without_an_order_have_no_ranks_and_nobody_senior_unless_named():
    workforce = make_careers(ordered=False)
    assert (ladder_of(workforce, CareerTerms()).ranked, ladder_of(workforce, CareerTerms()).senior) == ((), ())
    named = CareerTerms(senior_grades=frozenset({"Grade 6"}))
    assert ladder_of(workforce, named).senior == ("Grade 6",)


def test_a_workforce_without_grades_has_an_empty_ladder():
    found = ladder([])
    assert (found.grades, found.senior, found.codes) == ((), (), ("not_recorded",))


def test_the_senior_grades_are_a_roll_up():
    members = ladder("ABC").variable().members()
    assert members["senior"] == (2,)
