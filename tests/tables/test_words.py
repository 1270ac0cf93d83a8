"""The small pieces of English are right for none, one and many."""

import datetime as dt

import pytest

from footing.tables.words import counted, in_a_sentence, listed, long_date, slug


@pytest.mark.parametrize(
    ("number", "text"), [(0, "no people"), (1, "1 person"), (2, "2 people"), (4200, "4,200 people")]
)
def test_a_number_goes_with_its_noun(number, text):
    assert counted(number, "person", "people") == text


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_items_are_listed_as_they_are_spoken(items, text):
    assert listed(items) == text


@pytest.mark.parametrize(
    ("title", "text"), [("Age band", "age band"), ("NS-SEC class", "NS-SEC class"), ("", ""), ("A", "a")]
)
def test_a_title_in_a_sentence_opens_small_unless_it_is_an_abbreviation(title, text):
    assert in_a_sentence(title) == text


def test_a_date_is_written_as_in_a_letter():
    assert long_date(dt.date(2026, 3, 1)) == "1 March 2026"


def test_an_id_in_a_page_has_letters_digits_and_hyphens_alone():
    assert slug("Children’s <b>services</b> (2)") == "children-s-b-services-b-2"
