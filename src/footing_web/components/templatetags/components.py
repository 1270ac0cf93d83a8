"""The components of pages and forms as template tags."""

from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from footing_web.components.form_fields import first_input, shown
from footing_web.components.macros import rendered

register = template.Library()


@register.simple_tag
def component(name: str, params: dict[str, Any] | None = None, /, **more: Any) -> SafeString:
    """A component by its name, such as ``button``, with its parameters as words or as a dict from the view."""
    return rendered(name, {**(params or {}), **more})


@register.simple_block_tag
def landmark(content: str, label: str) -> SafeString:
    """What stands in the block, as a part of the page that a screen reader can jump to; nothing where it is empty."""
    if not content.strip() or "<nav" in content:
        return mark_safe(content)  # noqa: S308 - a block of the page itself, escaped already
    return format_html('<nav aria-label="{}">{}</nav>', label, mark_safe(content))  # noqa: S308


@register.simple_tag
def form_field(field: BoundField, **more: Any) -> SafeString:
    """One field of a form: label, hint, error and input; more parameters of its component may be given."""
    if field.is_hidden:
        return format_html("{}", field)
    name, params = shown(field)
    return rendered(name, params | more)


@register.simple_tag
def form_fields(form: forms.BaseForm) -> SafeString:
    """Every field of a form, in its order."""
    return format_html_join("\n", "{}", ((form_field(field),) for field in form))


@register.simple_tag
def error_summary(*several: forms.BaseForm | None) -> SafeString:
    """What is wrong with the forms of a page, each fault with a link to its input; nothing where nothing is."""
    found = [error for form in several if form and form.is_bound for error in _errors(form)]
    if not found:
        return SafeString("")
    return rendered("error-summary", {"titleText": "There is a problem", "errorList": found})


@register.simple_tag
def error_prefix(*several: forms.BaseForm | None) -> str:
    """What the title of a page starts with when a form has errors."""
    return "Error: " if any(form and form.is_bound and form.errors for form in several) else ""


def _errors(form: forms.BaseForm) -> list[dict[str, str]]:
    general = [{"text": str(error)} for error in form.non_field_errors()]
    return general + [
        {"text": str(error), "href": f"#{first_input(field)}"} for field in form for error in field.errors
    ]
