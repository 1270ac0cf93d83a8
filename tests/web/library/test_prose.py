"""What the toolkit says is easy to read: by kind of text, and text by text."""

import sys
from collections.abc import Iterator

import pytest

from footing.standards import load_catalogue
from footing_web.library import content_files
from footing_web.library.reading_level import reading_level

OLDEST_KIND = 13
"""The reading age that a kind of text as a whole must not pass."""
OLDEST_TEXT = 16
"""The reading age that no single text may pass; names of bodies and courses alone can add two years."""
FEWEST_WORDS = 60
"""Shorter texts have too few sentences for the formula to say anything."""


def of_actions() -> Iterator[tuple[str, str]]:
    for each in load_catalogue().actions:
        prose = (each.summary, each.what, each.why, *each.steps, each.owner, *each.pitfalls, each.measuring)
        yield each.id, "\n\n".join((*prose, each.evidence.words, each.small_employers or "", *each.sectors.values()))


def of_studies() -> Iterator[tuple[str, str]]:
    for each in load_catalogue().studies:
        yield each.id, "\n\n".join((*each.found, each.limits))


def of_guides() -> Iterator[tuple[str, str]]:
    for each in content_files.guides():
        yield each.id, "\n\n".join((each.summary, *(section.text for section in each.sections)))


def of_case_studies() -> Iterator[tuple[str, str]]:
    for each in content_files.case_studies():
        yield each.id, "\n\n".join((each.summary, *(section.text for section in each.sections)))


def of_the_glossary() -> Iterator[tuple[str, str]]:
    yield "glossary", "\n\n".join(each.meaning for each in content_files.words())


def of_starts() -> Iterator[tuple[str, str]]:
    held = content_files.starts()
    for each in (*held.roles, *held.sizes):
        yield each.id, each.text


def of_editions() -> Iterator[tuple[str, str]]:
    for each in content_files.editions():
        notes = [note.text for several in each.notes.values() for note in several]
        yield each.id, "\n\n".join((each.for_whom, *notes, *(note.text for note in each.examples)))


KINDS = {
    "actions": of_actions,
    "studies": of_studies,
    "guides": of_guides,
    "case studies": of_case_studies,
    "the glossary": of_the_glossary,
    "where to start": of_starts,
    "editions": of_editions,
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_text_as_a_whole_can_be_read_at_thirteen(kind, capsys):
    level = reading_level("\n\n".join(text for _, text in KINDS[kind]()))
    with capsys.disabled():
        sys.stdout.write(f"\nreading age of {kind}: {level.age:.1f} over {level.words} words\n")
    assert level.words > FEWEST_WORDS
    assert level.age <= OLDEST_KIND


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_is_much_harder_than_the_others(kind):
    levels = {name: reading_level(text) for name, text in KINDS[kind]()}
    harder = {name: round(level.age, 1) for name, level in levels.items() if level.words >= FEWEST_WORDS}
    assert {name: age for name, age in harder.items() if age > OLDEST_TEXT} == {}
