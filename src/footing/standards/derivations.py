"""Derivations: how the answers to several questions together give a class."""

from itertools import product
from typing import Self

from pydantic import Field, model_validator

from footing.provenance.citation import Text
from footing.standards import coverage
from footing.standards.entry import Entry, Identifier, Part


class StatusColumn(Part):
    """A column of the matrix: an employment status with a size of organisation."""

    code: Identifier
    label: Text


class ColumnRule(Part):
    """When every part of ``when`` holds, the person belongs in ``column``; ``null`` among the answers means blank."""

    column: Identifier
    when: dict[str, tuple[str | None, ...]]


class SelfCodedDerivation(Entry):
    """The self-coded method: work group by employment status and size of organisation gives a class.

    ``parts`` names the question that each of ``work_type``, ``employment``, ``size`` and ``supervision`` is asked by.
    """

    gives: Identifier
    """The classification whose groups the classes are."""
    parts: dict[str, Identifier]
    columns: tuple[StatusColumn, ...]
    rules: tuple[ColumnRule, ...]
    """In order: the first that holds decides."""
    matrix: dict[str, tuple[str, ...]]
    """The class of each work group (option code of ``work_type``), one for each column in order."""
    whatever_the_status: dict[str, str] = Field(default_factory=dict)
    """Work types that have one class, or one place outside the base, whatever the other answers."""

    @model_validator(mode="after")
    def _matrix_is_whole(self) -> Self:
        if sorted(self.parts) != ["employment", "size", "supervision", "work_type"]:
            raise ValueError("parts are work_type, employment, size and supervision")
        for work_type, classes in self.matrix.items():
            if len(classes) != len(self.columns):
                raise ValueError(f"{work_type!r} needs one class for each of the {len(self.columns)} columns")
        known = {column.code for column in self.columns}
        for rule in self.rules:
            if rule.column not in known or not set(rule.when) <= set(self.parts):
                raise ValueError(f"the rule for {rule.column!r} names a column or a part that does not exist")
        return self


class Answers(Part):
    """One person's four answers, as option codes; ``None`` for a blank."""

    work_type: str | None
    employment: str | None
    size: str | None
    supervision: str | None


def status_column(derivation: SelfCodedDerivation, answers: Answers) -> str | None:
    """The code of the matrix column that the answers lead to; ``None`` when they lead to none."""
    given = answers.model_dump()
    for rule in derivation.rules:
        if all(given[part] in allowed for part, allowed in rule.when.items()):
            return rule.column
    return None


def self_coded_class(derivation: SelfCodedDerivation, answers: Answers) -> str:
    """The class that four answers give, or ``not_known``, ``prefer_not_to_say`` or ``not_answered``.

    A blank answer about status, size or supervision counts as not knowing it. Source: the derivation's own.
    """
    if answers.work_type is None:
        given = (answers.employment, answers.size, answers.supervision)
        return coverage.NOT_ANSWERED if given == (None, None, None) else coverage.NOT_KNOWN
    if answers.work_type in derivation.whatever_the_status:
        return derivation.whatever_the_status[answers.work_type]
    column = status_column(derivation, answers)
    if column is None:
        return coverage.NOT_KNOWN
    place = [each.code for each in derivation.columns].index(column)
    return derivation.matrix[answers.work_type][place]


def self_coded_table(
    derivation: SelfCodedDerivation, options: dict[str, tuple[str, ...]]
) -> tuple[tuple[Answers, str], ...]:
    """Every combination of answers with its class, for joining to an extract inside the engine.

    ``options`` holds the option codes of each part; blanks are added to each.
    """
    parts = ("work_type", "employment", "size", "supervision")
    combinations = product(*((*options[part], None) for part in parts))
    asked = (Answers(**dict(zip(parts, combination, strict=True))) for combination in combinations)
    return tuple((answers, self_coded_class(derivation, answers)) for answers in asked)
