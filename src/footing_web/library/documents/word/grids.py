"""Tables and forms in Word: a caption, a heading row that is repeated, rows that stay whole, room to write."""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from footing.reporting.word.marks import printable
from footing_web.library.documents.filled import Blank, Form, Grid, Words
from footing_web.library.documents.word.runs import paragraph
from footing_web.library.documents.wording import plain

PAGE_WIDTH = 9638
"""The width of the text on the page, in twentieths of a point."""
LINE_HEIGHT = 380
LABELS_SHARE = 0.4
NARROWEST, WIDEST = 6, 60
"""How many letters a column is counted as, at least and at most, when what is left of the width is shared out."""
LETTER_WIDTH, PADDING = 108, 200
"""Of a letter of the text of a table and around a cell, in twentieths of a point."""
FORM_COLUMNS = ("What to fill in", "Your answer")
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8A979D"/>' for side in _SIDES)


def grid_xml(grid: Grid) -> list[str]:
    """The caption and the table."""
    widths = _shared_out(grid)
    rows = "".join(_line(each, widths) for each in grid.rows)
    return [paragraph(grid.caption, "Caption"), _table(grid.caption, widths, _head(grid.columns, widths) + rows)]


def _line(row: Sequence[Words], widths: Sequence[int]) -> str:
    """A row; one with nothing in it has room to write."""
    cells = [_cell([paragraph(each, "Tabletext")], width) for each, width in zip(row, widths, strict=True)]
    return _row(cells, 1 if any(row) else 2)


def form_xml(form: Form) -> list[str]:
    """The caption, and a row for each thing to fill in."""
    widths = [round(PAGE_WIDTH * LABELS_SHARE), PAGE_WIDTH - round(PAGE_WIDTH * LABELS_SHARE)]
    columns = tuple(plain(each) for each in FORM_COLUMNS)
    rows = "".join(_blank(each, widths) for each in form.blanks)
    return [paragraph(form.caption, "Caption"), _table(form.caption, widths, _head(columns, widths) + rows)]


def _blank(blank: Blank, widths: Sequence[int]) -> str:
    label = [paragraph(blank.label, "Tabletext", bold=True)]
    if blank.hint:
        label.append(paragraph(blank.hint, "Hint"))
    answer = [paragraph(each, "Tabletext", lead="☐ ") for each in blank.choices] or [
        paragraph(blank.answer, "Tabletext")
    ]
    return _row([_cell(label, widths[0]), _cell(answer, widths[1])], blank.lines)


def _table(caption: Words, widths: Sequence[int], rows: str) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    said = quoteattr(printable("".join(span.text for span in caption)))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{PAGE_WIDTH}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
        '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0420" w:firstRow="1"/><w:tblCaption w:val={said}/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _head(columns: Sequence[Words], widths: Sequence[int]) -> str:
    cells = "".join(
        _cell([paragraph(each, "Tabletext", bold=True)], width, shade="E3EBED")
        for each, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(cells: Sequence[str], lines: int) -> str:
    height = f'<w:trHeight w:val="{lines * LINE_HEIGHT}" w:hRule="atLeast"/>' if lines else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(paragraphs: Sequence[str], width: int, shade: str = "") -> str:
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{"".join(paragraphs)}</w:tc>'


def _shared_out(grid: Grid) -> list[int]:
    """Each column's share of the page: room for its longest word, and of what is left by the letters that it holds."""
    columns = [[_text(cell) for cell in column] for column in zip(grid.columns, *grid.rows, strict=True)]
    least = [PADDING + LETTER_WIDTH * max(len(word) for text in each for word in text.split()) for each in columns]
    letters = [min(WIDEST, max(NARROWEST, *(len(text) for text in each))) for each in columns]
    left = max(0, PAGE_WIDTH - sum(least))
    wanted = [own + left * share / sum(letters) for own, share in zip(least, letters, strict=True)]
    return [round(PAGE_WIDTH * each / sum(wanted)) for each in wanted]


def _text(words: Words) -> str:
    return "".join(f"[{span.text}]" if span.to_decide else span.text for span in words)
