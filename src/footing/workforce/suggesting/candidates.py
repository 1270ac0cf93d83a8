"""What a column might hold: every field and question that its heading and its content allow, with how sure we are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from footing.standards import Question
from footing.workforce.coding.words import Word, is_blank
from footing.workforce.fields import FieldCatalogue, FieldSpecification, NotNeeded
from footing.workforce.matching import AnswerMatcher, fold
from footing.workforce.suggesting.headings import NO_MATCH, SAME_WORDS, HeadingMatch, KnownHeadings
from footing.workforce.suggesting.profile import ColumnProfile

GOOD_HEADING = 0.7
"""Below this a heading alone says too little."""
KNOWN_HEADING = 0.85
MOST_GRADES = 60
MOST_CATEGORIES = 300
FEW_WORDS = 20
MOSTLY = 0.5
READABLE = 0.8
"""The share of cells that must be readable as dates or amounts."""
FREE_TEXT_FROM = 60
TELLING_SHARE = 0.3
COMMONEST_WORDS = 200
"""How many of a column's words are tried on the questions."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a column might hold."""

    column: ColumnProfile
    field: str
    confidence: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerEvidence:
    """How many of a column's answers fit a question, and how many fit it and no other question."""

    placed: float = 0
    telling: float = 0


@dataclass(frozen=True, slots=True)
class ColumnCandidates:
    """A column with everything that it might hold.

    ``not_needed`` is the reason why it should not be used, if there is one; ``contradicted`` is the field that its
    heading names although its content does not fit.
    """

    column: ColumnProfile
    candidates: tuple[Candidate, ...]
    not_needed: NotNeeded | None = None
    contradicted: str | None = None


class Suggester:
    """Everything that columns are compared with, prepared once."""

    def __init__(self, fields: FieldCatalogue, questions: Iterable[Question], blanks: frozenset[str]) -> None:
        self.fields = fields
        self.questions = tuple(questions)
        self._blanks = blanks
        either = (word for words in fields.flag_words.values() for word in words)
        self._either_word = frozenset(fold(word) for word in (*either, *blanks))
        self._matchers = {question.id: AnswerMatcher(question) for question in self.questions}
        self._field_headings = [
            (field, KnownHeadings((*field.headings, field.title, *field.other_titles))) for field in fields.fields
        ]
        self._question_headings = [
            (question, KnownHeadings((question.wording, question.title, *question.headings)))
            for question in self.questions
        ]
        self._not_needed = [(each, KnownHeadings(each.headings)) for each in fields.not_needed]

    def candidates(self, column: ColumnProfile) -> ColumnCandidates:
        """Everything that a column might hold, in any table."""
        personal = _personal_content(column)
        if personal is not None:
            return ColumnCandidates(column, (), personal)
        found = (*self._fields_for(column), *self._questions_for(column))
        contradicted = None if found else self._named(column)
        return ColumnCandidates(column, found, self._why_not_needed(column), contradicted)

    def _fields_for(self, column: ColumnProfile) -> Iterator[Candidate]:
        """The fields that the heading names and the content does not contradict."""
        for field, headings in self._field_headings:
            heading = headings.match(column.heading)
            content = _content(column, field, self._either_word) if heading.score >= GOOD_HEADING else None
            if content is not None:
                confidence = heading.score * (0.9 + 0.1 * content[0])
                yield Candidate(column, field.id, round(confidence, 2), (heading.because, content[1]))

    def _named(self, column: ColumnProfile) -> str | None:
        """What the heading alone says that the column holds."""
        known = [(field.title, headings) for field, headings in self._field_headings]
        known += [(question.title, headings) for question, headings in self._question_headings]
        matched = (title for title, headings in known if headings.match(column.heading).score >= KNOWN_HEADING)
        return next(matched, None)

    def _questions_for(self, column: ColumnProfile) -> Iterator[Candidate]:
        """The questions that the heading names, or that most answers fit and no other question."""
        evidence = self._evidence(column)
        for question, headings in self._question_headings:
            heading = headings.match(column.heading)
            answers = evidence.get(question.id, AnswerEvidence())
            confidence = _question_confidence(column, heading, answers)
            if confidence:
                because = [heading.because] if heading is not NO_MATCH else []
                because.append(f"{answers.placed:.0%} of its answers fit {question.title.lower()}")
                yield Candidate(column, question.id, round(confidence, 2), tuple(because))

    def _evidence(self, column: ColumnProfile) -> dict[str, AnswerEvidence]:
        """For each question, what the commonest words of a column say."""
        if column.dates >= READABLE:
            return {}
        filled = [word for word in column.words if not is_blank(word.text, self._blanks)]
        total = sum(word.count for word in filled)
        if not total or (column.different > FEW_WORDS and column.different_share > MOSTLY):
            return {}
        fitting = {word: self._questions_of(word) for word in filled[:COMMONEST_WORDS]}
        return {
            question: AnswerEvidence(
                placed=sum(word.count for word, questions in fitting.items() if question in questions) / total,
                telling=sum(word.count for word, questions in fitting.items() if questions == [question]) / total,
            )
            for question in self._matchers
        }

    def _questions_of(self, word: Word) -> list[str]:
        return [question for question, matcher in self._matchers.items() if matcher.place(word.text)]

    def _why_not_needed(self, column: ColumnProfile) -> NotNeeded | None:
        return next((each for each, known in self._not_needed if known.match(column.heading).score >= SAME_WORDS), None)


