"""Protected tables as files: the same rows with ``[c]`` for what is withheld, a log of reasons, ``release.json``."""

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal

import xlsxwriter

from footing.disclosure.result import Release
from footing.disclosure.tabulating.cells import WITHHELD_MARK
from footing.disclosure.tabulating.chosen import Chosen
from footing.disclosure.tabulating.design import TableDesign
from footing.disclosure.tabulating.places import depth_of, words_of
from footing.disclosure.tabulating.reading import PEOPLE, Tabulated
from footing.tables import Dimension, ReleasableRow, ReleasableTable, Status, units

RELEASE_NAME = "release.json"
LOG_NAME = "log.csv"
PLAN_NAME = "plan.csv"

Form = Literal["csv", "xlsx"]

_NUMBER = re.compile(r"^-?(0|[1-9]\d*)(\.\d+)?$")


def protected_files(
    release: Release, tabulated: Tabulated, form: Form = "csv", chosen: Chosen | None = None
) -> dict[str, bytes]:
    """The content of every file by its name, the tables as CSV or XLSX. No true value of a withheld cell is in any.

    Of tables that were ``chosen`` the log and a plan say what was left out.
    """
    tables = {table.id: table for table in release.tables}
    write = _csv if form == "csv" else _workbook
    files = {
        f"{name}.{form}": write(_table_lines([tables[each] for each in group], tabulated))
        for name, group in tabulated.sheets.items()
    }
    left_out = ([name, "", "left out", reason] for name, reason in (chosen.left_out() if chosen else ()))
    files[LOG_NAME] = _csv([*_log_lines(release.tables, tabulated), *left_out])
    if chosen:
        files[PLAN_NAME] = _csv(chosen.lines())
    description = _description(release, tabulated, form)
    files[RELEASE_NAME] = (json.dumps(description, ensure_ascii=False, indent=1) + "\n").encode()
    return files


def _csv(lines: Iterable[Sequence[str]]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(lines)
    return stream.getvalue().encode()


def _workbook(lines: Iterable[Sequence[str]]) -> bytes:
    """A workbook of one sheet, with counts as numbers and no text that could become a formula."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        workbook.set_properties({"created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)})  # the same tables, the same bytes
        sheet = workbook.add_worksheet()
        for number, line in enumerate(lines):
            for place, text in enumerate(line):
                if _NUMBER.match(text):
                    sheet.write_number(number, place, float(text))
                else:
                    sheet.write_string(number, place, text)
    return stream.getvalue()


def _table_lines(group: Sequence[ReleasableTable], tabulated: Tabulated) -> Iterable[list[str]]:
    design, counts = tabulated.design, group[0]
    columns = [column for dimension in counts.dimensions for column in _levels(dimension, design)]
    amounts = [table.measure for table in group[1:]]
    yield [*columns, design.count or PEOPLE, *amounts]
    for rows in zip(*(table.rows for table in group), strict=True):
        yield [
            *_words(rows[0], counts, tabulated),
            *(_shown(row, table.unit) for row, table in zip(rows, group, strict=True)),
        ]


def _words(row: ReleasableRow, table: ReleasableTable, tabulated: Tabulated) -> list[str]:
    design = tabulated.design
    return [
        word
        for code, dimension in zip(row.key, table.dimensions, strict=True)
        for word in words_of(code, len(_levels(dimension, design)), design.total)
    ]


def _levels(dimension: Dimension, design: TableDesign) -> tuple[str, ...]:
    """The columns that a table has of a dimension, as far down as any of its categories goes."""
    levels = design.levels(dimension.variable)
    deepest = max((depth_of(category.code) for category in dimension.categories), default=0)
    return levels[:deepest] or levels


def _shown(row: ReleasableRow, unit: str) -> str:
    if row.status is Status.WITHHELD or row.value is None:
        return WITHHELD_MARK
    return f"{row.value:.{units.DECIMALS[unit]}f}"


def _log_lines(tables: Iterable[ReleasableTable], tabulated: Tabulated) -> Iterable[list[str]]:
    yield ["table", "row", "status", "reason"]
    for table in tables:
        for row in table.rows:
            if row.status is Status.WITHHELD:
                yield [table.id, " · ".join(_words(row, table, tabulated)), row.status.value, row.reason or ""]


def _description(release: Release, tabulated: Tabulated, form: Form) -> dict[str, Any]:
    return {
        "policy": {"id": release.policy_id, "title": release.policy_title},
        "design": tabulated.design.model_dump(mode="json"),
        "tables": [f"{name}.{form}" for name in tabulated.sheets],
        "populations": [
            {
                "population": audit.population,
                "cells": audit.cells,
                "withheld": audit.withheld,
                "narrowest_range": audit.narrowest_range,
                "method": audit.method,
                "solver": audit.solver,
                "limits": list(audit.limits),
            }
            for audit in release.audits
        ],
    }
