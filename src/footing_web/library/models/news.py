"""News of Footing itself."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from footing_web.library.models.pages import ToolkitPage


class NewsPage(ToolkitPage):
    """Something new."""

    date = models.DateField(db_index=True)
    text = models.TextField()

    section: ClassVar[str] = "news"
    template = "library/reading.html"
    search_fields: ClassVar[list[Any]] = [
        *ToolkitPage.search_fields,
        *(index.SearchField(name) for name in ("text",)),
    ]
    parent_page_types: ClassVar[list[str]] = ["library.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [*ToolkitPage.first_panels, FieldPanel("date"), FieldPanel("text")]

    class Meta:
        verbose_name = "piece of news"
        verbose_name_plural = "news"
