"""``csv-metadata.json``: what each CSV file and each of its columns means, by the CSV on the Web vocabulary."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from footing.assessment import Manifest
from footing.provenance import Citation
from footing.reporting.definitions import benchmark_of, definition_of
from footing.reporting.publication import Publication, told_in_lines
from footing.standards import Catalogue, MeasureDefinition
from footing.tables import Dimension, ReleasableTable, Status
from footing.tables.figures import NOT_APPLICABLE, WITHHELD

METADATA = "csv-metadata.json"
"""The name under which tools look for the metadata of all CSV files in a folder."""

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column that every table ends with. Those in the table's unit take it from there."""

    name: str
    title: str
    datatype: str | JsonObject
    description: str
    in_unit: bool = False


FIGURES = (
    FigureColumn("value", "Value", "decimal", "The figure, protected.", in_unit=True),
    FigureColumn("lower", "Lower limit", "decimal", "Lower end of the 95% interval.", in_unit=True),
    FigureColumn("upper", "Upper limit", "decimal", "Upper end of the 95% interval.", in_unit=True),
    FigureColumn("base", "Base", "integer", "How many people the figure rests on."),
    FigureColumn(
        "status",
        "Status",
        {"base": "string", "format": "|".join(Status)},
        "Whether the figure may be seen, and if not, how it is kept back.",
    ),
    FigureColumn("reason", "Reason", "string", "Why the figure is kept back; blank where it is shown."),
)


def csv_metadata(
    tables: Sequence[ReleasableTable],
    names: Mapping[str, str],
    manifest: Manifest,
    catalogue: Catalogue,
    publication: Publication,
) -> bytes:
    """The metadata of all tables; ``names`` gives the file name of each table id."""
    document = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": "Social mobility tables" + (f" of {manifest.organisation}" if manifest.organisation else ""),
        "dc:issued": {"@value": manifest.as_at.isoformat(), "@type": "xsd:date"},
        "dc:creator": f"Footing {manifest.footing_version}",
        "dc:rights": "The figures belong to the organisation that they are about.",
        "rdfs:comment": list(told_in_lines(publication)),
        "tables": [_table(table, names[table.id], manifest, catalogue) for table in tables],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _table(table: ReleasableTable, name: str, manifest: Manifest, catalogue: Catalogue) -> JsonObject:
    benchmark, definition = benchmark_of(table, catalogue), definition_of(table, catalogue)
    digests = [f"{each.name} (SHA-256 {each.sha256})" for each in manifest.inputs]
    variables = [dimension.variable for dimension in table.dimensions]
    return {
        "url": name,
        "dc:identifier": table.id,
        "dc:title": table.title,
        "dc:description": _definition(definition) if definition else table.title,
        "dc:temporal": manifest.snapshot_date.isoformat(),
        "dc:source": digests + ([_cited(benchmark.source)] if benchmark else []),
        "dc:license": benchmark.source.licence if benchmark else "Not stated by the organisation",
        "schema:unitText": table.unit,
        "notes": [{"note": note} for note in table.notes],
        "tableSchema": {
            "columns": [column for each in table.dimensions for column in _names(each)]
            + [_figure(each, table.unit) for each in FIGURES],
            "primaryKey": variables,
        },
    }


def _definition(measure: MeasureDefinition) -> str:
    ratio = f" Out of: {measure.denominator}." if measure.denominator else ""
    return f"{measure.title}. Counted: {measure.numerator}.{ratio}"


def _cited(source: Citation) -> str:
    return ", ".join(part for part in (source.publisher, source.title, source.published, source.url) if part)


def _names(dimension: Dimension) -> list[JsonObject]:
    return [
        {
            "name": dimension.variable,
            "titles": [dimension.variable],
            "dc:title": f"{dimension.title} (code)",
            "datatype": "string",
            "required": True,
        },
        {
            "name": f"{dimension.variable}_label",
            "titles": [f"{dimension.variable}_label"],
            "dc:title": dimension.title,
            "datatype": "string",
        },
    ]


def _figure(column: FigureColumn, unit: str) -> JsonObject:
    described: JsonObject = {
        "name": column.name,
        "titles": [column.name],
        "dc:title": column.title,
        "dc:description": column.description,
        "datatype": column.datatype,
    }
    if column.in_unit:
        described["schema:unitText"] = unit
    if column.datatype in ("decimal", "integer"):
        described["null"] = [WITHHELD, NOT_APPLICABLE]
    return described
