"""Places in a Word document, and the links that lead to them."""

import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from footing.reporting.model import Link, Paragraph

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_LONGEST_NAME = 40
LINK = "Link"


def printable(text: str) -> str:
    """The text without what XML cannot hold."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


@dataclass(slots=True)
class Marks:
    """Hands out the numbers that Word wants every place to have."""

    count: int = field(default=0)

    def place(self, paragraph: "WordParagraph", name: str) -> None:
        """Make the paragraph a place that links can lead to."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for each in (start, end):
            each.set(qn("w:id"), str(self.count))
        start.set(qn("w:name"), _name(name))
        self.count += 1
        paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
        paragraph._p.append(end)

    def sentence(self, paragraph: "WordParagraph", said: Paragraph) -> None:
        """Words, and the links that follow them."""
        if said.text:
            paragraph.add_run(printable(said.text))
        for link in said.links:
            if paragraph.runs:
                paragraph.add_run(" ")
            self.link(paragraph, link)

    def link(self, paragraph: "WordParagraph", link: Link) -> None:
        """Words that lead to a place of this document or to a public address."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        element = OxmlElement("w:hyperlink")
        if link.target.startswith("#"):
            element.set(qn("w:anchor"), _name(link.target[1:]))
        else:
            element.set(
                qn("r:id"), paragraph.part.relate_to(link.target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            )
        run = paragraph.add_run(printable(link.text))
        run._r.style = LINK
        element.append(run._r)
        paragraph._p.append(element)


def _name(place: str) -> str:
    """The name of a place as Word takes it: short, and still no other's."""
    name = re.sub(r"[^A-Za-z0-9_]", "_", place)
    name = name if name[:1].isalpha() else f"p_{name}"
    return name if len(name) <= _LONGEST_NAME else f"{name[:27]}_{sha256(place.encode()).hexdigest()[:12]}"
