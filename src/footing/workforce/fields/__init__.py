"""The fields of an extract besides answers: what they are called, and which words are known to mean the same."""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from footing.provenance import Review
from footing.standards.yaml_files import read_yaml

Kind = Literal["key", "category", "money", "number", "date", "text", "flag"]
TableName = Literal["people", "answers", "events", "applications", "participants"]

_FILES = ("people", "events", "applications", "participants")
"""The order decides between fields that a heading fits as well as each other."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FieldSpecification(_Part):
    """One field: the tables it belongs to, the headings it is met under and the words of its categories."""

    id: str
    title: str
    kind: Kind
    of: tuple[TableName, ...]
    headings: tuple[str, ...]
    other_titles: tuple[str, ...] = ()
    """Titles that an employer's own heading may call for instead."""
    column: str = ""
    """The column of the coded table, where its unit is part of its name; otherwise the id."""
    ordered: bool = False
    closed: bool = False
    """Whether only the listed words are allowed."""
    like: str | None = None
    """The field whose categories this one shares."""
    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    blanks: tuple[str, ...] = ()
    """Words that say that nothing is recorded yet, beside those that say so everywhere."""

    @property
    def coded_column(self) -> str:
        """The name of the column in the coded table."""
        return self.column or self.id


class NotNeeded(_Part):
    """Headings of columns that are never used, and why."""

    because: str
    headings: tuple[str, ...]
    personal: bool = False


class Ladder(_Part):
    """Names of grades, junior first; the names of one rung mean the same height."""

    title: str
    grades: tuple[tuple[str, ...], ...]


class FieldCatalogue(_Part):
    """Everything known about fields, from the YAML files beside this module."""

    review: Review
    blanks: tuple[str, ...]
    flag_words: dict[str, tuple[str, ...]]
    """The words for yes and for no, where a field can be nothing else."""
    ladders: tuple[Ladder, ...]
    unranked_grades: tuple[str, ...]
    key_words: tuple[str, ...]
    snapshot_labels: tuple[str, ...]
    fields: tuple[FieldSpecification, ...]
    not_needed: tuple[NotNeeded, ...]

    def field(self, field_id: str) -> FieldSpecification | None:
        """The field with this id; ``None`` when there is none, as for questions."""
        return next((field for field in self.fields if field.id == field_id), None)

    def of_table(self, table: str) -> tuple[FieldSpecification, ...]:
        """The fields that belong to a table, in the order of the files."""
        return tuple(field for field in self.fields if table in field.of)


@cache
def load_fields() -> FieldCatalogue:
    """The fields that are known, read once."""
    folder = Path(__file__).parent
    fields = [field for name in _FILES for field in read_yaml(folder / f"{name}.yaml")["fields"]]
    return FieldCatalogue.model_validate({**read_yaml(folder / "known_words.yaml"), "fields": fields})
