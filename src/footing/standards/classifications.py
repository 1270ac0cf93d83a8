"""Classifications: which answers, or which finer classes, make up each group."""

from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from footing.provenance.citation import Text
from footing.standards import coverage
from footing.standards.entry import Entry, Identifier, Part
from footing.tables import Hierarchy


class OwnGroup(Part):
    """A group that a reference file names. Outside the base (``in_base: false``) it is still counted."""

    code: Identifier
    label: Text
    short_label: Text | None = None
    meaning: Text | None = None
    in_base: bool = True


class Group(Part):
    """A group as measures see it. ``part_of`` is the roll-up it adds to; ``None`` stands for everyone asked."""

    code: str
    label: str
    short_label: str
    in_base: bool
    part_of: str | None
    rollup: bool


class Classification(Entry):
    """A mapping from answers (``question``) or from finer classes (``of``) to groups; a class scheme has neither.

    ``definition`` says what the groups mean. Only figures of the same definition may be compared.
    """

    definition: Identifier
    question: Identifier | None = None
    of: Identifier | None = None
    default: bool = False
    """Whether this is the one to use for its question when nothing else is asked for."""
    base: Text
    """What the shares are shares of, in words."""
    own_groups: tuple[OwnGroup, ...] = Field(alias="groups")
    codes: dict[str, str] = Field(default_factory=dict)
    """The group of each option code, or of each code of the finer classification."""
    focus: Identifier | None = None
    """The group that the question is asked for, to speak of first; the first group of the base unless given."""

    @model_validator(mode="after")
    def _codes_lead_to_groups(self) -> Self:
        own = [group.code for group in self.own_groups]
        if len(set(own)) != len(own) or set(own) & coverage.RESERVED:
            raise ValueError("group codes must differ from each other and from the coverage groups")
        if self.question is not None and self.of is not None:
            raise ValueError("a classification codes a question or another classification, not both")
        if self.focus is not None and self.focus not in {group.code for group in self.own_groups if group.in_base}:
            raise ValueError(f"the focus {self.focus!r} is not a group of the base")
        allowed = {*own, *coverage.OUTSIDE_THE_BASE}
        for code, group in self.codes.items():
            if group not in allowed:
                raise ValueError(f"{code!r} is coded to {group!r}, which is not a group")
        return self

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Every group in the order it is shown: the base and its total, the rest, all answers, no answer."""
        base = [_own(group, coverage.CODABLE) for group in self.own_groups if group.in_base]
        outside = [_own(group, coverage.ANSWERED) for group in self.own_groups if not group.in_base]
        return (
            *base,
            _added(coverage.CODABLE, part_of=coverage.ANSWERED, rollup=True),
            *outside,
            _added(coverage.NOT_KNOWN, part_of=coverage.ANSWERED),
            _added(coverage.PREFER_NOT_TO_SAY, part_of=coverage.ANSWERED),
            _added(coverage.ANSWERED, part_of=None, rollup=True),
            _added(coverage.NOT_ANSWERED, part_of=None),
        )

    @cached_property
    def base_groups(self) -> tuple[Group, ...]:
        """The groups that add up to the base of a share, in order."""
        return tuple(group for group in self.groups if group.in_base)

    @cached_property
    def focus_group(self) -> Group:
        """The group to speak of first."""
        return self.group(self.focus) if self.focus else self.base_groups[0]

    def group(self, code: str) -> Group:
        """The group with this code, roll-ups included. Raises ``KeyError`` when there is none."""
        for group in self.groups:
            if group.code == code:
                return group
        raise KeyError(code)

    def hierarchy(self, variable: str | None = None) -> Hierarchy:
        """How the groups add up, for the variable of this name (the question's id unless another is given)."""
        parents = {group.code: group.part_of for group in self.groups if group.part_of is not None}
        return Hierarchy(variable or self.question or self.id, parents)


def _own(group: OwnGroup, part_of: str) -> Group:
    return Group(
        code=group.code,
        label=group.label,
        short_label=group.short_label or group.label,
        in_base=group.in_base,
        part_of=part_of,
        rollup=False,
    )


def _added(code: str, *, part_of: str | None, rollup: bool = False) -> Group:
    label = coverage.LABELS[code]
    return Group(code=code, label=label, short_label=label, in_base=False, part_of=part_of, rollup=rollup)
