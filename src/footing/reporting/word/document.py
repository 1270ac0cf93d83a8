"""From the report model to a Word document."""

import datetime as dt
import io
from typing import TYPE_CHECKING

from footing.reporting.archive import rezipped
from footing.reporting.model import (
    Bullets,
    DataTable,
    Figure,
    KeyFigures,
    Note,
    Paragraph,
    Report,
    Section,
    Terms,
)
from footing.reporting.paper import on_paper
from footing.reporting.word.marks import Marks, printable
from footing.reporting.word.pictures import add_picture
from footing.reporting.word.styles import set_styles
from footing.reporting.word.tables import add_table, add_terms

if TYPE_CHECKING:  # the writer takes a while to load, so it is loaded when a file is made
    from docx.document import Document

DEEPEST = 9
"""The deepest heading that Word knows."""


def word_file(report: Report, *, made_on: dt.date) -> bytes:
    """The whole file; the same report and date give the same bytes."""
    import docx

    document = docx.Document()
    set_styles(document, report.language)
    _describe(document, report, made_on)
    document.add_paragraph(printable(report.title), style="Title")
    document.add_paragraph(printable(report.subtitle), style="Subtitle")
    marks = Marks()
    for section in on_paper(report).sections:
        _add_section(document, section, 1, marks)
    document.add_paragraph(printable(report.colophon), style="Notes")
    stream = io.BytesIO()
    document.save(stream)
    return rezipped(stream.getvalue(), first="[Content_Types].xml")


def _describe(document: "Document", report: Report, made_on: dt.date) -> None:
    about = document.core_properties
    about.title, about.subject, about.language = _short(report.title), _short(report.description), report.language
    about.author = _short(report.organisation or "Footing")
    about.last_modified_by, about.comments, about.revision = "Footing", "", 1
    about.created = about.modified = dt.datetime.combine(made_on, dt.time())


def _short(text: str) -> str:
    """As much as a property of a document may hold."""
    return printable(text)[:255]


def _add_section(document: "Document", section: Section, level: int, marks: Marks) -> None:
    heading = document.add_heading(printable(section.title), level=min(level, DEEPEST))
    marks.place(heading, section.id)
    for block in section.blocks:
        match block:
            case Paragraph():
                marks.sentence(document.add_paragraph(), block)
            case Bullets():
                _add_bullets(document, block, level, marks)
            case Note():
                document.add_paragraph(printable(block.title), style="Strong line")
                document.add_paragraph(printable(block.text))
            case Terms():
                add_terms(document, block, marks)
            case KeyFigures():
                _add_key_figures(document, block)
            case DataTable():
                add_table(document, block, marks)
            case Figure():
                _add_figure(document, block, marks)
    for each in section.sections:
        _add_section(document, each, level + 1, marks)


def _add_bullets(document: "Document", bullets: Bullets, level: int, marks: Marks) -> None:
    if bullets.title:
        document.add_heading(printable(bullets.title), level=min(level + 1, DEEPEST))
    for each in bullets.items:
        marks.sentence(document.add_paragraph(style="List Bullet"), each)


def _add_key_figures(document: "Document", figures: KeyFigures) -> None:
    for each in figures.items:
        document.add_paragraph(printable(each.value), style="Key figure")
        document.add_paragraph(printable(each.title), style="Strong line")
        for line in each.context:
            document.add_paragraph(printable(line), style="Notes")


def _add_figure(document: "Document", figure: Figure, marks: Marks) -> None:
    title = document.add_paragraph(printable(figure.title), style="Caption")
    marks.place(title, figure.id)
    document.add_paragraph(printable(figure.subtitle), style="Notes").paragraph_format.keep_with_next = True
    add_picture(document, figure)
    if figure.table:
        marks.sentence(document.add_paragraph(style="Notes"), Paragraph("", (figure.table,)))
