"""Pages of the toolkit in templates."""

import json
from typing import Any

from django import template
from django.template import Context
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from footing_web.library.presenters import screens
from footing_web.library.presenters.listings import Listing
from footing_web.library.presenters.prose import ListOfLines, pieces

register = template.Library()

NOT_IN_SCRIPTS = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def shown(context: Context, page: Any) -> screens.Shown:
    """The page as the visitor reads it, worked out once although several blocks of a template ask for it."""
    held: dict[Any, screens.Shown] = context["request"].__dict__.setdefault("shown_pages", {})
    if page.pk not in held:
        held[page.pk] = screens.shown(page, context["request"])
    return held[page.pk]


@register.simple_tag(takes_context=True)
def listing(context: Context, page: Any) -> Listing:
    """What a section lists."""
    return screens.listing(page, context["request"])


register.simple_tag(screens.first_page, name="first_page")
register.simple_tag(screens.glossary, name="glossary")
register.simple_tag(screens.resources, name="resources")
register.filter("pillar_titles", screens.pillar_titles)


@register.filter
def prose(text: str) -> SafeString:
    """A text of an editor as paragraphs and lists; whatever stands in it is escaped."""
    return format_html_join("", "{}", ((_piece(each),) for each in pieces(text)))


@register.filter
def json_ld(said: dict[str, Any]) -> SafeString:
    """Structured data inside a script element, which nothing in it can end."""
    return mark_safe(json.dumps(said, ensure_ascii=False).translate(NOT_IN_SCRIPTS))  # noqa: S308


def _piece(piece: Any) -> SafeString:
    if isinstance(piece, ListOfLines):
        items = format_html_join("", "<li>{}</li>", ((item,) for item in piece.items))
        return format_html('<ul class="govuk-list govuk-list--bullet">{}</ul>', items)
    return format_html('<p class="govuk-body">{}</p>', conditional_escape(piece.text))
