"""Statements about two groups of which different shares are something: paid a bonus, still on probation, referred."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footing.assessment.findings.contrast import Contrast, Judged, Telling
from footing.assessment.findings.difference import difference_verdict, people_of
from footing.assessment.findings.figures import Figure, Figures
from footing.assessment.findings.told import clear_ones, contrast_between, one_finding
from footing.measures.intervals import difference_of_shares
from footing.measures.staff import KEY_QUESTION
from footing.standards import Catalogue, Classification
from footing.tables import TOTAL, Dimension, Estimate
from footing.tables.figures import reader_text
from footing.tables.units import PERCENT
from footing.tables.words import in_a_sentence, listed
from footing.workforce.workforce import NOT_RECORDED


@dataclass(frozen=True, slots=True)
class SharesLine:
    """A table of shares by background, with the words for what they are shares of."""

    measure: str
    table: str
    words: str


ALONE = (
    SharesLine("pay_bonus_proportion", "pay_gap.{question}.bonus_proportion", "{share} were paid a bonus"),
    SharesLine(
        "promotion_temporary_share",
        "progression.{question}.temporary",
        "{share} of their promotions were for a while only, such as acting up",
    ),
)
"""One share of each group."""

BY_CATEGORY = (
    SharesLine("hiring_source_share", "hiring.{question}.by_source.share", "where applications come from"),
    SharesLine("induction_probation", "induction.{question}.probation_outcome", "how probation ended"),
    SharesLine("induction_items", "induction.{question}.induction_items", "how much of the induction was completed"),
)
"""The shares of each of several outcomes, by group."""


def shares(figures: Figures, classification: Classification, catalogue: Catalogue) -> Iterator[Telling]:
    """The headline comparison of every such table: the last group of the base with the first."""
    for line in ALONE:
        yield from _alone(figures, line, classification, catalogue)
    for line in BY_CATEGORY:
        yield from _by_category(figures, line, classification, catalogue)


def _alone(
    figures: Figures, line: SharesLine, classification: Classification, catalogue: Catalogue
) -> Iterator[Telling]:
    reference, *_, group = classification.base_groups
    table = line.table.format(question=classification.question)
    own, other = figures.compared(table, group.code), figures.compared(table, reference.code)
    if own is None or other is None:
        return
    contrast = _gap(own, other, line.measure)
    if contrast is None:
        return
    people, share = people_of(reference, classification.question), line.words.format(share=_percent(own))
    opening = f"{group.label}: {share}; of {people} {_percent(other)}"

    def words(judged: Judged) -> str:
        return f"{opening}, {difference_verdict(judged)}"

    yield one_finding(contrast, words, catalogue, main=classification.question == KEY_QUESTION)


def _by_category(
    figures: Figures, line: SharesLine, classification: Classification, catalogue: Catalogue
) -> Iterator[Telling]:
    reference, *_, group = classification.base_groups
    table = line.table.format(question=classification.question)
    outcomes = figures.dimension(table, 0)
    if outcomes is None:
        return
    codes = [each.code for each in outcomes.categories if each.code not in (TOTAL, NOT_RECORDED)]
    both = {
        code: (own, other)
        for code in codes
        if (own := figures.compared(table, code, group.code))
        and (other := figures.compared(table, code, reference.code))
    }
    people = people_of(reference, classification.question)

    def words(clear: Sequence[Judged]) -> str:
        named = [_outcome(both[each.contrast.evidence[0].key[0]], outcomes, people) for each in clear]
        often = "less" if clear[0].contrast.value < 0 else "more"
        return f"{group.label}, {line.words}: clearly {often} often {listed(named)}."

    contrasts = [gap for own, other in both.values() if (gap := _gap(own, other, line.measure))]
    if contrasts:
        main = classification.question == KEY_QUESTION
        yield clear_ones(f"{table}.{group.code}", contrasts, words, catalogue, main=main)


def _outcome(pair: tuple[Figure, Figure], outcomes: Dimension, people: str) -> str:
    own, other = pair
    label = in_a_sentence(outcomes.label(own.evidence.key[0]))
    return f"“{label}” ({_percent(own)}, of {people} {_percent(other)})"


def _percent(share: Figure) -> str:
    return reader_text(share.value, PERCENT)


def _gap(own: Figure, other: Figure, measure: str) -> Contrast | None:
    """A share less that of the reference, in percentage points, from the two shares as they are shown.

    Its size is that in points, not as a part of the other share: most of these shares are small, and few people are
    concerned even where one is several times the other.
    """
    apart = difference_of_shares(*(Estimate(each.value, each.row.lower, each.row.upper) for each in (own, other)))
    name = f"{own.evidence.table}.{'.'.join(own.evidence.key)}"
    return contrast_between(name, measure, own, other, apart, relative=False)
