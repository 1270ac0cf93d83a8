"""Parts of a report as HTML, for a page that somebody else lays out: the same macros as the report's own page."""

from functools import cache, partial
from typing import Any

from markupsafe import Markup

from footing.reporting.html.page import blocks_template, pictures
from footing.reporting.model import Block, Section


def section_html(section: Section, level: int = 2) -> Markup:
    """A section under a heading of this level, with everything in it."""
    return Markup(_blocks().section(section, level))  # noqa: S704 - the macros escape every text


def blocks_html(blocks: tuple[Block, ...], level: int = 2) -> Markup:
    """Blocks one after another; titles in them are headings of the level beneath."""
    return Markup("").join(Markup(_blocks().block(each, level)) for each in blocks)  # noqa: S704 - as above


@cache
def _blocks() -> Any:
    return blocks_template().make_module({"pictures": partial(pictures, live=True)})
