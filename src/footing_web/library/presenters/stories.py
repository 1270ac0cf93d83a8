"""Case studies, and pages of templates, as something to read."""

from footing_web.library.models import CaseStudyPage, TemplatePage, Written
from footing_web.library.presenters.editions import Wording
from footing_web.library.presenters.readings import Bulleted, Link, Links, Part, Reading, Row, Words
from footing_web.library.presenters.shared import (
    belongs,
    lines,
    links_to,
    marks,
    named,
    part,
    parts,
    reviewed,
    sections,
    sources,
    titles,
)
from footing_web.library.queries import using_template


def of_case_study(page: CaseStudyPage, say: Wording) -> Reading:
    """What an employer did. An employer's own words stay as they are in every edition."""
    return Reading(
        id=page.slug,
        kind="Case study",
        title=page.title,
        summary=page.summary,
        address=page.address,
        notice=Written(page.written).label + ".",
        facts=(
            Row("Employer", page.organisation),
            Row("Sector", named("editions", [page.sector])),
            Row("Size", page.size),
            Row("Where", page.region),
            *belongs(page),
        ),
        parts=parts(
            *sections(page.body, str), _outcomes(page), part("Related actions", links_to("actions", page.related))
        ),
        sources=sources(page),
        reviewed=reviewed(page),
        marks=marks(page, sector=(page.sector,), written=(page.written,)),
    )


def _outcomes(page: CaseStudyPage) -> Part | None:
    held = titles("measures")
    found = [piece.value for piece in page.outcomes]
    lines_of = (f"{each['words']} ({each['source']})" if each["source"] else each["words"] for each in found)
    codes = [each["measure"] for each in found if each["measure"] in held]
    measures = Links(tuple(Link(held[code], f"/toolkit/measures/{code}/") for code in dict.fromkeys(codes)))
    return part("What came of it", Bulleted(tuple(lines_of)), measures)


def of_template(page: TemplatePage, say: Wording) -> Reading:
    """What a document is for and what to do before it is used."""
    actions = Links(tuple(Link(each.title, each.address) for each in using_template(page.slug)))
    return Reading(
        id=page.slug,
        kind="Template",
        title=say(page.title),
        summary=say(page.summary),
        address=page.address,
        facts=(Row("Who uses it", say(page.used_by)), *belongs(page)),
        parts=parts(
            part("Before you use it", Bulleted(lines(page.before, say))),
            part("What rests on judgement", Words(say(page.judgement))),
            part("Actions that use it", actions),
        ),
        sources=sources(page),
        reviewed=reviewed(page),
        marks=marks(page),
    )
