"""Any page of the toolkit as something to read."""

from collections.abc import Callable
from typing import Any

from footing_web.library import models
from footing_web.library.content_files import Edition
from footing_web.library.presenters.actions import of_action
from footing_web.library.presenters.editions import Wording
from footing_web.library.presenters.guides import of_guide
from footing_web.library.presenters.meetings import of_event, of_news, of_video
from footing_web.library.presenters.readings import Reading
from footing_web.library.presenters.shared import marks, sources
from footing_web.library.presenters.stories import of_case_study, of_template
from footing_web.library.presenters.studies import of_study

BY_KIND: dict[Any, Callable[[Any, Wording], Reading]] = {
    models.ActionPage: of_action,
    models.GuidePage: of_guide,
    models.StudyPage: of_study,
    models.TemplatePage: of_template,
    models.CaseStudyPage: of_case_study,
    models.VideoPage: of_video,
    models.EventPage: of_event,
    models.NewsPage: of_news,
}


def reading_of(page: Any, edition: Edition | None) -> Reading:
    """A page in the words of an edition; a page that only leads to others is its title and summary."""
    say = Wording(edition)
    found = BY_KIND.get(type(page))
    if found is not None:
        return found(page, say)
    return Reading(
        id=page.slug,
        kind="Section",
        title=page.title,
        summary=page.summary,
        address=page.address,
        sources=sources(page),
        marks=marks(page),
    )
