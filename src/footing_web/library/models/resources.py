"""What others publish."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import RevisionMixin
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from footing_web.library.models.codes import Codes


@register_snippet
class ResourceLink(RevisionMixin, index.Indexed, models.Model):
    """A link with a note on what it is good for, and when it last answered."""

    title = models.CharField(max_length=200)
    publisher = models.CharField(max_length=160)
    url = models.URLField("address", max_length=500, unique=True)
    note = models.TextField()
    kind = models.CharField(max_length=80)
    pillars = Codes(source="pillars")
    checked_at = models.DateTimeField(null=True, blank=True, editable=False)
    answered = models.BooleanField(default=True, editable=False)
    """Whether it answered when it was last asked."""
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    panels: ClassVar[list[Any]] = [
        FieldPanel(name) for name in ("title", "publisher", "url", "note", "kind", "pillars")
    ]
    search_fields: ClassVar[list[Any]] = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        ordering = ("publisher", "title")
        verbose_name = "resource from others"
        verbose_name_plural = "resources from others"

    def __str__(self) -> str:
        """Its title."""
        return self.title
