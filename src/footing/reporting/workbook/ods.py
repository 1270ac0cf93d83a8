"""The spreadsheet as ODS: the open form of the same sheets.

The sheets are written as one piece of XML each, every text escaped: cell objects, one by one, would take ten times as
long.
"""

import datetime as dt
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from footing.reporting.archive import rezipped
from footing.reporting.workbook.content import Grid, Sheet, SheetLink, Value, WebLink, Workbook, words_of, writable
from footing.tables.units import DECIMALS

if TYPE_CHECKING:  # the writer takes a while to load, so it is loaded when a file is made
    from odfdo import Document

CENTIMETRES_A_LETTER = 0.24
WIDTHS = {"narrow": 3.6, "middling": 7.0, "wide": 13.0}
_TEXT = '<style:text-properties fo:font-family="Arial" style:font-name="Arial" fo:font-size="12pt"{more}/>'
_WRAPPED = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"{more}/>'


def ods_file(workbook: Workbook) -> bytes:
    """The whole file; the same workbook gives the same bytes."""
    from odfdo import Document, Element

    document = Document("spreadsheet")
    _describe(document, workbook)
    for style in _styles():
        document.insert_style(style, automatic=True)
    body = document.body
    body.clear()
    for sheet in workbook.sheets:
        body.append(Element.from_tag(_sheet(sheet)))
    ranges = "".join(_marked_up(sheet) for sheet in workbook.sheets if sheet.grid)
    if ranges:
        body.append(Element.from_tag(f"<table:database-ranges>{ranges}</table:database-ranges>"))
    _freeze(document, workbook)
    stream = io.BytesIO()
    document.save(stream)
    return rezipped(stream.getvalue(), first="mimetype")


def _describe(document: "Document", workbook: Workbook) -> None:
    made_on = dt.datetime.fromisoformat(workbook.made_on)
    about = document.meta
    about.title, about.subject, about.language = workbook.title, workbook.description, workbook.language
    about.creator = about.initial_creator = "Footing"
    about.creation_date = about.date = made_on
    about.generator = "Footing"


def _styles() -> Iterator[str]:
    """Every way a cell, a column and a number is written."""
    yield _cell_style("title", 'fo:font-weight="bold"', size="16pt")
    yield _cell_style("words", "")
    yield _cell_style("line", "", wrapped=False)
    yield _cell_style("heading", 'fo:font-weight="bold"', border=' fo:border-bottom="0.5pt solid #000000"')
    yield _cell_style("link", 'fo:color="#0b5a69" style:text-underline-style="solid"')
    yield _cell_style("missing", "", paragraph='<style:paragraph-properties fo:text-align="end"/>')
    for unit, places in DECIMALS.items():
        name = f"figure-{unit.replace(' ', '-')}"
        yield (
            f'<number:number-style style:name="{name}-number"><number:number number:decimal-places="{places}" '
            f'number:min-decimal-places="{places}" number:min-integer-digits="1" number:grouping="true"/>'
            "</number:number-style>"
        )
        yield _cell_style(name, "", data=f' style:data-style-name="{name}-number"')
    for name, width in WIDTHS.items():
        yield (
            f'<style:style style:name="{name}" style:family="table-column"><style:table-column-properties '
            f'style:column-width="{width}cm"/></style:style>'
        )


def _cell_style(
    name: str,
    text: str,
    *,
    size: str = "12pt",
    border: str = "",
    paragraph: str = "",
    data: str = "",
    wrapped: bool = True,
) -> str:
    letters = _TEXT.format(more=f" {text}" if text else "").replace("12pt", size)
    cell = _WRAPPED.format(more=border) if wrapped and name != "title" else ""
    return f'<style:style style:name="{name}" style:family="table-cell"{data}>{cell}{paragraph}{letters}</style:style>'


def _sheet(sheet: Sheet) -> str:
    rows = [_row([_text(sheet.title, "title")]), *(_row([_text(line, "line")]) for line in sheet.lines)]
    columns = '<table:table-column table:style-name="wide"/>'
    if sheet.grid:
        columns = "".join(
            f'<table:table-column table:style-name="{_width(sheet.grid, place)}"/>'
            for place in range(len(sheet.grid.columns))
        )
        heading = _row([_text(each.title, "heading") for each in sheet.grid.columns])
        rows.append(f"<table:table-header-rows>{heading}</table:table-header-rows>")
        rows += [_row(_cells(row, sheet.grid)) for row in sheet.grid.rows]
    return f"<table:table table:name={_quoted(sheet.name)}>{columns}{''.join(rows)}</table:table>"


