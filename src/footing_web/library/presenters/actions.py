"""An action as something to read."""

from footing_web.library.models import ActionPage
from footing_web.library.presenters.editions import Wording
from footing_web.library.presenters.readings import Aside, Bulleted, Link, Links, Numbered, Part, Reading, Row, Words
from footing_web.library.presenters.shared import (
    belongs,
    lines,
    links_to,
    marks,
    meanings,
    named,
    part,
    parts,
    reviewed,
    sources,
    titles,
)
from footing_web.library.queries import case_studies_of, titles_of

SMALL = "small-employers"


def of_action(page: ActionPage, say: Wording) -> Reading:
    """What to do, why, how, and how good the evidence is."""
    return Reading(
        id=page.slug,
        kind="Action",
        title=say(page.title),
        summary=say(page.summary),
        address=page.address,
        facts=_facts(page, say),
        parts=parts(
            _what_differs(page, say),
            part("What it is", Words(say(page.what))),
            part("Why it matters", Words(say(page.why))),
            part("How to do it", Numbered(lines(page.steps, say))),
            _evidence(page, say),
            part("What goes wrong", Bulleted(lines(page.pitfalls, say))),
            part("How you will know", Words(say(page.measuring)), _measures(page)),
            part("If you are a small employer", Words(say(page.small_employers))),
            *_leads_to(page),
        ),
        sources=sources(page),
        reviewed=reviewed(page),
        marks=marks(page, level=(page.level,), evidence=(page.evidence_strength,), measures=tuple(page.measures)),
    )


def _facts(page: ActionPage, say: Wording) -> tuple[Row, ...]:
    return (
        Row("Who does it", say(page.done_by)),
        Row("Cost", f"{named('cost', [page.cost_band])}. {say(page.cost_words)}"),
        Row("Effort", f"{named('effort', [page.effort_band])}. {say(page.effort_words)}"),
        Row("Time to effect", f"{_months(page)}. {say(page.takes_effect_words)}"),
        Row("Evidence", named("evidence-strength", [page.evidence_strength])),
        Row("Level", named("levels", [page.level])),
        *belongs(page),
    )


def _months(page: ActionPage) -> str:
    if page.months_from == page.months_to:
        return "1 month" if page.months_to == 1 else f"{page.months_to} months"
    return f"{page.months_from} to {page.months_to} months"


def _what_differs(page: ActionPage, say: Wording) -> Part | None:
    """What the visitor's edition adds, first of all."""
    if say.edition is None:
        return None
    notes = [piece.value["text"] for piece in page.sector_notes if piece.value["edition"] == say.edition.id]
    if say.edition.id == SMALL and page.small_employers:
        notes.append(page.small_employers)
    return part(f"For you: {say.edition.title}", *(Aside(say.edition.title, say(note)) for note in notes))


def _evidence(page: ActionPage, say: Wording) -> Part | None:
    strength = page.evidence_strength
    addresses = {piece.value["study"]: f"/toolkit/evidence/{piece.value['study']}/" for piece in page.studies}
    found = titles_of(addresses.values())
    studies = tuple(
        Link(found.get(address, study), address if address in found else "", piece.value["says"])
        for piece in page.studies
        for study in [piece.value["study"]]
        for address in [addresses[study]]
    )
    scale = f"{titles('evidence-strength').get(strength, strength)}: {meanings('evidence-strength').get(strength, '')}"
    return part("How good the evidence is", Words(scale), Words(say(page.evidence_words)), Links(studies))


def _measures(page: ActionPage) -> Links:
    held = titles("measures")
    there = [code for code in page.measures if code in held]
    return Links(tuple(Link(held[code], f"/toolkit/measures/{code}/") for code in there))


def _leads_to(page: ActionPage) -> tuple[Part | None, ...]:
    stories = Links(tuple(Link(each.title, each.address, each.organisation) for each in case_studies_of(page.slug)))
    return (
        part("Templates", links_to("templates", page.templates)),
        part("Case studies", stories),
        part("Related actions", links_to("actions", page.related)),
    )
