"""The evidence library: what has been found out, by whom and about whom."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from footing_web.library.models.blocks import lines
from footing_web.library.models.codes import vocabulary
from footing_web.library.models.pages import ToolkitPage


def _designs() -> list[tuple[str, str]]:
    return vocabulary("study-design")


class StudyPage(ToolkitPage):
    """One study or body of figures, told in our words."""

    design = models.CharField(max_length=40, choices=_designs, db_index=True)
    population = models.TextField(help_text="Who was studied, where and how many.")
    found = lines()
    limits = models.TextField(help_text="What it cannot show.")
    published = models.CharField(max_length=80)
    notes = lines()

    section: ClassVar[str] = "evidence"
    template = "library/reading.html"
    search_fields: ClassVar[list[Any]] = [
        *ToolkitPage.search_fields,
        *(index.SearchField(name) for name in ("population", "found", "limits", "sources")),
    ]
    parent_page_types: ClassVar[list[str]] = ["library.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *ToolkitPage.first_panels,
        *(FieldPanel(name) for name in ("design", "population", "found", "limits", "published", "notes")),
        *ToolkitPage.about_panels,
        *ToolkitPage.review_panels,
    ]

    class Meta:
        verbose_name = "study"
        verbose_name_plural = "studies"
