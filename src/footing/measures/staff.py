"""The staff in post: what tables may divide them by, and how they are counted."""

from collections.abc import Iterator

from footing.measures.family import NotMeasured
from footing.measures.population import PeopleToCount, Variable
from footing.standards import Catalogue
from footing.tables import Hierarchy
from footing.workforce.workforce import Characteristic, QuestionInUse, Workforce

STAFF = "staff in post"

KEY_QUESTION = "parental_occupation"
"""The question to ask if only one is asked (Social Mobility Commission), and the one that crossings are made for."""

FURTHER_QUESTIONS = ("school_type", "free_school_meals", "parental_degree")

BREAKDOWNS = ("grade", "function", "site", "sex", "ethnicity", "disability", "age_band", "tenure_band")
"""The characteristics that staff are divided by, in the order of the tables."""


def staff_in_post(workforce: Workforce) -> PeopleToCount:
    """Everybody in the extract, with every question and characteristic that they can be counted by."""
    questions = {question.question_id: _answers(question) for question in workforce.questions}
    characteristics = {each.variable: _categories(each) for each in workforce.characteristics}
    return PeopleToCount(STAFF, workforce.people, {**questions, **characteristics})


def breakdowns_of(workforce: Workforce) -> tuple[Characteristic, ...]:
    """The characteristics to divide staff by that the extract has, in the order of ``BREAKDOWNS``."""
    held = {each.variable: each for each in workforce.characteristics}
    return tuple(held[variable] for variable in BREAKDOWNS if variable in held)


def each_breakdown(workforce: Workforce) -> tuple[tuple[Characteristic], ...]:
    """Each of those characteristics on its own."""
    return tuple((each,) for each in breakdowns_of(workforce))


def background_questions(workforce: Workforce, catalogue: Catalogue) -> tuple[QuestionInUse, ...]:
    """The questions whose answers are a background by themselves.

    The employment status, size of workplace and supervision of the self-coded method only help to place another answer.
    """
    helping = {
        question
        for derivation in catalogue.derivations
        for part, question in derivation.parts.items()
        if part != "work_type"
    }
    return tuple(question for question in workforce.questions if question.question_id not in helping)


def missing_fields(workforce: Workforce, measure: str, catalogue: Catalogue) -> Iterator[NotMeasured]:
    """Say for which questions and breakdowns a measure is not worked out, because the extract does not hold them."""
    asked = {question.question_id for question in workforce.questions}
    for question in (KEY_QUESTION, *FURTHER_QUESTIONS):
        if question not in asked:
            where = f"for “{catalogue.question(question).title}”"
            yield without_field(measure, where, (question,), catalogue)
    held = {each.variable for each in workforce.characteristics}
    for variable in BREAKDOWNS:
        if variable not in held:
            yield without_field(measure, f"by {variable}", (variable,), catalogue)


def without_field(measure: str, where: str, needs: tuple[str, ...], catalogue: Catalogue) -> NotMeasured:
    """A measure that the extract has not the fields for; ``where`` says in words which part of it."""
    words = f"{catalogue.measure(measure).title} {where} is not measured: it needs {' and '.join(needs)}."
    return NotMeasured(measure, needs, words.replace("_", " "))


def _answers(question: QuestionInUse) -> Variable:
    classification = question.classification
    codes = tuple(group.code for group in classification.groups if not group.rollup)
    return Variable(codes, classification.hierarchy(question.question_id))


def _categories(characteristic: Characteristic) -> Variable:
    codes = tuple(category.code for category in characteristic.categories)
    return Variable(codes, Hierarchy(characteristic.variable))
