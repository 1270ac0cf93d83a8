"""The styles that documents have besides those of reports, and the foot of each page."""

from typing import TYPE_CHECKING

from footing.reporting.word.styles import set_styles
from footing_web.library.documents.word.runs import NAMESPACE, TO_DECIDE, paragraph
from footing_web.library.documents.wording import plain

if TYPE_CHECKING:  # the writer takes a while to load, so it is loaded when a file is made
    from docx.document import Document

LANGUAGE = "en-GB"
_SIZES = {"Title": 22, "Subtitle": 13, "Heading 1": 15, "Heading 2": 12}
_SIDE = '<w:left w:val="single" w:sz="24" w:space="8" w:color="0B5A69"/>'
_STYLES = (
    (
        "Note title",
        "paragraph",
        f'<w:pPr><w:keepNext/><w:pBdr>{_SIDE}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="EEF3F4"/>'
        '<w:spacing w:before="120" w:after="0"/><w:ind w:left="200"/></w:pPr><w:rPr><w:b/></w:rPr>',
    ),
    (
        "Note text",
        "paragraph",
        f'<w:pPr><w:pBdr>{_SIDE}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="EEF3F4"/>'
        '<w:spacing w:after="160"/><w:ind w:left="200"/></w:pPr>',
    ),
    (
        "Tick",
        "paragraph",
        '<w:pPr><w:tabs><w:tab w:val="left" w:pos="400"/></w:tabs><w:spacing w:after="60"/>'
        '<w:ind w:left="400" w:hanging="400"/></w:pPr>',
    ),
    ("Hint", "paragraph", '<w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:color w:val="4D5C63"/></w:rPr>'),
    (
        "To decide",
        "character",
        '<w:rPr><w:b/><w:color w:val="1D2A30"/><w:shd w:val="clear" w:color="auto" w:fill="FFE27A"/></w:rPr>',
    ),
)


def set_looks(document: "Document", title: str) -> None:
    """Give the document its page, its language, its styles and its foot."""
    set_styles(document, LANGUAGE)
    _make_smaller(document)
    _add_styles(document)
    _set_foot(document, title)


def _make_smaller(document: "Document") -> None:
    """A form or a letter of two pages needs smaller headings than a report of forty."""
    from docx.shared import Pt

    for name, points in _SIZES.items():
        document.styles[name].font.size = Pt(points)


def _add_styles(document: "Document") -> None:
    from docx.oxml import parse_xml

    for name, kind, looks in _STYLES:
        style_id = TO_DECIDE if kind == "character" else name.replace(" ", "")
        based = "Tabletext" if name == "Hint" else "Normal"
        below = f'<w:basedOn w:val="{based}"/>' if kind == "paragraph" else ""
        document.styles.element.append(
            parse_xml(
                f'<w:style {NAMESPACE} w:type="{kind}" w:customStyle="1" w:styleId="{style_id}">'
                f'<w:name w:val="{name}"/>{below}<w:qFormat/>{looks}</w:style>'
            )
        )


def _set_foot(document: "Document", title: str) -> None:
    """The title and the number of the page."""
    from docx.oxml import parse_xml

    foot = document.sections[0].footer
    foot.is_linked_to_previous = False
    number = "".join(
        f'{words}<w:fldSimple w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        for words, name in ((_text("  ·  Page "), "PAGE"), (_text(" of "), "NUMPAGES"))
    )
    line = (
        paragraph(plain(title), "Notes").replace("</w:p>", f"{number}</w:p>").replace("<w:p>", f"<w:p {NAMESPACE}>", 1)
    )
    element = foot._element
    for old in list(element):
        element.remove(old)
    element.append(parse_xml(line))


def _text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
