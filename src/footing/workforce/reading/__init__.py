"""Reading: a file as it comes, whatever its format, as sheets of text in the engine."""

from footing.workforce.reading.extract import Extract, Sheet
from footing.workforce.reading.progress import Progress
from footing.workforce.reading.read import read_sheets

__all__ = ["Extract", "Progress", "Sheet", "read_sheets"]
