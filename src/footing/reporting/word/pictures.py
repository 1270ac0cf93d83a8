"""Charts in a Word document: pictures in dots, with the same in words for those who cannot see them.

Charts are turned into dots by what sets PDFs, each on a page of its own size: it brings the typeface.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from footing.reporting.charts.drawing import draw_svg
from footing.reporting.charts.theme import FONT, WIDE
from footing.reporting.freed_memory import give_back
from footing.reporting.model import Figure, Section
from footing.reporting.pdf.letters import FAMILY, font_folder, settable
from footing.reporting.word.marks import printable

if TYPE_CHECKING:
    import typst
    from docx.document import Document

WIDTH_MM, HIGHEST_MM = 168, 220
DOTS_AN_INCH = 144
"""Of a picture at its own size; Word shows it smaller, at some 220 dots an inch."""
_PAGE = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.picture), format: "svg")
"""

Pictures = Mapping[str, bytes]
"""The picture of each figure, as PNG, by the figure's id."""


def pictures_of(sections: Sequence[Section]) -> Pictures:
    """Every chart of the sections in dots; the same charts give the same bytes."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder())])
    made = {each.id: _in_dots(_drawn(each), fonts) for each in _figures(sections)}
    give_back()  # setting pages takes more than the document will, and lets go of what the pages before it took
    return made


def _figures(sections: Sequence[Section]) -> Iterator[Figure]:
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, Figure))
        yield from _figures(section.sections)


def _drawn(figure: Figure) -> str:
    drawn = draw_svg(figure.chart, WIDE, name=figure.id, title="", text_alternative="")
    return str(settable(drawn.replace(FONT, FAMILY)))


def _in_dots(picture: str, fonts: "typst.Fonts") -> bytes:
    import typst

    page = typst.Compiler(_PAGE, font_paths=fonts)
    made: bytes | list[bytes] | None = page.compile(format="png", ppi=DOTS_AN_INCH, sys_inputs={"picture": picture})
    return made if isinstance(made, bytes) else b""


def add_picture(document: "Document", figure: Figure, dots: bytes) -> None:
    """The chart, as wide as the text; less wide where it would be higher than a page."""
    from docx.shared import Length, Mm

    picture = document.add_picture(io.BytesIO(dots), width=Mm(WIDTH_MM))
    if picture.height > Mm(HIGHEST_MM):
        picture.width, picture.height = Length(picture.width * Mm(HIGHEST_MM) // picture.height), Mm(HIGHEST_MM)
    described = picture._inline.docPr
    described.set("name", figure.id)
    described.set("title", printable(figure.title))
    described.set("descr", printable(figure.text_alternative))
