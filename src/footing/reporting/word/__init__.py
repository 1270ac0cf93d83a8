"""The report as a Word document that can be edited: real headings, styles, captions, repeated heading rows."""

from footing.reporting.word.document import word_file
from footing.reporting.word.pictures import Pictures, pictures_of

__all__ = ["Pictures", "pictures_of", "word_file"]
