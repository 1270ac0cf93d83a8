"""What divisions are called."""

from footing.measures.division import divide
from footing.standards import load_catalogue
from footing.tables import TOTAL, Category
from measures.small_workforce import make_workforce

WORKFORCE = make_workforce([], characteristics={"grade": ["Grade 1"], "age_band": ["16 to 24"]})
EVERYBODY, BY_GRADE_AND_AGE = divide(WORKFORCE.questions[0], [(), WORKFORCE.characteristics], load_catalogue())


def test_a_division_is_named_by_its_question_and_its_characteristics():
    assert EVERYBODY.id == "parental_occupation.overall"
    assert BY_GRADE_AND_AGE.id == "parental_occupation.by_grade_and_age_band"


def test_a_division_reads_as_a_sentence_does():
    assert EVERYBODY.title == "Parental occupation at 14"
    assert BY_GRADE_AND_AGE.title == "Parental occupation at 14 by grade and age band"


def test_the_question_is_the_last_dimension_and_everybody_the_last_category_of_the_others():
    dimensions = BY_GRADE_AND_AGE.dimensions([Category("lower", "Lower")])
    assert [dimension.variable for dimension in dimensions] == ["grade", "age_band", "parental_occupation"]
    assert [category.code for category in dimensions[0].categories] == ["Grade 1", TOTAL]
    assert [category.code for category in dimensions[2].categories] == ["lower"]
