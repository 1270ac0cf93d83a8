"""A case study on its way, from the offer to the page: who offers it, what it is about, and where it stands."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from wagtail.models import Page

from footing_web.accounts.models import Region, SizeBand
from footing_web.enquiries.journey import WORDS, State
from footing_web.enquiries.models.enquirer import Enquirer
from footing_web.enquiries.sealing import SealedText

STATES = [(state.value, WORDS[state]) for state in State]


class CaseStudy(Enquirer):
    """An offer and what became of it. ``name`` and ``email`` are the contributor's.

    ``state`` is changed by the steps of ``journey.py`` alone. ``page`` is the published page, if there is one, and
    ``published_digest`` the digest of the words that stand on it.
    ``bookings`` counts how often the time changed, so that a calendar knows which file is the newest.
    """

    state = models.CharField(max_length=20, choices=STATES, default=State.OFFERED.value)
    state_since = models.DateTimeField(auto_now_add=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    organisation_name = models.CharField(max_length=120)
    edition = models.CharField(max_length=40)
    size_band = models.CharField(max_length=20, choices=SizeBand.choices)
    region = models.CharField(max_length=20, choices=Region.choices)
    pillars = models.JSONField(default=list)
    job = SealedText(blank=True, default="")
    story = SealedText(blank=True, default="")
    notes = SealedText(blank=True, default="")
    page = models.ForeignKey(Page, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    published_digest = models.CharField(max_length=64, blank=True)
    bookings = models.PositiveSmallIntegerField(default=0)
    reminded_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-created_at", "pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["state", "state_since"])]
