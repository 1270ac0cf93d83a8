"""Who wants to hear of what is new, having said so twice."""

from typing import Any, ClassVar

from django.db import models

from footing_web.enquiries.models.enquirer import Enquirer


class Topic(models.TextChoices):
    """What somebody can choose to hear of."""

    GUIDANCE = "guidance", "New and changed guidance and templates"
    CASE_STUDIES = "case_studies", "New case studies"
    EVENTS = "events", "Events and videos"
    RESULTS = "results", "Results of surveys and benchmarks"


class Registration(Enquirer):
    """One address that asked for news. Nothing but the letter that asks is sent before ``confirmed_at``."""

    topics = models.JSONField(default=list)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["created_at"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["address_digest"], name="enquiries_one_registration_of_an_address"),
        ]


class Bulletin(models.Model):
    """A piece of news as it was sent to those who want to hear of its topic."""

    topic = models.CharField(max_length=20, choices=Topic.choices)
    subject = models.CharField(max_length=120)
    text = models.TextField()
    sent_at = models.DateTimeField(auto_now_add=True)
    receivers = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["-sent_at"]

    def __str__(self) -> str:
        return self.subject
