"""The outline of a report: which families of measures it shows in which order, what it leads with, what it draws.

An outline is data, so that another kind of report is another file in ``outlines``.
"""

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

_OUTLINES = Path(__file__).parent / "outlines"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Noun(_Part):
    """What one category of a characteristic is called, and several."""

    one: str
    many: str


class View(_Part):
    """One thing to look at in a section: the measures whose tables show it, and the kind of chart that draws it."""

    title: str
    measures: tuple[str, ...]
    lead: str = ""
    chart: str | None = None
    figures: dict[str, str] = Field(default_factory=dict)
    """What the figures of a measure are called at the head of their column, where their unit alone would mislead."""


class FamilyOutline(_Part):
    """One section: the family of measures that it shows, and what is said before the figures.

    A family without ``views`` is read question by question and breakdown by breakdown. ``joined_by`` are further
    families that the same views show.
    """

    id: str
    family: str
    title: str
    lead: str
    joined_by: tuple[str, ...] = ()
    views: tuple[View, ...] = ()
    focus: dict[str, str] = Field(default_factory=dict)
    """The group of each question that charts and first tables are about; the first group where none is named."""
    charts: tuple[str, ...] = ()
    """The breakdowns that are drawn for the first question that was asked."""
    further_charts: tuple[str, ...] = ()
    """Those that are drawn for every other question."""

    @property
    def families(self) -> tuple[str, ...]:
        """Every family of measures that the section shows."""
        return (self.family, *self.joined_by)


class Outline(_Part):
    """One kind of report."""

    id: str
    title: str
    sections: tuple[FamilyOutline, ...]
    in_order: frozenset[str]
    """The characteristics whose categories follow one another, drawn as a staircase."""
    nouns: dict[str, Noun]
    summary_chart: str
    """The family whose picture of everybody together the summary shows."""
    summary_figures: int = Field(ge=1)
    """How many large figures the summary shows."""
    summary_findings: int = Field(ge=1)
    """How many findings the summary shows; the others are in their sections."""
    rows_in_page: int = Field(ge=1)
    """The longest table that a page shows; a longer one is in the data files alone."""

    def noun(self, variable: str) -> Noun:
        """What the categories of a characteristic are called; "group" where nothing better is known."""
        return self.nouns.get(variable, Noun(one="group", many="groups"))


@cache
def load_outline(name: str = "assessment") -> Outline:
    """The outline in the file of this name. Raises ``FileNotFoundError`` when there is none."""
    return Outline.model_validate(yaml.safe_load((_OUTLINES / f"{name}.yaml").read_text(encoding="utf-8")))
