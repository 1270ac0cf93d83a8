"""What the screens of documents ask."""

from typing import Any

from django import forms

from footing_web.library.documents.fields import FIELDS
from footing_web.library.models import DocumentDetails

LABELS = {
    "champion": ("Senior person who leads on social mobility", "Name and job title, such as Priya Nair, Director"),
    "contact": ("Who answers questions", "Team, e-mail and telephone. A shared address is better than a person’s own."),
    "data_team": ("Who may see individual answers", "In words that complete “Only … can see them”."),
    "data_protection_contact": ("How to reach the data protection officer or lead", ""),
    "privacy_address": ("Address of the privacy notice", "It starts with https://"),
    "retention_months": ("For how many months are individual answers kept?", "The law sets no number. You choose one."),
    "staff": ("Your word for staff", ""),
    "grade": ("Your word for a grade", ""),
    "grades": ("Your word for grades", ""),
    "manager": ("Your word for a line manager", ""),
    "managers": ("Your word for line managers", ""),
    "board": ("Your word for those at the top", "Such as cabinet, governing body or executive committee."),
}
"""The label of each field and what helps to fill it in."""


class DocumentDetailsForm(forms.ModelForm):  # type: ignore[type-arg]  # takes no argument when it runs
    """What documents are filled with. Nothing is required: what is empty stays marked."""

    privacy_address = forms.URLField(required=False, max_length=300, assume_scheme="https")

    class Meta:
        model = DocumentDetails
        fields = tuple(LABELS)

    def __init__(self, *args: Any, words: dict[str, str], **kwargs: Any) -> None:
        """Say under each word what is written where it is left empty."""
        super().__init__(*args, **kwargs)
        for name, (label, help_text) in LABELS.items():
            usual = words.get(name) if FIELDS.get(name) else None
            said = f"If you leave this empty, documents say “{usual}”." if usual else ""
            self.fields[name].label = label
            self.fields[name].help_text = " ".join(part for part in (help_text, said) if part)
