"""What whoever publishes a report adds to it: whom to ask, what was corrected, and in which language it is."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from footing.tables.words import long_date

ENGLISH = "en-GB"


class CorrectionsUnread(ValueError):
    """A file of corrections is not what it should be."""


class Correction(BaseModel):
    """One correction: when it was made, and what was wrong and is right now, in words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    date: dt.date
    said: str


@dataclass(frozen=True, slots=True)
class Publication:
    """``contact`` is whom to ask about a figure, in words; ``language`` is a BCP 47 tag."""

    contact: str | None = None
    corrections: tuple[Correction, ...] = ()
    language: str = ENGLISH


UNSAID = Publication()
HOW = (
    "If a figure looks wrong, say so. Give its page or table, the figure and why you doubt it. It can be "
    "worked out again by whoever holds the extract. No figure about one person can be given."
)
UNCORRECTED = "No correction has been made to this report."


def told_in_lines(publication: Publication) -> tuple[str, ...]:
    """For a file of figures: how a figure is challenged, whom to ask, and each correction."""
    asked = (f"Whom to ask: {publication.contact}",) if publication.contact else ()
    corrections = tuple(f"Corrected on {long_date(each.date)}: {each.said}" for each in publication.corrections)
    return (HOW, *asked, *(corrections or (UNCORRECTED,)))


def load_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections in a YAML list of ``date`` and ``said``, the oldest first. Raises ``CorrectionsUnread``."""
    try:
        held = TypeAdapter(tuple[Correction, ...]).validate_python(
            yaml.safe_load(path.read_text(encoding="utf-8")) or ()
        )
    except (OSError, ValueError, yaml.YAMLError, ValidationError) as error:
        raise CorrectionsUnread(
            f"{path.name} cannot be read as corrections: give a YAML list, each item with a date and what was "
            "corrected (said)."
        ) from error
    return tuple(sorted(held, key=lambda each: each.date))
