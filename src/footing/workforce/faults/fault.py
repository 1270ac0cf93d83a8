"""What is wrong with an extract, said so that the person who sent it can put it right."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "notice"]
"""An error stops the assessment; a notice says what was done with the file."""

_SHOWN_CHARACTERS = 80
_SHOWN_ROWS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file: a sheet, a row counted from 1 as a spreadsheet counts them, the heading of a column."""

    sheet: str | None = None
    row: int | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, or was done, at one place or in many rows of one column.

    ``rows`` holds every row concerned, in order, eight bytes each, so that a million bad rows are one fault.
    ``value`` is the word that could not be used; it is never a key, a name, a date of birth or an amount.
    """

    code: str
    severity: Severity
    title: str
    message: str
    next_step: str
    place: Place = Place()
    value: str | None = None
    rows: "array[int]" = field(default_factory=lambda: array("q"), hash=False)

    @property
    def count(self) -> int:
        """How many times it happens: once for a fault of the file, a sheet or a column."""
        return max(1, len(self.rows))

    def __str__(self) -> str:
        where = describe_place(self.place, self.rows)
        return f"{self.code} · {where}: {self.message} {self.next_step}" if where else self._unplaced()

    def _unplaced(self) -> str:
        return f"{self.code} · {self.message} {self.next_step}"


@dataclass(frozen=True, slots=True)
class FaultKind:
    """A kind of fault: its code never changes meaning, its words may.

    ``template`` and ``next_step`` may name details in braces; whoever finds the fault supplies them.
    """

    code: str
    severity: Severity
    title: str
    template: str
    next_step: str

    def at(
        self,
        *,
        sheet: str | None = None,
        row: int | None = None,
        column: str | None = None,
        value: str | None = None,
        **details: object,
    ) -> Fault:
        """A fault of this kind at one place; raises KeyError when the template names a detail that is not given."""
        rows = () if row is None else (row,)
        return self.at_rows(rows, sheet=sheet, column=column, value=value, **details)

    def at_rows(
        self,
        rows: Iterable[int],
        *,
        sheet: str | None = None,
        column: str | None = None,
        value: str | None = None,
        **details: object,
    ) -> Fault:
        """One fault of this kind in many rows, in order; a result of the engine is passed as its array of rows."""
        found = array("q", rows)
        shown = {name: _shown(detail) for name, detail in details.items()}
        words = {"value": _shown(value), "count": f"{max(1, len(found)):,}", **shown}
        return Fault(
            code=self.code,
            severity=self.severity,
            title=self.title,
            message=self.template.format(**words),
            next_step=self.next_step.format(**words),
            place=Place(sheet=sheet, row=found[0] if found else None, column=column),
            value=value,
            rows=found,
        )


def describe_place(place: Place, rows: "array[int]") -> str:
    """A place in words: ``sheet "Staff", row 212, column "grade"``; many rows are the first three and a count."""
    parts = []
    if place.sheet is not None:
        parts.append(f'sheet "{_shown(place.sheet)}"')
    if len(rows) > 1:
        parts.append(_describe_rows(rows))
    elif place.row is not None:
        parts.append(f"row {place.row}")
    if place.column is not None:
        parts.append(f'column "{_shown(place.column)}"')
    return ", ".join(parts)


def _describe_rows(rows: "array[int]") -> str:
    first = [str(row) for row in rows[:_SHOWN_ROWS]]
    more = len(rows) - len(first)
    if more:
        return f"rows {', '.join(first)} and {more:,} more"
    return f"rows {', '.join(first[:-1])} and {first[-1]}"


def _shown(detail: object) -> str:
    """Text that is safe on a terminal and short enough to read: control characters become spaces."""
    if isinstance(detail, int) and not isinstance(detail, bool):
        return f"{detail:,}"
    text = "".join(character if character.isprintable() else " " for character in str(detail)).strip()
    return text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1].rstrip() + "…"
