"""Slips of the finger: a word that nothing holds is read as the word most like it that something does."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST_CORRECTED = 4
LIKE_ENOUGH = 0.7
"""One letter wrong in four, or two in seven; swapped neighbours count as one."""


def corrected(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like this one, or ``None`` when none is like enough.

    Of words equally alike, the one first in the alphabet.
    """
    if len(word) < SHORTEST_CORRECTED or not word.isalpha():
        return None
    candidates = sorted(each for each in known if len(each) >= SHORTEST_CORRECTED and each.isalpha())
    found = process.extractOne(word, candidates, scorer=OSA.normalized_similarity, score_cutoff=LIKE_ENOUGH)
    return None if found is None else str(found[0])