def _cells(row: tuple[Value, ...], grid: Grid) -> Iterator[str]:
    for value, column in zip(row, grid.columns, strict=True):
        if isinstance(value, SheetLink | WebLink):
            yield _link(value)
        elif isinstance(value, str):
            yield _text(value, "words" if column.unit is None else "missing")
        else:
            yield _number(value, column.unit)


def _row(cells: Iterator[str] | list[str]) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _text(text: str, style: str) -> str:
    paragraphs = "".join(f"<text:p>{_escaped(line)}</text:p>" for line in writable(text).split("\n"))
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{paragraphs}</table:table-cell>'


def _escaped(line: str) -> str:
    """The text with every space and tab kept, which XML would take together."""
    return escape(line).replace("\t", "<text:tab/>").replace("  ", " <text:s/>")


def _number(value: float, unit: str | None) -> str:
    style = f"figure-{unit.replace(' ', '-')}" if unit else "words"
    shown = f"{value:,.{DECIMALS[unit] if unit else 0}f}"
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="float" office:value="{value}">'
        f"<text:p>{shown}</text:p></table:table-cell>"
    )


def _link(link: SheetLink | WebLink) -> str:
    target = f"#{link.sheet}.A1" if isinstance(link, SheetLink) else link.target
    words = f"<text:p><text:a xlink:href={_quoted(target)}>{_escaped(writable(link.text))}</text:a></text:p>"
    return f'<table:table-cell table:style-name="link" office:value-type="string">{words}</table:table-cell>'


def _quoted(text: str) -> str:
    return quoteattr(writable(text))


def _width(grid: Grid, place: int) -> str:
    if grid.columns[place].unit is not None:
        return "narrow"
    longest = max((len(words_of(row[place])) for row in grid.rows), default=0) * CENTIMETRES_A_LETTER
    return next((name for name, width in WIDTHS.items() if longest <= width), "wide")


def _marked_up(sheet: Sheet) -> str:
    """The table of a sheet as a named range with headings, as a screen reader needs it."""
    grid = sheet.grid
    if grid is None:
        return ""
    top = len(sheet.lines) + 2
    last = _letters(len(grid.columns) - 1)
    place = f"'{sheet.name}'.A{top}:'{sheet.name}'.{last}{top + len(grid.rows)}"
    return (
        f"<table:database-range table:name={_quoted(grid.name)} table:target-range-address={_quoted(place)} "
        'table:contains-header="true" table:display-filter-buttons="false"/>'
    )


def _letters(place: int) -> str:
    """The letters of a column: A, B … Z, AA."""
    letters = ""
    number = place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _freeze(document: "Document", workbook: Workbook) -> None:
    """Keep headings and names in sight, as a setting of the view."""
    from odfdo import Element
    from odfdo.xmlpart import XmlPart

    views = "".join(_view(sheet) for sheet in workbook.sheets)
    entry = (
        '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
        '<config:config-item-map-entry><config:config-item-map-named config:name="Tables">'
        f"{views}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>"
        "</config:config-item-set>"
    )
    part = document.get_part("settings.xml")
    settings = part.get_element("//office:settings") if isinstance(part, XmlPart) else None
    if settings is None:
        raise TypeError("A new spreadsheet has no settings.")
    settings.clear()
    settings.append(Element.from_tag(entry))


def _view(sheet: Sheet) -> str:
    if sheet.grid is None:
        return ""
    across, down = sheet.grid.labels, len(sheet.lines) + 2
    numbers = {
        "HorizontalSplitMode": ("short", 2),
        "VerticalSplitMode": ("short", 2),
        "HorizontalSplitPosition": ("int", across),
        "VerticalSplitPosition": ("int", down),
        "ActiveSplitRange": ("short", 3),
        "PositionLeft": ("int", 0),
        "PositionRight": ("int", across),
        "PositionTop": ("int", 0),
        "PositionBottom": ("int", down),
    }
    items = "".join(
        f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
        for name, (kind, value) in numbers.items()
    )
    return f"<config:config-item-map-entry config:name={_quoted(sheet.name)}>{items}</config:config-item-map-entry>"
