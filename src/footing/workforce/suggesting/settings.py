"""Draft the rest of a mapping: the order of dates, the period of pay, the snapshot date."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is a parameter

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from footing.workforce.coding.date_order import OrderEvidence, order_evidence
from footing.workforce.fields import FieldCatalogue
from footing.workforce.mapping import DateRules, PayRules, SnapshotDate
from footing.workforce.matching import fold
from footing.workforce.parsing import date_sql
from footing.workforce.reading import Sheet
from footing.workforce.suggesting.candidates import Candidate
from footing.workforce.suggesting.profile import ColumnProfile
from footing.workforce.suggesting.sheets import SuggestedSheet

if TYPE_CHECKING:
    import duckdb

Period = Literal["year", "month", "week", "hour"]

_PERIOD_WORDS: dict[str, Period] = {
    "monthly": "month",
    "month": "month",
    "pcm": "month",
    "weekly": "week",
    "week": "week",
    "hourly": "hour",
    "hour": "hour",
}
_DAYS_OF_PERIOD = {"monthly": 30.44, "month": 30.44, "weekly": 7.0, "week": 7.0, "fortnightly": 14.0, "fortnight": 14.0}
"""As the regulations on the gender pay gap count them (SI 2017/172, regulation 6)."""
_FULL_TIME_HOURS = 37.0
_LATEST_YEAR = 2100
_SEPARATORS = re.compile(r"^[\s:.,\-–—]+")


def suggest_dates(
    connection: "duckdb.DuckDBPyConnection", sheets: Iterable[SuggestedSheet], fields: FieldCatalogue
) -> DateRules:
    """The order of day and month that the dates themselves show."""
    evidence = OrderEvidence()
    for sheet in sheets:
        dates = [each.column.column for each in _chosen(sheet) if _kind(each, fields) == "date"]
        evidence = evidence.joined_with(order_evidence(connection, sheet.sheet.relation, dates))
    if evidence.order == "month_first":
        because = (
            f"{evidence.month_first:,} different dates can only be read with the month first, none with the day first"
        )
        return DateRules(order="month_first", confidence=0.95, because=(because,))
    if evidence.day_first:
        because = f"{evidence.day_first:,} different dates can only be read with the day first"
        return DateRules(order="day_first", confidence=0.95 if not evidence.month_first else 0.5, because=(because,))
    if evidence.either:
        because = "every date could be read either way; in the UK the day comes first"
        return DateRules(order="day_first", confidence=0.5, because=(because,))
    return DateRules(order="day_first", confidence=1, because=("no date depends on it",))


def suggest_pay(sheets: Iterable[SuggestedSheet]) -> PayRules:
    """The period that the heading of pay names, else a year; the decimal sign that the amounts are written with."""
    columns = {each.field: each.column for sheet in sheets for each in _chosen(sheet)}
    days = _pay_period_days(columns)
    pay = columns.get("annual_pay")
    if pay is None:
        return PayRules(pay_period_days=days)
    named = [_PERIOD_WORDS[word] for word in fold(pay.heading).split() if word in _PERIOD_WORDS]
    period = named[0] if named else "year"
    comma = pay.pounds_with_comma > pay.pounds
    return PayRules(
        period=period,
        decimal="comma" if comma else "point",
        full_time_hours=_FULL_TIME_HOURS if period == "hour" else None,
        pay_period_days=days,
        confidence=0.9 if named else 0.8,
        because=(f'the heading is "{pay.heading}"' if named else "the heading names no other period",),
    )


def _pay_period_days(columns: dict[str, ColumnProfile]) -> float | None:
    """The days of the period that the heading of ordinary pay names, where no column holds them."""
    if "ordinary_pay" not in columns or "pay_period_days" in columns:
        return None
    words = fold(columns["ordinary_pay"].heading).split()
    return next((_DAYS_OF_PERIOD[word] for word in words if word in _DAYS_OF_PERIOD), None)


def suggest_snapshot(
    connection: "duckdb.DuckDBPyConnection", sheets: Iterable[Sheet], fields: FieldCatalogue
) -> SnapshotDate | None:
    """The date that stands beside a known label above the headings; ``None`` when none does."""
    for sheet in sheets:
        for row in sheet.title_rows:
            for label, text in _labelled(row, fields):
                found = connection.execute(
                    f"SELECT {date_sql('cell', order='day_first', latest_year=_LATEST_YEAR)} FROM (SELECT ? AS cell)",
                    [text],
                ).fetchone()
                if found and found[0] is not None:
                    because = (f'"{label}" stands beside it above the headings',)
                    return SnapshotDate(date=found[0], confidence=0.9, because=because)
    return None


def _labelled(row: tuple[str, ...], fields: FieldCatalogue) -> Iterator[tuple[str, str]]:
    """Known labels of a title row, each with the text after it in its own cell and in the next."""
    for cell, following in zip(row, (*row[1:], ""), strict=True):
        for label in fields.snapshot_labels:
            start = cell.casefold().find(label)
            if start >= 0 and (start == 0 or not cell[start - 1].isalnum()):
                yield label, _SEPARATORS.sub("", cell[start + len(label) :]).strip()
                yield label, following.strip()


def _chosen(sheet: SuggestedSheet) -> tuple[Candidate, ...]:
    return sheet.columns.chosen if sheet.columns else ()


def _kind(candidate: Candidate, fields: FieldCatalogue) -> str | None:
    specification = fields.field(candidate.field)
    return specification.kind if specification else None
