"""The macros of govuk-frontend-jinja, called by the name of a component."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.utils.safestring import SafeData, SafeString, mark_safe
from jinja2 import Environment, PackageLoader, PrefixLoader, Template

MACROS = "govuk_frontend_jinja/components/{name}/macro.html"


class UnsafeHtml(ValueError):
    """A parameter that a component shows as HTML was given as plain text."""


def rendered(name: str, params: Mapping[str, Any]) -> SafeString:
    """The HTML of a component.

    Text is escaped. A parameter of HTML must be marked as safe by who made it, or else ``UnsafeHtml`` is raised.
    """
    _require_safe_html(name, params)
    macro = "govuk" + name.title().replace("-", "")
    return mark_safe(_template(name, macro).render(params=params))  # noqa: S308 - every text is escaped by the macro


def _require_safe_html(place: str, value: Any) -> None:
    if isinstance(value, Mapping):
        for key, one in value.items():
            if str(key).lower().endswith("html") and isinstance(one, str) and not isinstance(one, SafeData) and one:
                raise UnsafeHtml(f"{place}.{key} is shown as HTML. Make it with format_html, or give it as text.")
            _require_safe_html(f"{place}.{key}", one)
    elif isinstance(value, list | tuple):
        for one in value:
            _require_safe_html(place, one)


@cache
def _template(name: str, macro: str) -> Template:
    source = f'{{% from "{MACROS.format(name=name)}" import {macro} %}}{{{{ {macro}(params) }}}}'
    return _environment().from_string(source)


@cache
def _environment() -> Environment:
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
