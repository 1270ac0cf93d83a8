"""Definitions: what the groups of a figure mean. Figures of different definitions are never compared."""

from footing.provenance.citation import Text
from footing.standards.entry import Entry, Identifier, Part


class DefinedGroup(Part):
    """One group and who is in it."""

    code: Identifier
    label: Text
    meaning: Text


class Definition(Entry):
    """What each group means, however it was measured; benchmarks and classifications name the one they follow."""

    groups: tuple[DefinedGroup, ...]
