"""The questions of an interview, for the pillars that a case study is about, made to fit its 45 minutes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from footing_web.enquiries.choices import pillar_choices

MINUTES_FOR_A_QUESTION = 4
FEWEST_QUESTIONS = 1
FILE = Path(__file__).parent / "content" / "interview_guide.yaml"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the interview: what it is about, how long it takes, what is asked."""

    title: str
    minutes: int
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """The whole interview."""

    title: str
    note: str
    parts: tuple[Part, ...]

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(part.minutes for part in self.parts)


def guide_for(pillars: Sequence[str]) -> Guide:
    """The interview about these pillars. The time is shared out among them, and the questions fit the time."""
    written = _written()
    about = [(code, title) for code, title in pillar_choices() if code in pillars]
    middle = [_pillar(code, title, place, len(about)) for place, (code, title) in enumerate(about)]
    parts = (_part(written["opening"]), *middle, _part(written["outcomes"]), _part(written["closing"]))
    return Guide(written["title"], written["note"], parts)


def _pillar(code: str, title: str, place: int, several: int) -> Part:
    held = _written()["pillars"]
    share, left = divmod(held["minutes"], several)
    minutes = share + (place < left)
    asked = max(FEWEST_QUESTIONS, minutes // MINUTES_FOR_A_QUESTION)
    return Part(title, minutes, tuple(held["questions"][code][:asked]))


def _part(written: dict[str, Any]) -> Part:
    return Part(written["title"], written["minutes"], tuple(written["questions"]))


@cache
def _written() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found
