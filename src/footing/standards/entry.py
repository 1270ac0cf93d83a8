"""What every reference file has in common: an id, a start date, a status, a source and a review."""

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from footing.provenance import Citation, Review
from footing.provenance.citation import Text

Status = Literal["official", "derived", "assumption"]
"""``official``: published by the body named. ``derived``: worked out from what it published. ``assumption``: ours."""

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.-]*$", max_length=80)]
"""A stable id: lower case letters, digits, hyphens, underscores and dots."""


class Part(BaseModel):
    """A part of a reference file: frozen, and refusing keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(Part):
    """One thing that has been published, or assumed, from a date on."""

    id: Identifier
    title: Text
    start: dt.date
    """The day from which it holds; it holds until another entry of the same id starts."""
    status: Status
    source: Citation
    also: tuple[Citation, ...] = ()
    """Further sources that say the same, or that the entry also rests on."""
    review: Review
    notes: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _a_status_is_no_better_than_its_review(self) -> Self:
        if self.status == "official" and self.review.status not in ("read in the source", "corroborated"):
            raise ValueError(f"status is official, but the review says {self.review.status}")
        if self.review.status == "assumption" and self.status != "assumption":
            raise ValueError("the review says assumption, so the status must say so too")
        return self
