"""What search can be narrowed by: which filters there are, what was chosen, and the choices of each."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import QueryDict

from footing_web.library.finding.entries import GLOSSARY, RESOURCES
from footing_web.library.presenters.listings import EVERY, Filter
from footing_web.library.presenters.shared import Titles, titles

SECTIONS: Titles = {
    "actions": "Actions",
    "guides": "Guides",
    "templates": "Templates",
    "case-studies": "Case studies",
    "evidence": "Evidence",
    "videos": "Videos",
    "events": "Events",
    "news": "News",
    GLOSSARY: "Glossary",
    RESOURCES: "Resources from others",
}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One filter: its name in the address, its label and the title of each code."""

    name: str
    label: str
    titled: Callable[[], Titles]


NARROWINGS = (
    Narrowing("section", "Kind of page", lambda: SECTIONS),
    Narrowing("pillar", "Pillar", lambda: titles("pillars")),
    Narrowing("stage", "Journey stage", lambda: titles("stages")),
    Narrowing("role", "For", lambda: titles("roles")),
    Narrowing("level", "Level", lambda: titles("levels")),
    Narrowing("sector", "Sector", lambda: titles("editions")),
    Narrowing("strength", "Evidence", lambda: titles("evidence-strength")),
)


def chosen(asked: QueryDict) -> dict[str, str]:
    """The codes that were chosen, by the name of the filter; codes that there are not are passed over."""
    wanted = {each.name: asked.get(each.name, EVERY) for each in NARROWINGS}
    return {each.name: wanted[each.name] for each in NARROWINGS if wanted[each.name] in each.titled()}


def filters(narrowed: dict[str, str]) -> tuple[Filter, ...]:
    """The filters as a form shows them."""
    return tuple(_filter(each, narrowed.get(each.name, EVERY)) for each in NARROWINGS)


def _filter(each: Narrowing, code: str) -> Filter:
    held = {EVERY: "All", **each.titled()}
    choices = tuple({"value": value, "text": text, "selected": value == code} for value, text in held.items())
    return Filter(each.name, each.label, choices)
