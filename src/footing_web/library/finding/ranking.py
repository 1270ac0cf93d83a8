"""Which entry comes first: rare words weigh more than common ones, and a title more than a summary or the text.

The database says which pages hold a word. The order is made here, so that it is the same on every database.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from footing_web.library.finding.entries import Entry
from footing_web.library.finding.words import Sought, stems_of, words_of

IN_TITLE = 4.0
IN_SUMMARY = 1.5
IN_TEXT = 1.0
BY_ANOTHER_FORM = 0.9
BY_ANOTHER_WORD = 0.6
"""How much of that another form of the word is worth, and another word that means the same."""
WHOLE_TITLE = 2.0
"""What is added when the words sought are the whole title; less as the title says more besides."""
WORTH = {
    "actions": 1.2,
    "places": 1.2,
    "templates": 1.15,
    "guides": 1.1,
    "evidence": 0.9,
    "glossary": 0.75,
    "resources": 0.6,
}
"""What is ours and says what to do comes before what explains, and that before what is elsewhere."""
OF_THE_KIND = 3.0
"""What is added to pages of the kind that was asked for, such as a template."""


@dataclass(frozen=True, slots=True)
class Matches:
    """The pages whose text holds one thing that is sought: in the words typed, and in others that mean the same."""

    typed: frozenset[int]
    same: frozenset[int]

    def strength(self, page: int | None) -> float:
        """How well the text of a page matches; 0 when it does not."""
        if page in self.typed:
            return IN_TEXT
        return BY_ANOTHER_WORD * IN_TEXT if page in self.same else 0.0

    @property
    def pages(self) -> int:
        """How many pages match."""
        return len(self.typed | self.same)


def score(entry: Entry, looked_for: Sequence[Sought], matches: Sequence[Matches], of_all: int) -> float:
    """How well an entry answers; 0 when it holds nothing of what is looked for."""
    strengths = [_strength(entry, each, match) for each, match in zip(looked_for, matches, strict=True)]
    held = sum(strength > 0 for strength in strengths)
    if not held:
        return 0.0
    weights = [math.log(1 + of_all / (1 + match.pages)) for match in matches]
    weighed = sum(strength * weight for strength, weight in zip(strengths, weights, strict=True))
    whole = WHOLE_TITLE * _share_of_title(entry, looked_for)
    return (weighed + whole) * held / len(strengths) * WORTH.get(entry.section, 1.0)


def _strength(entry: Entry, each: Sought, match: Matches) -> float:
    in_names = max(_holds(name, each) for name in (entry.title, *entry.also))
    in_summary = _holds(entry.summary, each)
    return IN_TITLE * in_names + IN_SUMMARY * in_summary + match.strength(entry.page)


def _holds(text: str, each: Sought) -> float:
    """1 when a text holds what was typed, less for another form of it or another word for it, 0 otherwise."""
    stems = stems_of(text)
    if set(stems_of(each.typed)) <= set(stems):
        return 1.0 if set(words_of(each.typed)) <= set(words_of(text)) else BY_ANOTHER_FORM
    return BY_ANOTHER_WORD if any(_has_phrase(stems, stems_of(same)) for same in each.same) else 0.0


def _has_phrase(stems: Sequence[str], wanted: Sequence[str]) -> bool:
    if wanted[0] not in stems:
        return False
    starts = (place for place, each in enumerate(stems) if each == wanted[0])
    return any(stems[start : start + len(wanted)] == wanted for start in starts)


def _share_of_title(entry: Entry, looked_for: Sequence[Sought]) -> float:
    """How much of the title was asked for."""
    title = stems_of(entry.title)
    asked = {each for one in looked_for for spelling in one.spellings for each in stems_of(spelling)}
    return sum(each in asked for each in title) / max(len(title), 1)
