"""The words of a case study, as its contributor sees them: every change is another draft."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from footing_web.enquiries.models.case_study import CaseStudy
from footing_web.enquiries.sealing import SealedData, SealedText


class Draft(models.Model):
    """One version of the words, never changed once it is stored. ``digest`` is that of ``wording.py``."""

    case_study = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="drafts")
    number = models.PositiveSmallIntegerField()
    words = SealedData()
    digest = models.CharField(max_length=64)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["case_study", "number"], name="enquiries_one_draft_of_a_number"),
        ]

    def __str__(self) -> str:
        return f"Draft {self.number} of {self.case_study_id}"


class Answer(models.TextChoices):
    """What a contributor says to a draft."""

    APPROVED = "approved", "Approved"
    COMMENTED = "commented", "Asked for changes"
    DECLINED = "declined", "Declined"


class DraftAnswer(models.Model):
    """What the contributor said to one draft; once, and then not again."""

    draft = models.OneToOneField(Draft, on_delete=models.CASCADE, related_name="answer")
    answer = models.CharField(max_length=20, choices=Answer.choices)
    comment = SealedText(blank=True, default="")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"Answer to draft {self.draft_id}"
