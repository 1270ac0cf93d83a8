"""Django's form fields as components: label, hint, error and input belong together, whatever the widget."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from footing_web.components.date_field import DayMonthYear

Params = dict[str, Any]


def shown(field: BoundField) -> tuple[str, Params]:
    """The component that shows a field, and its parameters."""
    widget = field.field.widget
    for kind, build in WAYS:
        if isinstance(widget, kind):
            name, params = build(field)
            return name, _described(field) | params
    return "input", _described(field) | _typed(field)


def first_input(field: BoundField) -> str:
    """The id of the first thing in a field that can be filled in, for links from the error summary."""
    if isinstance(field.field.widget, DayMonthYear):
        return f"{field.auto_id}-day"
    return str(field.auto_id)


def _described(field: BoundField) -> Params:
    """What every component has: an id, a name, a label, perhaps a hint and an error."""
    params: Params = {"id": field.auto_id, "name": field.html_name, "label": {"text": field.label}}
    if field.help_text:
        params["hint"] = {"text": field.help_text}
    if field.errors:
        params["errorMessage"] = {"text": " ".join(str(error) for error in field.errors)}
    return params


def _typed(field: BoundField) -> Params:
    widget = field.field.widget
    allowed = {"autocomplete", "inputmode", "spellcheck", "autocapitalize", "pattern", "autofocus"}
    attributes = {name: value for name, value in widget.attrs.items() if name in allowed}
    value = field.value()
    return {
        "type": getattr(widget, "input_type", "text"),
        "value": "" if value is None else str(value),
        "autocomplete": attributes.pop("autocomplete", None),
        "inputmode": attributes.pop("inputmode", None),
        "classes": widget.attrs.get("class", ""),
        "attributes": attributes,
    }


def _input(field: BoundField) -> tuple[str, Params]:
    return "input", _typed(field)


def _password(field: BoundField) -> tuple[str, Params]:
    return "password-input", {
        "autocomplete": field.field.widget.attrs.get("autocomplete", "current-password"),
        "value": "",
    }


def _textarea(field: BoundField) -> tuple[str, Params]:
    return "textarea", {"value": field.value() or "", "rows": field.field.widget.attrs.get("rows", 5)}


def _select(field: BoundField) -> tuple[str, Params]:
    return "select", {"items": _choices(field, "selected")}


def _radios(field: BoundField) -> tuple[str, Params]:
    return "radios", _group(field) | {"items": _choices(field, "checked")}


def _checkboxes(field: BoundField) -> tuple[str, Params]:
    return "checkboxes", _group(field) | {"items": _choices(field, "checked")}


def _one_checkbox(field: BoundField) -> tuple[str, Params]:
    item: Params = {"value": "on", "text": field.label, "checked": bool(field.value()), "id": field.auto_id}
    if field.help_text:
        item["hint"] = {"text": field.help_text}
    return "checkboxes", {"items": [item], "idPrefix": field.auto_id, "label": None, "hint": None}


def _file(field: BoundField) -> tuple[str, Params]:
    attributes = {name: field.field.widget.attrs[name] for name in ("accept",) if name in field.field.widget.attrs}
    return "file-upload", {
        "javascript": True,
        "attributes": attributes,
        "multiple": getattr(field.field.widget, "allow_multiple_selected", False),
    }


def _date(field: BoundField) -> tuple[str, Params]:
    parts = field.field.widget.decompress_all(field.value())
    wrong = " govuk-input--error" if field.errors else ""
    items = [
        {
            "name": part,
            "value": parts[part],
            "classes": f"govuk-input--width-{width}{wrong}",
            "label": part.capitalize(),
        }
        for part, width in (("day", 2), ("month", 2), ("year", 4))
    ]
    return "date-input", _group(field) | {"namePrefix": field.html_name, "items": items}


def _group(field: BoundField) -> Params:
    """A question with several inputs is a fieldset, and its label is the legend."""
    return {
        "fieldset": {"legend": {"text": field.label, "classes": "govuk-fieldset__legend--s"}},
        "idPrefix": field.auto_id,
    }


def _choices(field: BoundField, chosen: str) -> list[Params]:
    values = field.value()
    held = (
        {str(each) for each in values} if isinstance(values, list | tuple) else {"" if values is None else str(values)}
    )
    return [
        {"value": str(value), "text": str(text), chosen: str(value) in held}
        for value, text in _flat(field.field.widget.choices)
    ]


def _flat(choices: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    for value, text in choices:
        found += _flat(text) if isinstance(text, list | tuple) else [(value, text)]
    return found


WAYS = (
    (DayMonthYear, _date),
    (forms.PasswordInput, _password),
    (forms.Textarea, _textarea),
    (forms.CheckboxSelectMultiple, _checkboxes),
    (forms.RadioSelect, _radios),
    (forms.CheckboxInput, _one_checkbox),
    (forms.Select, _select),
    (forms.FileInput, _file),
    (forms.TextInput, _input),
)
"""Which widget becomes which component; the first that fits, so the particular stands before the general."""
