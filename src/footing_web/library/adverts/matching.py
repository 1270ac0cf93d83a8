"""Finding words and phrases in an advert, whole and in any case, and where they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

LETTERS_AROUND = 45
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a word stands: a little before it, the word as it is written, and a little after it."""

    before: str
    words: str
    after: str


def tidy(advert: str) -> str:
    """The advert with one kind of apostrophe and single spaces within its lines, so that phrases can be found."""
    lines = (_SPACE.sub(" ", line).strip() for line in advert.replace("’", "'").splitlines())
    return "\n".join(lines)


def places_of(text: str, terms: Sequence[str], unless: Sequence[str] = ()) -> Iterator[Place]:
    """Every place of these terms in a tidy text, but for those within a phrase of ``unless``."""
    left_out = [found.span() for found in _pattern(tuple(unless)).finditer(text)] if unless else []
    for found in _pattern(tuple(terms)).finditer(text):
        start, end = found.span()
        if not any(start < last and end > first for first, last in left_out):
            yield _place(text, start, end)


@cache
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Longer terms first, so that a phrase is found before a word of it."""
    ordered = sorted(terms, key=len, reverse=True)
    alternatives = "|".join(_expression(each) for each in ordered)
    return re.compile(rf"(?<!\w)(?:{alternatives})", re.IGNORECASE)


def _expression(term: str) -> str:
    stem = term.removesuffix("*").replace("’", "'")
    words = r"\s+".join(re.escape(word).replace(r"\-", "[-‐‑–]") for word in stem.split())
    ending = r"\w*" if term.endswith("*") else r"(?!\w)"
    return words + ending


def _place(text: str, start: int, end: int) -> Place:
    before = text[max(0, start - LETTERS_AROUND) : start]
    after = text[end : end + LETTERS_AROUND]
    cut_before, cut_after = start > LETTERS_AROUND, end + LETTERS_AROUND < len(text)
    before = "…" + before.partition(" ")[2] if cut_before and " " in before else before
    after = after.rpartition(" ")[0] + "…" if cut_after and " " in after else after
    return Place(before.replace("\n", " "), text[start:end], after.replace("\n", " "))
