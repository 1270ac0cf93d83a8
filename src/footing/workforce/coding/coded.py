"""What coding makes of one column and of one sheet."""

from dataclasses import dataclass

from footing.workforce.coding.binding import BoundColumn, BoundSheet
from footing.workforce.faults import Fault
from footing.workforce.workforce import Characteristic, QuestionInUse


@dataclass(frozen=True, slots=True)
class CodedColumn:
    """The SQL that codes one column of a sheet (``sheet_rows`` in the statement), and what its values mean.

    ``select`` are expressions with their names, ``join`` the small table that they take their values from.
    ``columns`` are the names that the coded table keeps; others, such as ``bad_…``, are for checks alone.
    """

    bound: BoundColumn
    columns: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    join: str = ""
    faults: tuple[Fault, ...] = ()
    question: QuestionInUse | None = None
    characteristic: Characteristic | None = None
    amount: bool = False
    no_answer: tuple[str, ...] = ()
    """What each of ``columns`` holds for a person without a row in this sheet; NULL where it is empty."""


@dataclass(frozen=True, slots=True)
class CodedSheet:
    """One sheet, coded: ``relation`` has ``row_number`` and the columns of each coded column."""

    bound: BoundSheet
    relation: str
    columns: tuple[CodedColumn, ...]

    @property
    def questions(self) -> tuple[QuestionInUse, ...]:
        """The questions that the sheet answers."""
        return tuple(column.question for column in self.columns if column.question)

    @property
    def characteristics(self) -> tuple[Characteristic, ...]:
        """The categories that the sheet holds."""
        return tuple(column.characteristic for column in self.columns if column.characteristic)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults of its words."""
        return tuple(fault for column in self.columns for fault in column.faults)

    def column(self, field: str) -> CodedColumn | None:
        """The coded column of a field; ``None`` when the sheet has none."""
        return next((column for column in self.columns if column.bound.field == field and column.columns), None)
