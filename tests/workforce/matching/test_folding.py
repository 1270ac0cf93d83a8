"""Folding: ways of typing the same words are one, and words that differ in meaning stay apart."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footing.workforce.matching import fold, fold_heading, fold_lightly


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I don’t know.", "I don't know"),
        ("I DON`T KNOW", "i don´t know"),
        ("Semi-routine", "semi–routine"),
        ("Semi-routine", "Semi routine"),
        ("Modern & traditional", "modern and traditional"),
        ("civil / mechanical engineer", "civil/mechanical engineer"),
        ("  Prefer not\u00a0to   say ", "prefer not to say"),
        ("1. Clerical", "Clerical"),
        ("a) Clerical", "Clerical"),
        ("(7) Clerical", "Clerical"),
        ("[7] Clerical", "Clerical"),
        ("7 - Clerical", "Clerical"),
        ("ﬁnance", "finance"),
    ],
)
def test_what_is_typed_in_two_ways_folds_to_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Small business owner (<25)", "Small business owner (>25)"),
        ("25+", "25"),
        ("1 - 24", "24"),
        ("1.5", "5"),
        ("Grade 1", "Grade 11"),
        ("50%", "50"),
        ("No", "Not"),
        ("1", "2"),
        ("1.", "2."),
    ],
)
def test_what_differs_in_meaning_stays_apart(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    "heading",
    [
        "Q1 Parental occupation",
        "Question 1: Parental occupation",
        "q12b) PARENTAL OCCUPATION",
        "Q1 – Parental occupation",
    ],
)
def test_a_question_number_is_no_part_of_a_heading(heading):
    assert fold_heading(heading) == "parental occupation"


@pytest.mark.parametrize("heading", ["Quality", "Q", "Questions asked", "Q4"])
def test_a_heading_that_only_looks_numbered_keeps_its_words(heading):
    assert fold_heading(heading) == heading.casefold()


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text):
    assert fold_lightly(fold_lightly(text)) == fold_lightly(text)


def naive_words(text):
    """Letters and digits of a text without apostrophes, in lower case, as runs."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("'", "").replace("’", "")
    return "".join(character if character.isalnum() else " " for character in plain).split()


letters = st.text("abc XYZ'’,;:!?/", min_size=1, max_size=30)
words = (
    st.lists(st.text("abcXYZ'’", min_size=2), min_size=1, max_size=5)
    .map(", ".join)
    .filter(lambda text: text[0].isalpha())
)


@given(letters)
def test_folded_words_are_those_of_the_oracle(text):
    expected = naive_words(text)
    assert fold(text).split() == expected or not expected


@given(words, st.sampled_from(["  {}  ", "{}.", "3. {}", "b) {}", "“{}”"]))
def test_wrapping_words_does_not_change_them(text, wrapping):
    assert fold(wrapping.format(text)) == fold(text)
