"""How wide the columns of a table are on paper: figures stay in one line, and names share what is left."""

from footing.reporting.model import DataTable

LEAST, LONGEST, ROOM = 4, 32, 2
"""In letters: the least that a column holds, the most that words are given, and the room between columns."""
LEAST_OF_NAMES = 14


def column_widths(table: DataTable, letters: int) -> list[int]:
    """The width of each column, in letters, on a page that holds so many of them in a line."""
    rows = [row for group in table.groups for row in group.rows]
    texts = [[*row.headers, *(cell.text for cell in row.cells)] for row in rows]
    breaking = breaking_columns(table)
    widths = [
        ROOM + _needed(heading, [row[place] for row in texts], breaks=breaking[place])
        for place, heading in enumerate((*table.headings, *table.columns))
    ]
    return _squeezed(widths, breaking, letters)


def breaking_columns(table: DataTable) -> list[bool]:
    """Which columns hold words, which may be broken into lines: names, and cells of words."""
    rows = [row for group in table.groups for row in group.rows]
    wordy = (any(row.cells[place].words for row in rows) for place in range(len(table.columns)))
    return [True] * len(table.headings) + list(wordy)


def _needed(heading: str, texts: list[str], *, breaks: bool) -> int:
    longest = max(map(len, texts), default=0)
    in_bold = (len(word) + 1 for word in heading.split())
    return max(LEAST, min(longest, LONGEST) if breaks else longest, *in_bold)


def _squeezed(widths: list[int], breaking: list[bool], letters: int) -> list[int]:
    """The widths with words broken into more lines, where the page would not hold all columns."""
    over = sum(widths) - letters
    words = sum(width for width, breaks in zip(widths, breaking, strict=True) if breaks)
    if over <= 0 or not words:
        return widths
    kept = max(0.0, 1 - over / words)
    return [
        max(min(width, LEAST_OF_NAMES), round(width * kept)) if breaks else width
        for width, breaks in zip(widths, breaking, strict=True)
    ]
