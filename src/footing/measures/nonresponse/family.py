"""Everything about non-response: bounds, who answers, and shares weighted to all staff."""

from collections.abc import Iterator, Sequence

from footing.measures.family import MeasuredFamily, NotMeasured
from footing.measures.nonresponse import bound_tables, model_tables, raked_tables
from footing.measures.nonresponse.respondents import Respondents, respondents_of
from footing.measures.nonresponse.terms import NonResponseTerms
from footing.measures.staff import KEY_QUESTION
from footing.standards import Catalogue
from footing.standards.coverage import CODABLE
from footing.tables import Hierarchy
from footing.tables.raw import RawTable
from footing.tables.words import listed
from footing.workforce.workforce import QuestionInUse, Workforce

TOO_FEW = "there are too few people who answered, or too few who did not, for so many categories."
NOT_SETTLED = "the weights do not settle, because some kinds of staff gave no answer at all."


def measure(
    workforce: Workforce,
    *,
    catalogue: Catalogue,
    benchmark_ids: Sequence[str] = (),
    terms: NonResponseTerms | None = None,
) -> MeasuredFamily:
    """Bounds for every question about background; who answers, and weighted shares, for the key question.

    Raises ``UnknownReference`` for a benchmark that is not held, and ``UnlistedCategory`` for a workforce whose people
    do not fit its lists.
    """
    terms = terms or NonResponseTerms()
    benchmarks = tuple(catalogue.benchmark(benchmark_id) for benchmark_id in benchmark_ids)
    bounds = tuple(bound_tables.bound_tables(workforce, catalogue, benchmarks, terms))
    question = next((each for each in workforce.questions if each.question_id == KEY_QUESTION), None)
    if question is None:
        measures = (*bound_tables.MEASURES, *model_tables.MEASURES, *raked_tables.MEASURES)
        asked = f"it needs answers to “{catalogue.question(KEY_QUESTION).title}”."
        return MeasuredFamily(bounds, tuple(_missing(measures, (KEY_QUESTION,), asked, catalogue)))
    respondents = respondents_of(workforce, question, terms)
    if respondents is None:
        unfitted = (*model_tables.MEASURES, *raked_tables.MEASURES)
        fields = f"it needs one of {listed(terms.fields).replace('_', ' ')}, with enough answers in each category."
        return MeasuredFamily(bounds, tuple(_missing(unfitted, terms.fields, fields, catalogue)))
    return _with_respondents(bounds, question, respondents, catalogue, terms)


def _with_respondents(
    bounds: tuple[RawTable, ...],
    question: QuestionInUse,
    respondents: Respondents,
    catalogue: Catalogue,
    terms: NonResponseTerms,
) -> MeasuredFamily:
    model = model_tables.response_model(question, respondents, terms)
    weights = raked_tables.weights_of(respondents, terms)
    told = model_tables.model_tables(model, catalogue) if model else ()
    raked = raked_tables.raked_tables(question, respondents, weights, catalogue) if weights else ()
    return MeasuredFamily(
        tables=(*bounds, *told, *raked),
        not_measured=(
            *(() if model else _missing(model_tables.MEASURES, (), TOO_FEW, catalogue)),
            *(() if weights else _missing(raked_tables.MEASURES, (), NOT_SETTLED, catalogue)),
        ),
        counts=dict(respondents.counts(question.question_id, CODABLE)) if model or weights else {},
        hierarchies=_hierarchies(respondents) if model or weights else {},
    )


def _hierarchies(respondents: Respondents) -> dict[str, Hierarchy]:
    """How categories that were put together add up, beside whatever else the same variable adds up to."""
    fields = respondents.fields.items()
    return {f"{variable}.known": field.hierarchy for variable, field in fields if field.is_coarser}


def _missing(
    measures: Sequence[str], needs: tuple[str, ...], reason: str, catalogue: Catalogue
) -> Iterator[NotMeasured]:
    for each in measures:
        yield NotMeasured(each, needs, f"{catalogue.measure(each).title} is not measured: {reason}")
