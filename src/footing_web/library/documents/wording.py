"""From the words of a template to words that are filled: fields are put in, and what is to be decided is marked."""

import re

from footing_web.library.documents.fields import FIELDS
from footing_web.library.documents.filled import Span, Words
from footing_web.library.documents.known import Known

_PART = re.compile(r"\{(?P<field>[A-Za-z_]+)\}|<<(?P<decide>.+?)>>")


def worded(text: str, known: Known) -> Words:
    """The text with its fields filled. A field with a capital, ``{Staff}``, begins a sentence.

    Raises ``KeyError`` for a field that ``fields.py`` does not have.
    """
    spans, end = [], 0
    for found in _PART.finditer(text):
        spans.append(Span(text[end : found.start()]))
        spans.append(Span(found["decide"], to_decide=True) if found["decide"] else _filled(found["field"], known))
        end = found.end()
    spans.append(Span(text[end:]))
    return _joined(spans)


def plain(text: str) -> Words:
    """Words as they are, whatever they hold."""
    return (Span(text),) if text else ()


def marks_in(words: Words) -> int:
    """How many things are still to be decided."""
    return sum(span.to_decide for span in words)


def _filled(name: str, known: Known) -> Span:
    field = FIELDS[name.lower()]
    value = known.fields.get(name.lower()) or field.usual
    if value is None:
        return Span(field.prompt, to_decide=True)
    return Span(value[:1].upper() + value[1:] if name[0].isupper() else value)


def _joined(spans: list[Span]) -> Words:
    """Without what is empty, and with neighbours of one sort as one."""
    joined: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if joined and not span.to_decide and not joined[-1].to_decide:
            joined[-1] = Span(joined[-1].text + span.text)
        else:
            joined.append(span)
    return tuple(joined)
