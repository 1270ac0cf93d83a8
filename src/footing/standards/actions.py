"""Actions: what an employer can do, how, at what cost, how good the evidence is and how to know whether it helped."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from footing.provenance.citation import Text
from footing.standards.entry import Entry, Identifier, Part

JUDGEMENT = "judgement"
"""The strength of evidence of an action that rests on no study, only on reasoning or practice."""

LONGEST_TITLE = 80


class Band(Part):
    """How much of something, as a term of a vocabulary and in words."""

    band: Identifier
    words: Text


class Duration(Part):
    """When an action can be expected to show, counted in months from its start."""

    months_from: int = Field(ge=0)
    months_to: int = Field(ge=0)
    words: Text

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.months_to < self.months_from:
            raise ValueError("months_to is before months_from")
        return self


class Finding(Part):
    """A study that an action rests on, and what it says for or against that action."""

    study: Identifier
    says: Text


class Evidence(Part):
    """How strong the evidence is, on the scale of the vocabulary ``evidence-strength``, and what it rests on."""

    strength: Identifier
    words: Text
    studies: tuple[Finding, ...] = ()

    @model_validator(mode="after")
    def _rests_on_studies_unless_it_is_judgement(self) -> Self:
        if self.strength != JUDGEMENT and not self.studies:
            raise ValueError(f"strength is {self.strength}, so name at least one study, or say {JUDGEMENT}")
        return self


class Action(Entry):
    """One thing to do. Paragraphs of its texts are parted by an empty line."""

    title: Annotated[Text, Field(max_length=LONGEST_TITLE)]
    """What to do, as an instruction."""
    summary: Text
    pillars: tuple[Identifier, ...] = Field(min_length=1)
    """Codes of pillars, of any pillar set."""
    stages: tuple[Identifier, ...] = Field(min_length=1)
    """Ids of journey stages."""
    roles: tuple[Identifier, ...] = Field(min_length=1)
    """Who it is written for: terms of the vocabulary ``roles``."""
    level: Identifier
    """The level of practice that it belongs to: a term of the vocabulary ``levels``."""
    what: Text
    why: Text
    steps: tuple[Text, ...] = Field(min_length=3, max_length=8)
    owner: Text
    """Who does it, in words."""
    cost: Band
    effort: Band
    takes_effect: Duration
    evidence: Evidence
    pitfalls: tuple[Text, ...] = Field(min_length=1)
    measures: tuple[Identifier, ...] = ()
    """Ids of the measures that show whether it helped; none where Footing measures nothing of it."""
    measuring: Text
    templates: tuple[Identifier, ...] = ()
    """Ids of the documents that help with it."""
    sectors: dict[Identifier, Text] = Field(default_factory=dict)
    """What is different in a sector, by the id of its edition."""
    small_employers: Text | None = None
    related: tuple[Identifier, ...] = ()
    """Ids of other actions."""
