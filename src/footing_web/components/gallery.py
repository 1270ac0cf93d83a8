"""One example of every component as our pages use it, for whoever builds a page."""

from typing import Any

from django import forms
from django.utils.html import format_html

from footing_web.components.date_field import DateField

PARAGRAPH = format_html('<p class="govuk-body">{}</p>', "Words of any length.")

EXAMPLES: list[tuple[str, str, dict[str, Any]]] = [
    ("Back link", "back-link", {"text": "Back", "href": "#main-content"}),
    (
        "Breadcrumbs",
        "breadcrumbs",
        {"items": [{"text": "Ashmoor Council", "href": "#main-content"}, {"text": "Results"}]},
    ),
    ("Button", "button", {"text": "Save"}),
    ("Button that comes second", "button", {"text": "Save for later", "classes": "govuk-button--secondary"}),
    ("Button that takes away", "button", {"text": "Withdraw", "classes": "govuk-button--warning"}),
    ("Tag", "tag", {"text": "Checking"}),
    ("Inset text", "inset-text", {"text": "Figures of fewer than ten people are not shown."}),
    ("Warning", "warning-text", {"text": "This cannot be taken back.", "iconFallbackText": "Warning"}),
    ("Details", "details", {"summaryText": "What does that mean?", "html": PARAGRAPH}),
    ("Phase banner", "phase-banner", {"tag": {"text": "Trial"}, "text": "The figures are made up."}),
    ("Panel", "panel", {"titleText": "The extract is handed in", "text": "We are checking it now.", "headingLevel": 3}),
    (
        "Notification",
        "notification-banner",
        {"text": "The results are ready.", "type": "success", "disableAutoFocus": True, "titleId": "gallery-notice"},
    ),
    (
        "Error summary",
        "error-summary",
        {
            "titleText": "There is a problem",
            "errorList": [{"text": "Enter a name.", "href": "#id_name"}],
            "disableAutoFocus": True,
        },
    ),
    (
        "Summary list",
        "summary-list",
        {"rows": [{"key": {"text": "Snapshot"}, "value": {"text": "31 March 2026"}}]},
    ),
    (
        "Table",
        "table",
        {
            "caption": "People by grade",
            "head": [{"text": "Grade"}, {"text": "People", "format": "numeric"}],
            "rows": [
                [{"text": "Director"}, {"text": "withheld", "format": "numeric"}],
                [{"text": "Officer"}, {"text": "1,240", "format": "numeric"}],
            ],
            "firstCellIsHeader": True,
        },
    ),
    (
        "Task list",
        "task-list",
        {
            "items": [
                {"title": {"text": "Hand in an extract"}, "href": "#main-content", "status": {"text": "Done"}},
                {"title": {"text": "Match its columns"}, "href": "#main-content", "status": {"tag": {"text": "To do"}}},
            ]
        },
    ),
    (
        "Tabs",
        "tabs",
        {
            "items": [
                {"label": "Chart", "id": "tab-chart", "panel": {"html": PARAGRAPH}},
                {"label": "Table", "id": "tab-table", "panel": {"html": PARAGRAPH}},
            ]
        },
    ),
    (
        "Accordion",
        "accordion",
        {
            "id": "gallery-accordion",
            "items": [{"heading": {"text": "How it is measured"}, "content": {"html": PARAGRAPH}}],
        },
    ),
    (
        "Pagination",
        "pagination",
        {
            "previous": {"href": "#main-content"},
            "next": {"href": "#main-content"},
            "landmarkLabel": "Pages of the gallery",
        },
    ),
    (
        "Character count",
        "character-count",
        {"id": "gallery-note", "name": "note", "maxlength": 200, "label": {"text": "Note"}},
    ),
]
"""Words above the example, the component's name, and its parameters."""


class GalleryForm(forms.Form):
    """A field of every kind."""

    name = forms.CharField(label="Name of the organisation", help_text="As it stands on letters.")
    password = forms.CharField(label="Password", widget=forms.PasswordInput)
    note = forms.CharField(label="What has changed since last year?", widget=forms.Textarea)
    kind = forms.ChoiceField(
        label="What kind of employer is it?",
        choices=[("council", "Council"), ("firm", "Firm")],
        widget=forms.RadioSelect,
    )
    region = forms.ChoiceField(label="Region", choices=[("", "Choose a region"), ("wales", "Wales")])
    measures = forms.MultipleChoiceField(
        label="Which measures?",
        choices=[("pay", "Pay"), ("hiring", "Hiring")],
        widget=forms.CheckboxSelectMultiple,
    )
    snapshot = DateField(label="Day of the extract", help_text="For example, 31 3 2026.")
    extract = forms.FileField(label="Extract", help_text="CSV, Excel, ODS or Parquet.")
    sure = forms.BooleanField(label="Yes, I am sure")
