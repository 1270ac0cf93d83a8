"""Charts in a Word document: pictures in dots, with the same in words for those who cannot see them.

Charts are turned into dots several at a time, each on a page of its own size, by what sets PDFs: it brings the
typeface, and one by one they would take ten times as long.
"""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from footing.reporting.charts.drawing import draw_svg
from footing.reporting.charts.theme import FONT, WIDE
from footing.reporting.model import Figure, Section
from footing.reporting.pdf.letters import FAMILY, font_folder, settable
from footing.reporting.word.marks import printable

if TYPE_CHECKING:
    from docx.document import Document

WIDTH_MM, HIGHEST_MM = 168, 220
DOTS_AN_INCH = 192
AT_ONCE = 6
"""How many pictures are held in memory dot by dot at the same time."""
_PAGES = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#json(bytes(sys.inputs.pictures)).map(each => image(bytes(each), format: "svg")).join(pagebreak())
"""

Pictures = Mapping[str, bytes]
"""The picture of each figure, as PNG, by the figure's id."""


def pictures_of(sections: Sequence[Section]) -> Pictures:
    """Every chart of the sections in dots; the same charts give the same bytes."""
    figures = list(_figures(sections))
    some = (figures[start : start + AT_ONCE] for start in range(0, len(figures), AT_ONCE))
    return {each.id: dots for part in some for each, dots in zip(part, _in_dots(list(map(_drawn, part))), strict=True)}


def _figures(sections: Sequence[Section]) -> Iterator[Figure]:
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, Figure))
        yield from _figures(section.sections)


def _drawn(figure: Figure) -> str:
    drawn = draw_svg(figure.chart, WIDE, name=figure.id, title="", text_alternative="")
    return str(settable(drawn.replace(FONT, FAMILY)))


def _in_dots(pictures: list[str]) -> list[bytes]:
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder())])
    made: bytes | list[bytes] | None = typst.Compiler(_PAGES, font_paths=fonts).compile(
        format="png", ppi=DOTS_AN_INCH, sys_inputs={"pictures": json.dumps(pictures, ensure_ascii=False)}
    )
    return made if isinstance(made, list) else [made or b""]


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
