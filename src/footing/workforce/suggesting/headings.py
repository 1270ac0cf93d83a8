"""How sure a heading makes us of what its column holds."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from footing.workforce.matching import fold_heading

EXACT = 1.0
SAME_WORDS = 0.95
ALMOST = 0.9
CONTAINS = 0.55
CONTAINS_MOST = 0.3
_SHORTEST_FOR_LIKENESS = 6
_ALIKE_ENOUGH = 90
_SMALL_WORDS = frozenset(
    {
        "a",
        "an",
        "and",
        "are",
        "at",
        "be",
        "best",
        "current",
        "describe",
        "describes",
        "did",
        "do",
        "does",
        "for",
        "have",
    }
    | {
        "how",
        "in",
        "is",
        "it",
        "main",
        "my",
        "of",
        "on",
        "or",
        "please",
        "say",
        "select",
        "tell",
        "the",
        "to",
        "us",
        "we",
    }
    | {"were", "what", "when", "where", "which", "who", "you", "your", "yours"}
)


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """How alike a heading and a known heading are, from 0 to 1, and in which way."""

    score: float
    because: str


NO_MATCH = HeadingMatch(0, "the heading says nothing")


class KnownHeadings:
    """The headings under which one thing is met, folded once."""

    def __init__(self, headings: Iterable[str]) -> None:
        self._known = {fold_heading(heading): heading for heading in headings}
        self._words = {folded: _telling_words(folded) for folded in self._known}

    def match(self, heading: str) -> HeadingMatch:
        """How well a heading matches the known heading that it matches best; ``NO_MATCH`` when it matches none."""
        ours = fold_heading(heading)
        if ours in self._known:
            return HeadingMatch(EXACT, f'the heading is the known heading "{self._known[ours]}"')
        our_words = _telling_words(ours)
        matches = (_match(our_words, theirs, self._known[folded]) for folded, theirs in self._words.items())
        return max(matches, key=lambda match: match.score, default=NO_MATCH)


def _match(ours: list[str], theirs: list[str], known: str) -> HeadingMatch:
    if not ours or not theirs:
        return NO_MATCH
    if sorted(ours) == sorted(theirs):
        return HeadingMatch(SAME_WORDS, f'the heading has the words of the known heading "{known}"')
    text = " ".join(ours)
    likeness = fuzz.ratio(text, " ".join(theirs), score_cutoff=_ALIKE_ENOUGH)
    if likeness and len(text) >= _SHORTEST_FOR_LIKENESS:
        return HeadingMatch(ALMOST * likeness / 100, f'the heading is almost the known heading "{known}"')
    if set(theirs) <= set(ours):
        share = len(theirs) / len(ours)
        return HeadingMatch(CONTAINS + CONTAINS_MOST * share, f'the heading contains the known heading "{known}"')
    return NO_MATCH


def _telling_words(folded: str) -> list[str]:
    return [word for word in folded.split() if word not in _SMALL_WORDS]
