"""What this service finds wrong with what is handed in, beside what the core finds: U001 to U019."""

# ruff: noqa: S608 - every name put into a statement is made by the reader; the pattern is a parameter

from collections.abc import Iterator

from footing.standards import Catalogue
from footing.workforce import CheckResult, Fault, FaultKind
from footing.workforce.coding.binding import BoundSheet, bind
from footing.workforce.fields import load_fields

FORMULA = FaultKind(
    "U001",
    "error",
    "A cell that a spreadsheet would run",
    "The cell begins as a formula does, which a spreadsheet that opens a report could run.",
    "Replace the formula by its value, or take the sign at the beginning away.",
)
VIRUS = FaultKind(
    "U002",
    "error",
    "A virus was found",
    "The file was refused and not kept: the virus scanner found {name} in it.",
    "Tell your security team, and scan the computer that the file came from.",
)
NOT_SCANNED = FaultKind(
    "U003",
    "error",
    "The file could not be scanned for viruses",
    "The virus scanner does not answer, so the file was not taken in.",
    "Try again in a few minutes.",
)
TOO_LARGE = FaultKind(
    "U004",
    "error",
    "The file is too large",
    "The file is {size}; this service takes files of up to {limit}.",
    "Leave out columns that are not needed, or save it as Parquet, which is many times smaller.",
)
NOT_FINISHED = FaultKind(
    "U005",
    "error",
    "The check did not come to its end",
    "The check was begun {attempts} times and did not come to its end. The files were deleted.",
    "Hand the files in again; if that does not help, split them or save them as Parquet.",
)

_FORMULA = r"""^\s*(=($|[^"])|[@+\-=]\s*[A-Za-z_.]+\(|[@+\-=].*\|.*!)"""
"""What a spreadsheet takes for a formula; ="00123", as exports write numbers that begin with 0, does no harm."""


def formula_faults(result: CheckResult, catalogue: Catalogue) -> Iterator[Fault]:
    """The cells of used columns that begin as formulas do, one fault for each column."""
    if result.mapping is None:
        return
    for sheet in bind(result.mapping, result.sources, catalogue=catalogue, fields=load_fields()).sheets:
        yield from _of_sheet(result, sheet)


def _of_sheet(result: CheckResult, sheet: BoundSheet) -> Iterator[Fault]:
    for column in sheet.columns:
        rows = result.extract.connection.execute(
            f"SELECT row_number FROM {sheet.sheet.relation} WHERE regexp_matches({column.column}, ?)"
            " ORDER BY row_number",
            [_FORMULA],
        ).fetchall()
        if rows:
            yield FORMULA.at_rows((row for (row,) in rows), sheet=sheet.place, column=column.heading)
