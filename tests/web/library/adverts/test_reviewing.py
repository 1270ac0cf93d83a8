"""The prompts for an advert: what is found, what is left alone, what is missing, and that none of it is a score."""

import dataclasses

import pytest

from footing_web.library.adverts import review_of
from footing_web.library.adverts.matching import places_of, tidy
from footing_web.library.adverts.reviewing import AdvertReview, Prompt
from footing_web.library.adverts.shelf import checks, word_lists

POOR = """Marketing Executive
We are a dynamic, fast-paced agency looking for a polished graduate (2:1 from a Russell Group university) with
gravitas to hit the ground running. You will liaise with stakeholders, leverage our synergies and lead on campaigns
across a matrix environment while maintaining close and effective relationships with every one of our many and varied
clients. Competitive salary. 3 years’ experience essential. Must have driving licence. You will join as an intern for
three months, unpaid, travel expenses only. Apply with your CV."""
GOOD = """Library assistant
£24,790 a year (part time hours are paid in proportion). Permanent. 37 hours, with job share and two days at home.
You will help people at the desk, join in story time and keep the shelves in order. You do not need experience: we
show you how. We choose in two stages. First a form with three questions. Then an interview on 3 May with the same
questions for everybody. We pay your travel. Apply by 20 April. Do you need adjustments? Call Sam on 01632 960 001."""


def prompts_of(advert: str) -> dict[str, Prompt]:
    return {each.id: each for each in review_of(advert).prompts}


def words_in(advert: str, name: str) -> set[str]:
    prompt = prompts_of(advert).get(name)
    return {each.words for each in prompt.found} if prompt else set()


def test_a_poor_advert_gets_prompts_of_every_kind_that_was_promised():
    found = prompts_of(POOR)
    assert set(found) >= {
        "qualifications", "class-coded", "gender-coded", "no-pay", "no-flexibility", "jargon", "unpaid",
        "internship-pay", "pay-words", "reading-age", "no-closing-date",
    }  # fmt: skip
    assert {"graduate", "2:1", "russell group", "years' experience", "driving licence"} <= words_in(
        POOR, "qualifications"
    )
    assert words_in(POOR, "class-coded") == {"polished", "gravitas"}
    assert words_in(POOR, "unpaid") == {"unpaid", "travel expenses only"}


def test_a_good_advert_gets_none():
    assert review_of(GOOD).prompts == ()


def test_an_advert_of_many_words_and_long_sentences_is_told_so():
    sentence = "We ask you to read " + "and to write " * 12 + "every day. "
    found = prompts_of(sentence * 20)
    assert "more than 25 words" in found["sentences"].why
    assert len(found["sentences"].sentences) == 5
    assert "It has 860 words" in found["length"].why


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Polish speakers are welcome. A Polish speaker sits in each team.", "class-coded"),
        ("A social media presence is part of the job.", "class-coded"),
        ("You may start a degree apprenticeship.", "qualifications"),
        ("You will have exposure to many trades.", "unpaid"),
        ("We give unpaid carers five days.", "unpaid"),
        ("Competencies leading to promotion, depending on hours.", "gender-coded"),
        ("The NHS trust pays into a stakeholder pension.", "jargon"),
    ],
)
def test_a_word_that_means_something_else_there_is_left_alone(said, name):
    assert words_in(said, name) == set()


@pytest.mark.parametrize("written", ["self-starter", "Self‑Starter", "SELF–STARTER", "self\u00a0starter"])
def test_a_word_is_found_in_any_case_and_with_any_hyphen(written):
    assert len(words_in(f"We want a {written}.", "class-coded")) == 1


def test_a_word_is_never_found_inside_another():
    assert list(places_of(tidy("The monasteries graduated undergraduates."), ["graduate", "master"])) == []


def test_a_place_shows_what_stands_around_the_word():
    text = tidy("one two three " * 10 + "gravitas " + "four five six " * 10)
    (place,) = places_of(text, ["gravitas"])
    assert place.words == "gravitas"
    assert place.before.startswith("…")
    assert place.after.endswith("…")


def test_what_is_missing_is_not_asked_of_a_few_words():
    assert not any(name.startswith("no-") for name in prompts_of("Cleaner wanted."))


def test_an_internship_that_says_what_it_pays_gets_no_prompt_on_pay():
    found = prompts_of("Summer internship in our workshop. " * 8 + "You are paid £12.60 an hour.")
    assert "internship-pay" not in found
    assert "no-pay" not in found


def test_every_prompt_says_why_what_to_try_and_what_it_rests_on():
    for prompt in review_of(POOR).prompts:
        assert prompt.why
        assert prompt.to_try
        assert prompt.sources
        assert prompt.evidence in ("strong", "moderate", "limited", "judgement")


def test_nothing_of_a_review_is_a_score():
    assert {each.name for each in dataclasses.fields(AdvertReview)} == {"level", "prompts"}
    assert not any("score" in each.name or "weight" in each.name for each in dataclasses.fields(Prompt))


def test_every_term_of_every_list_finds_itself():
    for held in word_lists():
        for group in held.groups:
            for term in group.terms:
                said = tidy(f"We say {term.removesuffix('*')} here.")
                assert list(places_of(said, [term])), term
    for check in checks().checks:
        for sign in check.signs:
            assert list(places_of(tidy(f"We say {sign.removesuffix('*')} here."), [sign])), sign


def test_no_term_stands_in_two_groups():
    terms = [term for held in word_lists() for group in held.groups for term in group.terms]
    assert sorted({term for term in terms if terms.count(term) > 1}) == []


def test_the_same_advert_gives_the_same_prompts():
    assert review_of(POOR) == review_of(POOR)
