"""The page of measures, by the stage of the journey that they speak of."""

from footing.standards.catalogue import Catalogue
from footing.standards.measure_definitions import MeasureDefinition
from footing.standards.pages.markdown import bullets, code, page, provenance

INTRODUCTION = (
    "What each figure is, why it matters and what it needs. A measure whose fields are missing is reported so."
)


def measure_page(catalogue: Catalogue) -> str:
    """Every measure, under the stages in their order; stages without a measure are named too."""
    parts = []
    for stage in sorted(catalogue.stages, key=lambda each: each.order):
        measures = [each for each in catalogue.measures if each.journey_stage == stage.id]
        parts += [f"## {stage.title}", stage.meaning, *(_measure(each) for each in measures)]
    return page("Measures", INTRODUCTION, *parts)


def _measure(each: MeasureDefinition) -> str:
    facts = [f"Id: {code(each.id)}", f"Numerator: {each.numerator}"]
    if each.denominator is not None:
        facts.append(f"Denominator: {each.denominator}")
    facts.append(f"Unit: {each.unit}")
    if each.interval is not None:
        facts.append(f"Uncertainty: {each.interval}")
    facts.append(f"Needs: {', '.join(map(code, each.needs))}")
    facts += [f"Caution: {caveat}" for caveat in each.caveats]
    return "\n\n".join((f"### {each.title}", each.why, bullets(facts), provenance(each)))
