"""The full text of pages, searched by the database through Wagtail: which pages hold a word, whatever its ending."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from wagtail.search.query import Phrase, PlainText, SearchQuery

from footing_web.library.finding.words import words_of
from footing_web.library.models import ToolkitPage


def pages_with(words: str) -> dict[int, float]:
    """The keys of the pages that hold all these words, from 1 for the best match down towards 0."""
    return _keys(_every_word(words))


def pages_with_any(phrases: Sequence[str]) -> dict[int, float]:
    """The keys of the pages that hold one of these phrases word after word; from 1 for the best down to 0."""
    return _keys(reduce(or_, map(_phrase, phrases)) if phrases else None)


def _keys(query: SearchQuery | None) -> dict[int, float]:
    if query is None:
        return {}
    results = ToolkitPage.objects.live().public().search(query)
    keys = list(results.get_queryset().values_list("pk", flat=True))
    return {key: 1 - place / len(keys) for place, key in enumerate(keys)}


def _every_word(text: str) -> SearchQuery | None:
    """Nothing but letters and digits reaches the database's own language."""
    words = _plain(text)
    return PlainText(" ".join(words), operator="and") if words else None


def _phrase(text: str) -> SearchQuery:
    words = _plain(text)
    return PlainText(words[0]) if len(words) == 1 else Phrase(" ".join(words))


def _plain(text: str) -> list[str]:
    return [word.replace("'", "") for word in words_of(text)]
