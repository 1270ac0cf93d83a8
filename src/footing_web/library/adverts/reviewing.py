"""From the text of an advert to prompts. Pure: nothing is kept, and the same text gives the same prompts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footing_web.library.adverts.matching import Place, places_of, tidy
from footing_web.library.adverts.schema import Check, Limits, Reason, WordList
from footing_web.library.adverts.shelf import checks, word_lists
from footing_web.library.reading_level import ReadingLevel, reading_level

MOST_PLACES_SHOWN = 3
MOST_SENTENCES_SHOWN = 5
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n+")
_NAMES = {
    "length": ("How long it is", 50),
    "sentences": ("Long sentences", 51),
    "reading-age": ("How hard it is to read", 52),
}


@dataclass(frozen=True, slots=True)
class FoundWord:
    """A word that was found: how often, and the first places where it stands."""

    group: str
    words: str
    times: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to look at again, why, what to try and what that rests on."""

    id: str
    title: str
    order: int
    evidence: str
    why: str
    to_try: str
    sources: tuple[tuple[str, str | None], ...]
    found: tuple[FoundWord, ...] = ()
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AdvertReview:
    """Every prompt in order, and the counts that they rest on."""

    level: ReadingLevel
    prompts: tuple[Prompt, ...]

    @property
    def words(self) -> int:
        """How many words the advert has."""
        return self.level.words


def review_of(advert: str) -> AdvertReview:
    """The prompts for an advert. What is missing is looked for only in a text that is long enough to be one."""
    text = tidy(advert)
    level, limits = reading_level(text), checks().limits
    prompts = [*_words(text), *_about_length(text, level, limits)]
    if level.words >= limits.fewest_words:
        prompts += _missing(text)
    return AdvertReview(level, tuple(sorted(prompts, key=lambda each: (each.order, each.id))))


def _words(text: str) -> Iterator[Prompt]:
    for held in word_lists():
        found = tuple(_found(text, held))
        if found:
            yield _prompt(held, found)


def _found(text: str, held: WordList) -> Iterator[FoundWord]:
    for group in held.groups:
        places: dict[str, list[Place]] = {}
        for place in places_of(text, group.terms, group.unless):
            places.setdefault(place.words.lower(), []).append(place)
        for words, all_of_them in places.items():
            yield FoundWord(group.title, words, len(all_of_them), tuple(all_of_them[:MOST_PLACES_SHOWN]))


def _missing(text: str) -> Iterator[Prompt]:
    for check in checks().checks:
        if _applies(check, text) and not any(places_of(text, check.signs)):
            yield _prompt(check)


def _applies(check: Check, text: str) -> bool:
    return not check.when or any(places_of(text, check.when))


def _about_length(text: str, level: ReadingLevel, limits: Limits) -> Iterator[Prompt]:
    long_ones = [each for each in _SENTENCE.split(text) if len(each.split()) > limits.most_words_in_a_sentence]
    if level.words > limits.most_words:
        why = f"It has {level.words} words. We suggest {limits.most_words} at most, so that what matters is seen."
        yield _rule("length", why, "Take out what is on your website, and what every employer says.")
    if long_ones:
        why = f"These have more than {limits.most_words_in_a_sentence} words each."
        yield _rule("sentences", why, "Make two of each.", long_ones[:MOST_SENTENCES_SHOWN])
    if level.words >= limits.fewest_words and level.age > limits.oldest_reader:
        why = (
            f"By a count of words and syllables it reads like a text for people of {level.age:.0f} or older. "
            f"We suggest {limits.oldest_reader}. A formula does not understand, so use it as a hint alone."
        )
        yield _rule("reading-age", why, "Use shorter sentences and everyday words, and read it aloud.")


def _rule(name: str, why: str, to_try: str, sentences: Sequence[str] = ()) -> Prompt:
    title, order = _NAMES[name]
    sources = tuple((f"{each.publisher}: {each.title}", None) for each in checks().limits.sources)
    return Prompt(name, title, order, "judgement", why, to_try, sources, sentences=tuple(sentences))


def _prompt(reason: Reason, found: tuple[FoundWord, ...] = ()) -> Prompt:
    sources = tuple((f"{each.publisher}: {each.title}, {each.published}", each.url) for each in reason.sources)
    return Prompt(
        reason.id, reason.title, reason.order, reason.evidence, reason.why, reason.to_try, sources, found=found
    )
