"""Place the words of an answer on the options of its question, on meaning and never on likeness."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from footing.standards import Option, Question
from footing.workforce.matching.folding import fold, fold_lightly

_EXAMPLES = " such as"
NEAREST = 3
"""How many options are named beside a word that could not be placed."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a word was placed: the option's code, and on what grounds."""

    option: str
    because: str


class AnswerMatcher:
    """Places words on the options of one question.

    ``words`` and ``codebook`` are what the user has decided: option codes by word and by code in the extract. They
    come first. After them a word is placed when, folded, it equals the label, the short label or a known spelling of
    exactly one option, or that option's words before its examples ("such as"). Likeness is never enough.
    """

    def __init__(
        self, question: Question, words: Mapping[str, str] | None = None, codebook: Mapping[str, str] | None = None
    ) -> None:
        self.question = question
        self._decided = {fold_lightly(word): option for word, option in (words or {}).items()}
        self._codebook = {_plain_code(code): option for code, option in (codebook or {}).items()}
        self._options_of = _index(question.options)

    def place(self, word: str) -> Placement | None:
        """The option that the word means; ``None`` when it fits none, or more than one."""
        if option := self._codebook.get(_plain_code(word)):
            return Placement(option, "codebook")
        if option := self._decided.get(fold_lightly(word)):
            return Placement(option, "decided in the mapping")
        for text, because in ((word, "same words"), (_before_examples(word), "same words before the examples")):
            options = self._options_of.get(fold(text), ())
            if len(options) == 1:
                return Placement(options[0], because)
        return None

    def nearest(self, word: str) -> tuple[str, ...]:
        """Short labels of the options most like the word, most like first: help for a person, not a decision."""
        labels = {option.short_label: fold(option.short_label) for option in self.question.options}
        found = process.extract(fold(word), labels, scorer=fuzz.token_set_ratio, limit=NEAREST)
        return tuple(label for _, _, label in found)


def _index(options: Iterable[Option]) -> dict[str, tuple[str, ...]]:
    codes: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for option in options:
        for text in _texts(option):
            codes[fold(text)][option.code] = None
    return {text: tuple(found) for text, found in codes.items()}


def _texts(option: Option) -> Iterator[str]:
    for text in (option.label, option.short_label, *option.spellings):
        yield text
        yield _before_examples(text)
        yield text.split(":", maxsplit=1)[0]


def _before_examples(text: str) -> str:
    light = fold_lightly(text)
    start = light.find(_EXAMPLES)
    return light[:start] if start > 0 else light


def _plain_code(text: str) -> str:
    plain = fold_lightly(text)
    return plain.removesuffix(".0") if plain.removesuffix(".0").isdigit() else plain
