"""Findings as they are put together from judged comparisons."""

from collections.abc import Callable, Iterator, Sequence

from footing.assessment.findings.contrast import Contrast, Judged, Telling
from footing.assessment.findings.figures import Figure
from footing.assessment.result import Direction, Evidence, Finding
from footing.standards import Catalogue
from footing.tables import Estimate


def contrast_of(figure: Figure, measure: str, *, no_difference: float = 0.0, base: float | None = None) -> Contrast:
    """The comparison that one figure makes; its interval must be there."""
    row, place = figure.row, figure.evidence
    if row.lower is None or row.upper is None:
        raise ValueError(f"{place.table}: a figure without an interval compares nothing")
    name = f"{place.table}.{'.'.join(place.key)}"
    return Contrast(
        name,
        measure,
        figure.value,
        row.lower,
        row.upper,
        (place,),
        row.base or 0,
        no_difference=no_difference,
        base=base,
    )


def contrast_between(
    name: str, measure: str, own: Figure, other: Figure, gap: Estimate, *, relative: bool
) -> Contrast | None:
    """How far one figure is from another; ``None`` where the gap has no interval.

    ``relative`` says that its size is that as a part of the other figure, and not that in its own unit.
    """
    if gap.value is None or gap.lower is None or gap.upper is None:
        return None
    return Contrast(
        name,
        measure,
        gap.value,
        gap.lower,
        gap.upper,
        (own.evidence, other.evidence),
        own.row.base or 0,
        base=(other.value or None) if relative else None,
    )


def one_finding(contrast: Contrast, words: Callable[[Judged], str], catalogue: Catalogue, *, main: bool) -> Telling:
    """A comparison that is told in a statement of its own."""

    def tell(judged: tuple[Judged, ...]) -> Iterator[Finding]:
        (verdict,) = judged
        yield finding_of(contrast.name, judged, words(verdict) + verdict.by_chance, catalogue)

    return Telling((contrast,), tell, main=main)


def clear_ones(
    name: str,
    contrasts: Sequence[Contrast],
    words: Callable[[Sequence[Judged]], str],
    catalogue: Catalogue,
    *,
    main: bool,
) -> Telling:
    """Comparisons of which the clear ones are told together, and nothing where none is."""

    def tell(judged: tuple[Judged, ...]) -> Iterator[Finding]:
        for direction in (Direction.BELOW, Direction.ABOVE):
            clear = tuple(each for each in judged if each.direction is direction)
            if clear:
                yield finding_of(f"{name}.{direction}", clear, words(clear), catalogue)

    return Telling(tuple(contrasts), tell, main=main)


def finding_of(name: str, judged: Sequence[Judged], statement: str, catalogue: Catalogue) -> Finding:
    """A finding that rests on judged comparisons of one measure; the widest gives its size."""
    widest = max(judged, key=lambda each: abs(each.contrast.value - each.contrast.no_difference))
    measure = widest.contrast.measure
    return Finding(
        id=name,
        measure=measure,
        journey_stage=catalogue.measure(measure).journey_stage,
        direction=widest.direction,
        statement=statement,
        size=widest.contrast.value,
        evidence=tuple(place for each in judged for place in each.contrast.evidence),
        weight=max(each.contrast.weight for each in judged),
        false_finding_rate=max(each.adjusted for each in judged),
    )


def said(
    name: str, measure: str, statement: str, *, size: float | None, evidence: Sequence[Evidence], catalogue: Catalogue
) -> Telling:
    """A plain statement that compares nothing."""
    stage = catalogue.measure(measure).journey_stage
    finding = Finding(name, measure, stage, Direction.STATEMENT, statement, size, tuple(evidence))
    return Telling((), lambda _judged: iter((finding,)))
