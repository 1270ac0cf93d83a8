"""The pieces that editors put a page together from."""

from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField

from footing_web.library.models.codes import editions, measures


class SectionBlock(blocks.StructBlock):
    """A heading and what stands under it."""

    heading = blocks.CharBlock(max_length=120)
    text = blocks.TextBlock(help_text="Paragraphs parted by an empty line. Lines that begin with “- ” make a list.")


class CitationBlock(blocks.StructBlock):
    """Where something was published."""

    publisher = blocks.CharBlock()
    title = blocks.CharBlock()
    published = blocks.CharBlock()
    url = blocks.URLBlock(required=False)
    licence = blocks.CharBlock()
    note = blocks.TextBlock(required=False)


class FindingBlock(blocks.StructBlock):
    """A study of the evidence library, and what it says for or against an action."""

    study = blocks.CharBlock(help_text="The id of the study: the last part of its address.")
    says = blocks.TextBlock()


class SectorNoteBlock(blocks.StructBlock):
    """What is different in one edition."""

    edition = blocks.ChoiceBlock(choices=editions)
    text = blocks.TextBlock()


class OutcomeBlock(blocks.StructBlock):
    """Something that came of it, with the measure that says the same where there is one."""

    measure = blocks.ChoiceBlock(choices=measures, required=False)
    words = blocks.TextBlock()
    source = blocks.CharBlock(required=False)
    url = blocks.URLBlock(required=False)


def sections() -> Any:
    """Sections, one after another."""
    return StreamField([("section", SectionBlock())], blank=True)


def lines() -> Any:
    """A list of short texts."""
    return StreamField([("line", blocks.TextBlock(rows=2))], blank=True)


def citations() -> Any:
    """The sources of a page."""
    return StreamField([("source", CitationBlock())], blank=True)


def findings() -> Any:
    """The studies behind an action."""
    return StreamField([("finding", FindingBlock())], blank=True)


def sector_notes() -> Any:
    """What is different in some editions."""
    return StreamField([("note", SectorNoteBlock())], blank=True)


def outcomes() -> Any:
    """What came of it."""
    return StreamField([("outcome", OutcomeBlock())], blank=True)
