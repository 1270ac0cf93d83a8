"""Statements about outreach: whether it reaches those it is meant for, and whether these go on to apply as often."""

from collections.abc import Iterator

from footing.assessment.findings.contrast import Telling
from footing.assessment.findings.difference import difference_verdict
from footing.assessment.findings.figures import Figures
from footing.assessment.findings.told import contrast_between, one_finding, said
from footing.measures.intervals import share_difference
from footing.measures.outreach.criteria import ANY_CRITERION, CRITERIA, MET, MISSED, Criterion
from footing.standards import Catalogue
from footing.tables import TOTAL
from footing.tables.figures import reader_text
from footing.tables.units import PERCENT
from footing.tables.words import counted, in_a_sentence

REACHED, CONVERTED = "outreach_eligible_share", "outreach_conversion_rate"
APPLIED = "reached_application"


def outreach(figures: Figures, catalogue: Catalogue) -> Iterator[Telling]:
    """How many meet a criterion, and who of them applied, criterion by criterion."""
    yield from _reached(figures, catalogue)
    for criterion in CRITERIA:
        yield from _applied(figures, criterion, catalogue)


def _reached(figures: Figures, catalogue: Catalogue) -> Iterator[Telling]:
    table = "outreach.criteria.share"
    keys = ((TOTAL, ANY_CRITERION), (ANY_CRITERION,))
    share = next((seen for key in keys if (seen := figures.seen(table, *key))), None)
    if share is not None and share.row.base is not None:
        people = counted(share.row.base, "person", "people")
        statement = (
            f"{reader_text(share.value, PERCENT)} of the {people} who took part in outreach meet at least one of the "
            "criteria that it is meant for."
        )
        yield said(
            f"{table}.{ANY_CRITERION}",
            REACHED,
            statement,
            size=share.value,
            evidence=[share.evidence],
            catalogue=catalogue,
        )


def _applied(figures: Figures, criterion: Criterion, catalogue: Catalogue) -> Iterator[Telling]:
    """Those who meet a criterion beside those who do not."""
    table = f"outreach.conversion.by_{criterion.variable}"
    met, missed = (figures.seen(f"{table}.share", code, APPLIED) for code in (MET, MISSED))
    counts = [figures.seen(table, code, step) for code in (MET, MISSED) for step in (APPLIED, TOTAL)]
    if met is None or missed is None or any(count is None for count in counts):
        return
    gap = share_difference(*(round(count.value) for count in counts if count is not None))
    contrast = contrast_between(f"{table}.{APPLIED}", CONVERTED, met, missed, gap, relative=True)
    if contrast is None:
        return
    ends = f"{reader_text(met.value, PERCENT)} of these and {reader_text(missed.value, PERCENT)} of the others applied"
    opening = f"Of those who took part, “{in_a_sentence(criterion.title)}”: {ends}"
    yield one_finding(contrast, lambda judged: f"{opening}, {difference_verdict(judged)}", catalogue, main=True)
