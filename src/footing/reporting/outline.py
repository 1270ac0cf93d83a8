"""The outline of a report: which families of measures it shows in which order, what it leads with, what it draws.

An outline is data, so that another kind of report is another file in ``outlines``.
"""

from functools import cache
from pathlib import Path
from typing import Any

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
    questions: int | None = Field(default=None, ge=1)
    """How many of the questions that were asked are shown, from the first; all unless a number is given."""
    breakdowns: tuple[str, ...] | None = None
    """The breakdowns that are shown beside everybody together, such as ``grade``; all unless any are named."""
    compared_with: str | None = None
    """The scope of the benchmarks that figures are held against, and no others; questions without one are left out."""
    only_views: tuple[str, ...] | None = None
    """The titles of the views that are shown, and no other figures; everything unless any are named."""

    @property
    def shown_views(self) -> tuple[View, ...]:
        """The views that this kind of report shows."""
        return tuple(each for each in self.views if self.only_views is None or each.title in self.only_views)

    @property
    def families(self) -> tuple[str, ...]:
        """Every family of measures that the section shows."""
        return (self.family, *self.joined_by)


class ToWrite(_Part):
    """A place that the publisher fills in: what is to be written there."""

    write: str


class Points(_Part):
    """A list of short statements."""

    points: tuple[str, ...]


class Words(_Part):
    """A section of words: paragraphs, lists and marked places; ``{organisation}`` and ``{date}`` are filled in."""

    id: str
    title: str
    says: tuple[str | ToWrite | Points, ...]


FIGURES = "figures"
"""How an order names the sections about families of measures that stand in it nowhere else."""


class Outline(_Part):
    """One kind of report."""

    id: str
    title: str
    about: str
    """For whom it is and what it says, in one sentence."""
    order: tuple[str, ...] = (
        "summary",
        "journey",
        "reading",
        FIGURES,
        "withheld",
        "not-measured",
        "challenge",
        "methods",
        "sources",
        "record",
    )
    """The parts in the order in which they are read: a built-in one, a section of ``sections`` or one of ``words``."""
    words: tuple[Words, ...] = ()
    every_family: bool = False
    """Whether every table is shown, also of families that the outline does not name."""
    every_finding: bool = False
    """Whether findings about what the outline does not show are told too, with the tables that they rest on."""
    absent: str
    """What is said when nothing that the outline shows was measured."""
    of_whom: str = "People in post on {date}"
    """Whom the figures are about, beneath the title."""
    languages: tuple[str, ...] = ("en-GB",)
    """The languages that it can be written in."""
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


FULL = "assessment"
"""The kind of report that says everything, and that the others are cut from."""


@cache
def load_outline(name: str = FULL) -> Outline:
    """The outline in the file of this name. Raises ``FileNotFoundError`` when there is none."""
    own = _read(name)
    full = own if name == FULL else _read(FULL)
    sections = {each["id"]: each for each in full["sections"]}
    return Outline.model_validate(
        {
            **{key: full[key] for key in _SHARED},
            **own,
            "sections": [{**sections.get(each["id"], {}), **each} for each in own.get("sections", full["sections"])],
        }
    )


_SHARED = ("in_order", "nouns", "summary_chart", "summary_figures", "summary_findings", "rows_in_page")
"""What every kind of report has from the full one unless it says otherwise; sections too, by their id."""


@cache
def _read(name: str) -> dict[str, Any]:
    text = (_OUTLINES / f"{name}.yaml").read_text(encoding="utf-8")
    held: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return held


@cache
def kinds() -> tuple[str, ...]:
    """Every kind of report, the full assessment first."""
    names = sorted(path.stem for path in _OUTLINES.glob("*.yaml"))
    return (FULL, *(name for name in names if name != FULL))
