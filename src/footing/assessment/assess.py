"""The main use-case, from a workforce to everything that may be said of it."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from footing import __version__
from footing.assessment.findings import find
from footing.assessment.result import Assessment, InputDigest, Manifest, NotMeasured, Protection
from footing.assessment.selection import worth_publishing
from footing.assessment.steps import Begins, Step, untold
from footing.disclosure import Release
from footing.disclosure.ledger import History
from footing.disclosure.nearest import release_or_say_what_could_be
from footing.disclosure.search import WHILE_WAITING
from footing.measures import Measured, measure_all
from footing.measures.small import SmallTerms
from footing.standards import Catalogue, DisclosurePolicy, PooledBenchmarks
from footing.tables import TOTAL
from footing.tables.units import PEOPLE
from footing.workforce import Workforce
from footing.workforce.workforce import QuestionInUse


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chooses for one assessment, beside the extract itself.

    ``benchmarks`` are benchmark ids, ``None`` for the national ones that fit; ``crossings`` as ``measure_all`` takes
    them. ``mapping_sha256`` is the digest of the mapping that the extract was read with.
    """

    as_at: dt.date
    policy: DisclosurePolicy
    mapping_sha256: str
    organisation: str | None = None
    benchmarks: tuple[str, ...] | None = None
    crossings: tuple[tuple[str, ...], ...] | None = None
    history: History | None = None
    """What was released of these people before, from the ledger."""
    coalition: PooledBenchmarks | None = None
    """What a coalition pooled, held by the catalogue too; compared with beside the others."""


def assess(
    workforce: Workforce,
    choices: Choices,
    *,
    catalogue: Catalogue,
    previous: Workforce | None = None,
    enter: Callable[[Release], None] | None = None,
    begins: Begins = untold,
) -> Assessment:
    """Measure, protect and put into words.

    ``begins`` is called as each step begins, ``enter`` with the release before anything is made of it. Changes since a
    ``previous`` year are measured where its workforce is given. Raises ``ReleaseRefused`` when the tables cannot be
    protected, ``NotComparable`` and ``UnknownReference`` for a benchmark that cannot serve, and ``ValueError`` for a
    previous workforce that is not of an earlier day.
    """
    begins(Step.MEASURING)
    benchmarks = _benchmarks(workforce, choices, catalogue)
    measured = measure_all(
        workforce,
        catalogue=catalogue,
        benchmark_ids=benchmarks,
        crossings=choices.crossings,
        previous=previous,
        small_terms=SmallTerms(threshold=choices.policy.counts.threshold),
    )
    begins(Step.PROTECTING)
    selection = worth_publishing(measured.release, choices.policy)
    released = release_or_say_what_could_be(
        selection.release, policy=choices.policy, search=WHILE_WAITING, history=choices.history
    )
    if enter is not None:
        enter(released)
    begins(Step.FINDING)
    findings = find(
        released.tables,
        questions=_questions(workforce),
        characteristics=workforce.characteristics,
        catalogue=catalogue,
    )
    return Assessment(
        manifest=_manifest((workforce, previous), choices, benchmarks, released),
        tables=released.tables,
        findings=findings,
        not_measured=_not_measured(measured, catalogue),
        protection=_protection(released),
        left_out=selection.left_out,
        printed=released.printed,
    )


def _questions(workforce: Workforce) -> tuple[QuestionInUse, ...]:
    """Every question that staff, applicants or those who took part in outreach answered, each once."""
    companions = (workforce.applications_companion, workforce.participants_companion)
    every = (*workforce.questions, *(question for each in companions for question in each.questions))
    return tuple({question.question_id: question for question in reversed(every)}.values())[::-1]


def _benchmarks(workforce: Workforce, choices: Choices, catalogue: Catalogue) -> tuple[str, ...]:
    pooled = choices.coalition.benchmarks if choices.coalition else ()
    own = choices.benchmarks if choices.benchmarks is not None else _national(workforce, catalogue)
    return tuple(dict.fromkeys((*own, *(each.id for each in pooled))))


def _national(workforce: Workforce, catalogue: Catalogue) -> tuple[str, ...]:
    """The national benchmarks of the definitions that the answers are grouped by."""
    definitions = (question.classification.definition for question in workforce.questions)
    national = (catalogue.national_benchmark(definition, workforce.snapshot_date) for definition in definitions)
    return tuple(benchmark.id for benchmark in national if benchmark is not None)


def _manifest(
    years: tuple[Workforce, Workforce | None], choices: Choices, benchmarks: tuple[str, ...], released: Release
) -> Manifest:
    workforce, previous = years
    sources = (*workforce.sources, *(previous.sources if previous else ()))
    return Manifest(
        footing_version=__version__,
        organisation=choices.organisation,
        as_at=choices.as_at,
        snapshot_date=workforce.snapshot_date,
        inputs=(*(InputDigest(each.name, each.sha256, each.rows) for each in sources), *_pooled(choices)),
        mapping_sha256=choices.mapping_sha256,
        policy=choices.policy.id,
        benchmarks=benchmarks,
        questions=tuple(question.question_id for question in _questions(workforce)),
        classifications=tuple(question.classification.id for question in _questions(workforce)),
        measures=tuple(sorted({table.measure for table in released.tables})),
        engine=workforce.engine,
        seed=WHILE_WAITING.seed,
        people=_people(released),
    )


def _pooled(choices: Choices) -> Iterator[InputDigest]:
    """The file of what a coalition pooled, where there is one."""
    given = choices.coalition
    if given is not None:
        yield InputDigest(given.file_name, given.sha256, len(given.benchmarks))


def _people(released: Release) -> int | None:
    """How many people there are, where a released table says so; the extract's own count is not looked at."""
    for table in released.tables:
        for row in table.rows:
            if table.unit == PEOPLE and set(row.key) == {TOTAL} and row.value is not None:
                return round(row.value)
    return None


def _not_measured(measured: Measured, catalogue: Catalogue) -> tuple[NotMeasured, ...]:
    return tuple(
        NotMeasured(each.measure, catalogue.measure(each.measure).title, each.needs, each.words)
        for each in measured.not_measured
    )


def _protection(released: Release) -> tuple[Protection, ...]:
    return tuple(
        Protection(
            population=audit.population,
            policy=audit.policy,
            cells=audit.cells,
            withheld=audit.withheld,
            narrowest_range=audit.narrowest_range,
            method=audit.method,
            solver=audit.solver,
            limits=audit.limits,
        )
        for audit in released.audits
    )
