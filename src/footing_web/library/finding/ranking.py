"""Which entry comes first: rare words weigh more than common ones, and a title more than a summary or the text.

The database says which pages hold a word. The order is made here, so that it is the same on every database.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from footing_web.library.finding.entries import Entry
from footing_web.library.finding.words import Sought, alike, words_of

IN_TITLE = 4.0
IN_SUMMARY = 1.5
IN_TEXT = 1.0
BEST_TEXT = 0.5
"""What the best match of the full text adds."""
BY_ANOTHER_WORD = 0.6
"""How much of that a word that means the same is worth."""
WHOLE_TITLE = 2.0
"""What is added when the words sought are the whole title; less as the title says more besides."""
OF_THE_KIND = 3.0
"""What is added to pages of the kind that was asked for, such as a template."""


@dataclass(frozen=True, slots=True)
class Matches:
    """The pages whose text holds one thing that is sought: in the words typed, and in others that mean the same."""

    typed: Mapping[int, float]
    same: Mapping[int, float]

    def strength(self, page: int | None) -> float:
        """How well the text of a page matches; 0 when it does not."""
        if page is None:
            return 0.0
        if page in self.typed:
            return IN_TEXT + BEST_TEXT * self.typed[page]
        if page in self.same:
            return BY_ANOTHER_WORD * (IN_TEXT + BEST_TEXT * self.same[page])
        return 0.0

    @property
    def pages(self) -> int:
        """How many pages match."""
        return len(self.typed.keys() | self.same.keys())


def score(entry: Entry, looked_for: Sequence[Sought], matches: Sequence[Matches], of_all: int) -> float:
    """How well an entry answers; 0 when it holds nothing of what is looked for."""
    strengths = [_strength(entry, each, match) for each, match in zip(looked_for, matches, strict=True)]
    weights = [math.log(1 + of_all / (1 + match.pages)) for match in matches]
    held = sum(strength > 0 for strength in strengths)
    if not held:
        return 0.0
    weighed = sum(strength * weight for strength, weight in zip(strengths, weights, strict=True))
    return (weighed + WHOLE_TITLE * _share_of_title(entry, looked_for)) * (held / len(strengths)) ** 2


def _strength(entry: Entry, each: Sought, match: Matches) -> float:
    names = [words_of(text) for text in (entry.title, *entry.also)]
    summary = words_of(entry.summary)
    return (
        IN_TITLE * max(_holds(name, each) for name in names)
        + IN_SUMMARY * _holds(summary, each)
        + match.strength(entry.page)
    )


def _holds(words: Sequence[str], each: Sought) -> float:
    """1 when the words hold what was typed, less when they hold another word for it, 0 otherwise."""
    if _has_phrase(words, each.typed):
        return 1.0
    return BY_ANOTHER_WORD if any(_has_phrase(words, same) for same in each.same) else 0.0


def _has_phrase(words: Sequence[str], phrase: str) -> bool:
    wanted = words_of(phrase)
    starts = range(len(words) - len(wanted) + 1)
    return any(all(map(alike, words[start:], wanted)) for start in starts)


def _share_of_title(entry: Entry, looked_for: Sequence[Sought]) -> float:
    """How much of the title was asked for."""
    title = words_of(entry.title)
    asked = [word for each in looked_for for spelling in each.spellings for word in words_of(spelling)]
    return sum(any(alike(word, other) for other in asked) for word in title) / max(len(title), 1)
