"""``assessment.json``: everything an assessment says, for machines.

Its schema is ``docs/reference/assessment.schema.json``. The same assessment gives the same bytes: tables are in the
order of their ids, rows in the order of their table, and every figure has the decimals of its unit.
"""

import json
from collections.abc import Mapping
from typing import Any

from footing.assessment import Assessment, Finding, Manifest, NotMeasured, Protection
from footing.disclosure import PrintedPopulation
from footing.reporting.publication import UNSAID, Publication
from footing.tables import Coordinate, Dimension, ReleasableRow, ReleasableTable
from footing.tables.figures import published
from footing.tables.units import PERCENTAGE_POINTS

SCHEMA = "urn:footing:schema:assessment:1"
JsonObject = dict[str, Any]
ROW_DEPTH = 4
"""A row is in the list of rows, which is in a table, which is in the list of tables, which is in the document."""
_ON_ONE_LINE = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def assessment_json(assessment: Assessment, publication: Publication = UNSAID) -> bytes:
    """The whole file: UTF-8, with every row on a line of its own, ending in a line break."""
    tables = sorted(assessment.tables, key=lambda table: table.id)
    places = {each.name: {cell: place for place, cell in enumerate(each.counts)} for each in assessment.printed}
    units = {table.id: table.unit for table in tables}
    document = {
        "schema": SCHEMA,
        "manifest": _manifest(assessment.manifest),
        "tables": [_table(table, places.get(table.population, {})) for table in tables],
        "populations": [_population(each) for each in assessment.printed],
        "findings": [_finding(finding, units) for finding in assessment.findings],
        "not_measured": [_not_measured(item) for item in assessment.not_measured],
        "protection": [_protection(item) for item in assessment.protection],
        "publication": _publication(publication),
        "left_out": [{"table": each.table, "title": each.title} for each in assessment.left_out],
    }
    return f"{_laid_out(document, ROW_DEPTH)}\n".encode()


def _laid_out(value: object, depth: int) -> str:
    """What holds rows is spread over lines, down to the rows; each of them is one line."""
    if not depth or not isinstance(value, dict | list) or not value:
        return _ON_ONE_LINE.encode(value)
    if isinstance(value, list):
        return "[\n" + ",\n".join(_laid_out(each, depth - 1) for each in value) + "\n]"
    parts = (f"{_ON_ONE_LINE.encode(name)}: {_laid_out(each, depth - 1)}" for name, each in value.items())
    return "{\n" + ",\n".join(parts) + "\n}"


def _publication(publication: Publication) -> JsonObject:
    corrections = [{"date": each.date.isoformat(), "said": each.said} for each in publication.corrections]
    return {"contact": publication.contact, "corrections": corrections}


def _manifest(manifest: Manifest) -> JsonObject:
    return {
        "footing_version": manifest.footing_version,
        "organisation": manifest.organisation,
        "as_at": manifest.as_at.isoformat(),
        "snapshot_date": manifest.snapshot_date.isoformat(),
        "inputs": [{"name": each.name, "sha256": each.sha256, "rows": each.rows} for each in manifest.inputs],
        "mapping_sha256": manifest.mapping_sha256,
        "policy": manifest.policy,
        "benchmarks": list(manifest.benchmarks),
        "questions": list(manifest.questions),
        "classifications": list(manifest.classifications),
        "measures": list(manifest.measures),
        "engine": manifest.engine,
        "seed": manifest.seed,
        "people": manifest.people,
    }


def _population(population: PrintedPopulation) -> JsonObject:
    return {
        "name": population.name,
        "hierarchies": [
            {"variable": each.variable, "parents": dict(sorted(each.parents.items()))}
            for _, each in sorted(population.hierarchies.items())
        ],
        "cells": [{"group": dict(cell), "count": count} for cell, count in population.counts.items()],
    }


def _table(table: ReleasableTable, places: Mapping[Coordinate, int]) -> JsonObject:
    return {
        "id": table.id,
        "measure": table.measure,
        "title": table.title,
        "unit": table.unit,
        "population": table.population,
        "benchmark": table.benchmark,
        "notes": list(table.notes),
        "dimensions": [_dimension(dimension) for dimension in table.dimensions],
        "rows": [_row(row, table, places) for row in table.rows],
    }


def _dimension(dimension: Dimension) -> JsonObject:
    return {
        "variable": dimension.variable,
        "title": dimension.title,
        "categories": [{"code": each.code, "label": each.label} for each in dimension.categories],
    }


def _row(row: ReleasableRow, table: ReleasableTable, places: Mapping[Coordinate, int]) -> JsonObject:
    variables = (dimension.variable for dimension in table.dimensions)
    return {
        "dimensions": dict(zip(variables, row.key, strict=True)),
        "value": published(row.value, table.unit),
        "lower": published(row.lower, table.unit),
        "upper": published(row.upper, table.unit),
        "base": row.base,
        "status": row.status.value,
        "reason": row.reason,
        "rests_on": [places[cell] for cell in row.rests_on if cell in places],
    }


def _finding(finding: Finding, units: dict[str, str]) -> JsonObject:
    unit = units[finding.tables[0]] if finding.tables else PERCENTAGE_POINTS
    return {
        "id": finding.id,
        "measure": finding.measure,
        "journey_stage": finding.journey_stage,
        "direction": finding.direction.value,
        "statement": finding.statement,
        "size": published(finding.size, unit),
        "false_finding_rate": None if finding.false_finding_rate is None else round(finding.false_finding_rate, 4),
        "tables": list(finding.tables),
        "evidence": [{"table": each.table, "key": list(each.key)} for each in finding.evidence],
    }


def _not_measured(item: NotMeasured) -> JsonObject:
    return {"measure": item.measure, "title": item.title, "needs": list(item.needs), "words": item.words}


def _protection(item: Protection) -> JsonObject:
    return {
        "population": item.population,
        "policy": item.policy,
        "cells": item.cells,
        "withheld": item.withheld,
        "narrowest_range": item.narrowest_range,
        "method": item.method,
        "solver": item.solver,
        "limits": list(item.limits),
    }
