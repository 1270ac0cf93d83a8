"""A guide as something to read: what to know, then what to do."""

from footing_web.library.models import GuidePage
from footing_web.library.presenters.editions import EVERYBODY, Wording, by_id, notes_on
from footing_web.library.presenters.readings import Aside, Link, Links, Part, Reading
from footing_web.library.presenters.shared import marks, part, parts, reviewed, sections, sources, titles
from footing_web.library.queries import actions_about


def of_guide(page: GuidePage, say: Wording) -> Reading:
    """The sections of the guide, what the visitor's edition adds, and the actions by level."""
    return Reading(
        id=page.slug,
        kind=f"Guide to a {page.get_kind_display().lower()}",
        title=say(page.title),
        summary=say(page.summary),
        address=page.address,
        parts=parts(_what_differs(page, say), *sections(page.body, say), *_what_to_do(page, say)),
        sources=sources(page),
        reviewed=reviewed(page),
        marks=marks(page),
    )


def _what_differs(page: GuidePage, say: Wording) -> Part | None:
    """Notes of the visitor's edition, or else of the one for all industries."""
    edition = say.edition or by_id().get(EVERYBODY)
    heading = f"For you: {say.edition.title}" if say.edition else "Worth knowing first"
    return part(heading, *(Aside(heading, note) for note in notes_on(page.pillars, edition)))


def _what_to_do(page: GuidePage, say: Wording) -> list[Part | None]:
    actions = actions_about(page.kind, page.code)
    links = {
        level: tuple(Link(say(each.title), each.address, say(each.summary)) for each in actions if each.level == level)
        for level in titles("levels")
    }
    return [part(f"What to do: {title.lower()}", Links(links[level])) for level, title in titles("levels").items()]
