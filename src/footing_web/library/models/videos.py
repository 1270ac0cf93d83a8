"""Videos, with captions and a transcript: one without both cannot be published."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from footing_web.library.models.pages import ToolkitPage


class VideoPage(ToolkitPage):
    """A video that is kept here, so that nobody else learns who watches it."""

    video = models.ForeignKey("wagtaildocs.Document", models.PROTECT, related_name="+", help_text="MP4 or WebM.")
    captions = models.ForeignKey("wagtaildocs.Document", models.PROTECT, related_name="+", help_text="WebVTT.")
    minutes = models.PositiveSmallIntegerField(help_text="How long it is, in whole minutes.")
    transcript = models.TextField(help_text="Everything that is said, and what is seen that matters.")

    section: ClassVar[str] = "videos"
    template = "library/video.html"
    search_fields: ClassVar[list[Any]] = [
        *ToolkitPage.search_fields,
        *(index.SearchField(name) for name in ("transcript",)),
    ]
    parent_page_types: ClassVar[list[str]] = ["library.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *ToolkitPage.first_panels,
        MultiFieldPanel([FieldPanel(name) for name in ("video", "captions", "minutes", "transcript")], "The video"),
        *ToolkitPage.about_panels,
        *ToolkitPage.review_panels,
    ]

    class Meta:
        verbose_name = "video"
