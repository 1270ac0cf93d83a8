"""The schema of a document template: one YAML file each, made of a few kinds of block.

Words in a block may hold ``{field}``, which is filled from what is known of the organisation (``fields.py``), and
``<<something to decide>>``, which stays a clear mark until a person has written over it.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from footing.provenance import Citation, Review
from footing.provenance.citation import Text
from footing.standards.entry import Identifier, Part

Condition = Literal["public", "not-public", "wales", "scotland", "small", "larger"]
"""To whom alone a block applies; ``conditions.py`` says what each means."""


class _Block(Part):
    only: Condition | None = None


class HeadingBlock(_Block):
    """A heading; level 1 divides the document, level 2 divides a part of it."""

    heading: Text
    level: Literal[1, 2] = 1


class TextBlock(_Block):
    """One paragraph."""

    text: Text


class BulletsBlock(_Block):
    """A list in no order, after words that lead to it."""

    bullets: tuple[Text, ...]
    lead: Text | None = None


class StepsBlock(_Block):
    """A numbered list."""

    steps: tuple[Text, ...]
    lead: Text | None = None


class TicksBlock(_Block):
    """A list to tick off."""

    ticks: tuple[Text, ...]
    lead: Text | None = None


class TableBlock(_Block):
    """A table; a cell that is empty is there to be written in."""

    table: Text
    """Its caption."""
    columns: tuple[Text, ...]
    rows: tuple[tuple[str, ...], ...]
    blank_rows: int = Field(default=0, ge=0, le=12)

    @model_validator(mode="after")
    def _every_row_is_whole(self) -> Self:
        uneven = [row for row in self.rows if len(row) != len(self.columns)]
        if uneven:
            raise ValueError(f"a row has {len(uneven[0])} cells and the table {len(self.columns)} columns")
        return self


class FormField(Part):
    """One thing that is filled in by hand: a line, a box of several lines, or a choice."""

    label: Text
    hint: Text | None = None
    answer: Text | None = None
    """What is filled in already, as a rule a field of the organisation."""
    lines: int = Field(default=1, ge=1, le=8)
    choices: tuple[Text, ...] = ()


class FormBlock(_Block):
    """Fields to fill in, under a caption."""

    form: Text
    fields: tuple[FormField, ...]


class NoteBlock(_Block):
    """Something to keep in mind, set apart."""

    note: Text
    text: Text


class FiguresBlock(_Block):
    """What the organisation's own results say: statements about these measures, and its leading figures."""

    figures: Text
    """The caption."""
    measures: tuple[Identifier, ...] = ()
    most: int = Field(default=3, ge=1, le=8)
    key_figures: bool = False
    otherwise: Text
    """What stands there while there are no results."""


class QuestionBlock(_Block):
    """A question of the catalogue in its exact wording, with its answers."""

    question: Identifier
    form: Identifier


class BreakBlock(_Block):
    """A new page starts here."""

    page_break: Literal[True]


KINDS = (
    "heading", "bullets", "steps", "ticks", "table", "question", "form", "note", "figures", "page_break", "text",
)  # fmt: skip
"""The key that tells each kind of block; a note has a text and a question a form besides, so the order counts."""


def _kind(block: Any) -> str | None:
    keys = block if isinstance(block, dict) else type(block).model_fields
    return next((kind for kind in KINDS if kind in keys), None)


Block = Annotated[
    Annotated[HeadingBlock, Tag("heading")]
    | Annotated[TextBlock, Tag("text")]
    | Annotated[BulletsBlock, Tag("bullets")]
    | Annotated[StepsBlock, Tag("steps")]
    | Annotated[TicksBlock, Tag("ticks")]
    | Annotated[TableBlock, Tag("table")]
    | Annotated[FormBlock, Tag("form")]
    | Annotated[NoteBlock, Tag("note")]
    | Annotated[FiguresBlock, Tag("figures")]
    | Annotated[QuestionBlock, Tag("question")]
    | Annotated[BreakBlock, Tag("page_break")],
    Discriminator(_kind),
]


class DocumentTemplate(Part):
    """One document: what it is for, what to do before it is used, what it says and what that rests on."""

    id: Identifier
    title: Text
    summary: Text
    used_by: Text
    """Who uses it and when, in a sentence."""
    pillars: tuple[Identifier, ...]
    stages: tuple[Identifier, ...] = ()
    roles: tuple[Identifier, ...]
    before: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What to do before it is used; it stands on the page of the template and not in the document."""
    blocks: Annotated[tuple[Block, ...], Field(min_length=1)]
    sources: tuple[Citation, ...] = ()
    judgement: Text
    """Which parts rest on our own judgement."""
    review: Review
