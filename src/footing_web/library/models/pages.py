"""What every page of the toolkit has, the first page, and the pages that list others."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from footing_web.library.models.blocks import citations
from footing_web.library.models.codes import Codes


class ToolkitPage(Page):
    """A page of the toolkit. Its slug is its id: other pages, results and plans name it by that."""

    summary = models.TextField(help_text="One sentence: what the reader finds here.")
    pillars = Codes(source="pillars")
    stages = Codes("journey stages", source="stages")
    roles = Codes(source="roles")
    sources = citations()
    reviewed_by = models.CharField(max_length=120, blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    review_note = models.TextField(blank=True)
    review_due = models.DateField("next review", null=True, blank=True, db_index=True)
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)
    """The digest of the file that the page was last loaded from; empty for a page that an editor made."""

    is_creatable = False
    show_in_menus_default = True
    template = "library/reading.html"
    section: ClassVar[str] = ""
    """The part of the toolkit that pages of this kind stand in: the slug of the page that lists them."""

    search_fields: ClassVar[list[Any]] = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.AutocompleteField("summary"),
    ]
    about_panels: ClassVar[list[Any]] = [
        FieldPanel("pillars"),
        FieldPanel("stages"),
        FieldPanel("roles"),
    ]
    review_panels: ClassVar[list[Any]] = [
        FieldPanel("sources"),
        MultiFieldPanel(
            [
                FieldPanel("reviewed_by"),
                FieldPanel("reviewed_on"),
                FieldPanel("review_note"),
                FieldPanel("review_due"),
            ],
            heading="Review",
        ),
    ]
    first_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("summary")]

    class Meta:
        verbose_name = "page of the toolkit"

    @property
    def address(self) -> str:
        """Where the page is read, from the root of the service."""
        return str(self.url_path)


class LibraryHome(ToolkitPage):
    """The first page of the toolkit."""

    template = "library/home.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = ["library.IndexPage"]
    max_count = 1
    content_panels: ClassVar[list[Any]] = ToolkitPage.first_panels

    class Meta:
        verbose_name = "first page of the toolkit"


class IndexPage(ToolkitPage):
    """A page that lists the pages of one section; its slug says which."""

    template = "library/index.html"
    parent_page_types: ClassVar[list[str]] = ["library.LibraryHome"]
    content_panels: ClassVar[list[Any]] = ToolkitPage.first_panels

    class Meta:
        verbose_name = "section of the toolkit"
