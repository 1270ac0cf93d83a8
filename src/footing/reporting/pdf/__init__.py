"""The report as PDF/UA-1: tagged, with bookmarks, a title, a language and words for every picture."""

from footing.reporting.pdf.document import finished_pages, pdf_file, set_pages

__all__ = ["finished_pages", "pdf_file", "set_pages"]
