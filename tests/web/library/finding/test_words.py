"""What somebody typed is read as words: without those that say nothing, and with those that mean the same."""

import pytest

from footing_web.library.finding.words import MOST_WORDS, SearchWords, alike, search_words, singular, sought, words_of

KNOWN = SearchWords.model_validate(
    {
        "says_nothing": ["how", "do", "we", "the"],
        "same": [["class", "social background"], ["advert", "vacancy"]],
        "sections": [{"section": "templates", "words": ["template"]}],
        "places": [],
    }
)


def test_words_that_say_nothing_are_left_out():
    assert [each.typed for each in sought("How do we ask the staff?", KNOWN)] == ["ask", "staff"]


@pytest.mark.parametrize("typed", ["class", "Classes", "CLASS"])
def test_a_word_brings_those_that_mean_the_same(typed):
    assert [each.same for each in sought(typed, KNOWN)] == [("social background",)]


def test_a_phrase_that_has_synonyms_is_kept_together():
    assert [each.spellings for each in sought("social backgrounds of staff", KNOWN)] == [
        ("social backgrounds", "class"),
        ("of",),
        ("staff",),
    ]


def test_a_word_typed_twice_counts_once():
    assert [each.typed for each in sought("staff staffs staff", KNOWN)] == ["staff"]


def test_no_more_than_a_dozen_words_are_read():
    assert len(sought(" ".join(f"word{number}" for number in range(100)), KNOWN)) == MOST_WORDS


@pytest.mark.parametrize("text", ["", "   ", "how do we", "?!"])
def test_a_text_that_says_nothing_looks_for_nothing(text):
    assert sought(text, KNOWN) == ()


def test_words_are_read_without_marks():
    assert words_of("People’s “background” (socio-economic), 2024.") == (
        "people",
        "background",
        "socio",
        "economic",
        "2024",
    )


@pytest.mark.parametrize(
    ("plural", "one"), [("policies", "policy"), ("classes", "class"), ("class", "class"), ("bus", "bus")]
)
def test_the_ending_of_the_plural_is_taken_off(plural, one):
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("one", "other"), [("hire", "hiring"), ("recruit", "recruitment"), ("policy", "policies"), ("manage", "managers")]
)
def test_forms_of_one_word_are_alike(one, other):
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("class", "classify"), ("pay", "payroll"), ("interview", "internal"), ("form", "format")]
)
def test_different_words_are_not(one, other):
    assert not alike(one, other)


def test_every_phrase_of_the_synonyms_says_something_and_none_stands_twice_in_a_group():
    known = search_words()
    for group in known.same:
        phrases = [words_of(phrase) for phrase in group]
        assert all(phrases)
        assert len(set(phrases)) == len(group) >= 1
    assert not {words_of(word) for word in known.says_nothing} & {
        words_of(each) for group in known.same for each in group
    }
