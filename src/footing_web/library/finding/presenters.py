"""What the pages of finding show."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import QueryDict

from footing.standards import load_catalogue
from footing_web.library.content_files import Start, starts
from footing_web.library.finding.entries import RESOURCES, Entry
from footing_web.library.finding.filters import SECTIONS, chosen, filters
from footing_web.library.finding.next_actions import NextActions, next_actions
from footing_web.library.finding.searching import search
from footing_web.library.models import ActionPage
from footing_web.library.presenters.editions import Wording
from footing_web.library.presenters.listings import Filter, Item
from footing_web.library.presenters.readings import Links
from footing_web.library.presenters.shared import links_to, titles
from footing_web.results.keeping import assessment_of
from footing_web.results.models import Result

LONGEST_ASKED = 200
"""Letters of what was typed that are read; nobody types more by hand."""
ON_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was asked, how it was read and what answers."""

    asked: str
    read_as: Mapping[str, str]
    filters: tuple[Filter, ...]
    items: tuple[Item, ...]
    count: int
    pages: dict[str, object]
    """For the component that leads from page to page; empty when one page holds everything."""

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter is set."""
        return any(choice["selected"] and choice["value"] for each in self.filters for choice in each.choices)


def search_page(asked: QueryDict, say: Wording) -> SearchPage:
    """The answer to a search, in the words of the visitor's edition."""
    text = " ".join(asked.get("q", "").split())[:LONGEST_ASKED]
    narrowed = chosen(asked)
    found = search(text, narrowed)
    paginator = Paginator(found.entries, ON_A_PAGE)
    shown = paginator.get_page(asked.get("page"))
    return SearchPage(
        asked=text,
        read_as=found.read_as,
        filters=filters(narrowed),
        items=tuple(_item(entry, say) for entry in shown),
        count=paginator.count,
        pages=_pages(paginator, shown.number, {"q": text, **narrowed}) if paginator.num_pages > 1 else {},
    )


def _item(entry: Entry, say: Wording) -> Item:
    words = (
        SECTIONS.get(entry.section, ""),
        *(f"Level: {titles('levels').get(code, code)}" for code in entry.codes.get("level", ())),
        *(f"Evidence: {titles('evidence-strength').get(code, code)}" for code in entry.codes.get("strength", ())),
        *(entry.also if entry.section == RESOURCES else ()),
    )
    return Item(say(entry.title), entry.address, say(entry.summary), tuple(word for word in words if word))


def _pages(paginator: Paginator[Entry], number: int, asked: dict[str, str]) -> dict[str, object]:
    def to(page: int) -> str:
        held = QueryDict(mutable=True)
        held.update(asked | {"page": str(page)})
        return f"?{held.urlencode()}"

    items = [{"number": page, "href": to(page), "current": page == number} for page in paginator.page_range]
    ways: dict[str, object] = {"items": items, "landmarkLabel": "Pages of what was found"}
    if number > 1:
        ways["previous"] = {"href": to(number - 1)}
    if number < paginator.num_pages:
        ways["next"] = {"href": to(number + 1)}
    return ways


@dataclass(frozen=True, slots=True)
class StartPage:
    """Where one role or one size of employer begins."""

    start: Start
    actions: Links
    templates: Links


def start_page(key: str) -> StartPage | None:
    """The page of a role or a size; ``None`` where there is none of that id."""
    held = starts()
    start = next((each for each in (*held.roles, *held.sizes) if each.id == key), None)
    if start is None:
        return None
    return StartPage(start, links_to("actions", start.actions), links_to("templates", start.templates))


def next_actions_page(result: Result) -> NextActions:
    """What is suggested in view of a result of the organisation in scope."""
    return next_actions(assessment_of(result), list(ActionPage.objects.live().order_by("slug")), load_catalogue())
