"""A slip of the finger is read as the word that was meant; a word that is like no other is left alone."""

import pytest

from footing_web.library.finding.spelling import corrected

KNOWN = {"interview", "internship", "induction", "background", "promotion", "progression", "questionnaire", "fsm"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("intervew", "interview"),
        ("inteview", "interview"),
        ("interveiw", "interview"),
        ("backgroud", "background"),
        ("promotoin", "promotion"),
        ("questionaire", "questionnaire"),
        ("interships", "internship"),
    ],
)
def test_a_slip_is_put_right(typed, meant):
    assert corrected(typed, KNOWN) == meant


@pytest.mark.parametrize("typed", ["xylophone", "cat", "fms", "2024", "a1b2c3", "int-erview", ""])
def test_what_is_like_nothing_or_too_short_or_no_word_is_left_alone(typed):
    assert corrected(typed, KNOWN) is None


def test_of_words_equally_alike_the_first_in_the_alphabet_is_taken():
    assert corrected("paste", {"taste", "haste", "waste"}) == "haste"
