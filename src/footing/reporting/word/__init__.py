"""The report as a Word document that can be edited: real headings, styles, captions, repeated heading rows."""

from footing.reporting.word.document import word_file

__all__ = ["word_file"]
