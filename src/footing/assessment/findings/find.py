"""All the findings of one assessment, the ones to read first at the front."""

from collections.abc import Iterator, Sequence
from itertools import chain

from footing.assessment.findings.benchmark import against_benchmarks, places_against_benchmarks
from footing.assessment.findings.careers import careers
from footing.assessment.findings.contrast import FindingTerms, Judged, Telling, judged
from footing.assessment.findings.figures import Figures
from footing.assessment.findings.hiring import hiring
from footing.assessment.findings.ladder import up_the_grades
from footing.assessment.findings.nonresponse import non_response
from footing.assessment.findings.outreach import outreach
from footing.assessment.findings.pay import pay
from footing.assessment.findings.response import response
from footing.assessment.findings.shares import shares
from footing.assessment.findings.trend import trend
from footing.assessment.result import Direction, Finding
from footing.standards import Catalogue
from footing.tables import ReleasableTable
from footing.workforce.workforce import Characteristic, QuestionInUse

ORDER = (
    Direction.BELOW,
    Direction.ABOVE,
    Direction.STATEMENT,
    Direction.NO_CLEAR_DIFFERENCE,
    Direction.TOO_FEW,
)


def find(
    tables: Sequence[ReleasableTable],
    *,
    questions: Sequence[QuestionInUse],
    characteristics: Sequence[Characteristic],
    catalogue: Catalogue,
    terms: FindingTerms | None = None,
) -> tuple[Finding, ...]:
    """Statements made from ``tables``; figures that are withheld, or that do not exist, are never spoken of.

    All comparisons are judged together. Clear differences come first: those of the key question and its group in focus
    before all others, and among these the ones that come to most at the least, for the people whom they are about.
    """
    told = [
        (telling.main, finding)
        for telling, verdicts in _judged_together(tables, questions, characteristics, catalogue, terms)
        for finding in telling.tell(verdicts)
    ]
    return tuple(finding for _, finding in sorted(told, key=_place))


def comparisons(
    tables: Sequence[ReleasableTable],
    *,
    questions: Sequence[QuestionInUse],
    characteristics: Sequence[Characteristic],
    catalogue: Catalogue,
    terms: FindingTerms | None = None,
) -> tuple[Judged, ...]:
    """Every comparison that ``find`` makes, with its verdict, whether or not a finding tells of it."""
    told = _judged_together(tables, questions, characteristics, catalogue, terms)
    return tuple(chain.from_iterable(verdicts for _, verdicts in told))


def _judged_together(
    tables: Sequence[ReleasableTable],
    questions: Sequence[QuestionInUse],
    characteristics: Sequence[Characteristic],
    catalogue: Catalogue,
    terms: FindingTerms | None,
) -> list[tuple[Telling, tuple[Judged, ...]]]:
    figures = Figures(tables)
    grade = next((each for each in characteristics if each.variable == "grade"), None)
    tellings = [
        *(telling for question in questions for telling in _about(question, figures, grade, catalogue)),
        *outreach(figures, catalogue),
    ]
    verdicts = iter(judged([each for telling in tellings for each in telling.contrasts], terms or FindingTerms()))
    return [(telling, tuple(next(verdicts) for _ in telling.contrasts)) for telling in tellings]


def _place(told: tuple[bool, Finding]) -> tuple[int, bool, float]:
    main, finding = told
    clear = finding.direction in (Direction.ABOVE, Direction.BELOW)
    return (0 if clear else ORDER.index(finding.direction), not main, -finding.weight if clear else 0.0)


def _about(
    question: QuestionInUse, figures: Figures, grade: Characteristic | None, catalogue: Catalogue
) -> Iterator[Telling]:
    classification = question.classification
    yield from against_benchmarks(figures, classification, catalogue)
    if grade is not None:
        yield from up_the_grades(figures, classification, grade, catalogue)
    yield from places_against_benchmarks(figures, classification, catalogue)
    yield from hiring(figures, classification, catalogue)
    yield from pay(figures, classification, catalogue)
    yield from careers(figures, classification, catalogue)
    yield from shares(figures, classification, catalogue)
    yield from trend(figures, classification, catalogue)
    yield from response(figures, question.question_id, catalogue)
    yield from non_response(figures, classification, catalogue)
