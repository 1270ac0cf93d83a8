"""Which way round the dates of an extract are, as far as they show it themselves."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is quoted or a parameter

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footing.workforce.parsing import DateOrder, first_number_sql, second_number_sql

if TYPE_CHECKING:
    import duckdb

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class OrderEvidence:
    """How many dates of numbers can only be read with the day first, only with the month first, or either way."""

    day_first: int = 0
    month_first: int = 0
    either: int = 0

    def joined_with(self, other: "OrderEvidence") -> "OrderEvidence":
        """The evidence of two columns together."""
        return OrderEvidence(
            self.day_first + other.day_first, self.month_first + other.month_first, self.either + other.either
        )

    @property
    def is_ambiguous(self) -> bool:
        """There are dates of numbers, and none of them shows the order."""
        return self.either > 0 and self.day_first == self.month_first == 0

    @property
    def order(self) -> DateOrder:
        """The order that the dates show; day first, the UK's, unless they show the other alone."""
        return "month_first" if self.month_first and not self.day_first else "day_first"


def order_evidence(connection: "duckdb.DuckDBPyConnection", relation: str, columns: Iterable[str]) -> OrderEvidence:
    """What the different texts of some columns show about the order of day and month."""
    evidence = OrderEvidence()
    for column in columns:
        row = connection.execute(
            f"SELECT count(*) FILTER (WHERE one > {_MONTHS} AND two <= {_MONTHS}),"
            f" count(*) FILTER (WHERE two > {_MONTHS} AND one <= {_MONTHS}),"
            f" count(*) FILTER (WHERE one <= {_MONTHS} AND two <= {_MONTHS} AND one <> two)"
            f" FROM (SELECT {first_number_sql('word')} AS one, {second_number_sql('word')} AS two"
            f" FROM (SELECT DISTINCT {column} AS word FROM {relation}))"
        ).fetchone()
        if row:
            evidence = evidence.joined_with(OrderEvidence(*row))
    return evidence
