"""Sections of words that an outline gives: paragraphs, lists and the places that the publisher fills in."""

from collections.abc import Iterator

from footing.reporting.model import Block, Bullets, Paragraph, Place, Section
from footing.reporting.outline import Points, ToWrite, Words
from footing.reporting.sections.material import Material
from footing.tables.words import long_date


def words_section(words: Words, material: Material) -> Section:
    """The section as it is read."""
    return Section(words.id, words.title, tuple(_blocks(words, material)))


def _blocks(words: Words, material: Material) -> Iterator[Block]:
    for each in words.says:
        if isinstance(each, ToWrite):
            yield Place(_filled_in(each.write, material))
        elif isinstance(each, Points):
            yield Bullets(tuple(Paragraph(_filled_in(point, material)) for point in each.points))
        else:
            yield Paragraph(_filled_in(each, material))


def _filled_in(text: str, material: Material) -> str:
    manifest = material.assessment.manifest
    return text.replace("{organisation}", material.organisation).replace("{date}", long_date(manifest.snapshot_date))
