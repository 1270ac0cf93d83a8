"""Small pages for the tests of finding: a toolkit with what a test puts into it."""

from typing import Any

from wagtail.models import Page

from footing_web.library.models import ActionPage, GuidePage, IndexPage, LibraryHome, StudyPage, TemplatePage

ACTION = {
    "level": "building-blocks",
    "what": "What it is.",
    "why": "Why it matters.",
    "done_by": "Somebody.",
    "cost_band": "none",
    "cost_words": "Nothing.",
    "effort_band": "small",
    "effort_words": "An hour.",
    "months_from": 1,
    "months_to": 2,
    "takes_effect_words": "Soon.",
    "evidence_strength": "judgement",
    "evidence_words": "Nobody has tested it.",
    "measuring": "Count.",
}
STUDY = {"design": "case-report", "population": "One employer.", "limits": "One employer only.", "published": "2024"}
KINDS: dict[str, tuple[type, dict[str, Any]]] = {
    "actions": (ActionPage, ACTION),
    "guides": (GuidePage, {"kind": "pillar", "code": "data"}),
    "evidence": (StudyPage, STUDY),
    "templates": (TemplatePage, {"used_by": "Somebody."}),
}


def add_page(section: str, slug: str, title: str, **fields: Any) -> Any:
    """Publish a page in its section; the section and the first page are made where they are not there."""
    model, filled = KINDS[section]
    page = model(slug=slug, title=title, **{"summary": "Made for a test.", **filled, **fields})
    _section(section).add_child(instance=page)
    return page


def _section(section: str) -> IndexPage:
    home = LibraryHome.objects.first() or _below(Page.objects.get(depth=1), LibraryHome, "toolkit", "The toolkit")
    return IndexPage.objects.child_of(home).filter(slug=section).first() or _below(home, IndexPage, section, section)


def _below(parent: Page, model: type, slug: str, title: str) -> Any:
    page = model(slug=slug, title=title, summary="Made for a test.")
    parent.add_child(instance=page)
    return page
