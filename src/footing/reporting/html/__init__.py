"""The report as one HTML file that needs nothing else: its style and its pictures are inside, and it runs no script."""

from footing.reporting.html.page import html_page

__all__ = ["html_page"]
