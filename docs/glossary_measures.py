"""The part of the glossary that is made from the definitions of measures."""

from pathlib import Path

from footing.standards import Catalogue, MeasureDefinition

HEADING = "## Measures"
ABOUT = (
    "Generated from the definitions of the measures: `make docs`. "
    "How each is worked out is in [Measures](docs/reference/measures.md)."
)
HEADINGS = ("| Word | Meaning | Avoid | In the code |", "|---|---|---|---|")


def glossary(page: Path, catalogue: Catalogue) -> str:
    """The glossary as it stands, with its measures written again; those that it already tells of are left to it."""
    written = page.read_text(encoding="utf-8").split(HEADING)[0].rstrip()
    told = {line.split("|")[1].strip() for line in written.splitlines() if line.startswith("| ")}
    measures = sorted(catalogue.measures, key=lambda each: each.title.casefold())
    rows = [_row(measure) for measure in measures if measure.title not in told]
    return "\n".join([written, "", HEADING, "", ABOUT, "", *HEADINGS, *rows, ""])


def _row(measure: MeasureDefinition) -> str:
    meaning = (
        measure.numerator if measure.denominator is None else f"{measure.numerator}, out of: {measure.denominator}"
    )
    return f"| {measure.title} | {_plain(meaning)} | | `{measure.id}` |"


def _plain(text: str) -> str:
    return " ".join(text.replace("|", "/").split())
