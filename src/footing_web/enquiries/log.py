"""What the log says of this app. Contributors have no account: what they do is entered as done through a link."""

from contextlib import AbstractContextManager
from uuid import UUID

from footing_web.accounts.models import User
from footing_web.audit.actions import Fact, through, write_entry
from footing_web.enquiries.models import CaseStudy, SignedLink


def enter(action: str, subject: str, subject_id: UUID | int, by: User | None, **facts: Fact) -> None:
    """Say in the log of the service what was done."""
    write_entry(action, by=by.pk if by else None, organisation=None, subject=f"{subject}:{subject_id}", facts=facts)


def enter_case_study(step: str, case_study: CaseStudy, by: User | None, **facts: Fact) -> None:
    """Say in the log which step a case study took."""
    enter(f"case_studies.{step}", "case-study", case_study.pk, by, **facts)


def by_link(link: SignedLink) -> AbstractContextManager[None]:
    """Everything entered inside was done by whoever holds this link."""
    return through(f"link:{link.pk}")
