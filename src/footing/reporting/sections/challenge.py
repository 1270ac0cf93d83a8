"""How to challenge a figure: whom to ask, what to send, and what has been corrected."""

from footing.reporting.model import Block, Bullets, Paragraph, Place, Section
from footing.reporting.publication import Publication
from footing.reporting.sections.material import Material
from footing.tables.words import long_date

CHALLENGE = "challenge"
HOW = (
    "If a figure looks wrong, say so. Give its page or table, the figure and why you doubt it. It can be "
    "worked out again by whoever holds the extract. No figure about one person can be given."
)
UNCORRECTED = "No correction has been made to this report."


def told_in_lines(publication: Publication) -> tuple[str, ...]:
    """The same for a file of figures: how a figure is challenged, whom to ask, and each correction."""
    asked = (f"Whom to ask: {publication.contact}",) if publication.contact else ()
    corrections = tuple(f"Corrected on {long_date(each.date)}: {each.said}" for each in publication.corrections)
    return (HOW, *asked, *(corrections or (UNCORRECTED,)))


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
