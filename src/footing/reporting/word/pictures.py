"""Charts in a Word document: a picture with the same in words for those who cannot see it."""

import io
from typing import TYPE_CHECKING

from footing.reporting.charts.drawing import draw_png
from footing.reporting.charts.theme import WIDE
from footing.reporting.model import Figure
from footing.reporting.word.marks import printable

if TYPE_CHECKING:
    from docx.document import Document

WIDTH_MM, HIGHEST_MM = 168, 220


def add_picture(document: "Document", figure: Figure) -> None:
    """The chart, as wide as the text."""
    from docx.shared import Length, Mm

    picture = document.add_picture(io.BytesIO(draw_png(figure.chart, WIDE)), width=Mm(WIDTH_MM))
    if picture.height > Mm(HIGHEST_MM):
        picture.width, picture.height = Length(picture.width * Mm(HIGHEST_MM) // picture.height), Mm(HIGHEST_MM)
    described = picture._inline.docPr
    described.set("name", figure.id)
    described.set("title", printable(figure.title))
    described.set("descr", printable(figure.text_alternative))
