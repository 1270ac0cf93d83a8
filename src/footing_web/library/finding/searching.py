"""Search: what was typed, read as words, found in everything that the public can read, the best first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from footing_web.library.finding.entries import Entry, entries
from footing_web.library.finding.full_text import pages_with, pages_with_any
from footing_web.library.finding.ranking import OF_THE_KIND, Matches, score
from footing_web.library.finding.spelling import corrected
from footing_web.library.finding.words import Sought, alike, search_words, sought, stems_of, words_of

Filters = Mapping[str, str]
"""One code for each filter that is set, by the name of the filter."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, the best first."""

    entries: tuple[Entry, ...]
    read_as: Mapping[str, str]
    """Words that nothing holds, and what they were read as."""


def search(text: str, filters: Filters) -> Found:
    """What answers these words within these filters; with no words, everything within the filters by title."""
    looked_for = sought(text)
    if not looked_for and not filters:
        return Found((), {})
    held = entries()
    within = [entry for entry in held if _passes(entry, filters)]
    if not looked_for:
        return Found(tuple(sorted(within, key=_by_title)), {})
    looked_for, matches, read_as = _read(looked_for, held)
    kinds = _kinds_asked_for(text)
    scored = [(_scored(entry, looked_for, matches, len(held), kinds), entry) for entry in within]
    best = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: (-pair[0], *_by_title(pair[1])))
    return Found(tuple(entry for _, entry in best), read_as)


def _passes(entry: Entry, filters: Filters) -> bool:
    return all(
        code == entry.section if name == "section" else code in entry.codes.get(name, ())
        for name, code in filters.items()
    )


def _by_title(entry: Entry) -> tuple[str, str]:
    return entry.title.casefold(), entry.address


def _read(
    looked_for: Sequence[Sought], held: Sequence[Entry]
) -> tuple[tuple[Sought, ...], tuple[Matches, ...], dict[str, str]]:
    """What is looked for and where it is, with words that are nowhere read as the words most like them."""
    read_as = {}
    for each in looked_for:
        if better := _meant(each, held):
            read_as[each.typed] = better
    read = tuple(sought(read_as[each.typed])[0] if each.typed in read_as else each for each in looked_for)
    return read, tuple(Matches(pages_with(each.typed), pages_with_any(each.same)) for each in read), read_as


def _meant(each: Sought, held: Sequence[Entry]) -> str | None:
    """The word that was meant, where nothing holds the one typed."""
    if each.same or pages_with(each.typed):
        return None
    known = _known(held)
    return None if any(alike(each.typed, word) for word in known) else corrected(each.typed, known)


def _known(held: Sequence[Entry]) -> set[str]:
    """Every word of a title, a summary or the synonyms."""
    texts = [text for entry in held for text in (entry.title, entry.summary, *entry.also)]
    texts += [phrase for group in search_words().same for phrase in group]
    return {word for text in texts for word in words_of(text)} - set(search_words().says_nothing)


def _kinds_asked_for(text: str) -> frozenset[str]:
    """The sections whose own words were typed, such as "template"."""
    typed = set(stems_of(text))
    return frozenset(
        each.section for each in search_words().sections if any(set(stems_of(word)) <= typed for word in each.words)
    )


def _scored(
    entry: Entry, looked_for: Sequence[Sought], matches: Sequence[Matches], of_all: int, kinds: frozenset[str]
) -> float:
    plain = score(entry, looked_for, matches, of_all)
    return plain + OF_THE_KIND if plain and entry.section in kinds else plain
