"""The edition that a visitor reads: one body of content, with a sector's words, notes and examples."""

import re
from functools import cache

from django.http import HttpRequest

from footing_web.library import content_files
from footing_web.library.content_files import Edition

COOKIE = ASKED = "edition"
EVERYBODY = "cross-industry"


@cache
def by_id() -> dict[str, Edition]:
    """Every edition by its id."""
    return {each.id: each for each in content_files.editions()}


def edition_of(request: HttpRequest | None) -> Edition | None:
    """The edition that the address asks for, or else the one that was chosen; none for the one for all industries."""
    if request is None:
        return None
    asked = request.GET.get(ASKED) or request.COOKIES.get(COOKIE, "")
    return by_id().get(asked) if asked != EVERYBODY else None


class Wording:
    """Our words as an edition says them: whole words, in the same case, and never inside another word."""

    def __init__(self, edition: Edition | None) -> None:
        self.edition = edition
        self._words = {ours.lower(): theirs for ours, theirs in (edition.words if edition else {}).items()}
        longest_first = sorted(map(re.escape, self._words), key=len, reverse=True)
        self._pattern = re.compile(rf"\b({'|'.join(longest_first)})\b", re.IGNORECASE) if longest_first else None

    def __call__(self, text: str) -> str:
        """The text in the words of the edition."""
        return self._pattern.sub(self._in_case, text) if self._pattern else text

    def _in_case(self, found: re.Match[str]) -> str:
        theirs = self._words[found[0].lower()]
        return theirs[:1].upper() + theirs[1:] if found[0][:1].isupper() else theirs


def notes_on(pillars: list[str], edition: Edition | None) -> list[str]:
    """What an edition adds on these pillars, each with its source or the word judgement."""
    if edition is None:
        return []
    return [
        f"{note.text} ({f'{note.source.publisher}, {note.source.published}' if note.source else 'Judgement'})"
        for pillar in pillars
        for note in edition.notes.get(pillar, ())
    ]
