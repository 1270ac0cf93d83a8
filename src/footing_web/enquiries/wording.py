"""The words of a case study as one value: what is written, shown, approved, digested and published is always this."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Any


@dataclass(frozen=True, slots=True)
class Section:
    """A part with its heading."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Something that came of it. ``measure`` is the id of a measure of the catalogue, or empty."""

    words: str
    measure: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """Everything that a page of a case study says."""

    title: str
    organisation: str
    edition: str
    size_band: str
    region: str
    pillars: tuple[str, ...]
    stages: tuple[str, ...]
    summary: str
    sections: tuple[Section, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def digest(self) -> str:
        """Two wordings with one digest are the same, to the last comma."""
        return sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


def to_data(wording: Wording) -> dict[str, Any]:
    """As it is stored."""
    return asdict(wording)


def from_data(data: dict[str, Any]) -> Wording:
    """As it was stored."""
    return Wording(
        **data
        | {
            "pillars": tuple(data["pillars"]),
            "stages": tuple(data["stages"]),
            "sections": tuple(Section(**each) for each in data["sections"]),
            "outcomes": tuple(Outcome(**each) for each in data["outcomes"]),
        }
    )


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words, and whether they are ``same``, ``added`` or ``removed`` since the draft before."""

    kind: str
    text: str


def passages(before: str, after: str) -> tuple[Passage, ...]:
    """How one text became another, word by word."""
    return tuple(_passages(before.split(" "), after.split(" ")))


def _passages(before: list[str], after: list[str]) -> Iterator[Passage]:
    for way, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if way == "equal":
            yield Passage("same", " ".join(after[new_start:new_end]))
            continue
        if end > start:
            yield Passage("removed", " ".join(before[start:end]))
        if new_end > new_start:
            yield Passage("added", " ".join(after[new_start:new_end]))
