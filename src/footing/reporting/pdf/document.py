"""From the report model to a PDF. The words go in as data: none of them is ever read as Typst code."""

import datetime as dt
import json
import re
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from footing.reporting.charts.drawing import draw_svg
from footing.reporting.charts.theme import FONT, WIDE
from footing.reporting.columns_on_paper import breaking_columns, column_widths
from footing.reporting.model import Block, DataTable, Figure, Report, Row, Section
from footing.reporting.paper import headings_of, on_paper, tables_of
from footing.reporting.pdf.finishing import finished
from footing.reporting.pdf.letters import FAMILY, font_folder, settable
from footing.tables.figures import SHORTHAND

_TEMPLATE = Path(__file__).parent / "templates" / "report.typ"
METHODS = "methods"
HIGHEST = 1.32
"""How high a picture may be, as a multiple of the width of the text: a page less its margins and a caption."""
_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')
LETTERS, SMALL_LETTERS = 102, 115
"""How many figures a line of a table holds, in letters of either size."""
MOST_IN_FULL_SIZE = 6
"""With more columns of figures than this a table is set in small letters."""


def pdf_file(report: Report, *, made_on: dt.date) -> bytes:
    """The whole file; the same report and date give the same bytes.

    Raises ``typst.TypstError`` for a report that a screen reader could not read.
    """
    return finished_pages(report, set_pages(report, made_on=made_on))


def set_pages(report: Report, *, made_on: dt.date) -> bytes:
    """The file but for what typst cannot say. It works outside Python for most of its time, in much memory."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder())])
    compiler = typst.Compiler(_TEMPLATE.read_bytes(), font_paths=fonts)
    made: bytes | list[bytes] | None = compiler.compile(
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"report": json.dumps(_plain(on_paper(report)), ensure_ascii=False), "family": FAMILY},
        timestamp=dt.datetime.combine(made_on, dt.time(), dt.UTC),
    )
    if not isinstance(made, bytes):
        raise TypeError("The PDF was not made in one piece.")
    return made


def finished_pages(report: Report, pages: bytes) -> bytes:
    """The whole file from the pages that were set of the report."""
    sections = on_paper(report).sections
    return finished(pages, [len(table.headings) for table in tables_of(sections)], dict(headings_of(sections)))


def _plain(report: Report) -> dict[str, Any]:
    """The report as lists and texts, with every chart as a picture."""
    return {
        **settable(asdict(replace(report, sections=()))),
        "made_in": report.language.split("-"),
        "sections": [_section(each) for each in report.sections],
    }


def _section(section: Section, *, listed: bool = True) -> dict[str, Any]:
    """One section; the many short ones of the methods are bookmarks, and no lines of the contents."""
    return {
        "id": section.id,
        "title": settable(section.title),
        "listed": listed,
        "blocks": [_block(each) for each in section.blocks],
        "sections": [_section(each, listed=section.id != METHODS) for each in section.sections],
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, DataTable):
        return {"kind": block.kind, **settable(_table(block)), **_columns(block)}
    if not isinstance(block, Figure):
        return {"kind": block.kind, **settable(asdict(block))}
    words = {"title": block.title, "subtitle": block.subtitle, "alt": block.text_alternative}
    link = asdict(block.table) if block.table else None
    picture = _picture(block)
    shown = {"picture": picture, "width": _width_percent(picture)}
    return {"kind": block.kind, "id": block.id, **settable({**words, "table": link}), **shown}


def _width_percent(picture: str) -> float:
    """How much of the page's width a picture takes: all of it, unless it would then be higher than the page."""
    found = _SIZE.search(picture)
    wide, high = map(float, found.groups()) if found else (1.0, 1.0)
    return min(100.0, round(100 * HIGHEST * wide / high, 1))


def _table(table: DataTable) -> dict[str, Any]:
    """The table with as little as says it: typst holds every word of it several times over."""
    words = asdict(replace(table, groups=()))
    rows = [row for group in table.groups for row in group.rows]
    return {**words, "rows": [_row(row) for row in rows]}


def _row(row: Row) -> dict[str, Any]:
    absent = [place for place, cell in enumerate(row.cells) if cell.status in SHORTHAND]
    return {"names": row.headers, "figures": [cell.text for cell in row.cells], "absent": absent, "total": row.emphasis}


def _columns(table: DataTable) -> dict[str, Any]:
    """Which columns hold words, how wide each is beside the others, and the size of the letters."""
    small = len(table.columns) > MOST_IN_FULL_SIZE
    wordy = breaking_columns(table)[len(table.headings) :]
    return {"wordy": wordy, "widths": column_widths(table, SMALL_LETTERS if small else LETTERS), "small": small}


def _picture(figure: Figure) -> str:
    """The chart in the typeface of the document."""
    drawn = draw_svg(figure.chart, WIDE, name=figure.id, title="", text_alternative="")
    return str(settable(drawn.replace(FONT, FAMILY)))
