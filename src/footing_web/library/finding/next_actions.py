"""What to do next in view of one's own results: findings lead to measures, and measures to the actions that name them.

Only what was released plays a part: findings are made from protected figures, and withheld ones say nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from footing.assessment import Assessment
from footing.standards import Catalogue
from footing_web.library.finding.calling import Called, calling
from footing_web.library.models import ActionPage

ACTIONS_FOR_EACH = 3
STATEMENTS_FOR_EACH = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An action, and the measure by which one would see whether it helped."""

    page: ActionPage
    measure: str
    """The title of the measure."""
    same: bool
    """Whether it is the measure of the finding itself, or one close to it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What the results say of one matter, and the actions that are meant for it."""

    stage: str
    measure: str
    """The title of the measure that the findings are about."""
    statements: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """What could not be measured, what it would need, and the actions that it would show the effect of."""

    measure: str
    words: str
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class NextActions:
    """Everything that is suggested for one assessment."""

    reasons: tuple[Reason, ...]
    unmeasured: tuple[Unmeasured, ...]


def next_actions(assessment: Assessment, pages: Sequence[ActionPage], catalogue: Catalogue) -> NextActions:
    """Suggestions for each matter in which the findings call for an action; no action is suggested twice."""
    ranked = sorted(pages, key=lambda page: _rank(page, catalogue))
    taken: set[str] = set()
    reasons = []
    for called in calling(assessment.findings):
        fresh = [page for page in ranked if page.slug not in taken]
        suggestions = _suggestions(called, fresh, catalogue)
        taken |= {each.page.slug for each in suggestions}
        if suggestions:
            reasons.append(_reason(called, suggestions, catalogue))
    return NextActions(tuple(reasons), _unmeasured(assessment, ranked, taken, catalogue))


def _rank(page: ActionPage, catalogue: Catalogue) -> tuple[int, int, int, str]:
    """The better the evidence, the nearer to the beginning and the smaller the effort, the earlier."""

    def place(vocabulary: str, code: str) -> int:
        return [term.code for term in catalogue.vocabulary(vocabulary).terms].index(code)

    return (
        place("evidence-strength", page.evidence_strength),
        place("levels", page.level),
        place("effort", page.effort_band),
        page.slug,
    )


def _suggestions(called: Called, ranked: Sequence[ActionPage], catalogue: Catalogue) -> tuple[Suggestion, ...]:
    """Actions that name the measure itself, and then those that name one close to it, in the order of ``near``."""
    found: dict[str, Suggestion] = {}
    for measure in (called.call.measure, *called.call.near):
        title, same = catalogue.measure(measure).title, measure == called.call.measure
        for page in _meant_for(measure, ranked, catalogue):
            found.setdefault(page.slug, Suggestion(page, title, same))
    return tuple(found.values())[:ACTIONS_FOR_EACH]


def _meant_for(measure: str, ranked: Sequence[ActionPage], catalogue: Catalogue) -> list[ActionPage]:
    """Actions that name a measure: first those of its stage above all, then those that name it before others."""
    stage = catalogue.measure(measure).journey_stage
    naming = [page for page in ranked if measure in page.measures]
    return sorted(naming, key=lambda page: (page.stages[:1] != [stage], page.measures.index(measure) > 0))


def _reason(called: Called, suggestions: tuple[Suggestion, ...], catalogue: Catalogue) -> Reason:
    first = called.findings[0]
    return Reason(
        stage=catalogue.stage(first.journey_stage).title,
        measure=catalogue.measure(first.measure).title,
        statements=tuple(each.statement for each in called.findings[:STATEMENTS_FOR_EACH]),
        suggestions=suggestions,
    )


def _unmeasured(
    assessment: Assessment, ranked: Sequence[ActionPage], taken: set[str], catalogue: Catalogue
) -> tuple[Unmeasured, ...]:
    """What the data did not allow, where an action of the data pillar would make it possible."""
    found = []
    for each in assessment.not_measured:
        pages = [page for page in ranked if each.measure in page.measures and "data" in page.pillars]
        fresh = [page for page in pages if page.slug not in taken][:1]
        taken |= {page.slug for page in fresh}
        if fresh:
            title = catalogue.measure(each.measure).title
            found.append(Unmeasured(title, each.words, tuple(Suggestion(page, title, same=True) for page in fresh)))
    return tuple(found)
