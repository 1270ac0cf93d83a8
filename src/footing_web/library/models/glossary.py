"""The words of the field."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import RevisionMixin
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from footing_web.library.models.blocks import citations, lines


@register_snippet
class GlossaryTerm(RevisionMixin, index.Indexed, models.Model):
    """One word, what it means, and what not to say instead."""

    term = models.CharField(max_length=80, unique=True)
    meaning = models.TextField()
    avoid = lines()
    also = lines()
    sources = citations()
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    panels: ClassVar[list[Any]] = [FieldPanel(name) for name in ("term", "meaning", "avoid", "also", "sources")]
    search_fields: ClassVar[list[Any]] = [index.SearchField("term"), index.AutocompleteField("term")]

    class Meta:
        ordering = ("term",)
        verbose_name = "word of the glossary"
        verbose_name_plural = "glossary"

    def __str__(self) -> str:
        """The word."""
        return self.term
