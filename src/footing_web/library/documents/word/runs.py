"""Words as the XML of Word: plain runs, and fields that say what to write until somebody writes in them."""

from xml.sax.saxutils import escape, quoteattr

from footing.reporting.word.marks import printable
from footing_web.library.documents.filled import Span, Words

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TO_DECIDE = "Todecide"
"""The id of the style of what is still to be decided."""
_LONGEST_NAME = 60


def runs(words: Words, *, bold: bool = False) -> str:
    """Every span in order."""
    return "".join(_field(each) if each.to_decide else _run(each.text, "<w:b/>" if bold else "") for each in words)


def paragraph(words: Words, style: str, *, bold: bool = False, more: str = "", lead: str = "") -> str:
    """A paragraph in the style with this id; ``more`` are further properties, ``lead`` is text before the words."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>'
    return f"<w:p>{properties}{_run(lead) if lead else ''}{runs(words, bold=bold)}</w:p>"


def _run(text: str, letters: str = "") -> str:
    parts = [f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in printable(text).split("\t")]
    return f"<w:r><w:rPr>{letters}</w:rPr>{'<w:tab/>'.join(parts)}</w:r>"


def _field(span: Span) -> str:
    """A content control: its words go when somebody writes in it."""
    name = quoteattr(printable(span.text)[:_LONGEST_NAME])
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val={name}/><w:tag w:val="to-decide"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'
        f'<w:r><w:rPr><w:rStyle w:val="{TO_DECIDE}"/></w:rPr><w:t xml:space="preserve">'
        f"[{escape(printable(span.text))}]</w:t></w:r></w:sdtContent></w:sdt>"
    )
