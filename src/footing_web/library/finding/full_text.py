"""The full text of pages, searched by the database through Wagtail: which pages hold a word, whatever its ending."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from wagtail.search.query import Phrase, PlainText, SearchQuery

from footing_web.library.finding.words import words_of
from footing_web.library.models import ToolkitPage


def pages_with(words: str) -> frozenset[int]:
    """The keys of the pages that hold all these words."""
    return _keys(_every_word(words))


def pages_with_any(phrases: Sequence[str]) -> frozenset[int]:
    """The keys of the pages that hold one of these phrases, word after word."""
    return _keys(reduce(or_, map(_phrase, phrases)) if phrases else None)


def _keys(query: SearchQuery | None) -> frozenset[int]:
    """Their order is not asked for: on SQLite that searches again for each page, and it differs between databases."""
    if query is None:
        return frozenset()
    results = ToolkitPage.objects.live().public().search(query, order_by_relevance=False)
    return frozenset(results.get_queryset().values_list("pk", flat=True))


def _every_word(text: str) -> SearchQuery | None:
    """Nothing but letters and digits reaches the database's own language."""
    words = _plain(text)
    return PlainText(" ".join(words), operator="and") if words else None


def _phrase(text: str) -> SearchQuery:
    words = _plain(text)
    return PlainText(words[0]) if len(words) == 1 else Phrase(" ".join(words))


def _plain(text: str) -> list[str]:
    return [word.replace("'", "") for word in words_of(text)]
