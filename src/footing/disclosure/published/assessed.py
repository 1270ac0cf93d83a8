"""The tables of a finished assessment, read again from ``assessment.json`` as anybody could."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path
from typing import Any

from footing.disclosure.published.outside import PublishedCounts
from footing.disclosure.tabulating import DesignFault
from footing.standards import Catalogue
from footing.tables import TOTAL, Coordinate, Hierarchy, units

ASSESSMENT_NAME = "assessment.json"


@dataclass(frozen=True, slots=True)
class _Population:
    """The groups of one population in the order of the file, what is printed of each, and how categories add up.

    ``listed`` are those that have a row of their own in a table of counts.
    """

    cells: tuple[Coordinate, ...]
    hierarchies: Mapping[str, Hierarchy]
    printed: dict[Coordinate, int | None]
    between: dict[Coordinate, tuple[int, int]]
    listed: set[Coordinate]

    def resting_on(self, row: Mapping[str, Any]) -> list[Coordinate]:
        """The groups that a row's figure rests on, that of its base first."""
        return [self.cells[place] for place in row["rests_on"]]


def assessed_tables(folder: Path, catalogue: Catalogue) -> tuple[tuple[PublishedCounts, ...], str]:
    """What the assessment in a folder prints of each population, and the id of its policy. Raises ``DesignFault``."""
    path = folder / ASSESSMENT_NAME
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise _unreadable(str(path)) from error
    return tables_in_assessment(text, str(path), catalogue)


def tables_in_assessment(text: str, name: str, catalogue: Catalogue) -> tuple[tuple[PublishedCounts, ...], str]:
    """The same of the text of an assessment; ``name`` says in a message which it is.

    Every row says which groups it rests on: a count is the count of its group, the base beside any figure is a count,
    and a share is turned back into the count that it was worked out from. Raises ``DesignFault`` for a file that is not
    an assessment.
    """
    try:
        document = json.loads(text)
        populations = {each["name"]: _population(each) for each in document["populations"]}
        for table in document["tables"]:
            _take_bases(table, populations[table["population"]])
        for table in document["tables"]:
            if table["unit"] in (units.PERCENT, units.PERCENTAGE_POINTS):
                _take_shares(table, populations[table["population"]], catalogue)
        policy_id = document["manifest"]["policy"]
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise _unreadable(name) from error
    published = (
        PublishedCounts(name, each.printed, each.hierarchies, each.between, frozenset(each.cells) - each.listed)
        for name, each in populations.items()
    )
    return tuple(published), policy_id


def _unreadable(name: str) -> DesignFault:
    return DesignFault("T015", f"{name} cannot be read as an assessment.")


def _population(content: Mapping[str, Any]) -> _Population:
    cells = tuple(tuple(sorted(each["group"].items())) for each in content["cells"])
    printed = {cell: each["count"] for cell, each in zip(cells, content["cells"], strict=True)}
    hierarchies = {
        f"{number:04}": Hierarchy(each["variable"], each["parents"])
        for number, each in enumerate(content["hierarchies"])
    }
    return _Population(cells, hierarchies, printed, {}, set())


def _take_bases(table: Mapping[str, Any], population: _Population) -> None:
    """Every figure is shown beside the number of people in the first group that it rests on; a count is that number."""
    for row in table["rows"]:
        groups = population.resting_on(row)
        if row["base"] is not None:
            population.printed[groups[0]] = int(row["base"])
        if table["unit"] in units.COUNTS and len(groups) == 1:
            population.listed.add(groups[0])
            if row["value"] is not None:
                population.printed[groups[0]] = int(row["value"])


def _take_shares(table: Mapping[str, Any], population: _Population, catalogue: Catalogue) -> None:
    """Add what each shown share says of its part, where nothing else gives the part's count."""
    added = catalogue.benchmark(table["benchmark"]).values if table["benchmark"] else {}
    half = 0.5 * 10.0 ** -units.DECIMALS[table["unit"]]
    for row in table["rows"]:
        groups = population.resting_on(row)
        if row["value"] is None or len(groups) != 2 or not _is_part(groups[1], groups[0], population):
            continue
        base, part = int(row["base"]), groups[1]
        percent = row["value"] + _compared_with(row["dimensions"].values(), added)
        lowest = ceil((percent - half) / 100 * base - 1e-9)
        highest = floor((percent + half) / 100 * base + 1e-9)
        if population.printed[part] is None:
            population.between[part] = (max(lowest, 0), highest)


def _compared_with(codes: Iterable[str], benchmark: Mapping[str, float]) -> float:
    """The benchmark that a difference was taken from; nothing where it is no difference."""
    return next((float(benchmark[code]) for code in codes if code in benchmark), 0.0)


def _is_part(part: Coordinate, whole: Coordinate, population: _Population) -> bool:
    """Whether everybody in one group is in the other, by its categories and those above them."""
    named = dict(part)
    return all(code in _upwards(variable, named.get(variable, TOTAL), population) for variable, code in whole)


def _upwards(variable: str, code: str, population: _Population) -> set[str]:
    found = {code}
    for hierarchy in population.hierarchies.values():
        above = code if hierarchy.variable == variable else TOTAL
        while above != TOTAL:
            found.add(above)
            above = hierarchy.parents.get(above, TOTAL)
    return found
