"""Bands of age and length of service, in completed years at the snapshot date."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from footing.tables import Category
from footing.workforce.coding import sql
from footing.workforce.parsing import completed_years_sql
from footing.workforce.workforce import NOT_RECORDED, Characteristic


def band_labels(edges: Sequence[int], unit: str) -> tuple[str, ...]:
    """The words for the bands that begin at ``edges``.

    >>> band_labels((25, 35), "")
    ('Under 25', '25 to 34', '35 and over')
    >>> band_labels((1, 2, 5), "years")
    ('Under 1 year', '1 year', '2 to 4 years', '5 years and over')
    """
    words = f" {unit}" if unit else ""
    between = [
        _counted(low, unit) if high == low + 1 else f"{low} to {high - 1}{words}" for low, high in pairwise(edges)
    ]
    return (f"Under {_counted(edges[0], unit)}", *between, f"{_counted(edges[-1], unit)} and over")


def band_sql(years: str, edges: Sequence[int], labels: Sequence[str]) -> str:
    """The band that a number of years (a SQL expression) falls in, as an ENUM of the labels."""
    whens = " ".join(
        f"WHEN {years} < {edge} THEN {sql.text(label)}" for edge, label in zip(edges, labels, strict=False)
    )
    case = f"CASE WHEN {years} IS NULL THEN '{NOT_RECORDED}' {whens} ELSE {sql.text(labels[-1])} END"
    return f"CAST({case} AS {sql.enum((*labels, NOT_RECORDED))})"


def years_sql(date_column: str, snapshot_date: dt.date) -> str:
    """Completed years from a date to the snapshot date."""
    return completed_years_sql(sql.name(date_column), f"DATE '{snapshot_date}'")


def band_characteristic(variable: str, title: str, labels: Sequence[str]) -> Characteristic:
    """The bands as an ordered characteristic."""
    return Characteristic(variable, title, tuple(Category(label, label) for label in labels), ordered=True)


def _counted(years: int, unit: str) -> str:
    if not unit:
        return str(years)
    return f"{years} {unit.removesuffix('s') if years == 1 else unit}"
