"""Answers are placed on meaning, and a word that fits no option is never guessed at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footing.standards import load_catalogue
from footing.workforce.matching import AnswerMatcher, fold

QUESTIONS = {question.id: question for question in load_catalogue().questions}
MATCHERS = {id_: AnswerMatcher(question) for id_, question in QUESTIONS.items()}
TEXTS = [
    (id_, option.code, text)
    for id_, question in QUESTIONS.items()
    for option in question.options
    for text in (option.label, option.short_label, *option.spellings)
]


def place(question, word):
    """The option of a word, or None."""
    placement = MATCHERS[question].place(word)
    return placement.option if placement else None


def test_every_label_and_spelling_leads_to_its_own_option():
    assert [(q, text) for q, code, text in TEXTS if place(q, text) != code] == []


PERTURBATIONS = (
    str.upper,
    str.lower,
    lambda text: f"  {text} ",
    lambda text: f"4. {text}",
    lambda text: text.replace("'", "’").replace("-", "–"),
    lambda text: text.replace("’", "'").replace(" ", "\u00a0"),
    lambda text: text.rstrip(".") + ".",
    lambda text: text.replace(", ", " , "),
)


@given(st.sampled_from(TEXTS), st.lists(st.sampled_from(PERTURBATIONS), min_size=1, max_size=3, unique=True))
def test_ways_of_typing_do_not_change_the_option(text, perturbations):
    question, code, typed = text
    for perturb in perturbations:
        typed = perturb(typed)
    assert place(question, typed) == code


@given(st.sampled_from(TEXTS), st.sampled_from(["bus driver", "not", "former", "army"]), st.booleans())
def test_a_word_more_is_another_answer(text, word, in_front):
    question, _, typed = text
    changed = f"{word} {typed}" if in_front else f"{typed.rstrip('.')} {word}"
    known = {fold(each) for id_, _, each in TEXTS if id_ == question}
    if fold(changed) not in known and " such as" not in changed:
        assert place(question, changed) is None


@given(st.sampled_from(sorted(QUESTIONS)), st.text(max_size=25))
def test_a_text_that_is_no_known_spelling_is_not_placed(question, word):
    known = {fold(part) for id_, _, text in TEXTS if id_ == question for part in naive_parts(text)}
    placed = place(question, word)
    assert placed is None or any(fold(part) in known for part in naive_parts(word))


def naive_parts(text):
    """A text, what stands before its examples, and what stands before its colon."""
    plain = text.replace("’", "'")
    return [plain, plain.lower().split(" such as")[0], plain.split(":")[0]]


def test_the_words_before_the_examples_are_enough():
    assert place("parental_occupation", "Technical and craft occupations such as plumber") == "technical_or_craft"
    assert place("parental_occupation", "Clerical and intermediate occupations") == "clerical_or_intermediate"


def test_a_respondents_own_words_after_other_are_not_taken_for_other():
    assert place("parental_occupation", "Other: bus driver") is None


def test_fewer_than_20_means_the_small_business_owner():
    words = "Small business owners who employed fewer than 20 people such as: corner shop owners"
    assert place("parental_occupation", words) == "small_business_owner"


@pytest.mark.parametrize("word", ["Professionel", "Technical craft worker", "1", "Don't"])
def test_likeness_is_never_enough(word):
    assert place("parental_occupation", word) is None


def test_a_code_needs_a_codebook():
    question = QUESTIONS["parental_occupation"]
    with_codebook = AnswerMatcher(question, codebook={"1": "technical_or_craft"})
    assert AnswerMatcher(question).place("1") is None
    assert [with_codebook.place(code).option for code in ("1", " 1 ", "1.0")] == ["technical_or_craft"] * 3
    assert with_codebook.place("2") is None


def test_what_a_person_decided_comes_before_the_catalogue():
    matcher = AnswerMatcher(
        QUESTIONS["parental_occupation"], words={"Clerical": "other", "Bus driver": "routine_or_semi_routine"}
    )
    assert matcher.place("CLERICAL").option == "other"
    assert matcher.place("bus driver").option == "routine_or_semi_routine"


def test_the_nearest_options_are_named_for_help():
    assert "Technical or craft" in MATCHERS["parental_occupation"].nearest("Tecnical or craft")