def likely_key(columns: Iterable[ColumnProfile], fields: FieldCatalogue, field: str) -> Candidate | None:
    """A column of different values whose heading names a number or code, for want of a known heading."""
    names = set(fields.key_words)
    for column in columns:
        words = fold(column.heading).split()
        if words and names & {words[0], words[-1]} and column.filled_share == 1 and column.different_share == 1:
            because = ("every row has a different value", "the heading names a number or code")
            return Candidate(column, field, 0.6, because)
    return None


def _question_confidence(column: ColumnProfile, heading: HeadingMatch, answers: AnswerEvidence) -> float:
    free_text = column.different > FREE_TEXT_FROM and answers.placed < TELLING_SHARE
    if heading.score >= KNOWN_HEADING and not free_text:
        return heading.score * (0.6 + 0.4 * answers.placed)
    if answers.placed >= READABLE and answers.telling >= TELLING_SHARE:
        return 0.5 + 0.4 * answers.placed * answers.telling + 0.1 * heading.score
    if heading.score >= GOOD_HEADING and answers.placed >= READABLE:
        return 0.9 * heading.score
    return 0


def _content(column: ColumnProfile, field: FieldSpecification, either_word: frozenset[str]) -> tuple[float, str] | None:
    """How well the content fits the field, from 0 to 1, and in which words; ``None`` when it contradicts it."""
    if column.is_blank:
        return (0, "the column is blank") if field.kind != "key" else None
    readable = {
        "date": ("dates", column.dates),
        "money": ("amounts", max(column.pounds, column.pounds_with_comma)),
        "number": ("numbers", column.numbers),
    }
    if field.kind in readable:
        return _share(*readable[field.kind])
    if field.kind == "key":
        return _key_content(column)
    if field.kind == "flag":
        said = sum(word.count for word in column.words if fold(word.text) in either_word)
        return _share("yes, no or dates", min(1, column.dates + said / column.filled))
    return (
        _category_content(column, field) if field.kind == "category" else (1, f"{column.different:,} different values")
    )


def _key_content(column: ColumnProfile) -> tuple[float, str] | None:
    if column.filled_share < READABLE:
        return None
    told_apart = column.filled_share * column.different_share
    return (told_apart, f"{column.different:,} different values in {column.rows:,} rows")


def _category_content(column: ColumnProfile, field: FieldSpecification) -> tuple[float, str] | None:
    most = MOST_GRADES if field.ordered else MOST_CATEGORIES
    few = column.different <= FEW_WORDS or column.different_share < MOSTLY
    if not column.words or column.different > most or not few or column.dates > READABLE:
        return None
    if field.closed and "events" not in field.of:  # an unknown kind of event must be placed; elsewhere it may be a name
        known = {fold(word) for words in field.words.values() for word in words}
        said = sum(word.count for word in column.words if fold(word.text) in known) / column.filled
        return (said, f"{said:.0%} of its cells are words that are known") if said >= MOSTLY else None
    return (1, f"{column.different:,} different words")


def _share(what: str, share: float) -> tuple[float, str] | None:
    return (share, f"{share:.0%} of its cells are {what}") if share >= READABLE else None


def _personal_content(column: ColumnProfile) -> NotNeeded | None:
    """What a column shows itself to be, whatever its heading."""
    for share, what in (
        (column.emails, "e-mail addresses"),
        (column.ni_numbers, "National Insurance numbers"),
        (column.postcodes, "postcodes"),
    ):
        if share >= MOSTLY:
            because = f"it holds {what}, which identify people; you do not need to send it"
            return NotNeeded(because=because, headings=(), personal=True)
    return None
