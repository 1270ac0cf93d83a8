"""Case studies: what an employer did and what came of it."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from footing_web.library.models.blocks import outcomes, sections
from footing_web.library.models.codes import Codes, editions
from footing_web.library.models.pages import ToolkitPage


class Written(models.TextChoices):
    """What a case study rests on."""

    PUBLIC = "public", "Written from public sources"
    CONTRIBUTED = "contributed", "Told by the employer, and published with its consent"


class CaseStudyPage(ToolkitPage):
    """What an employer did, in its sector and size, and what came of it."""

    organisation = models.CharField(max_length=160)
    sector = models.CharField(max_length=60, choices=editions, db_index=True)
    size = models.CharField("how many people", max_length=120)
    region = models.CharField(max_length=120)
    body = sections()
    outcomes = outcomes()
    written = models.CharField(max_length=12, choices=Written, default=Written.PUBLIC)
    related = Codes("related actions", source="actions")

    section: ClassVar[str] = "case-studies"
    template = "library/reading.html"
    search_fields: ClassVar[list[Any]] = [
        *ToolkitPage.search_fields,
        *(index.SearchField(name) for name in ("organisation", "region", "body", "outcomes")),
    ]
    parent_page_types: ClassVar[list[str]] = ["library.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *ToolkitPage.first_panels,
        MultiFieldPanel([FieldPanel(name) for name in ("organisation", "sector", "size", "region")], "The employer"),
        FieldPanel("body"),
        FieldPanel("outcomes"),
        FieldPanel("written"),
        FieldPanel("related"),
        *ToolkitPage.about_panels,
        *ToolkitPage.review_panels,
    ]

    class Meta:
        verbose_name = "case study"
        verbose_name_plural = "case studies"
