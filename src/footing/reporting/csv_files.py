"""One CSV file for each table, and one metadata file beside them that says what every column means (CSV on the Web).

Withheld figures are ``[c]`` and figures that do not exist ``[z]``; the metadata tells a reader to treat both as
missing. Text that a spreadsheet would run as a formula gets an apostrophe in front.
"""

import csv
import io
import re

from footing.assessment import Assessment
from footing.reporting.csv_metadata import FIGURES, METADATA, csv_metadata
from footing.reporting.publication import UNSAID, Publication
from footing.standards import Catalogue
from footing.tables import ReleasableRow, ReleasableTable
from footing.tables.figures import SHORTHAND, machine_text
from footing.tables.units import PEOPLE

_FORMULA = re.compile(r"^\s*[=+\-@\t\r\n]")
_FILE_NAME = re.compile(r"^[a-z0-9][a-z0-9_.-]*$")


class UnsafeTableId(ValueError):
    """A table's id cannot be the name of a file."""


def csv_files(assessment: Assessment, catalogue: Catalogue, publication: Publication = UNSAID) -> dict[str, bytes]:
    """Every file by its name: the tables, and ``csv-metadata.json``. Raises ``UnsafeTableId``."""
    tables = sorted(assessment.tables, key=lambda table: table.id)
    files = {csv_name(table.id): _csv(table) for table in tables}
    names = {table.id: csv_name(table.id) for table in tables}
    files[METADATA] = csv_metadata(tables, names, assessment.manifest, catalogue, publication)
    return files


def csv_name(table_id: str) -> str:
    """The file name of a table. Raises ``UnsafeTableId`` for an id that could name another folder or no file."""
    if not _FILE_NAME.match(table_id):
        raise UnsafeTableId(f"{table_id!r} cannot be a file name: use lower case letters, digits, '.', '_' and '-'.")
    return f"{table_id}.csv"


def guarded(text: str) -> str:
    """The text, made harmless for a spreadsheet that would otherwise run it."""
    return f"'{text}" if _FORMULA.match(text) else text


def _csv(table: ReleasableTable) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(_column_names(table))
    labels = [{each.code: each.label for each in dimension.categories} for dimension in table.dimensions]
    for row in table.rows:
        names = [text for code, label in zip(row.key, labels, strict=True) for text in (code, label[code])]
        writer.writerow([*map(guarded, names), *_figures(row, table.unit)])
    return stream.getvalue().encode()


def _column_names(table: ReleasableTable) -> list[str]:
    names = [name for each in table.dimensions for name in (each.variable, f"{each.variable}_label")]
    return [*names, *(column.name for column in FIGURES)]


def _figures(row: ReleasableRow, unit: str) -> list[str]:
    ending = [row.status.value, guarded(row.reason or "")]
    if row.status in SHORTHAND:
        return [SHORTHAND[row.status]] * 4 + ending
    values = [machine_text(value, unit) for value in (row.value, row.lower, row.upper)]
    return [*values, machine_text(row.base, PEOPLE), *ending]
