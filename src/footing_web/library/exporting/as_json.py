"""A collection as JSON: the same words as on the screen, and the codes of what each page belongs to."""

import json
from dataclasses import asdict
from typing import Any

from footing_web.library.exporting.collections import Collection
from footing_web.library.presenters.readings import Reading

FORMAT = "footing-toolkit/1"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def json_file(collection: Collection, origin: str) -> bytes:
    """The whole file; ``origin`` is where the service is, so that every address is whole."""
    pages = [
        {"section": chapter.title, **_page(reading, origin)}
        for chapter in collection.chapters
        for reading in chapter.readings
    ]
    said = {
        "format": FORMAT,
        "title": collection.title,
        "edition": collection.edition or "Everybody",
        "address": origin + collection.address,
        "licence": LICENCE,
        "pages": pages,
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def _page(reading: Reading, origin: str) -> dict[str, Any]:
    parts = [
        {"heading": part.heading, "pieces": [{"kind": piece.kind, **asdict(piece)} for piece in part.pieces]}
        for part in reading.parts
    ]
    return {**asdict(reading), "address": origin + reading.address, "parts": parts}
