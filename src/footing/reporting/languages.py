"""A report in another language: every text by its message in a catalogue; names and figures stay as they are.

English is the source. A message may have places in braces; what stands there is put into the other language too where
there is a message for it. What has no message stays in English: nothing is ever left out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from footing.assessment import Assessment
from footing.reporting.model import Report
from footing.reporting.publication import ENGLISH
from footing.reporting.topics import NOT_RECORDED
from footing.tables import TOTAL

_MESSAGES = Path(__file__).parent / "messages"
_PLACE = re.compile(r"\{(\w+)\}")
LIST = "; "
_NUMBER, _FIGURE = "number", r"[-+−£]?\d[\d.,]*%?"
"""How the name of a place begins that holds nothing but a figure, and what a figure looks like."""
_NEVER = frozenset({"id", "target", "kind", "language", "sources", "organisation", "status", "unit", "shape", "scale"})
"""Fields that are for machines, or names."""


class Messages(BaseModel):
    """The catalogue of one language. ``texts`` are the messages by their English source."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str
    status: str
    """How far the translation was checked, and by whom."""
    standing: str
    """What a reader is told of that, in the language."""
    months: dict[str, str]
    texts: dict[str, str]


@cache
def load_messages(language: str) -> Messages:
    """The catalogue of a language. Raises ``FileNotFoundError`` when there is none."""
    return Messages.model_validate(yaml.safe_load((_MESSAGES / f"{language}.yaml").read_text(encoding="utf-8")))


def in_language(report: Report, language: str, assessment: Assessment) -> Report:
    """The report in a language; what the extract calls its groups stays as given."""
    if language == ENGLISH:
        return report
    messages = load_messages(language)
    speaker = Speaker(messages, _templates(language), frozenset(_names(assessment)))
    said: Report = speaker.all_of(report)
    return replace(said, language=language, colophon=f"{said.colophon} {messages.standing}")


def _names(assessment: Assessment) -> Iterator[str]:
    """What the extract calls its grades, functions …: every category that is not of a question."""
    for table in assessment.tables:
        for dimension in table.dimensions[:-1]:
            yield from (each.label for each in dimension.categories if each.code not in (TOTAL, NOT_RECORDED))
    if assessment.manifest.organisation:
        yield assessment.manifest.organisation


@dataclass(frozen=True, slots=True)
class Template:
    """A message with places: the English as a pattern, and the words of the other language."""

    pattern: re.Pattern[str]
    words: str
    fixed: int
    """How many letters of the English are fixed: the more, the sooner it is tried."""


@cache
def _templates(language: str) -> tuple[Template, ...]:
    held = load_messages(language).texts.items()
    made = [_template(source, words) for source, words in held if _PLACE.search(source)]
    return tuple(sorted(made, key=lambda each: -each.fixed))


def _template(source: str, words: str) -> Template:
    parts = _PLACE.split(source)
    pattern = "".join(_held(part) if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return Template(re.compile(pattern, re.DOTALL), words, sum(map(len, parts[::2])))


def _held(name: str) -> str:
    return f"(?P<{name}>{_FIGURE if name.startswith(_NUMBER) else '.+?'})"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Puts texts into a language."""

    messages: Messages
    templates: tuple[Template, ...]
    names: frozenset[str]

    def all_of(self, held: Any) -> Any:
        """The same thing with every text in it in the language; what machines read stays."""
        if isinstance(held, str):
            return self.said(held) if type(held) is str else held
        if isinstance(held, tuple):
            return tuple(self.all_of(each) for each in held)
        if is_dataclass(held) and not isinstance(held, type):
            spoken = {
                each.name: self.all_of(getattr(held, each.name))
                for each in fields(held)
                if each.init and each.name not in _NEVER
            }
            return replace(held, **spoken)
        return held

    def said(self, text: str) -> str:
        """The text in the language; as it is where no message fits."""
        return self._known(text) or text

    def _known(self, text: str) -> str | None:
        if text in self.names or not text:
            return None
        exact = self.messages.texts.get(text)
        if exact is not None:
            return exact
        for template in self.templates:
            found = template.pattern.fullmatch(text)
            if found:
                return template.words.format_map({name: self._place(held) for name, held in found.groupdict().items()})
        return self._date(text)

    def _place(self, text: str) -> str:
        """What stands in a place: a name, a figure, a date, another message, or a list of them."""
        parts = text.split(LIST)
        return LIST.join(self._known(each) or each for each in parts)

    def _date(self, text: str) -> str | None:
        found = re.fullmatch(r"(\d{1,2}) (\w+) (\d{4})", text)
        month = self.messages.months.get(found[2]) if found else None
        return f"{found[1]} {month} {found[3]}" if found and month else None


def unsaid(report: Report, language: str, assessment: Assessment) -> Mapping[str, None]:
    """The texts of a report for which the language has no message, in order: what a translator has still to do."""
    messages = load_messages(language)
    speaker = Speaker(messages, _templates(language), frozenset(_names(assessment)))
    return dict.fromkeys(each for each in _texts(report) if speaker.said(each) == each and each not in speaker.names)


def _texts(held: Any) -> Iterator[str]:
    if type(held) is str:
        yield held
    elif isinstance(held, tuple):
        for each in held:
            yield from _texts(each)
    elif is_dataclass(held) and not isinstance(held, type):
        for each in fields(held):
            if each.name not in _NEVER:
                yield from _texts(getattr(held, each.name))
