"""The page of benchmarks."""

from footing.standards.benchmarks import Benchmark
from footing.standards.catalogue import Catalogue
from footing.standards.pages.markdown import bullets, code, page, provenance, table

INTRODUCTION = (
    "Published figures to compare with. A benchmark is compared only with figures of its own definition; anything else "
    "is refused. Regions are indicative only and must not be ranked."
)
SCOPES = {
    "national": "National",
    "sector": "Sectors",
    "occupation": "Occupations",
    "grade": "Grades",
    "employer": "Employers",
    "target": "Targets",
    "region": "Regions",
}


def benchmark_page(catalogue: Catalogue) -> str:
    """Every benchmark by scope: national ones in full, the others too, and regions as one table."""
    parts = []
    for scope, title in SCOPES.items():
        entries = [each for each in catalogue.benchmarks.every_version() if each.scope == scope]
        parts.append(f"## {title}")
        parts.append(_overview(entries))
        parts.extend(_benchmark(each) for each in entries if each.place is None)
        placed = [each for each in entries if each.place is not None]
        if placed:
            parts.extend(("### All regions", _shared(placed[0])))
    return page("Benchmarks", INTRODUCTION, *parts)


def _overview(entries: list[Benchmark]) -> str:
    rows = (
        (code(each.id), each.title, _values(each), each.year, code(each.definition), each.status) for each in entries
    )
    return table(("Id", "Benchmark", "Per cent", "Year", "Definition", "Status"), rows)


def _benchmark(each: Benchmark) -> str:
    return "\n\n".join((f"### {each.title}", bullets((f"Id: {code(each.id)}", *_facts(each))), provenance(each)))


def _facts(each: Benchmark) -> list[str]:
    facts = [f"Per cent: {_values(each)}", f"Year: {each.year}", f"Definition: {code(each.definition)}"]
    facts += [f"Population: {each.population}", f"Base: {each.base}"]
    if each.people is not None:
        facts.append(f"People behind it: {each.people:,}")
    if each.derived_groups:
        facts.append(f"Worked out, not published: {', '.join(map(code, each.derived_groups))}")
    if each.superseded_by is not None:
        facts.append(f"**Superseded** by {code(each.superseded_by)}")
    return [*facts, *(f"Caution: {caveat}" for caveat in each.caveats)]


def _shared(each: Benchmark) -> str:
    """What all the entries of one file say alike."""
    cautions = [f"Caution: {caveat}" for caveat in each.caveats]
    return "\n\n".join((bullets((f"Base: {each.base}", *cautions)), provenance(each)))


def _values(each: Benchmark) -> str:
    return ", ".join(f"{group} {value:g}" for group, value in each.values.items())
