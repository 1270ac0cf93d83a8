"""All the findings of one assessment, the ones to read first at the front."""

from collections.abc import Iterator, Sequence

from footing.assessment.findings.benchmark import against_benchmarks, places_against_benchmarks
from footing.assessment.findings.figures import Figures
from footing.assessment.findings.ladder import up_the_grades
from footing.assessment.findings.response import response
from footing.assessment.result import Finding
from footing.standards import Catalogue
from footing.tables import ReleasableTable
from footing.workforce.workforce import Characteristic, QuestionInUse


def find(
    tables: Sequence[ReleasableTable],
    *,
    questions: Sequence[QuestionInUse],
    characteristics: Sequence[Characteristic],
    catalogue: Catalogue,
) -> tuple[Finding, ...]:
    """Statements made from ``tables``; figures that are withheld, or that do not exist, are never spoken of."""
    figures = Figures(tables)
    grade = next((each for each in characteristics if each.variable == "grade"), None)
    return tuple(finding for question in questions for finding in _about(question, figures, grade, catalogue))


def _about(
    question: QuestionInUse, figures: Figures, grade: Characteristic | None, catalogue: Catalogue
) -> Iterator[Finding]:
    classification = question.classification
    yield from against_benchmarks(figures, classification, catalogue)
    if grade is not None:
        yield from up_the_grades(figures, classification, grade, catalogue)
    yield from places_against_benchmarks(figures, classification, catalogue)
    yield from response(figures, question.question_id, catalogue)
