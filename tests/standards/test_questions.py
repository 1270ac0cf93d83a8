"""The questions are word for word, and answers met in the wild are placed by spelling alone."""

from collections import defaultdict

import pytest
from pydantic import ValidationError

from footing.standards import Option, Question, load_catalogue

CATALOGUE = load_catalogue()

KEY_QUESTION = (
    "Modern professional & traditional professional occupations such as: teacher, nurse, physiotherapist, social "
    "worker, musician, police officer (sergeant or above), software designer, accountant, solicitor, medical "
    "practitioner, scientist, civil / mechanical engineer.",
    "Senior, middle or junior managers or administrators such as: finance manager, chief executive, large business "
    "owner, office manager, retail manager, bank manager, restaurant manager, warehouse manager.",
    "Clerical and intermediate occupations such as: secretary, personal assistant, call centre agent, clerical worker, "
    "nursery nurse.",
    "Technical and craft occupations such as: motor mechanic, plumber, printer, electrician, gardener, train driver.",
    "Routine, semi-routine manual and service occupations such as: postal worker, machine operative, security guard, "
    "caretaker, farm worker, catering assistant, sales assistant, HGV driver, cleaner, porter, packer, labourer, "
    "waiter/waitress, bar staff.",
    "Long-term unemployed (claimed Jobseeker's Allowance or earlier unemployment benefit for more than a year).",
    "Small business owners who employed less than 25 people such as: corner shop owners, small plumbing companies, "
    "retail shop owner, single restaurant or cafe owner, taxi owner, garage owner.",
    "Other such as: retired, this question does not apply to me, I don't know.",
    "I prefer not to say.",
)
"""The nine answers of the Social Mobility Commission's key question, in order."""

MET_IN_THE_WILD = {
    "parental_occupation": {
        "Modern/traditional professional": "modern_or_traditional_professional",
        "Manager or administrator": "manager_or_administrator",
        "Clerical and intermediate": "clerical_or_intermediate",
        "Technical and craft": "technical_or_craft",
        "Routine or semi-routine": "routine_or_semi_routine",
        "Long-term unemployed": "long_term_unemployed",
        "Small business owner (<25)": "small_business_owner",
        "Small business owners who employed fewer than 20 people such as: corner shop owners, small plumbing "
        "companies, retail shop owner, single restaurant or cafe owner, taxi owner, garage owner.": (
            "small_business_owner"
        ),
        "Other / don't know": "other",
        "PNTS": "prefer_not_to_say",
        "Prefer not to say": "prefer_not_to_say",
    },
    "school_type": {
        "A state-run or state-funded school": "state",
        "Independent or fee-paying school": "independent",
        "Attended school outside the UK": "outside_uk",
        "I don't know": "dont_know",
        "Prefer not to say": "prefer_not_to_say",
        "State-run or state-funded school – selective": "state_selective",
        "UK state school - non-selective": "state_non_selective",
        "Independent or fee-paying school, where I received a bursary covering 90% or more of my tuition": (
            "independent_bursary"
        ),
    },
    "free_school_meals": {
        "Yes": "eligible",
        "No": "not_eligible",
        "Not applicable (finished school before 1980 or went to school overseas)": "not_applicable",
        "I don't know": "dont_know",
        "Prefer not to say": "prefer_not_to_say",
    },
    "parental_degree": {
        "No, neither of my parents attended university": "no_parent",
        "Yes, one or both of my parents attended university": "one_or_both_parents",
        "Do not know / not sure": "dont_know",
        "I prefer not to say": "prefer_not_to_say",
    },
    "parental_qualification": {
        "Degree level qualification": "degree",
        "Qualifications below degree level": "below_degree",
        "No formal qualifications": "no_qualifications",
        "I don't know/prefer not to say": "dont_know_or_prefer_not_to_say",
    },
    "nssec_work_type": {
        "Clerical (office work) and intermediate": "clerical_or_intermediate",
        "Senior managers and administrators": "senior_manager",
        "Unemployed but seeking work": "unemployed_seeking_work",
    },
    "nssec_employment": {"Self-employed/freelancer without employees": "self_employed_alone"},
    "nssec_size": {"Small (1 - 24 employees)": "small", "Large (over 24 employees)": "large"},
    "nssec_supervision": {"Yes": "supervised"},
}


