"""Why a figure is kept back, in words that do not say which rule kept it back.

A reader who could tell a small count from one that is only kept back to protect it would know that it is small. So
every count has the same reason, and every figure that rests on counts has another.
"""

from footing.standards import DisclosurePolicy
from footing.tables import units
from footing.tables.raw import FromCounts, FromValues, RawTable

NOBODY = "Not applicable: there is nobody to work it out from."
TOO_FEW = "Not applicable: too few people, or too few events, to work it out from."


def withheld_reason(table: RawTable, figure: FromCounts | FromValues, policy: DisclosurePolicy) -> str:
    """The reason for one withheld row."""
    threshold = policy.counts.threshold
    if table.unit in units.COUNTS:
        same = policy.counts.group_disclosure == "withheld"
        told = " or that everybody in a group is in one part of it" if same else ""
        return (
            f"Withheld: this count is under {threshold}, "
            f"or with the other figures shown it would give away one that is{told}."
        )
    if isinstance(figure, FromCounts):
        return f"Withheld: it rests on a count that is withheld to protect groups under {threshold}."
    fewest = policy.averages.minimum_for([variable for cell in (*figure.cells, figure.base) for variable, _ in cell])
    return (
        f"Withheld: it rests on fewer than {fewest} people, on a few people who make up most of it, or on a count that "
        f"is withheld, or it would give away a figure that does."
    )
