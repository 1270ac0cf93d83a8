"""From the report model to a Word document."""

import datetime as dt
import io
from typing import TYPE_CHECKING

from footing.reporting.archive import rezipped
from footing.reporting.model import (
    Bullets,
    DataTable,
    Figure,
    Journey,
    KeyFigures,
    Note,
    Paragraph,
    Place,
    Report,
    Section,
    Terms,
)
from footing.reporting.paper import on_paper
from footing.reporting.word.lines import (
    BULLET,
    CAPTION,
    KEY_FIGURE,
    NOTES,
    STRONG,
    SUBTITLE,
    TITLE,
    add_heading,
    add_line,
)
from footing.reporting.word.marks import Marks, printable
from footing.reporting.word.pictures import Pictures, add_picture, pictures_of
from footing.reporting.word.places import add_place
from footing.reporting.word.styles import set_styles
from footing.reporting.word.tables import add_table, add_terms

if TYPE_CHECKING:  # the writer takes a while to load, so it is loaded when a file is made
    from docx.document import Document


def word_file(report: Report, *, made_on: dt.date, pictures: Pictures | None = None) -> bytes:
    """The whole file; the same report and date give the same bytes. ``pictures`` are those of its figures, if made."""
    import docx

    sections, marks = on_paper(report).sections, Marks()
    pictures = pictures_of(sections) if pictures is None else pictures
    document = docx.Document()
    set_styles(document, report.language)
    _describe(document, report, made_on)
    add_line(document, report.title, TITLE)
    add_line(document, report.subtitle, SUBTITLE)
    for section in sections:
        _add_section(document, section, 1, marks, pictures)
    add_line(document, report.colophon, NOTES)
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


def _add_section(document: "Document", section: Section, level: int, marks: Marks, pictures: Pictures) -> None:
    heading = add_heading(document, section.title, level)
    marks.place(heading, section.id)
    for block in section.blocks:
        match block:
            case Paragraph():
                marks.sentence(document.add_paragraph(), block)
            case Bullets():
                _add_bullets(document, block, level, marks)
            case Note():
                add_line(document, block.title, STRONG)
                add_line(document, block.text)
            case Place():
                add_place(document, block)
            case Journey():
                _add_journey(document, block, marks)
            case Terms():
                add_terms(document, block, marks)
            case KeyFigures():
                _add_key_figures(document, block)
            case DataTable():
                add_table(document, block, marks)
            case Figure():
                _add_figure(document, block, marks, pictures[block.id])
    for each in section.sections:
        _add_section(document, each, level + 1, marks, pictures)


def _add_bullets(document: "Document", bullets: Bullets, level: int, marks: Marks) -> None:
    if bullets.title:
        add_heading(document, bullets.title, level + 1)
    for each in bullets.items:
        marks.sentence(add_line(document, "", BULLET), each)


def _add_key_figures(document: "Document", figures: KeyFigures) -> None:
    for each in figures.items:
        add_line(document, each.value, KEY_FIGURE)
        add_line(document, each.title, STRONG)
        for line in each.context:
            add_line(document, line, NOTES)


def _add_journey(document: "Document", journey: Journey, marks: Marks) -> None:
    for number, each in enumerate(journey.items, start=1):
        add_line(document, f"{number}. {each.title}", STRONG)
        if each.value:
            add_line(document, each.value, KEY_FIGURE)
        if each.figure:
            add_line(document, each.figure, NOTES)
        marks.sentence(document.add_paragraph(), Paragraph(each.statement, (each.link,) if each.link else ()))
        if each.action:
            add_line(document, each.action)


def _add_figure(document: "Document", figure: Figure, marks: Marks, dots: bytes) -> None:
    title = add_line(document, figure.title, CAPTION)
    marks.place(title, figure.id)
    add_line(document, figure.subtitle, NOTES).paragraph_format.keep_with_next = True
    add_picture(document, figure, dots)
    if figure.table:
        marks.sentence(add_line(document, "", NOTES), Paragraph("", (figure.table,)))
