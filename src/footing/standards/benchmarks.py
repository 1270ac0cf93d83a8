"""Benchmarks: published figures to compare with, each tied to the definition that it was measured by."""

from typing import Literal, Self

from pydantic import Field, model_validator

from footing.provenance.citation import Text
from footing.standards.entry import Entry, Identifier, Part

ROUNDING_SLACK = 1.0
"""How far from 100 the groups of a whole distribution may add up, in percentage points, as each is rounded."""


class Place(Part):
    """An area, and the edition of the boundaries it is drawn by: areas are redrawn."""

    scheme: Text
    edition: Text
    code: Text | None = None
    name: Text


class Benchmark(Entry):
    """Percentages of a population by group. ``values`` may hold one group alone, when only that one was published."""

    definition: Identifier
    scope: Literal["national", "region", "sector", "occupation", "grade", "employer", "target", "coalition"]
    population: Text
    base: Text
    """What the percentages are percentages of, in words."""
    year: Text
    """The year or years that the figures are about."""
    values: dict[str, float] = Field(min_length=1)
    derived_groups: tuple[str, ...] = ()
    """Groups whose value nobody published: it was worked out from the others."""
    people: int | None = Field(default=None, gt=0)
    """How many people the figures rest on, where that was published."""
    place: Place | None = None
    superseded_by: Identifier | None = None
    caveats: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _percentages_make_sense(self) -> Self:
        outside = [group for group, value in self.values.items() if not 0 <= value <= 100]
        if outside:
            raise ValueError(f"the value of {outside[0]!r} is not a percentage")
        unknown = [group for group in self.derived_groups if group not in self.values]
        if unknown:
            raise ValueError(f"{unknown[0]!r} is said to be derived but has no value")
        if sum(self.values.values()) > 100 + ROUNDING_SLACK:
            raise ValueError("the values add up to more than 100")
        return self
