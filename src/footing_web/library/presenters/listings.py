"""What a section lists, in groups, and what it can be narrowed by."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from footing_web.library.presenters.editions import Wording
from footing_web.library.presenters.shared import titles

EVERY = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One page in a list."""

    title: str
    address: str
    summary: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Pages under a heading."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow a list."""

    name: str
    label: str
    choices: tuple[dict[str, Any], ...]

    @property
    def params(self) -> dict[str, Any]:
        """In the form that the component for a choice takes."""
        return {"id": self.name, "name": self.name, "label": {"text": self.label}, "items": list(self.choices)}


@dataclass(frozen=True, slots=True)
class Listing:
    """A section as a visitor asked for it."""

    groups: tuple[Group, ...]
    filters: tuple[Filter, ...]
    count: int
    of: int
    empty: str = "There is nothing here yet."

    @property
    def is_narrowed(self) -> bool:
        """Whether fewer are shown than there are."""
        return self.count < self.of


@dataclass(frozen=True, slots=True)
class Narrowing:
    """How one filter works: the codes of a page, and the title of each code."""

    name: str
    label: str
    codes_of: Callable[[Any], Iterable[str]]
    titled: Callable[[], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a section lists its pages."""

    narrowings: tuple[Narrowing, ...]
    heading_of: Callable[[Any], str]
    headings: Callable[[], Iterable[str]]
    tags_of: Callable[[Any], tuple[str, ...]]
    empty: str


def _many(name: str, kind: str, label: str) -> Narrowing:
    return Narrowing(name, label, lambda page: getattr(page, kind), lambda: titles(kind))


def _one(name: str, vocabulary: str, label: str) -> Narrowing:
    return Narrowing(name, label, lambda page: [getattr(page, name)], lambda: titles(vocabulary))


PILLAR = _many("pillar", "pillars", "Pillar")
STAGE = _many("stage", "stages", "Journey stage")
ROLE = _many("role", "roles", "For")


def _first_pillar(page: Any) -> str:
    return titles("pillars").get(page.pillars[0], "") if page.pillars else ""


def _pillars() -> Iterable[str]:
    return titles("pillars").values()


def _sector(page: Any) -> str:
    return titles("editions").get(page.sector, str(page.sector))


def _no_heading(page: Any) -> str:
    return ""


def _no_tags(page: Any) -> tuple[str, ...]:
    return ()


ARRANGEMENTS: dict[str, Arrangement] = {
    "actions": Arrangement(
        (
            PILLAR,
            STAGE,
            ROLE,
            _one("level", "levels", "Level"),
            _one("evidence_strength", "evidence-strength", "Evidence"),
            _one("cost_band", "cost", "Cost"),
        ),
        _first_pillar,
        _pillars,
        lambda page: (
            f"Level: {titles('levels').get(page.level, page.level)}",
            f"Evidence: {titles('evidence-strength').get(page.evidence_strength, page.evidence_strength)}",
        ),
        "No actions have been published yet.",
    ),
    "guides": Arrangement(
        (),
        lambda page: "By pillar" if page.kind == "pillar" else "By journey stage",
        lambda: ("By pillar", "By journey stage"),
        _no_tags,
        "No guides have been published yet.",
    ),
    "templates": Arrangement(
        (PILLAR, STAGE, ROLE), _first_pillar, _pillars, _no_tags, "No templates have been published yet."
    ),
    "case-studies": Arrangement(
        (
            _one("sector", "editions", "Sector"),
            PILLAR,
            STAGE,
            Narrowing("region", "Where", lambda page: [page.region], dict),
            Narrowing("size", "Size", lambda page: [page.size], dict),
        ),
        _sector,
        lambda: titles("editions").values(),
        lambda page: (page.organisation, page.get_written_display()),
        "No case studies have been published yet.",
    ),
    "evidence": Arrangement(
        (_one("design", "study-design", "Design"),),
        lambda page: titles("study-design").get(page.design, page.design),
        lambda: titles("study-design").values(),
        lambda page: (page.published,),
        "No evidence has been published yet.",
    ),
    "videos": Arrangement(
        (PILLAR,),
        _no_heading,
        tuple,
        lambda page: (f"{page.minutes} min",),
        "No videos have been published yet. When there are some, each has captions and a transcript.",
    ),
    "events": Arrangement(
        (), _no_heading, tuple, lambda page: (f"{page.starts_at:%-d %B %Y}",), "No events are planned at present."
    ),
    "news": Arrangement(
        (), _no_heading, tuple, lambda page: (f"{page.date:%-d %B %Y}",), "There is no news at present."
    ),
}


def listing_of(section: str, pages: list[Any], asked: QueryDict, say: Wording) -> Listing:
    """The pages of a section that were asked for, in groups; ``pages`` is in the order to be kept."""
    how = ARRANGEMENTS[section]
    wanted = {each.name: asked.get(each.name, EVERY) for each in how.narrowings}
    found = [page for page in pages if all(_fits(page, each, wanted[each.name]) for each in how.narrowings)]
    grouped: dict[str, list[Any]] = {heading: [] for heading in how.headings()}
    for page in found:
        grouped.setdefault(how.heading_of(page), []).append(page)
    return Listing(
        groups=tuple(
            Group(heading, tuple(_item(page, how, say) for page in held)) for heading, held in grouped.items() if held
        ),
        filters=tuple(_filter(each, pages, wanted[each.name]) for each in how.narrowings if pages),
        count=len(found),
        of=len(pages),
        empty=how.empty,
    )


def _fits(page: Any, how: Narrowing, code: str) -> bool:
    return code == EVERY or code in how.codes_of(page)


def _item(page: Any, how: Arrangement, say: Wording) -> Item:
    return Item(say(page.title), page.address, say(page.summary), how.tags_of(page))


def _filter(how: Narrowing, pages: list[Any], chosen: str) -> Filter:
    """The choices that some page has, in the order of their list."""
    there = {code for page in pages for code in how.codes_of(page)}
    held = how.titled() or {code: code for code in sorted(there)}
    choices = [{"value": EVERY, "text": "All", "selected": chosen == EVERY}]
    choices += [{"value": code, "text": held[code], "selected": code == chosen} for code in held if code in there]
    return Filter(how.name, how.label, tuple(choices))
