"""Dates and amounts as people type them, as SQL expressions for the engine."""

from footing.workforce.parsing.amounts import number_sql, pence_sql
from footing.workforce.parsing.dates import (
    DateOrder,
    completed_years_sql,
    date_sql,
    first_number_sql,
    second_number_sql,
)

__all__ = [
    "DateOrder",
    "completed_years_sql",
    "date_sql",
    "first_number_sql",
    "number_sql",
    "pence_sql",
    "second_number_sql",
]
