"""The stages of a working life, and the pillars that different bodies arrange the work under."""

from pydantic import Field

from footing.provenance.citation import Text
from footing.standards.entry import Entry, Identifier, Part


class JourneyStage(Entry):
    """One stage of the way from hearing of an employer to leaving it. Measures and findings name theirs."""

    order: int = Field(ge=1)
    meaning: Text


class Pillar(Part):
    """One heading of a body's framework."""

    code: Identifier
    title: Text
    meaning: Text


class PillarSet(Entry):
    """The pillars of one body, in its order. Bodies differ, so none of them is built in."""

    pillars: tuple[Pillar, ...]
