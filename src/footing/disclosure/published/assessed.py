"""The tables of a finished assessment, read again from ``assessment.json`` as anybody could."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil, floor
from pathlib import Path
from typing import Any

from footing.disclosure.published.outside import PublishedCounts
from footing.disclosure.tabulating import DesignFault
from footing.standards import Catalogue
from footing.tables import TOTAL, Coordinate, Hierarchy, coordinate, units

ASSESSMENT_NAME = "assessment.json"


@dataclass(slots=True)
class _Collected:
    """What the tables of one population print so far."""

    printed: dict[Coordinate, int | None] = field(default_factory=dict)
    between: dict[Coordinate, tuple[int, int]] = field(default_factory=dict)


def assessed_tables(folder: Path, catalogue: Catalogue) -> tuple[tuple[PublishedCounts, ...], str]:
    """What the assessment in a folder prints of each population, and the id of its policy.

    Counts come from the tables of people; a share is turned back into the counts that it was worked out from, and the
    base beside any figure is a count. Raises ``DesignFault`` for a file that is not an assessment.
    """
    try:
        document = json.loads((folder / ASSESSMENT_NAME).read_text(encoding="utf-8"))
        manifest, tables = document["manifest"], document["tables"]
        hierarchies = _hierarchies(manifest["classifications"], catalogue)
        collected: dict[str, _Collected] = {}
        for table in tables:
            if table["unit"] == units.PEOPLE:
                _take_counts(table, collected.setdefault(table["population"], _Collected()))
        for table in tables:
            if table["unit"] in (units.PERCENT, units.PERCENTAGE_POINTS):
                _take_shares(table, collected.setdefault(table["population"], _Collected()), hierarchies, catalogue)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DesignFault("T015", f"{folder / ASSESSMENT_NAME} cannot be read as an assessment.") from error
    published = tuple(
        PublishedCounts(name, each.printed, hierarchies, each.between) for name, each in collected.items()
    )
    return published, manifest["policy"]


def _hierarchies(classifications: Iterable[str], catalogue: Catalogue) -> dict[str, Hierarchy]:
    each = (catalogue.classification(name).hierarchy() for name in classifications)
    return {hierarchy.variable: hierarchy for hierarchy in each}


def _take_counts(table: Mapping[str, Any], collected: _Collected) -> None:
    for row in table["rows"]:
        cell = coordinate(**row["dimensions"])
        count = None if row["value"] is None else int(row["value"])
        collected.printed[cell] = collected.printed.get(cell) if count is None else count


def _take_shares(
    table: Mapping[str, Any], collected: _Collected, hierarchies: Mapping[str, Hierarchy], catalogue: Catalogue
) -> None:
    """Add the base of each shown share, and what the share says of its part."""
    shown = [row for row in table["rows"] if row["value"] is not None]
    question = next((each["variable"] for each in table["dimensions"] if each["variable"] in hierarchies), None)
    if question is None or not shown:
        return
    step = _base_of(shown, question, hierarchies[question], collected)
    added = catalogue.benchmark(table["benchmark"]).values if table["benchmark"] else {}
    for row in shown:
        named = row["dimensions"]
        collected.printed[coordinate(**{**named, question: step[named[question]]})] = row["base"]
        percent = row["value"] + float(added.get(named[question], 0))
        half = 0.5 * 10.0 ** -units.DECIMALS[table["unit"]]
        lowest = ceil((percent - half) / 100 * row["base"] - 1e-9)
        highest = floor((percent + half) / 100 * row["base"] + 1e-9)
        part = coordinate(**named)
        if collected.printed.setdefault(part, None) is None:
            collected.between[part] = (max(lowest, 0), highest)


def _base_of(
    rows: list[Mapping[str, Any]], question: str, hierarchy: Hierarchy, collected: _Collected
) -> dict[str, str]:
    """What each code's shares are shares of: of the groups above it, the one whose printed counts are the bases."""
    above: dict[str, str] = {}
    for code in {row["dimensions"][question] for row in rows}:
        mine = [row for row in rows if row["dimensions"][question] == code]
        candidates = list(_upwards(code, hierarchy))
        above[code] = max(
            candidates, key=lambda each: (_agreement(mine, question, each, collected), -candidates.index(each))
        )
    return above


def _upwards(code: str, hierarchy: Hierarchy) -> Iterator[str]:
    while code != TOTAL:
        code = hierarchy.parent(code) or TOTAL
        yield code


def _agreement(rows: Iterable[Mapping[str, Any]], question: str, code: str, collected: _Collected) -> int:
    """How many bases are the printed count of this group, less how many are not."""
    printed = [
        (collected.printed.get(coordinate(**{**row["dimensions"], question: code})), row["base"]) for row in rows
    ]
    return sum((count == base) - (count is not None and count != base) for count, base in printed)
