"""How a Word document looks: named styles alone, so that whoever edits it changes them in one place."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

FONT = "Arial"
INK, QUIET, ACCENT, ACCENT_DARK = "1D2A30", "4D5C63", "0B5A69", "073F4A"
_HEADINGS = {1: 20, 2: 15, 3: 12.5, 4: 11.5, 5: 11, 6: 11, 7: 11, 8: 11, 9: 11}


def set_styles(document: "Document", language: str) -> None:
    """Give the document its page, its styles and its language."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm

    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin = page.bottom_margin = Mm(20)
    styles = document.styles
    _letters(styles["Normal"], 10.5, INK)
    styles["Normal"].paragraph_format.space_after = _points(6)
    _say_language(document, language)
    for level, size in _HEADINGS.items():
        _letters(styles[f"Heading {level}"], size, INK if level < 3 else ACCENT_DARK, bold=True)
        styles[f"Heading {level}"].paragraph_format.space_before = _points(18 if level < 3 else 12)
        styles[f"Heading {level}"].paragraph_format.space_after = _points(6)
    _letters(styles["Title"], 28, INK, bold=True)
    _letters(styles["Subtitle"], 14, QUIET, italic=False)
    _letters(styles["Caption"], 11, INK, bold=True)
    styles["Caption"].paragraph_format.keep_with_next = True
    styles["Caption"].paragraph_format.space_before = _points(12)
    for name, size, colour, bold in (
        ("Key figure", 26, ACCENT, True),
        ("Strong line", 10.5, INK, True),
        ("Notes", 9, QUIET, False),
        ("Table text", 9, INK, False),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _letters(style, size, colour, bold=bold)
        style.paragraph_format.space_after = _points(0 if name == "Table text" else 3)
        style.paragraph_format.keep_with_next = name in ("Key figure", "Strong line")
    link = styles.add_style("Link", WD_STYLE_TYPE.CHARACTER)
    link.font.underline = True
    _colour(link, ACCENT)


def _letters(
    style: "ParagraphStyle", size: float, colour: str, *, bold: bool = False, italic: bool | None = None
) -> None:
    from docx.oxml.ns import qn

    style.font.name, style.font.size, style.font.bold = FONT, _points(size), bold
    if italic is not None:
        style.font.italic = italic
    _colour(style, colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)


def _colour(style: "ParagraphStyle", colour: str) -> None:
    from docx.shared import RGBColor

    style.font.color.rgb = RGBColor.from_string(colour)


def _points(size: float) -> int:
    from docx.shared import Pt

    return Pt(size)


def _say_language(document: "Document", language: str) -> None:
    """The language of everything, for spelling and for screen readers."""
    from docx.oxml.ns import qn

    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), language)
