"""Measure definitions: what each figure is, why it matters and what it needs, in words."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from footing.provenance.citation import Text
from footing.standards.entry import Entry, Identifier
from footing.tables.units import DECIMALS

Family = Literal[
    "response",
    "representation",
    "pay_gap",
    "adjusted_pay_gap",
    "hiring",
    "induction",
    "progression",
    "retention",
    "outreach",
    "intersections",
    "senior_ratio",
    "staircase",
    "flow",
    "non_response",
    "trend",
]

FieldName = Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]


class MeasureDefinition(Entry):
    """One measure: the report's "how this is worked out", the reference page and the glossary are made from it."""

    family: Family
    why: Text
    numerator: Text
    denominator: Text | None = None
    """``None`` for a measure that is no ratio, such as a count."""
    unit: str
    interval: Text | None = None
    """How the uncertainty is worked out; ``None`` where the figure has no interval."""
    needs: tuple[FieldName, ...]
    """The fields without which it is reported as not measured; ``background`` means any question about background."""
    journey_stage: Identifier
    caveats: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _unit_is_one_we_publish(self) -> Self:
        if self.unit not in DECIMALS:
            raise ValueError(f"{self.unit!r} is not a unit; they are {', '.join(DECIMALS)}")
        return self
