"""From the report model to one HTML page. The templates place what the model says; they work nothing out."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from footing.reporting.charts.drawing import draw_svg
from footing.reporting.charts.theme import LAYOUTS
from footing.reporting.model import Figure, Report

if TYPE_CHECKING:  # templates are compiled when the first page is made, not when a command starts
    from jinja2 import Environment, Template

_TEMPLATES = Path(__file__).parent / "templates"

CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""What a browser may load for the page: nothing. It holds even if a name in the figures looks like a script."""


def html_page(report: Report) -> bytes:
    """The whole page, UTF-8."""
    page = _environment().get_template("page.html")
    return page.render(report=report, content_policy=CONTENT_POLICY, style=_style(), pictures=pictures).encode()


def pictures(figure: Figure, *, live: bool = False) -> Markup:
    """The figure's chart at every width; the style shows the one that fits. See ``draw_svg`` for ``live``."""
    return Markup("").join(
        Markup(  # noqa: S704 - draw_svg escapes every text that it places
            draw_svg(
                figure.chart,
                layout,
                name=f"{figure.id}-{layout.name}",
                title=figure.title,
                text_alternative=figure.text_alternative,
                live=live,
            )
        )
        for layout in LAYOUTS
    )


def blocks_template() -> "Template":
    """The macros that every block of a report is written with."""
    return _environment().get_template("blocks.html")


@cache
def _style() -> Markup:
    return Markup((_TEMPLATES / "style.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
