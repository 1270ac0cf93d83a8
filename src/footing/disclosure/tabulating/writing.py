"""Protected tables as files: the same rows with ``[c]`` for what is withheld, a log of reasons, ``release.json``."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from footing.disclosure.result import Release
from footing.disclosure.tabulating.cells import WITHHELD_MARK
from footing.disclosure.tabulating.places import words_of
from footing.disclosure.tabulating.reading import PEOPLE, Tabulated
from footing.tables import ReleasableRow, ReleasableTable, Status, units

RELEASE_NAME = "release.json"
LOG_NAME = "log.csv"


def protected_files(release: Release, tabulated: Tabulated) -> dict[str, bytes]:
    """The content of every file by its name. No true value of a withheld cell is in any of them."""
    tables = {table.id: table for table in release.tables}
    files = {
        f"{name}.csv": _csv(_table_lines([tables[each] for each in group], tabulated))
        for name, group in tabulated.sheets.items()
    }
    files[LOG_NAME] = _csv(_log_lines(release.tables, tabulated))
    files[RELEASE_NAME] = (json.dumps(_description(release, tabulated), ensure_ascii=False, indent=1) + "\n").encode()
    return files


def _csv(lines: Iterable[Sequence[str]]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(lines)
    return stream.getvalue().encode()


def _table_lines(group: Sequence[ReleasableTable], tabulated: Tabulated) -> Iterable[list[str]]:
    design, counts = tabulated.design, group[0]
    columns = [column for dimension in counts.dimensions for column in design.levels(dimension.variable)]
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
        for word in words_of(code, len(design.levels(dimension.variable)), design.total)
    ]


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


def _description(release: Release, tabulated: Tabulated) -> dict[str, Any]:
    return {
        "policy": {"id": release.policy_id, "title": release.policy_title},
        "design": tabulated.design.model_dump(mode="json"),
        "tables": [f"{name}.csv" for name in tabulated.sheets],
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
