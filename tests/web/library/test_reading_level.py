"""How hard a text is to read is counted as the formula says, and comes close to what a dictionary would count."""

import pytest

from footing_web.library.reading_level import reading_level, syllables

IN_A_DICTIONARY = {
    "access": 2, "action": 2, "advert": 2, "analyse": 3, "apprenticeship": 4, "area": 3, "background": 2, "because": 2,
    "benchmark": 2, "bonus": 2, "business": 2, "candidate": 3, "career": 2, "council": 2, "culture": 2, "decision": 3,
    "employees": 3, "employer": 3, "every": 3, "everybody": 4, "evidence": 3, "experience": 4, "feedback": 2,
    "figures": 2, "grade": 1, "hired": 1, "idea": 3, "income": 2, "induction": 3, "interview": 3, "interviews": 3,
    "judgement": 2, "leaver": 2, "manager": 3, "measured": 2, "meeting": 2, "mobility": 4, "national": 3, "needed": 2,
    "occupation": 4, "organisation": 5, "outreach": 2, "parents": 2, "people": 2, "policies": 3, "progression": 3,
    "promoted": 3, "question": 2, "ratio": 3, "recruiter": 3, "scale": 1, "school": 1, "scored": 1, "senior": 2,
    "small": 1, "social": 2, "socio": 3, "sponsor": 2, "stages": 2, "suppliers": 3, "template": 2, "trained": 1,
    "university": 5, "unpaid": 2, "writes": 1, "written": 2,
}  # fmt: skip


def test_syllables_come_within_two_in_a_hundred_of_a_dictionary():
    counted = sum(map(syllables, IN_A_DICTIONARY))
    assert counted == pytest.approx(sum(IN_A_DICTIONARY.values()), rel=0.02)


@pytest.mark.parametrize(("abbreviation", "spoken"), [("SEB", 3), ("HR", 2), ("CVs", 2), ("DPIA", 4)])
def test_an_abbreviation_is_spelt_out(abbreviation, spoken):
    assert syllables(abbreviation) == spoken


def test_the_grade_is_what_the_formula_says():
    level = reading_level("The cat sat on the mat. It was a warm day.")
    assert (level.words, level.sentences, level.syllables) == (11, 2, 11)
    assert level.grade == pytest.approx(0.39 * 11 / 2 + 11.8 - 15.59)
    assert level.age == pytest.approx(level.grade + 5)


def test_a_line_of_a_list_and_a_paragraph_are_sentences_too():
    assert reading_level("Bring with you:\n\n- your notes\n- your scores\n\nThen begin").sentences == 4


def test_a_decimal_point_ends_no_sentence():
    assert reading_level("The gap is 3.5 points. It was 4.1.").sentences == 2


def test_long_words_and_long_sentences_are_harder():
    easy = reading_level("Ask the same things. Write down what you hear.")
    hard = reading_level("Organisational accountability necessitates systematic documentation of deliberations.")
    assert easy.grade < 5
    assert hard.grade > 15


def test_a_text_without_words_has_no_grade():
    assert reading_level("– 3 –").grade == 0
