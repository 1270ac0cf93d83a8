"""A wording as a page shows it: codes become words, texts become paragraphs."""

from typing import Any

from footing_web.accounts.models import Region, SizeBand
from footing_web.enquiries.choices import edition_choices, pillar_choices, stage_choices, words_of
from footing_web.enquiries.forms.team import written
from footing_web.enquiries.models import CaseStudy, Draft
from footing_web.enquiries.wording import Passage, Wording, from_data, passages


def shown(draft: Draft) -> dict[str, Any]:
    """A draft, as it would stand on its page."""
    return shown_wording(from_data(draft.words)) | {"number": draft.number}


def shown_wording(wording: Wording) -> dict[str, Any]:
    """Everything that the page would say."""
    return {
        "title": wording.title,
        "organisation": wording.organisation,
        "facts": facts_of(wording.edition, wording.size_band, wording.region),
        "pillars": words_of(wording.pillars, pillar_choices()),
        "stages": words_of(wording.stages, stage_choices()),
        "summary": wording.summary,
        "sections": wording.sections,
        "outcomes": wording.outcomes,
    }


def facts_of(edition: str, size_band: str, region: str) -> list[str]:
    """Sector, size and place in words."""
    return [*words_of([edition], edition_choices()), str(SizeBand(size_band).label), str(Region(region).label)]


def facts_of_case_study(case_study: CaseStudy) -> list[str]:
    """The same of an offer."""
    return facts_of(case_study.edition, case_study.size_band, case_study.region)


def changes_between(before: Draft | None, after: Draft) -> tuple[Passage, ...]:
    """What has changed since another draft, word by word, in the whole of the text."""
    return passages(_whole(before), _whole(after)) if before is not None else ()


def _whole(draft: Draft) -> str:
    said = written(from_data(draft.words))
    parts = [said["title"], said["organisation"], said["summary"], said["text"], said["outcomes"]]
    return "\n\n".join(part for part in parts if part)
