"""A study of the evidence library as something to read."""

from footing_web.library.models import StudyPage
from footing_web.library.presenters.editions import Wording
from footing_web.library.presenters.readings import Bulleted, Link, Links, Reading, Row, Words
from footing_web.library.presenters.shared import lines, marks, meanings, named, part, parts, reviewed, sources
from footing_web.library.queries import resting_on


def of_study(page: StudyPage, say: Wording) -> Reading:
    """What was found, about whom, and what it cannot show. Its words stay as they are in every edition."""
    actions = Links(tuple(Link(each.title, each.address) for each in resting_on(page.slug)))
    design = named("study-design", [page.design])
    return Reading(
        id=page.slug,
        kind="Evidence",
        title=page.title,
        summary="",
        address=page.address,
        facts=(
            Row("Published", page.published),
            Row("Design", f"{design}. {meanings('study-design').get(page.design, '')}"),
            Row("Who was studied", page.population),
        ),
        parts=parts(
            part("What was found", Bulleted(lines(page.found, str))),
            part("What it cannot show", Words(page.limits)),
            part("Notes", Bulleted(lines(page.notes, str))),
            part("Actions that rest on it", actions),
        ),
        sources=sources(page),
        reviewed=reviewed(page),
        marks=marks(page, design=(page.design,)),
    )
