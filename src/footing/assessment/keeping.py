"""An assessment in a store, and opened again: all that a report is made from, and nothing that it may not say."""

from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from footing.assessment.result import Assessment, Finding, LeftOut, Manifest, NotMeasured, Protection
from footing.disclosure import PrintedPopulation
from footing.disclosure.keeping import JsonObject, cell_of, keep, opened
from footing.tables import Hierarchy
from footing.tables.figures import published
from footing.tables.units import PERCENTAGE_POINTS


def kept(assessment: Assessment, key: bytes) -> bytes:
    """The assessment as it is kept, signed with ``key``; every figure with the decimals that it is published with."""
    units = {table.id: table.unit for table in assessment.tables}
    rounded = tuple(_rounded(finding, units) for finding in assessment.findings)
    beside = {
        "manifest": _adapter(Manifest).dump_python(assessment.manifest, mode="json"),
        "findings": _adapter(tuple[Finding, ...]).dump_python(rounded, mode="json"),
        "not_measured": _adapter(tuple[NotMeasured, ...]).dump_python(assessment.not_measured, mode="json"),
        "protection": _adapter(tuple[Protection, ...]).dump_python(assessment.protection, mode="json"),
        "left_out": _adapter(tuple[LeftOut, ...]).dump_python(assessment.left_out, mode="json"),
        "printed": [_printed_content(each) for each in assessment.printed],
    }
    return keep(assessment.tables, beside, key)


def reopened(content: bytes, key: bytes) -> Assessment:
    """The assessment that was kept. Raises ``NotAsReleased`` for anything else."""
    tables, beside = opened(content, key)
    return Assessment(
        manifest=_adapter(Manifest).validate_python(beside["manifest"]),
        tables=tables,
        findings=_adapter(tuple[Finding, ...]).validate_python(beside["findings"]),
        not_measured=_adapter(tuple[NotMeasured, ...]).validate_python(beside["not_measured"]),
        protection=_adapter(tuple[Protection, ...]).validate_python(beside["protection"]),
        left_out=_adapter(tuple[LeftOut, ...]).validate_python(beside["left_out"]),
        printed=tuple(_printed(each) for each in beside["printed"]),
    )


def _rounded(finding: Finding, units: dict[str, str]) -> Finding:
    """The finding without the decimals that nobody publishes; it was ranked before, and needs no weight any more."""
    unit = units[finding.tables[0]] if finding.tables else PERCENTAGE_POINTS
    rate = finding.false_finding_rate
    return replace(
        finding,
        size=published(finding.size, unit),
        weight=0.0,
        false_finding_rate=None if rate is None else round(rate, 4),
    )


def _printed_content(population: PrintedPopulation) -> JsonObject:
    return {
        "name": population.name,
        "counts": list(population.counts.items()),
        "hierarchies": [[name, each.variable, dict(each.parents)] for name, each in population.hierarchies.items()],
    }


def _printed(content: JsonObject) -> PrintedPopulation:
    return PrintedPopulation(
        content["name"],
        {cell_of(cell): count for cell, count in content["counts"]},
        {name: Hierarchy(variable, parents) for name, variable, parents in content["hierarchies"]},
    )


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
