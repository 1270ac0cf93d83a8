"""What a page is, for search engines: schema.org as JSON-LD. It says nothing that the page does not."""

from typing import Any

from footing_web.library.models import ActionPage, EventPage, VideoPage
from footing_web.library.presenters.readings import Numbered, Reading

CONTEXT = "https://schema.org"
PUBLISHER = {"@type": "Organization", "name": "Footing"}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def described(reading: Reading, address: str, page: Any) -> dict[str, Any]:
    """The page in the vocabulary of schema.org."""
    said: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Article",
        "name": reading.title,
        "headline": reading.title,
        "description": reading.summary,
        "url": address,
        "inLanguage": "en-GB",
        "publisher": PUBLISHER,
        "license": LICENCE,
    }
    if getattr(page, "last_published_at", None):
        said["dateModified"] = page.last_published_at.date().isoformat()
    if reading.sources:
        said["citation"] = [each.words for each in reading.sources]
    return said | _of_kind(reading, page)


def _of_kind(reading: Reading, page: Any) -> dict[str, Any]:
    if isinstance(page, ActionPage):
        steps = [piece for part in reading.parts for piece in part.pieces if isinstance(piece, Numbered)]
        told = [{"@type": "HowToStep", "text": text} for piece in steps for text in piece.items]
        return {"@type": "HowTo", "step": told}
    if isinstance(page, EventPage):
        where = {"@type": "Place", "name": page.place}
        times = {"startDate": page.starts_at.isoformat(), "endDate": page.ends_at.isoformat()}
        return {"@type": "Event", **times, "location": where}
    if isinstance(page, VideoPage):
        return {"@type": "VideoObject", "duration": f"PT{page.minutes}M", "transcript": page.transcript}
    return {}
