"""For machines: the map of the site, the feed of news, calendar files, and what search engines may read."""

import datetime as dt

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from footing_web.library import queries
from footing_web.library.models import EventPage, NewsPage


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every published page, and when it was last changed."""
    held = {"origin": settings.PUBLIC_ADDRESS, "pages": queries.every_address()}
    return render(request, "library/sitemap.xml", held, content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read the toolkit, and nothing that belongs to an organisation."""
    lines = ("User-agent: *", "Disallow: /organisations/", "Disallow: /shared/", "Disallow: /cms/", "Disallow: /api/")
    return HttpResponse(
        "\n".join((*lines, f"Sitemap: {settings.PUBLIC_ADDRESS}/sitemap.xml", "")), content_type="text/plain"
    )


class NewsFeed(Feed[NewsPage, None]):
    """News of Footing, for readers of feeds."""

    feed_type = Atom1Feed
    title = "News of Footing"
    subtitle = "What is new in the open social mobility toolkit for employers."
    link = "/toolkit/news/"

    def items(self) -> list[NewsPage]:
        """The last pieces of news."""
        return queries.latest_news(queries.IN_FEED)

    def item_title(self, item: NewsPage) -> str:
        """Its title."""
        return str(item.title)

    def item_description(self, item: NewsPage) -> str:
        """Its summary."""
        return str(item.summary)

    def item_link(self, item: NewsPage) -> str:
        """Where it is read."""
        return settings.PUBLIC_ADDRESS + item.address

    def item_updateddate(self, item: NewsPage) -> dt.datetime:
        """When it last changed."""
        return item.last_published_at or timezone.now()

    def item_pubdate(self, item: NewsPage) -> dt.datetime:
        """The day that it is of."""
        return timezone.make_aware(dt.datetime.combine(item.date, dt.time(9)))


@require_safe
def event_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """An event as a calendar file."""
    event = EventPage.objects.live().filter(slug=slug).first()
    if event is None:
        raise Http404
    calendar = Calendar({"prodid": "-//Footing//Toolkit//EN", "version": "2.0"})
    entry = Event({"uid": f"event-{event.pk}@{settings.ALLOWED_HOSTS[0]}", "summary": event.title})
    entry.add("dtstamp", event.last_published_at or timezone.now())
    entry.add("dtstart", event.starts_at)
    entry.add("dtend", event.ends_at)
    entry.add("location", event.place)
    entry.add("description", event.summary)
    entry.add("url", settings.PUBLIC_ADDRESS + event.address)
    calendar.add_component(entry)
    named = {"Content-Disposition": f'attachment; filename="{event.slug}.ics"'}
    return HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8", headers=named)
