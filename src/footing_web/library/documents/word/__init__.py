"""A filled document as a Word file that can be edited: real headings, styles, lists, tables and fields to write in."""

from footing_web.library.documents.word.file import word_file

__all__ = ["word_file"]
