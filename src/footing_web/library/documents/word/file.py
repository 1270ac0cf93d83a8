"""From a filled document to a Word file."""

import datetime as dt
import io
from typing import TYPE_CHECKING

from footing.reporting.archive import rezipped
from footing.reporting.word.marks import printable
from footing_web.library.documents.filled import (
    FilledBlock,
    FilledDocument,
    Form,
    Grid,
    Heading,
    Line,
    Listing,
    Note,
    PageBreak,
    Span,
)
from footing_web.library.documents.word.grids import form_xml, grid_xml
from footing_web.library.documents.word.looks import LANGUAGE, set_looks
from footing_web.library.documents.word.runs import NAMESPACE, paragraph
from footing_web.library.documents.wording import plain

if TYPE_CHECKING:  # the writer takes a while to load, so it is loaded when a file is made
    from docx.document import Document

NEW_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
LIST_STYLES = {"bullets": "ListBullet", "steps": "ListNumber"}
TICK = "☐\t"


def word_file(filled: FilledDocument, *, made_on: dt.date) -> bytes:
    """The whole file; the same document and date give the same bytes."""
    import docx

    document = docx.Document()
    set_looks(document, filled.title)
    _describe(document, filled, made_on)
    _append(document, [paragraph(plain(filled.title), "Title")])
    if filled.organisation:
        _append(document, [paragraph(plain(filled.organisation), "Subtitle")])
    _append(document, _what_is_left(filled))
    for block in filled.blocks:
        _append(document, _xml_of(block, document))
    _append(document, [paragraph(plain(filled.colophon), "Notes", more='<w:spacing w:before="360"/>')])
    stream = io.BytesIO()
    document.save(stream)
    return rezipped(stream.getvalue(), first="[Content_Types].xml")


def _what_is_left(filled: FilledDocument) -> list[str]:
    """What the marks mean, where there are any."""
    if not filled.to_decide:
        return []
    rest = f" are for you to write or choose: {filled.to_decide} in this document. Delete this line when none is left."
    words = (Span("Places marked "), Span("like this", to_decide=True), Span(rest))
    return [paragraph(words, "Notes")]


def _xml_of(block: FilledBlock, document: "Document") -> list[str]:
    match block:
        case Heading():
            return [paragraph(block.words, f"Heading{block.level}")]
        case Line():
            return [paragraph(block.words, "Notes" if block.quiet else "Strongline" if block.strong else "Normal")]
        case Listing():
            return _list(block, document)
        case Grid() | Form():
            return [*(grid_xml(block) if isinstance(block, Grid) else form_xml(block)), _after_a_table()]
        case Note():
            return [paragraph(block.title, "Notetitle"), paragraph(block.text, "Notetext")]
        case PageBreak():
            return [NEW_PAGE]


def _list(listing: Listing, document: "Document") -> list[str]:
    if listing.kind == "ticks":
        return [paragraph(each, "Tick", lead=TICK) for each in listing.items]
    numbered = _numbered_from_one(document) if listing.kind == "steps" else ""
    return [paragraph(each, LIST_STYLES[listing.kind], more=numbered) for each in listing.items]


def _numbered_from_one(document: "Document") -> str:
    """The properties of a list of its own: without them Word goes on counting from the list before."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    used = style.pPr.numPr.numId.val
    pattern = next(each for each in numbering.num_lst if each.numId == used).abstractNumId.val
    number = numbering.add_num(pattern)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number.numId}"/></w:numPr>'


def _after_a_table() -> str:
    """A little room: two tables would otherwise grow together."""
    return paragraph((), "Tabletext")


def _append(document: "Document", parts: list[str]) -> None:
    from docx.oxml import parse_xml

    body = document.element.body
    for part in parts:
        tag, rest = part.split(">", 1) if part.startswith(("<w:p>", "<w:tbl>")) else (part, "")
        body.insert(len(body) - 1, parse_xml(f"{tag} {NAMESPACE}>{rest}"))


def _describe(document: "Document", filled: FilledDocument, made_on: dt.date) -> None:
    about = document.core_properties
    about.title, about.subject, about.language = filled.title, printable(filled.summary)[:255], LANGUAGE
    about.author = printable(filled.organisation or "Footing")[:255]
    about.last_modified_by, about.comments, about.revision = "Footing", "", 1
    about.created = about.modified = dt.datetime.combine(made_on, dt.time())
