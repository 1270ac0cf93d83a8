"""How to read the report: what an interval, a base, a benchmark and a withheld figure are."""

from footing.reporting.model import Section, Term, Terms
from footing.reporting.sections.material import Material
from footing.standards import DisclosurePolicy
from footing.tables.figures import NOT_APPLICABLE, WITHHELD


def reading_section(material: Material) -> Section:
    """What a reader needs to know before the first figure."""
    manifest = material.assessment.manifest
    policy = material.catalogue.policy(manifest.policy, manifest.as_at)
    terms = (
        Term("Share", "A percentage of the base: the people whose answer can be placed in a group."),
        Term("Base", "How many people a figure rests on. The fewer they are, the less a figure says."),
        Term(
            "95% interval",
            "How far chance alone could have moved a figure. Two figures whose intervals overlap may be the same. "
            "It says nothing about people who did not answer.",
        ),
        Term("Benchmark", "A published figure for a wider population, by the same definition. It is not a target."),
        Term(f"{WITHHELD} withheld", _withheld(policy)),
        Term(NOT_APPLICABLE, "There is no such figure, for example a share of nobody."),
    )
    return Section("reading", "How to read this report", (Terms(terms),))


def _withheld(policy: DisclosurePolicy) -> str:
    """What the policy keeps back, in words."""
    if policy.rounding.method == "nearest":
        return (
            f"Kept back to protect people. Counts are rounded to the nearest {policy.rounding.base}, "
            "so parts may not add up to their total."
        )
    if policy.rounding.method == "controlled":
        return (
            f"Kept back to protect people. Counts are rounded up or down to a multiple of {policy.rounding.base}, "
            "so that parts add up to their total."
        )
    return (
        f"Kept back to protect people: the figure rests on fewer than {policy.counts.threshold}, or would let somebody "
        "work out one that does. It is not nought, and no other page or file shows it."
    )
