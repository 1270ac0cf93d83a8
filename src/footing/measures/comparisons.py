"""Which benchmarks the answers to a question can be held against."""

from collections.abc import Iterator, Sequence

from footing.measures.family import NotMeasured
from footing.standards import Benchmark, Catalogue, Classification, comparable
from footing.workforce.workforce import QuestionInUse


def benchmarks_for(question: QuestionInUse, benchmarks: Sequence[Benchmark]) -> tuple[Benchmark, ...]:
    """Those that follow the definition that the answers are grouped by."""
    return tuple(each for each in benchmarks if each.definition == question.classification.definition)


def without_answers(
    benchmarks: Sequence[Benchmark], questions: Sequence[QuestionInUse], catalogue: Catalogue
) -> Iterator[NotMeasured]:
    """Say which benchmarks are of a question that was not asked.

    Raises ``NotComparable`` for one that no answers could serve: its question was asked and the answers are grouped
    by another definition, or no grouping of answers follows its definition.
    """
    for benchmark in benchmarks:
        if any(benchmarks_for(question, [benchmark]) for question in questions):
            continue
        of = _questions_of(benchmark, catalogue)
        for question in questions:
            if not of or question.question_id in of:
                comparable(benchmark, question.classification, catalogue)
        words = f"Nothing can be compared with “{benchmark.title}”: the question that it is about was not asked."
        yield NotMeasured("background_gap_to_benchmark", tuple(sorted(of)), words)


def _questions_of(benchmark: Benchmark, catalogue: Catalogue) -> set[str]:
    """The questions whose answers some classification groups by the benchmark's definition."""
    classifications = (each for each in catalogue.classifications if each.definition == benchmark.definition)
    questions = (_question_of(each, catalogue) for each in classifications)
    return {question for question in questions if question is not None}


def _question_of(classification: Classification, catalogue: Catalogue) -> str | None:
    while classification.of is not None:
        classification = catalogue.classification(classification.of)
    return classification.question
