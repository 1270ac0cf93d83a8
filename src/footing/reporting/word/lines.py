"""Paragraphs of a Word document, each in a named style.

The style is set by its id: looking it up by its name takes a millisecond, for every paragraph of a long report.
"""

from typing import TYPE_CHECKING

from footing.reporting.word.marks import printable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

TITLE, SUBTITLE, CAPTION, BULLET = "Title", "Subtitle", "Caption", "ListBullet"
KEY_FIGURE, STRONG, NOTES = "Keyfigure", "Strongline", "Notes"
DEEPEST = 9
"""The deepest heading that Word knows."""


def add_line(document: "Document", text: str, style: str | None = None) -> "WordParagraph":
    """A paragraph of the words in the style with this id; in the usual one where none is given."""
    paragraph = document.add_paragraph(printable(text))
    if style is not None:
        paragraph._p.style = style
    return paragraph


def add_heading(document: "Document", text: str, level: int) -> "WordParagraph":
    """A heading; one that is deeper than Word knows stands on its deepest level."""
    return add_line(document, text, f"Heading{min(level, DEEPEST)}")
