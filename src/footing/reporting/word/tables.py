"""Tables in a Word document: a caption, a heading row that is repeated, and no cell that spans others.

The rows are written as XML: building them cell by cell through objects takes a second for every thousand cells.
"""

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from footing.reporting.columns_on_paper import column_widths
from footing.reporting.model import Cell, DataTable, Paragraph, Row, Terms
from footing.reporting.word.lines import CAPTION, NOTES, STRONG, add_line
from footing.reporting.word.marks import Marks, printable

if TYPE_CHECKING:
    from docx.document import Document

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PAGE_WIDTH = 9638
"""The width of the text on the page, in twentieths of a point."""
_LINE = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="C9D2D6"/>'
LETTERS = 94
"""How many figures a line of a table holds."""


def add_table(document: "Document", table: DataTable, marks: Marks) -> None:
    """The caption, the table, its notes and its links."""
    from docx.oxml import parse_xml

    caption = add_line(document, table.caption, CAPTION)
    marks.place(caption, table.id)
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(_table(table)))
    for note in table.notes:
        add_line(document, note, NOTES)
    if table.sources:
        add_line(document, f"{table.sources_title}: {', '.join(table.sources)}", NOTES)
    for link in table.links:
        marks.sentence(add_line(document, "", NOTES), Paragraph("", (link,)))


def add_terms(document: "Document", terms: Terms, marks: Marks) -> None:
    """Each name on a line of its own, and what it stands for beneath it."""
    for each in terms.items:
        add_line(document, each.name, STRONG)
        links = (each.link,) if each.link else ()
        marks.sentence(document.add_paragraph(), Paragraph(each.meaning, links))


def _table(table: DataTable) -> str:
    rows = [row for group in table.groups for row in group.rows]
    widths = _widths(table)
    properties = (
        '<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>'
        f"{''.join(_LINE.format(side=side) for side in ('top', 'bottom', 'insideH'))}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'
        '</w:tblCellMar><w:tblLook w:val="0420" w:firstRow="1" w:firstColumn="1"/>'
        f"<w:tblCaption w:val={_quoted(table.caption)}/><w:tblDescription w:val={_quoted(_described(table))}/>"
        "</w:tblPr>"
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    names = len(table.headings)
    heading = "".join(
        _cell(text, width, right=place >= names, bold=True)
        for place, (text, width) in enumerate(zip((*table.headings, *table.columns), widths, strict=True))
    )
    head = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heading}</w:tr>"
    body = "".join(_row(each, widths) for each in rows)
    return f"<w:tbl {_NAMESPACE}>{properties}<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"


def _described(table: DataTable) -> str:
    return f"{table.caption}. A row for each {', '.join(table.headings)}; columns: {', '.join(table.columns)}."


def _row(row: Row, widths: list[int]) -> str:
    names = [_cell(text, width, bold=row.emphasis) for text, width in zip(row.headers, widths, strict=False)]
    figures = [
        _cell(cell.text, width, right=not cell.words, bold=row.emphasis, quiet=_is_absent(cell))
        for cell, width in zip(row.cells, widths[len(row.headers) :], strict=True)
    ]
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join([*names, *figures])}</w:tr>"


def _is_absent(cell: Cell) -> bool:
    return cell.text in ("[c]", "[z]")


def _cell(text: str, width: int, *, right: bool = False, bold: bool = False, quiet: bool = False) -> str:
    side = '<w:jc w:val="right"/>' if right else ""
    letters = ("<w:b/>" if bold else "") + ('<w:color w:val="4D5C63"/>' if quiet else "")
    words = f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{escape(printable(text))}</w:t></w:r>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Tabletext"/>{side}'
        f"</w:pPr>{words}</w:p></w:tc>"
    )


def _quoted(text: str) -> str:
    return quoteattr(printable(text))


def _widths(table: DataTable) -> list[int]:
    """Each column's share of the page."""
    letters = column_widths(table, LETTERS)
    return [round(PAGE_WIDTH * each / sum(letters)) for each in letters]
