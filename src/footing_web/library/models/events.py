"""Events: where and when people meet. Registering for one is the business of ``enquiries``."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from footing_web.library.models.blocks import sections
from footing_web.library.models.pages import ToolkitPage


class EventPage(ToolkitPage):
    """A meeting that people can register for."""

    starts_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200, help_text="An address, or “Online”: the link goes to those who register.")
    places = models.PositiveSmallIntegerField("number of places", null=True, blank=True)
    registration_open = models.BooleanField(default=True)
    body = sections()

    section: ClassVar[str] = "events"
    template = "library/event.html"
    search_fields: ClassVar[list[Any]] = [
        *ToolkitPage.search_fields,
        *(index.SearchField(name) for name in ("place", "body")),
    ]
    parent_page_types: ClassVar[list[str]] = ["library.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *ToolkitPage.first_panels,
        MultiFieldPanel([FieldPanel(name) for name in ("starts_at", "ends_at", "place")], "When and where"),
        MultiFieldPanel([FieldPanel("places"), FieldPanel("registration_open")], "Registration"),
        FieldPanel("body"),
        *ToolkitPage.about_panels,
        *ToolkitPage.review_panels,
    ]

    class Meta:
        verbose_name = "event"

    def clean(self) -> None:
        """An event ends after it starts."""
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": "The end must be after the start."})
