"""Occupation schemes: the codes that a table of occupations must hold, no more and no fewer."""

from typing import Annotated

from pydantic import Field

from footing.provenance.citation import Text
from footing.standards.entry import Entry

UnitGroup = Annotated[str, Field(pattern=r"^\d{4}$")]


class OccupationScheme(Entry):
    """The unit groups of one edition of the Standard Occupational Classification, by code."""

    unit_groups: dict[UnitGroup, Text] = Field(min_length=1)
