"""From the words of a template to words that are filled: fields are put in, and what is to be decided is marked."""

import re
from functools import lru_cache

from footing_web.library.content_files import Edition
from footing_web.library.documents.fields import FIELDS
from footing_web.library.documents.filled import Span, Words
from footing_web.library.documents.known import Known
from footing_web.library.presenters.editions import Wording, by_id

WORDINGS_HELD = 64
_PART = re.compile(r"\{(?P<field>[A-Za-z_]+)\}|<<(?P<decide>.+?)>>")


def worded(text: str, known: Known) -> Words:
    """The text with its fields filled, in the words of the edition. A field with a capital begins a sentence.

    What an organisation calls things itself is never switched. Raises ``KeyError`` for a field that is not in
    ``fields.py``.
    """
    say, text = words_for(known), _PART.sub(lambda found: _usual(found, known), text)
    spans, end = [], 0
    for found in _PART.finditer(text):
        spans.append(Span(say(text[end : found.start()])))
        spans.append(Span(say(found["decide"]), to_decide=True) if found["decide"] else _own(found["field"], known))
        end = found.end()
    spans.append(Span(say(text[end:])))
    return _joined(spans)


def words_for(known: Known) -> Wording:
    """How our words are said: as the organisation says them, or else as its edition does."""
    own = ((field.usual, known.fields.get(name, "")) for name, field in FIELDS.items() if field.usual)
    return _words(known.edition, tuple((usual, said) for usual, said in own if said))


@lru_cache(maxsize=WORDINGS_HELD)
def _words(edition: str, own: tuple[tuple[str, str], ...]) -> Wording:
    """An organisation's own word goes before every phrase of the edition that holds the same word of ours."""
    held, ours = by_id().get(edition), {word for usual, _ in own for word in usual.split()}
    phrases = held.words if held else {}
    kept = {phrase: said for phrase, said in phrases.items() if not ours.intersection(phrase.split())}
    return Wording(Edition(id="own", title="Own words", for_whom="One organisation", words=kept | dict(own)))


def plain(text: str) -> Words:
    """Words as they are, whatever they hold."""
    return (Span(text),) if text else ()


def marks_in(words: Words) -> int:
    """How many things are still to be decided."""
    return sum(span.to_decide for span in words)


def _usual(found: re.Match[str], known: Known) -> str:
    """Our own word for a field where the organisation has given none; anything else as it stands."""
    name = found["field"]
    usual = FIELDS[name.lower()].usual if name else None
    return found[0] if usual is None or known.fields.get(name.lower()) else _in_case(usual, name)


def _own(name: str, known: Known) -> Span:
    value = known.fields.get(name.lower())
    return Span(_in_case(value, name)) if value else Span(FIELDS[name.lower()].prompt, to_decide=True)


def _in_case(word: str, name: str) -> str:
    return word[:1].upper() + word[1:] if name[0].isupper() else word


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
