"""From one state of the journey to the next, by its table. A state that has changed meanwhile is not overwritten."""

from typing import Any

from django.utils import timezone

from footing_web.accounts.models import User
from footing_web.enquiries import refusals
from footing_web.enquiries.journey import WORDS, NotPossible, State, target_of
from footing_web.enquiries.log import enter_case_study
from footing_web.enquiries.models import CaseStudy


def move(step: str, case_study: CaseStudy, *, by: User | None, changes: dict[str, Any] | None = None) -> None:
    """Take a step, with other changes in the same row. Raises ``Refused`` where no such step leads from here."""
    before = case_study.state
    try:
        target = target_of(step, before)
    except NotPossible as error:
        raise refusals.not_now(WORDS[State(before)]) from error
    fresh = CaseStudy.objects.filter(pk=case_study.pk, state=before)
    moved = fresh.update(state=target.value, state_since=timezone.now(), **changes or {})
    case_study.refresh_from_db()
    if not moved:
        raise refusals.not_now(WORDS[State(case_study.state)])
    enter_case_study(step, case_study, by, state_before=before, state_after=target.value)
