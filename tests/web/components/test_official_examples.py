"""Our component tag gives the HTML of govuk-frontend's official examples: every component, every example."""

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.utils.safestring import mark_safe

from footing_web.components.templatetags.components import component

OFFICIAL = sorted((Path(__file__).parent / "official").glob("*.json"))
VOID = {"input", "img", "br", "hr", "link", "meta"}


class Pieces(HTMLParser):
    """What a browser reads: tags with their attributes in any order, and words with any white space between."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Any] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, sorted((name, " ".join((value or "").split())) for name, value in attrs)))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        self.found.append(f"/{tag}")

    def handle_data(self, data):
        if words := " ".join(data.split()):
            self.found.append(words)


def marked(value: Any) -> Any:
    """The example's options, with its HTML marked as safe, as a view of ours would have to."""
    if isinstance(value, dict):
        return {
            key: mark_safe(one) if is_html(key, one) else marked(one)  # noqa: S308
            for key, one in value.items()
        }
    return [marked(one) for one in value] if isinstance(value, list) else value


def is_html(key: str, value: Any) -> bool:
    return key.lower().endswith("html") and isinstance(value, str)


def examples() -> list[Any]:
    return [
        pytest.param(path.stem, example, id=f"{path.stem}-{example['name']}")
        for path in OFFICIAL
        for example in json.loads(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("name", "example"), examples())
def test_a_component_is_as_its_official_example(name, example):
    ours = component(name, marked(example["options"]))
    assert Pieces(ours).found == Pieces(example["html"]).found


def test_every_component_that_we_use_has_examples():
    assert len(OFFICIAL) == 32
    assert len(examples()) > 550
