"""From occupation and employment status to NS-SEC, by a table that the user supplies.

The Office for National Statistics publishes the table as SOC 2020 volume 3 (NS-SEC rebased on SOC 2020). It is not
shipped here: download it, save it as CSV or XLSX, and pass its path. One row per unit group; one column per
employment status, headed as in the publication; each cell a class of NS-SEC (1, 1.1, 1.2, 2 … 7) or an operational
category (L1 …).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from footing.standards.catalogue import Catalogue
from footing.standards.errors import DerivationTableFault
from footing.standards.table_files import Row, TableLimits, read_sheets

SCHEME = "soc2020-unit-groups"
CLASSES = "nssec-eight"
SIMPLIFIED = "simplified"
"""The column for people whose employment status is not known."""

STATUSES = (
    SIMPLIFIED,
    "employer_large",
    "employer_small",
    "self_employed",
    "manager_large",
    "manager_small",
    "supervisor",
    "other_employee",
)
_HEADINGS = (
    ("simplified", SIMPLIFIED),
    ("self-employed", "self_employed"),
    ("self employed", "self_employed"),
    ("own account", "self_employed"),
    ("manager", "manager_{size}"),
    ("supervisor", "supervisor"),
    ("employer", "employer_{size}"),
    ("employee", "other_employee"),
    ("soc", "unit_group"),
    ("unit group", "unit_group"),
)
"""In order, as "self-employed, no employees" holds more than one of them."""

_NO_CLASS = frozenset({"", "-", "–", "—"})
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class OccupationClasses:
    """The NS-SEC class (eight classes, codes of the classification ``nssec-eight``) by unit group and status."""

    classes: Mapping[tuple[str, str], str]

    def nssec_class(self, unit_group: str, status: str = SIMPLIFIED) -> str | None:
        """The class of a four-digit unit group and a status of ``STATUSES``; ``None`` for a pair that has none."""
        return self.classes.get((unit_group, status))


@dataclass(frozen=True, slots=True)
class _Columns:
    unit_group: int
    statuses: Mapping[str, int]


def read_occupation_classes(
    path: Path, *, catalogue: Catalogue, limits: TableLimits | None = None
) -> OccupationClasses:
    """The derivation table in a CSV or XLSX file, checked against the 412 unit groups of SOC 2020.

    Raises ``DerivationTableFault``: S010 unreadable, S011 columns not found, S012 unknown, S013 missing or S014
    repeated unit groups, S015 unknown classes.
    """
    columns, rows = _find_table(path, read_sheets(path, limits or TableLimits()))
    _require_unit_groups(
        [row[columns.unit_group] for row in rows], set(catalogue.occupation_scheme(SCHEME).unit_groups)
    )
    return OccupationClasses(dict(_classes(columns, rows, catalogue.classification(CLASSES).codes)))


def _find_table(path: Path, sheets: tuple[tuple[Row, ...], ...]) -> tuple[_Columns, list[Row]]:
    """The first sheet with a row that heads every column, and its rows that start with a unit group's code."""
    for rows in sheets:
        for number, row in enumerate(rows):
            columns = _columns(row)
            if columns is not None:
                below = [line for line in rows[number + 1 :] if len(line) > columns.unit_group]
                return columns, [line for line in below if re.fullmatch(r"\d{4}", line[columns.unit_group])]
    raise DerivationTableFault(
        "S011",
        f"{path.name} has no row that heads a column for the unit group and one for each employment status.",
        "Head the columns as the publication does: SOC 2020 unit group, simplified NS-SEC, employers (large, small), "
        "self-employed, managers (large, small), supervisors, other employees.",
    )


def _columns(row: Row) -> _Columns | None:
    found: dict[str, int] = {}
    for place, heading in enumerate(row):
        meaning = _meaning(heading.casefold())
        if meaning is not None:
            found.setdefault(meaning, place)
    if "unit_group" not in found or any(status not in found for status in STATUSES):
        return None
    return _Columns(found.pop("unit_group"), found)


def _meaning(heading: str) -> str | None:
    """Which column a heading stands over; the first of ``_HEADINGS`` that it holds decides."""
    size = next((word for word in ("large", "small") if word in heading), None)
    for words, column in _HEADINGS:
        if words in heading:
            return column if size is None or "{size}" not in column else column.format(size=size)
    return None


def _require_unit_groups(found: list[str], expected: set[str]) -> None:
    unknown = sorted(set(found) - expected)
    if unknown:
        raise DerivationTableFault(
            "S012",
            f"{len(unknown)} unit groups are not in SOC 2020: {_some(unknown)}.",
            "Supply the table for SOC 2020; tables for SOC 2010 and SOC 2000 hold other occupations.",
        )
    missing = sorted(expected - set(found))
    if missing:
        raise DerivationTableFault(
            "S013",
            f"{len(missing)} of the {len(expected)} unit groups of SOC 2020 are missing: {_some(missing)}.",
            "Supply the whole table.",
        )
    repeated = sorted(code for code, times in Counter(found).items() if times > 1)
    if repeated:
        raise DerivationTableFault(
            "S014", f"{len(repeated)} unit groups have more than one row: {_some(repeated)}.", "Keep one row for each."
        )


def _classes(columns: _Columns, rows: list[Row], classes: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], str]]:
    for row in rows:
        for status, place in columns.statuses.items():
            cell = row[place] if place < len(row) else ""
            if cell in _NO_CLASS:
                continue
            if cell not in classes:
                raise DerivationTableFault(
                    "S015",
                    f"{cell!r}, at unit group {row[columns.unit_group]} and column {status}, is not a class of NS-SEC.",
                    "Use 1, 1.1, 1.2 and 2 to 8, or operational categories with their L, as in L3.1: without it, "
                    "3 could be a class or a category.",
                )
            yield (row[columns.unit_group], status), classes[cell]


def _some(codes: list[str]) -> str:
    rest = len(codes) - _SHOWN
    return ", ".join(codes[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")
