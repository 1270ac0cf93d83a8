"""Words that were approved stay on their page: whoever changes them in the editing pages makes another draft."""

from typing import Any

from django.db import transaction
from wagtail.signals import page_published

from footing_web.accounts.models import Region, SizeBand, User
from footing_web.enquiries.actions.drafts import write_draft
from footing_web.enquiries.actions.publishing import fields_of
from footing_web.enquiries.correspondence import tell_owner
from footing_web.enquiries.log import enter_case_study
from footing_web.enquiries.models import CaseStudy, Draft
from footing_web.enquiries.wording import Outcome, Section, Wording, from_data
from footing_web.library.actions import publish_case_study
from footing_web.library.models import CaseStudyPage
from footing_web.library.queries import wording_of


def watch() -> None:
    """Look at every case study that is published."""
    page_published.connect(keep_to_what_was_approved, sender=CaseStudyPage, dispatch_uid="enquiries.watching")


@transaction.atomic
def keep_to_what_was_approved(*, instance: CaseStudyPage, revision: Any = None, **signal: Any) -> None:
    """Where the page says other words than those that were approved, put those back, and keep the others as a draft."""
    case_study = CaseStudy.objects.filter(page=instance.pk).exclude(published_digest="").first()
    if case_study is None:
        return
    approved = Draft.objects.filter(case_study=case_study, digest=case_study.published_digest).last()
    said = wording_of(instance)
    if approved is None or said == fields_of(from_data(approved.words)) or _is_being_published(case_study, said):
        return
    by: User | None = getattr(revision, "user", None) or case_study.owner
    publish_case_study(page=instance, by=None, **fields_of(from_data(approved.words)))
    write_draft(case_study=case_study, wording=_wording(said, from_data(approved.words)), by=by)
    enter_case_study("changed_on_its_page", case_study, by)
    tell_owner(case_study, "A case study was changed on its page, and waits as a draft")


def _is_being_published(case_study: CaseStudy, said: dict[str, Any]) -> bool:
    """Whether these are the words of the last draft, with consent to them: ``publish`` is at work."""
    last = case_study.drafts.last()
    agreed = last is not None and case_study.consents.filter(ended_at=None, draft_digest=last.digest).exists()
    return agreed and last is not None and said == fields_of(from_data(last.words))


def _wording(said: dict[str, Any], before: Wording) -> Wording:
    sizes = {str(each.label): each.value for each in SizeBand}
    regions = {str(each.label): each.value for each in Region}
    return Wording(
        title=said["title"],
        organisation=said["organisation"],
        edition=said["sector"],
        size_band=sizes.get(said["size"], before.size_band),
        region=regions.get(said["region"], before.region),
        pillars=tuple(said["pillars"]),
        stages=tuple(said["stages"]),
        summary=said["summary"],
        sections=tuple(Section(heading, text) for heading, text in said["sections"]),
        outcomes=tuple(Outcome(words, measure or "", source) for measure, words, source in said["outcomes"]),
    )
