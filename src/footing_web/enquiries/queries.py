"""Reading what this app keeps."""

import datetime as dt
from collections.abc import Sequence

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import Page

from footing_web.accounts.models import User
from footing_web.accounts.secret import digest_of_secret
from footing_web.enquiries.journey import ENDED
from footing_web.enquiries.models import (
    OPEN_ENQUIRIES,
    CaseStudy,
    CommentState,
    Consent,
    Draft,
    Enquiry,
    EventPlace,
    PageComment,
    SignedLink,
    Slot,
    Sponsor,
)
from footing_web.library.models import EventPage


def link_with(token: str) -> SignedLink | None:
    """The link that holds this secret, whether it still does anything or not."""
    found = SignedLink.objects.filter(token_digest=digest_of_secret(token))
    return found.select_related("case_study", "draft", "case_study__page", "case_study__owner").first()


def free_slots() -> QuerySet[Slot]:
    """Times that can be picked, soonest first."""
    return Slot.objects.filter(case_study=None, starts_at__gt=timezone.now()).select_related("host")


def slots_of(host: User) -> QuerySet[Slot]:
    """The times of one member of the team that are still to come."""
    today = timezone.now() - dt.timedelta(hours=1)
    return Slot.objects.filter(host=host, starts_at__gt=today).select_related("case_study")


def slot_of(case_study: CaseStudy) -> Slot | None:
    """The time that was picked for a case study."""
    return Slot.objects.filter(case_study=case_study).select_related("host").first()


def drafts_of(case_study: CaseStudy) -> Sequence[Draft]:
    """Every draft with its answer, newest first."""
    return list(case_study.drafts.select_related("answer", "written_by").order_by("-number"))


def draft_before(draft: Draft) -> Draft | None:
    """The last draft before this one that the contributor saw."""
    earlier = Draft.objects.filter(case_study=draft.case_study_id, number__lt=draft.number).exclude(sent_at=None)
    return earlier.order_by("-number").first()


def consents_of(case_study: CaseStudy) -> QuerySet[Consent]:
    """Every consent that was ever given, newest first."""
    return Consent.objects.filter(case_study=case_study)


def case_studies(*, over: bool = False) -> QuerySet[CaseStudy]:
    """Those on their way, or those that have ended."""
    ended = Q(state__in=ENDED)
    return CaseStudy.objects.filter(ended if over else ~ended).select_related("owner")


def enquiries(*, over: bool = False) -> QuerySet[Enquiry]:
    """What somebody has still to do something about, oldest first, or what is over."""
    is_open = Q(state__in=OPEN_ENQUIRIES)
    found = Enquiry.objects.filter(~is_open if over else is_open).select_related("owner")
    return found.order_by("-created_at" if over else "created_at", "pk")


def comments_on(page: Page) -> QuerySet[PageComment]:
    """What is shown under a page, oldest first."""
    return PageComment.objects.filter(page=page, state=CommentState.SHOWN)


def comments_to_read() -> QuerySet[PageComment]:
    """What waits to be let in, oldest first."""
    return PageComment.objects.filter(state=CommentState.WAITING).select_related("page")


def comments_decided() -> QuerySet[PageComment]:
    """What was let in or not, newest first."""
    return PageComment.objects.exclude(state=CommentState.WAITING).select_related("page").order_by("-decided_at")


def events_with_places() -> QuerySet[EventPage]:
    """Every event, the latest first, each with how many places are taken."""
    taken = EventPlace.objects.filter(page=OuterRef("pk")).exclude(confirmed_at=None).order_by()
    counted = taken.values("page").annotate(count=Count("pk")).values("count")
    found: QuerySet[EventPage] = EventPage.objects.order_by("-starts_at")
    counted_in: QuerySet[EventPage] = found.annotate(taken=Coalesce(Subquery(counted), 0))
    return counted_in


def places_at(event: EventPage) -> QuerySet[EventPlace]:
    """Who has a confirmed place, in the order they asked."""
    return EventPlace.objects.filter(page=event).exclude(confirmed_at=None)


def public_page(page_id: int) -> Page | None:
    """A page that everybody can see."""
    return Page.objects.live().public().filter(pk=page_id, depth__gt=1).first()


def sponsors_today() -> QuerySet[Sponsor]:
    """Those who are thanked today, by name."""
    today = timezone.localdate()
    return Sponsor.objects.filter(Q(until=None) | Q(until__gte=today), since__lte=today)
