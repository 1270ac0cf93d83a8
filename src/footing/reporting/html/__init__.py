"""The report as one HTML file that needs nothing else: its style and its pictures are inside, and it runs no script."""

from footing.reporting.html.page import html_page
from footing.reporting.html.parts import blocks_html, section_html

__all__ = ["blocks_html", "html_page", "section_html"]
