"""Statements about how applications fare, and at which step a gap opens."""

from collections.abc import Iterator, Sequence

from footing.assessment.findings.contrast import Judged, Telling
from footing.assessment.findings.difference import interval_words, people_of, times
from footing.assessment.findings.figures import Figures
from footing.assessment.findings.told import clear_ones, contrast_of, one_finding
from footing.measures.staff import KEY_QUESTION
from footing.standards import Catalogue, Classification, Group
from footing.tables import Dimension, ReleasableTable
from footing.tables.figures import reader_text
from footing.tables.units import DAYS, RATIO
from footing.tables.words import in_a_sentence, listed

OVERALL, LATER = "application_to_offer", "hiring_days_later"
RATE, LIKE_FOR_LIKE = "hiring_relative_rate", ("hiring_like_for_like_adjusted", "hiring_like_for_like")
ENDINGS = {"hiring_like_for_like_adjusted": "adjusted", "hiring_like_for_like": "like_for_like"}


def hiring(figures: Figures, classification: Classification, catalogue: Catalogue) -> Iterator[Telling]:
    """The chance of an offer, the steps at which it differs, and whether it does within the same vacancy."""
    rates = figures.table(f"hiring.{classification.question}.relative_rate")
    sides = _sides(rates, classification) if rates else None
    if rates is None or sides is None:
        return
    group, reference = sides[0], people_of(sides[1], classification.question)
    main = classification.question == KEY_QUESTION
    overall = figures.compared(rates.id, OVERALL, group.code)
    if overall is not None:
        contrast = contrast_of(overall, RATE, no_difference=1.0)
        yield one_finding(contrast, lambda each: _overall(each, group, reference), catalogue, main=main)
    steps = [each for each in rates.dimensions[0].categories if each.code != OVERALL]
    seen = [gap for each in steps if (gap := figures.compared(rates.id, each.code, group.code))]
    if seen:
        yield clear_ones(
            f"{rates.id}.{group.code}.steps",
            [contrast_of(gap, RATE, no_difference=1.0) for gap in seen],
            lambda clear: _steps(clear, rates.dimensions[0], group, reference),
            catalogue,
            main=main,
        )
    yield from _like_for_like(figures, classification, group, reference, catalogue)
    yield from _later(figures, classification, group, reference, catalogue)


def _sides(rates: ReleasableTable, classification: Classification) -> tuple[Group, Group] | None:
    """The group that is spoken of, and the one that it is compared with: the group of the base that has no figures."""
    compared = [category.code for category in rates.dimensions[-1].categories]
    others = [group for group in classification.base_groups if group.code not in compared]
    focus = classification.focus_group.code if classification.focus_group.code in compared else compared[-1]
    return (classification.group(focus), others[0]) if len(others) == 1 else None


def _overall(judged: Judged, group: Group, reference: str) -> str:
    contrast = judged.contrast
    ratio = f"{times(contrast.value)} as likely as {reference} to be offered the job"
    verdict = ratio if judged.clear else f"no clear difference in the chance of being offered the job ({ratio})"
    return f"{group.label}: {verdict}, of all applications. {interval_words(contrast.lower, contrast.upper, RATIO)}"


def _steps(clear: Sequence[Judged], steps: Dimension, group: Group, reference: str) -> str:
    named = [
        f"{in_a_sentence(steps.label(each.contrast.evidence[0].key[0]))} ({times(each.contrast.value)} as likely)"
        for each in clear
    ]
    less = "less" if clear[0].contrast.value < 1 else "more"
    return f"{group.label}: clearly {less} likely than {reference} at this step: {listed(named)}."


def _like_for_like(
    figures: Figures, classification: Classification, group: Group, reference: str, catalogue: Catalogue
) -> Iterator[Telling]:
    """Within the same vacancy, with the most held equal that may be seen."""
    for measure in LIKE_FOR_LIKE:
        seen = figures.compared(f"hiring.{classification.question}.{ENDINGS[measure]}", OVERALL, group.code)
        if seen is not None:
            contrast = contrast_of(seen, measure, no_difference=1.0)
            main = classification.question == KEY_QUESTION
            yield one_finding(contrast, lambda each: _same_vacancy(each, group, reference), catalogue, main=main)
            return


def _same_vacancy(judged: Judged, group: Group, reference: str) -> str:
    contrast = judged.contrast
    odds = f"odds of an offer {reader_text(contrast.value, RATIO)} times those of {reference}"
    verdict = odds if judged.clear else f"no clear difference in the odds of an offer ({odds})"
    interval = interval_words(contrast.lower, contrast.upper, RATIO)
    return f"{group.label}, among people who applied for the same vacancy: {verdict}. {interval}"


def _later(
    figures: Figures, classification: Classification, group: Group, reference: str, catalogue: Catalogue
) -> Iterator[Telling]:
    """Who applies later for the same vacancy; how much that is, is seen beside the day by which the others apply."""
    table = f"hiring.{classification.question}"
    days = figures.compared(f"{table}.days_later", group.code)
    if days is None:
        return

    def words(judged: Judged) -> str:
        contrast = judged.contrast
        number, way = reader_text(abs(contrast.value), DAYS), "later" if contrast.value > 0 else "earlier"
        apart = f"{number} days {way} than {reference}"
        verdict = f"apply {apart} on average" if judged.clear else f"no clear difference in when they apply ({apart})"
        interval = interval_words(contrast.lower, contrast.upper, DAYS)
        return f"{group.label}, among people who applied for the same vacancy: {verdict}. {interval}"

    others = [each.code for each in classification.base_groups if people_of(each, classification.question) == reference]
    usual = figures.seen(f"{table}.days", *others)
    contrast = contrast_of(days, LATER, base=(usual.value if usual else 0) or None)
    yield one_finding(contrast, words, catalogue, main=classification.question == KEY_QUESTION)
