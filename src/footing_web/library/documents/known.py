"""What is known of the organisation that a document is for; nothing, where it is handed out to anybody."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from footing_web.library.documents.conditions import Met


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """One of the leading figures of an organisation's results: the value, what it is and what stands beside it."""

    value: str
    title: str
    context: str


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """What an organisation's latest results say that may be released, and where that can be traced."""

    figures: tuple[OwnFigure, ...]
    statements: Mapping[str, tuple[str, ...]]
    """Statements by the id of the measure that they are about, the clearest first."""
    source: str


@dataclass(frozen=True, slots=True)
class Known:
    """Fields by name, the conditions that can be told, the results where the reader may see them, and the edition."""

    fields: Mapping[str, str] = field(default_factory=dict)
    met: Met = field(default_factory=dict)
    figures: OwnFigures | None = None
    edition: str = ""
    """The id of the edition in whose words the document speaks; empty for the words for all industries."""


NOTHING = Known()
