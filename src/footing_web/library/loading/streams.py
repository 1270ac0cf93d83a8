"""Texts and parts as the pieces of a page, with ids that stay the same when the same file is loaded again."""

import json
import uuid
from collections.abc import Iterable
from typing import Any

from footing.provenance import Citation

SPACE = uuid.UUID("6f6b1d0e-6d5c-4c1b-9a53-3f8c2b0f7a11")
"""The name space of the ids of pieces; any fixed one would do."""


def stream(kind: str, values: Iterable[Any]) -> str:
    """Pieces of one kind, one after another."""
    return json.dumps(
        [
            {"type": kind, "value": value, "id": str(uuid.uuid5(SPACE, f"{place} {json.dumps(value, sort_keys=True)}"))}
            for place, value in enumerate(values)
        ]
    )


def lines(texts: Iterable[str]) -> str:
    """A list of short texts."""
    return stream("line", texts)


def sections(parts: Iterable[Any]) -> str:
    """Headings, each with what stands under it."""
    return stream("section", ({"heading": each.heading, "text": each.text} for each in parts))


def citations(sources: Iterable[Citation]) -> str:
    """The sources of a page, each once."""
    found = {(each.publisher, each.title, each.url): each for each in sources}
    return stream("source", (_citation(each) for each in found.values()))


def _citation(source: Citation) -> dict[str, str]:
    return {
        "publisher": source.publisher,
        "title": source.title,
        "published": source.published,
        "url": source.url or "",
        "licence": source.licence,
        "note": source.note or "",
    }
