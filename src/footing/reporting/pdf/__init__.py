"""The report as PDF/UA-1: tagged, with bookmarks, a title, a language and words for every picture."""

from footing.reporting.pdf.document import pdf_file

__all__ = ["pdf_file"]
