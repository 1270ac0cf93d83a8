"""Marked places in a Word document: a field that says what to write, and whose words go when somebody writes in it."""

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from footing.reporting.model import Place
from footing.reporting.word.marks import printable

if TYPE_CHECKING:
    from docx.document import Document

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def add_place(document: "Document", place: Place) -> None:
    """A content control that shows what to write until it is written."""
    from docx.oxml import parse_xml

    mark, words = escape(printable(place.mark)), escape(printable(f"[{place.mark}: {place.prompt}]"))
    body = document.element.body
    body.insert(
        len(body) - 1,
        parse_xml(
            f'<w:sdt {_NAMESPACE}><w:sdtPr><w:alias w:val="{mark}"/><w:tag w:val="to-write"/><w:showingPlcHdr/>'
            '</w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>'
            f'<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
            "</w:p></w:sdtContent></w:sdt>"
        ),
    )
