"""How each figure is worked out, from which sources, and the record by which it can be traced and made again."""

from collections.abc import Iterable, Iterator

from footing.provenance import Citation
from footing.reporting.definitions import benchmark_of, definition_of
from footing.reporting.model import Cell, DataTable, Fold, Link, Paragraph, Row, RowGroup, Section, Term, Terms
from footing.reporting.sections.material import Material
from footing.standards import MeasureDefinition
from footing.standards.entry import Entry
from footing.tables.words import long_date, slug


def methods_section(material: Material) -> Section:
    """The definition of every measure in the report."""
    tables = material.assessment.tables
    definitions = dict.fromkeys(definition_of(table, material.catalogue) for table in tables)
    parts = tuple(_method(each) for each in definitions if each is not None)
    nothing = () if parts else (Paragraph("No figure is reported, so there is nothing to define."),)
    return Section("methods", "How this is worked out", nothing, parts)


def _method(measure: MeasureDefinition) -> Section:
    terms = (
        ("Counted", measure.numerator),
        ("Out of", measure.denominator),
        ("Interval", measure.interval),
        ("Why it matters", measure.why),
        ("Keep in mind", " ".join(measure.caveats)),
        ("Standing", _standing(measure)),
    )
    known = tuple(Term(name, meaning) for name, meaning in terms if meaning)
    return Section(method_anchor(measure), measure.title, (Terms(known),))


def method_anchor(measure: MeasureDefinition) -> str:
    """The place in the report that says how a measure is worked out."""
    return f"method-{slug(measure.id)}"


def _standing(entry: Entry) -> str:
    said = {
        "official": "As published by",
        "derived": "Worked out from what was published by",
        "assumption": "Our own assumption; nearest source:",
    }
    return f"{said[entry.status]} {entry.source.publisher}, {entry.source.title} ({entry.source.published})."


def sources_section(material: Material) -> Section:
    """Every source that figures, wordings and rules come from, with its licence, once."""
    sources: dict[tuple[str, str], Citation] = {}
    for entry in _entries(material):
        sources.setdefault((entry.source.publisher, entry.source.title), entry.source)
    terms = tuple(_source(sources[key]) for key in sorted(sources))
    own = Paragraph("The figures about the organisation are its own. The sources below are those of others.")
    return Section("sources", "Sources and licences", (own, Terms(terms)))


def _entries(material: Material) -> Iterator[Entry]:
    manifest, catalogue = material.assessment.manifest, material.catalogue
    yield from (catalogue.question(each) for each in manifest.questions)
    yield from (catalogue.classification(each) for each in manifest.classifications)
    yield from (catalogue.benchmark(each) for each in manifest.benchmarks)
    yield from _known(benchmark_of(table, catalogue) for table in material.assessment.tables)
    yield from _known(definition_of(table, catalogue) for table in material.assessment.tables)
    yield catalogue.policy(manifest.policy, manifest.as_at)


def _known(entries: Iterable[Entry | None]) -> Iterator[Entry]:
    return (entry for entry in entries if entry is not None)


def _source(citation: Citation) -> Term:
    link = Link("Read it at the publisher", citation.url) if citation.url else None
    return Term(f"{citation.publisher}, {citation.published}", f"{citation.title}. {citation.licence}.", link)


def record_section(material: Material) -> Section:
    """The manifest: what went in and which rules were followed, and which rule made which table."""
    said = Paragraph(
        "The same input, rules and version give the same figures. Whoever holds the extract can check that it is the "
        "one used here by its digest."
    )
    return Section("record", "Where these numbers come from", (said, Terms(tuple(_record(material))), _rules(material)))


def _record(material: Material) -> Iterator[Term]:
    manifest = material.assessment.manifest
    yield Term("People as at", long_date(manifest.snapshot_date))
    yield Term("Rules in force on", long_date(manifest.as_at))
    for each in manifest.inputs:
        yield Term(f"Input {each.name}", f"{each.rows:,} rows, SHA-256 {each.sha256}")
    yield Term("Column mapping", f"SHA-256 {manifest.mapping_sha256}")
    yield Term("Disclosure policy", manifest.policy)
    yield Term("Questions", ", ".join(manifest.questions) or "None")
    yield Term("Classifications", ", ".join(manifest.classifications) or "None")
    yield Term("Benchmarks", ", ".join(manifest.benchmarks) or "None")
    yield Term("Version", f"Footing {manifest.footing_version}, engine {manifest.engine}, seed {manifest.seed}")


def _rules(material: Material) -> Fold:
    rows = tuple(
        Row((table.id,), tuple(Cell(text, words=True) for text in (table.measure, table.unit, table.population)))
        for table in sorted(material.assessment.tables, key=lambda table: table.id)
    )
    table = DataTable(
        id="table-record",
        caption="The rule behind each table",
        headings=("Table",),
        columns=("Measure", "Unit", "Of whom"),
        groups=(RowGroup(None, rows),),
    )
    return Fold(f"{table.id}-folded", table.caption, (table,))
