"""Guides: what to know about one pillar or one journey stage."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from footing_web.library.models.blocks import sections
from footing_web.library.models.pages import ToolkitPage


class GuideKind(models.TextChoices):
    """What a guide is about."""

    PILLAR = "pillar", "Pillar"
    STAGE = "stage", "Journey stage"


class GuidePage(ToolkitPage):
    """What to know about one pillar or one journey stage, and the actions that belong to it."""

    kind = models.CharField(max_length=10, choices=GuideKind)
    code = models.CharField(max_length=80, help_text="The code of the pillar, or the id of the stage.")
    body = sections()

    section: ClassVar[str] = "guides"
    template = "library/reading.html"
    search_fields: ClassVar[list[Any]] = [
        *ToolkitPage.search_fields,
        *(index.SearchField(name) for name in ("body",)),
    ]
    parent_page_types: ClassVar[list[str]] = ["library.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *ToolkitPage.first_panels,
        FieldPanel("body"),
        FieldPanel("kind"),
        FieldPanel("code"),
        *ToolkitPage.review_panels,
    ]

    class Meta:
        verbose_name = "guide"
