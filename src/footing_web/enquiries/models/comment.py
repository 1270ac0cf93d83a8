"""What readers write under a page, shown once the team has let it in."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from wagtail.models import Page

from footing_web.enquiries.models.enquirer import Enquirer
from footing_web.enquiries.sealing import SealedText


class CommentState(models.TextChoices):
    """Whether it is shown."""

    WAITING = "waiting", "Waiting to be read"
    SHOWN = "shown", "Shown"
    DECLINED = "declined", "Not shown"


class PageComment(Enquirer):
    """A comment on one page. ``name`` is shown beside it; the address is for telling its writer, and optional."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    text = SealedText()
    state = models.CharField(max_length=20, choices=CommentState.choices, default=CommentState.WAITING)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["created_at", "pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["page", "state"])]
