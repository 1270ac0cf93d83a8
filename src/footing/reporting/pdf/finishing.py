"""What typst cannot say yet, added to a PDF that it made: which cells name a row, and where links within it lead."""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

WITHIN = "#"
"""How the target of a link within the document begins."""


class TablesDiffer(ValueError):
    """The tables in a PDF are not those of the report that it was made from."""


def finished(content: bytes, names: Sequence[int], headings: Mapping[str, str]) -> bytes:
    """The PDF with its rows named and its links led; the same content gives the same bytes.

    ``names`` is, for each table in reading order, how many of its first columns name the row; ``headings`` is the
    heading at each place that a link may lead to. Raises ``TablesDiffer`` when there are more or fewer tables.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as document:
        tables = list(_tables(document.Root.StructTreeRoot))
        if len(tables) != len(names):
            raise TablesDiffer(f"There are {len(tables)} tables in the PDF and {len(names)} in the report.")
        for table, columns in zip(tables, names, strict=True):
            _name_rows(table, columns)
        for page in document.pages:
            for link in page.get("/Annots", []):
                _lead(link, headings)
        stream = io.BytesIO()
        document.save(stream, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return stream.getvalue()


def _tables(root: "pikepdf.Object") -> Iterator["pikepdf.Object"]:
    """Every table of the tag tree, in reading order."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.get("/S") == "/Table":
            yield element
        else:
            waiting += reversed(_children(element))


def _children(element: "pikepdf.Object") -> list["pikepdf.Object"]:
    import pikepdf

    held: pikepdf.Object = element.get("/K", pikepdf.Array())
    every = list(held) if isinstance(held, pikepdf.Array) else [held]
    return [each for each in every if isinstance(each, pikepdf.Dictionary)]


def _name_rows(table: "pikepdf.Object", columns: int) -> None:
    """Make the first cells of each row its headings.

    Every heading then says what it heads, so that no cell need list its own: typst lists those of the columns alone.
    """
    import pikepdf

    for part in _children(table):
        for row in _children(part) if part.get("/S") == "/TBody" else ():
            for place, cell in enumerate(_children(row)):
                if place < columns:
                    cell.S = pikepdf.Name.TH
                    cell.A = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
                elif "/A" in cell:
                    del cell.A


def _lead(link: "pikepdf.Object", headings: Mapping[str, str]) -> None:
    """Lead a link to the place in the document that it names.

    Typst could find the place itself, and would then set every page twice, in a hundred mebibytes more.
    """
    import pikepdf

    target = str(link.A.get("/URI", "")) if "/A" in link else ""
    if target.startswith(WITHIN):
        place = target.removeprefix(WITHIN)
        link.Dest, link.Contents = pikepdf.String(place), pikepdf.String(headings[place])
        del link.A