def folded(text: str) -> str:
    """Case, curly quotes and spaces folded away, and nothing else."""
    return " ".join(text.replace("’", "'").replace("‘", "'").casefold().split())


def places(question: Question) -> dict[str, set[str]]:
    """The options that each folded label, short label and spelling belongs to."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for option in question.options:
        for text in (option.label, option.short_label, *option.spellings):
            found[folded(text)].add(option.code)
    return found


def test_the_key_question_is_word_for_word():
    question = CATALOGUE.question("parental_occupation")
    assert question.wording == "What was the occupation of your main household earner when you were about aged 14?"
    assert tuple(option.label.replace("’", "'") for option in question.options) == KEY_QUESTION


@pytest.mark.parametrize(
    ("question", "wording"),
    [
        ("school_type", "Which type of school did you attend for the most time between the ages of 11 and 16?"),
        (
            "free_school_meals",
            "If you finished school after 1980, were you eligible for free school meals at any point during your "
            "school years?",
        ),
        (
            "parental_degree",
            "Did either of your parents attend university and gain a degree (e.g. BA/BSc or equivalent) by the time "
            "you were 18?",
        ),
        (
            "parental_qualification",
            "What is the highest level of qualification achieved by either of your parent(s) or guardian(s) by the "
            "time you were 18?",
        ),
        (
            "self_assessment",
            "Compared to people in general, would you describe yourself as coming from a lower socio-economic "
            "background?",
        ),
    ],
)
def test_the_further_questions_are_word_for_word(question, wording):
    assert CATALOGUE.question(question).wording == wording


@pytest.mark.parametrize(
    ("question", "word", "option"),
    [(question, word, option) for question, words in MET_IN_THE_WILD.items() for word, option in words.items()],
)
def test_an_answer_met_in_the_wild_is_placed_by_its_spelling(question, word, option):
    assert places(CATALOGUE.question(question))[folded(word)] == {option}


@pytest.mark.parametrize("question", list(CATALOGUE.questions), ids=lambda question: question.id)
def test_no_spelling_means_two_answers(question):
    assert {text: codes for text, codes in places(question).items() if len(codes) > 1} == {}


@pytest.mark.parametrize("question", list(CATALOGUE.questions), ids=lambda question: question.id)
def test_no_spelling_is_listed_twice(question):
    for option in question.options:
        texts = [folded(text) for text in option.spellings]
        own = {folded(option.label), folded(option.short_label)}
        assert sorted(set(texts) - own) == sorted(texts), option.code


@pytest.mark.parametrize("question", list(CATALOGUE.questions), ids=lambda question: question.id)
def test_everybody_may_prefer_not_to_say(question):
    assert "prefer_not_to_say" in {option.code for option in question.options}
    assert places(question)["pnts"] == {"prefer_not_to_say"}


def test_school_type_has_a_short_and_an_extended_form():
    question = CATALOGUE.question("school_type")
    forms = {form.id: form.options for form in question.forms}
    assert forms["short"] == ("state", "independent", "outside_uk", "dont_know", "prefer_not_to_say")
    assert len(forms["extended"]) == 7
    assert "state" not in forms["extended"]


def test_a_bare_number_is_no_spelling():
    with pytest.raises(ValidationError, match="codebook"):
        Option(code="one", label="One", short_label="One", spellings=("1",))


def test_a_form_cannot_offer_an_option_that_does_not_exist():
    content = CATALOGUE.question("self_assessment").model_dump()
    content["forms"][0]["options"] = ("lower", "higher")
    with pytest.raises(ValidationError, match="offers 'higher', which is not an option"):
        Question.model_validate(content)


def test_two_options_cannot_share_a_code():
    content = CATALOGUE.question("self_assessment").model_dump()
    content["options"] = (*content["options"], content["options"][0])
    with pytest.raises(ValidationError, match="two options have the same code"):
        Question.model_validate(content)


def test_an_option_is_found_by_its_code():
    question = CATALOGUE.question("parental_occupation")
    assert question.option("technical_or_craft").short_label == "Technical or craft"
    with pytest.raises(KeyError):
        question.option("astronaut")
