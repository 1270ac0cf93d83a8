"""Lists of codes that are chosen from reference data, such as the pillars that a page belongs to."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.apps import apps
from django.db import models

from footing.standards import load_catalogue
from footing_web.library import content_files

Choices = list[tuple[str, str]]

PILLAR_SET = "smc-six"
COLLABORATION = ("collaboration", "Collaboration")


def pillars() -> Choices:
    """The pillars that the toolkit is arranged by: the six of the Commission, and collaboration."""
    held = load_catalogue().pillar_sets.find(PILLAR_SET)
    return [*((each.code, each.title) for each in held.pillars), COLLABORATION]


def stages() -> Choices:
    """The journey stages, in their order."""
    held = sorted(load_catalogue().stages, key=lambda each: each.order)
    return [(each.id, each.title) for each in held]


def vocabulary(name: str) -> Choices:
    """The terms of a vocabulary of the catalogue, in their order."""
    return [(each.code, each.title) for each in load_catalogue().vocabularies.find(name).terms]


def roles() -> Choices:
    """Who a page is written for."""
    return vocabulary("roles")


def levels() -> Choices:
    """How far along an employer is."""
    return vocabulary("levels")


def measures() -> Choices:
    """The measures of the catalogue."""
    return [(each.id, each.title) for each in load_catalogue().measures]


def editions() -> Choices:
    """The editions, the one for all industries first."""
    return [(each.id, each.title) for each in content_files.editions()]


def pages_in(section: str) -> Choices:
    """The pages of one section of the toolkit, by their ids."""
    pages = apps.get_model("library", "ToolkitPage").objects.filter(url_path__startswith=f"/toolkit/{section}/")
    return list(pages.order_by("title").values_list("slug", "title"))


SOURCES: dict[str, Callable[[], Choices]] = {
    "pillars": pillars,
    "stages": stages,
    "roles": roles,
    "measures": measures,
    "editions": editions,
    "actions": lambda: pages_in("actions"),
    "templates": lambda: pages_in("templates"),
}


class Codes(models.JSONField):
    """A list of codes of one source, chosen by ticking; kept as JSON, so that a code outlives a change of its title."""

    def __init__(self, *args: Any, source: str, **more: Any) -> None:
        self.source = source
        usual: dict[str, Any] = {"blank": True, "default": list}
        super().__init__(*args, **usual | more)

    def deconstruct(self) -> Any:
        """For migrations."""
        name, path, args, more = super().deconstruct()
        return name, path, args, {**more, "source": self.source}

    def formfield(self, **more: Any) -> forms.Field:
        """Boxes to tick."""
        return forms.MultipleChoiceField(
            choices=SOURCES[self.source],
            required=not self.blank,
            label=str(self.verbose_name).capitalize(),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )
