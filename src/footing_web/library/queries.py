"""What is read from the pages of the toolkit."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Max, Q, Sum
from django.urls import reverse
from wagtail.models import Page

from footing_web.library.models import (
    ActionPage,
    CaseStudyPage,
    EventPage,
    GuidePage,
    IndexPage,
    NewsPage,
    ToolkitPage,
    codes,
)

_TOOLS = ("start", "editions", "measures", "coverage", "advert_helper")
MADE_BY_US = ("home", *(f"library:{name}" for name in _TOOLS))
"""Public pages that stand in no tree of Wagtail, by the names of their addresses."""
HOME_DEPTH = 2
"""How deep the first page of the toolkit stands in the tree; a section is one deeper, and its pages two."""
LATEST, IN_FEED = 3, 20
"""How many pieces of news the first page shows, and a feed holds."""


def titles_of(addresses: Iterable[str]) -> dict[str, str]:
    """The titles of the published pages at these addresses."""
    wanted = set(addresses)
    if not wanted:
        return {}
    return dict(ToolkitPage.objects.live().filter(url_path__in=wanted).values_list("url_path", "title"))


def published_in(section: str) -> list[Any]:
    """The published pages of a section, whole: events by time, news by day, guides in order, all others by title."""
    below = ToolkitPage.objects.live().filter(url_path__startswith=f"/toolkit/{section}/", depth=HOME_DEPTH + 2)
    pages = list(below.order_by("title").specific())
    if section == GuidePage.section:
        order = [code for code, _ in (*codes.pillars(), *codes.stages())]
        return sorted(pages, key=lambda page: order.index(page.code) if page.code in order else len(order))
    if section == EventPage.section:
        return sorted(pages, key=lambda page: page.starts_at)
    return sorted(pages, key=lambda page: page.date, reverse=True) if section == NewsPage.section else pages


def section_titles() -> dict[str, str]:
    """The title of each section by its slug."""
    return dict(IndexPage.objects.live().values_list("slug", "title"))


def sections_with_counts() -> list[tuple[IndexPage, int]]:
    """Each section, and how many pages there are in it."""
    return [(page, page.numchild) for page in IndexPage.objects.live().order_by("path")]


def latest_news(most: int = LATEST) -> list[NewsPage]:
    """The last few pieces of news."""
    return list(NewsPage.objects.live().order_by("-date", "title")[:most])


def published_page(section: str, slug: str) -> Any | None:
    """One published page of a section, whole."""
    return published_at(f"/toolkit/{section}/{slug}/")


def published_at(address: str) -> Any | None:
    """The published page at an address, whole."""
    return ToolkitPage.objects.live().filter(url_path=address).specific().first()


def every_address() -> list[tuple[str, Any]]:
    """Where each published page is, and when it last changed; and the pages that no editor makes."""
    others = [(reverse(name), None) for name in MADE_BY_US]
    return others + list(ToolkitPage.objects.live().order_by("path").values_list("url_path", "last_published_at"))


def last_change() -> tuple[Any, ...]:
    """Values that differ as soon as any page is published, changed or taken down."""
    live = Q(live=True)
    last, count, which = Max("last_published_at"), Count("pk", filter=live), Sum("pk", filter=live)
    return tuple(Page.objects.aggregate(last=last, count=count, which=which).values())


def measured_by(measure: str) -> list[ActionPage]:
    """The published actions that name this measure."""
    return [page for page in ActionPage.objects.live().order_by("title") if measure in page.measures]


def actions_about(kind: str, code: str) -> list[ActionPage]:
    """The published actions of a pillar or a journey stage."""
    named = "pillars" if kind == "pillar" else "stages"
    return [page for page in ActionPage.objects.live().order_by("title") if code in getattr(page, named)]


def guides_by_code(kind: str) -> dict[str, GuidePage]:
    """The published guides of a kind, by what they are about."""
    return {page.code: page for page in GuidePage.objects.live().filter(kind=kind)}


def due_for_review(on: dt.date) -> list[ToolkitPage]:
    """The published pages whose review is due, the longest overdue first."""
    return list(ToolkitPage.objects.live().filter(review_due__lte=on).order_by("review_due", "title"))


def resting_on(study: str) -> list[ActionPage]:
    """The published actions that name this study."""
    return [
        page
        for page in ActionPage.objects.live().order_by("title")
        if any(piece.value["study"] == study for piece in page.studies)
    ]


def using_template(template: str) -> list[ActionPage]:
    """The published actions that name this template."""
    return [page for page in ActionPage.objects.live().order_by("title") if template in page.templates]


def case_studies_of(action: str) -> list[CaseStudyPage]:
    """The published case studies that name this action."""
    return [page for page in CaseStudyPage.objects.live().order_by("title") if action in page.related]


def wording_of(page: CaseStudyPage) -> dict[str, Any]:
    """The words of a case study, as its contributor agreed to them."""
    named = ("title", "organisation", "sector", "size", "region", "pillars", "stages", "summary")
    return {
        **{name: getattr(page, name) for name in named},
        "sections": [(piece.value["heading"], piece.value["text"]) for piece in page.body],
        "outcomes": [
            (piece.value["measure"] or None, piece.value["words"], piece.value["source"]) for piece in page.outcomes
        ],
    }
