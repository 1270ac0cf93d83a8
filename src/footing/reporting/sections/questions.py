"""The questions that a board should ask: which of them, by what the figures say at each stage of the journey."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from footing.provenance import Citation
from footing.reporting.model import Block, Bullets, Link, Paragraph, Section
from footing.reporting.sections.material import CLEAR, Material
from footing.reporting.topics import seen

QUESTIONS = "questions"
_QUESTIONS = Path(__file__).parents[1] / "board_questions.yaml"


class State(StrEnum):
    """What the figures say about a stage."""

    GAP = "gap"
    EVEN = "even"
    UNMEASURED = "unmeasured"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class BoardQuestion(_Part):
    """One question, the stage that it is about, when it is asked and which source it follows from."""

    stage: str
    when: tuple[State, ...]
    source: str
    ask: str


class BoardQuestions(_Part):
    """All the questions and their sources."""

    sources: dict[str, Citation]
    questions: tuple[BoardQuestion, ...]

    @model_validator(mode="after")
    def _sources_are_held(self) -> "BoardQuestions":
        if unknown := {each.source for each in self.questions} - set(self.sources):
            raise ValueError(f"unknown sources: {', '.join(sorted(unknown))}")
        return self


@cache
def board_questions() -> BoardQuestions:
    """The questions as they are held."""
    return BoardQuestions.model_validate(yaml.load(_QUESTIONS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


def questions_section(material: Material) -> Section:
    """Stage by stage, what to ask about what was found there."""
    lead = Paragraph(
        "These questions follow from what the figures say at each stage. The words are ours. The source of each says "
        "where it comes from. A good answer names a person and a date."
    )
    stages = dict.fromkeys(each.stage for each in board_questions().questions)
    blocks = (block for stage in stages for block in _at_stage(stage, material))
    return Section(QUESTIONS, "Questions to ask", (lead, *blocks))


def _at_stage(stage: str, material: Material) -> Iterator[Block]:
    held, state = board_questions(), state_of(stage, material)
    asked = [each for each in held.questions if each.stage == stage and state in each.when]
    if asked:
        title = material.catalogue.stage(stage).title
        yield Bullets(tuple(_asked(each, held.sources[each.source]) for each in asked), title=title)


def _asked(question: BoardQuestion, source: Citation) -> Paragraph:
    words = f"{source.publisher}, {source.title} ({source.published})"
    return Paragraph(question.ask, (Link(words, source.url),) if source.url else ())


def state_of(stage: str, material: Material) -> State:
    """What everything that was measured says about a stage, whatever this report shows of it."""
    whole = material.whole
    if any(each.direction in CLEAR for each in whole.findings if each.journey_stage == stage):
        return State.GAP
    at_stage = {each.id for each in material.catalogue.measures if each.journey_stage == stage}
    shown = any(seen(row) for table in whole.tables if table.measure in at_stage for row in table.rows)
    return State.EVEN if shown else State.UNMEASURED
