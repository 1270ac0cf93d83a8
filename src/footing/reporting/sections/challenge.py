"""How to challenge a figure: whom to ask, what to send, and what has been corrected."""

from footing.reporting.model import Block, Bullets, Paragraph, Place, Section
from footing.reporting.publication import HOW, UNCORRECTED
from footing.reporting.sections.material import Material
from footing.tables.words import long_date

CHALLENGE = "challenge"


def challenge_section(material: Material) -> Section:
    """Whom to ask, how a figure is looked into, and the record of corrections."""
    given = material.publication
    blocks: list[Block] = [
        Paragraph(HOW),
        Paragraph(f"Whom to ask: {given.contact}")
        if given.contact
        else Place("Whom to ask about a figure: a name or a team, an address, and how soon they answer"),
    ]
    if given.corrections:
        told = (Paragraph(f"{long_date(each.date)}: {each.said}") for each in given.corrections)
        blocks.append(Bullets(tuple(told), title="Corrections"))
    else:
        blocks.append(Paragraph(UNCORRECTED))
    return Section(CHALLENGE, "How to challenge a figure", tuple(blocks))
