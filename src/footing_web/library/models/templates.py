"""Templates: a page for each document that fills itself in."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from footing_web.library.models.blocks import lines
from footing_web.library.models.pages import ToolkitPage


class TemplatePage(ToolkitPage):
    """What one document is for and what to do before it is used. The document itself lies in ``documents``."""

    used_by = models.TextField(help_text="Who uses it and when, in a sentence.")
    before = lines()
    judgement = models.TextField(blank=True, help_text="Which parts rest on our own judgement.")

    section: ClassVar[str] = "templates"
    template = "library/template.html"
    search_fields: ClassVar[list[Any]] = [
        *ToolkitPage.search_fields,
        *(index.SearchField(name) for name in ("used_by", "before")),
    ]
    parent_page_types: ClassVar[list[str]] = ["library.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *ToolkitPage.first_panels,
        *(FieldPanel(name) for name in ("used_by", "before", "judgement")),
        *ToolkitPage.about_panels,
        *ToolkitPage.review_panels,
    ]

    class Meta:
        verbose_name = "template"
