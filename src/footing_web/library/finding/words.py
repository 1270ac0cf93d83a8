"""What somebody typed, as words: those that say nothing left out, those that mean the same put together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from pydantic import Field

from footing.provenance.citation import Text
from footing.standards.entry import Part
from footing_web.library.content_files import CONTENT, read_content

MOST_WORDS = 12
"""More words than this are not read: nobody types them, and each costs a query."""

TEXTS_REMEMBERED = 5_000
"""The same titles and summaries are looked through for every search."""

SHORTEST_STEM = 4
"""Letters that are left when an ending is taken off a word."""
ENDINGS = ("ations", "ation", "ments", "ment", "ships", "ship", "ings", "ing", "ions", "ion", "ally", "ities", "ity")
SHORT_ENDINGS = ("ers", "er", "ors", "or", "ive", "al", "ly", "ed", "y", "e")

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


class Place(Part):
    """A page that is no page of the editors, and the words by which people look for it."""

    address: Text
    title: Text
    summary: Text
    words: tuple[Text, ...]


class SectionWords(Part):
    """The words by which people ask for pages of one kind."""

    section: Text
    words: tuple[Text, ...]
    only_ask: bool = False
    """Whether the words only ask for that kind of page, and are not looked for beside other words."""


class SearchWords(Part):
    """``synonyms.yaml``."""

    says_nothing: tuple[Text, ...]
    """Words that no page is looked for by."""
    same: tuple[tuple[Text, ...], ...] = Field(min_length=1)
    """Words and phrases that mean the same here."""
    sections: tuple[SectionWords, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing that is looked for: what was typed, and the words and phrases that mean the same."""

    typed: str
    same: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """What was typed, and then the others."""
        return (self.typed, *self.same)


@cache
def search_words(folder: Path = CONTENT) -> SearchWords:
    """The words that the search knows."""
    return read_content(folder / "synonyms.yaml", SearchWords)


@lru_cache(maxsize=TEXTS_REMEMBERED)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without what an apostrophe adds."""
    return tuple(word.replace("’", "'").removesuffix("'s") for word in _WORD.findall(text.lower()))


def sought(text: str, known: SearchWords | None = None) -> tuple[Sought, ...]:
    """What is looked for, in the order typed. A phrase that has synonyms is kept together."""
    known = known or search_words()
    words = words_of(text)[:MOST_WORDS]
    read = tuple(_without_repeats(_read(words, known)))
    only_ask = {each for kind in known.sections if kind.only_ask for word in kind.words for each in stems_of(word)}
    return tuple(each for each in read if stem(each.typed) not in only_ask) or read


def _read(words: Sequence[str], known: SearchWords) -> Iterator[Sought]:
    same = _same(known)
    silent = set(known.says_nothing)
    longest = max(len(phrase) for phrase in same)
    place = 0
    while place < len(words):
        for length in range(min(longest, len(words) - place), 0, -1):
            phrase = tuple(map(stem, words[place : place + length]))
            if phrase in same:
                yield Sought(" ".join(words[place : place + length]), same[phrase])
                place += length
                break
        else:
            if words[place] not in silent:
                yield Sought(words[place])
            place += 1


@cache
def _same(known: SearchWords) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Each phrase that has synonyms, by the stems of its words, with the others of its groups."""
    found: dict[tuple[str, ...], list[str]] = {}
    for group in known.same:
        for phrase in group:
            others = found.setdefault(stems_of(phrase), [])
            others += [other for other in group if other != phrase and other not in others]
    return {phrase: tuple(others) for phrase, others in found.items()}


def singular(word: str) -> str:
    """A word without the ending of the plural: enough to compare two words that people type."""
    if word.endswith("ies") and len(word) > len("ties"):
        return word.removesuffix("ies") + "y"
    if word.endswith("sses"):
        return word.removesuffix("es")
    return word.removesuffix("s") if not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=TEXTS_REMEMBERED)
def stems_of(text: str) -> tuple[str, ...]:
    """The stems of the words of a text."""
    return tuple(map(stem, words_of(text)))


@lru_cache(maxsize=TEXTS_REMEMBERED)
def stem(word: str) -> str:
    """A word without its endings, roughly: enough to see that "hire" and "hiring" are one word.

    It only moves pages up; which pages are found is for the database to say, which has a stemmer of its own.
    """
    found = singular(word)
    while (shorter := _without_an_ending(found)) != found:
        found = shorter
    return found


def _without_an_ending(word: str) -> str:
    for ending in ENDINGS + SHORT_ENDINGS:
        left = word.removesuffix(ending)
        if left != word and len(left) >= SHORTEST_STEM - (ending in ("ing", "e")) and not left.endswith("e"):
            return left
    return word


def alike(one: str, other: str) -> bool:
    """Whether two words are forms of one, roughly."""
    return stem(one) == stem(other)


def _without_repeats(found: Iterator[Sought]) -> Iterator[Sought]:
    seen: set[str] = set()
    for each in found:
        if each.typed and stem(each.typed) not in seen:
            seen.add(stem(each.typed))
            yield each
