"""Videos, events and news as something to read."""

from django.utils import timezone
from django.utils.formats import date_format

from footing_web.library.models import EventPage, NewsPage, VideoPage
from footing_web.library.presenters.editions import Wording
from footing_web.library.presenters.readings import Reading, Row, Words
from footing_web.library.presenters.shared import belongs, marks, part, parts, reviewed, sections, sources

WHEN = "l j F Y, H:i"


def of_video(page: VideoPage, say: Wording) -> Reading:
    """What a video says, in words."""
    return Reading(
        id=page.slug,
        kind="Video",
        title=page.title,
        summary=page.summary,
        address=page.address,
        facts=(Row("Length", f"{page.minutes} minute{'' if page.minutes == 1 else 's'}"), *belongs(page)),
        parts=parts(part("Transcript", Words(page.transcript))),
        sources=sources(page),
        reviewed=reviewed(page),
        marks=marks(page),
    )


def of_event(page: EventPage, say: Wording) -> Reading:
    """When and where people meet, and what about."""
    starts, ends = timezone.localtime(page.starts_at), timezone.localtime(page.ends_at)
    same_day = starts.date() == ends.date()
    until = date_format(ends, "H:i" if same_day else WHEN)
    return Reading(
        id=page.slug,
        kind="Event",
        title=page.title,
        summary=page.summary,
        address=page.address,
        facts=(Row("When", f"{date_format(starts, WHEN)} to {until}"), Row("Where", page.place), *belongs(page)),
        parts=sections(page.body, str),
        sources=sources(page),
        reviewed=reviewed(page),
        marks=marks(page),
    )


def of_news(page: NewsPage, say: Wording) -> Reading:
    """Something new."""
    return Reading(
        id=page.slug,
        kind="News",
        title=page.title,
        summary=page.summary,
        address=page.address,
        facts=(Row("Published", date_format(page.date, "j F Y")),),
        parts=parts(part("What is new", Words(page.text))),
        sources=sources(page),
        marks=marks(page),
    )
