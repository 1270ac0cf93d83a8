"""Actions: one thing that an employer can do."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from footing_web.library.models.blocks import findings, lines, sector_notes
from footing_web.library.models.codes import Codes, levels, vocabulary
from footing_web.library.models.pages import ToolkitPage


def _cost_bands() -> list[tuple[str, str]]:
    return vocabulary("cost")


def _effort_bands() -> list[tuple[str, str]]:
    return vocabulary("effort")


def _strengths() -> list[tuple[str, str]]:
    return vocabulary("evidence-strength")


class ActionPage(ToolkitPage):
    """What to do, why, how, who, at what cost, how good the evidence is and how to know whether it helped."""

    level = models.CharField(max_length=40, choices=levels, db_index=True)
    what = models.TextField("what it is")
    why = models.TextField("why it matters")
    steps = lines()
    done_by = models.TextField("who does it")
    cost_band = models.CharField(max_length=40, choices=_cost_bands)
    cost_words = models.TextField("cost in words")
    effort_band = models.CharField(max_length=40, choices=_effort_bands)
    effort_words = models.TextField("effort in words")
    months_from = models.PositiveSmallIntegerField("months until it begins to show")
    months_to = models.PositiveSmallIntegerField("months until it shows in full")
    takes_effect_words = models.TextField("time to effect in words")
    evidence_strength = models.CharField(max_length=40, choices=_strengths)
    evidence_words = models.TextField("evidence in words")
    studies = findings()
    pitfalls = lines()
    measures = Codes(source="measures")
    measuring = models.TextField("how you will know")
    templates = Codes(source="templates")
    sector_notes = sector_notes()
    small_employers = models.TextField(blank=True)
    related = Codes("related actions", source="actions")

    section: ClassVar[str] = "actions"
    template = "library/reading.html"
    search_fields: ClassVar[list[Any]] = [
        *ToolkitPage.search_fields,
        *(
            index.SearchField(name)
            for name in (
                "what",
                "why",
                "steps",
                "done_by",
                "evidence_words",
                "pitfalls",
                "measuring",
                "sector_notes",
                "small_employers",
            )
        ),
    ]
    parent_page_types: ClassVar[list[str]] = ["library.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *ToolkitPage.first_panels,
        MultiFieldPanel(
            [FieldPanel("what"), FieldPanel("why"), FieldPanel("steps"), FieldPanel("done_by")], "The action"
        ),
        MultiFieldPanel(
            [
                *(FieldPanel(name) for name in ("cost_band", "cost_words", "effort_band", "effort_words")),
                *(FieldPanel(name) for name in ("months_from", "months_to", "takes_effect_words")),
            ],
            "Cost, effort and time",
        ),
        MultiFieldPanel(
            [FieldPanel("evidence_strength"), FieldPanel("evidence_words"), FieldPanel("studies")], "Evidence"
        ),
        FieldPanel("pitfalls"),
        MultiFieldPanel([FieldPanel("measuring"), FieldPanel("measures")], "How to know"),
        MultiFieldPanel([FieldPanel("sector_notes"), FieldPanel("small_employers")], "What differs"),
        MultiFieldPanel([FieldPanel("templates"), FieldPanel("related")], "Leads to"),
        MultiFieldPanel([FieldPanel("level"), *ToolkitPage.about_panels], "Where it belongs"),
        *ToolkitPage.review_panels,
    ]

    class Meta:
        verbose_name = "action"
