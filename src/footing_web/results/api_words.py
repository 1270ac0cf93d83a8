"""What the API takes and says about runs and results."""

import datetime as dt
from typing import Annotated, Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse
from ninja import Field, Schema
from pydantic import AfterValidator

from footing.standards import Benchmark, MeasureDefinition, StandardsError, load_catalogue
from footing_web.results.models import Result, Run, RunState, ShareLink


class RefusedOut(Schema):
    """Why something was not done: a stable code where there is one, and the next step."""

    detail: Any
    code: str | None = None


NOT_FOUND: dict[Any, Any] = {404: RefusedOut}
NOT_DONE: dict[Any, Any] = {409: RefusedOut, 422: RefusedOut}


def _known_policy(policy: str) -> str:
    try:
        load_catalogue().policy(policy)
    except StandardsError as error:
        raise ValueError(str(error)) from error
    return policy


def _known_benchmark(benchmark: str) -> str:
    try:
        load_catalogue().benchmark(benchmark)
    except StandardsError as error:
        raise ValueError(str(error)) from error
    return benchmark


class NewRun(Schema):
    """What to assess and how. Without ``benchmarks`` the national ones that fit, without ``crossings`` the usual."""

    extract: UUID
    previous_extract: UUID | None = None
    policy: Annotated[str, AfterValidator(_known_policy)] = Field("publish-10", examples=["publish-10"])
    benchmarks: list[Annotated[str, AfterValidator(_known_benchmark)]] | None = Field(None, max_length=20)
    crossings: list[list[Annotated[str, Field(max_length=60)]]] | None = Field(None, max_length=20)


class FailureOut(Schema):
    """Why a run stopped, and the next step."""

    code: str
    words: str


class RunOut(Schema):
    """A run. ``step`` says what it is doing; ``result`` is there once it has ended well."""

    id: UUID
    title: str
    extract: UUID | None
    state: RunState = Field(examples=["running"])
    step: str
    done: int
    total: int
    failure: FailureOut | None
    result: UUID | None
    created_at: dt.datetime
    ended_at: dt.datetime | None


class ResultOut(Schema):
    """A result. ``people`` is the count that was released, nothing where it is withheld."""

    id: UUID
    run: UUID
    title: str
    snapshot_date: dt.date
    policy: str
    people: int | None
    tables: int
    findings: int
    ledger_number: int
    created_at: dt.datetime


class NewLink(Schema):
    """For whom a link is, and for how many days it works."""

    purpose: str = Field(min_length=1, max_length=80)
    days: int = Field(30, ge=1, le=90)


class LinkOut(Schema):
    """A link to a result."""

    id: UUID
    purpose: str
    expires_at: dt.datetime
    withdrawn_at: dt.datetime | None
    works: bool


class LinkMade(LinkOut):
    """A link that was just made, with its address, which is not stored."""

    address: str

    @staticmethod
    def address_with(secret: str) -> str:
        """The whole address of a link."""
        return f"{settings.PUBLIC_ADDRESS}{reverse('results:shared_overview', kwargs={'token': secret})}"


class EntryOut(Schema):
    """An entry of the ledger: how many tables it released, and how many counts were shown and withheld in them."""

    number: int
    kind: str
    on: dt.date
    snapshot: str
    policy: str
    tables: int
    shown: int
    withheld: int
    reason: str


class PolicyOut(Schema):
    """A disclosure policy."""

    id: str
    title: str


class BenchmarkOut(Schema):
    """A published figure to compare with: percentages by group, of which people, by which definition."""

    id: str
    title: str
    scope: str
    definition: str
    population: str
    base: str
    year: str
    values: dict[str, float]
    source: str

    @classmethod
    def of(cls, benchmark: Benchmark) -> "BenchmarkOut":
        """What is said of a benchmark."""
        return cls(
            **{name: getattr(benchmark, name) for name in cls.model_fields if name != "source"},
            source=str(benchmark.source.url),
        )


class MeasureOut(Schema):
    """A measure: what is counted, out of what, in which unit, and the fields without which it is not measured."""

    id: str
    title: str
    family: str
    why: str
    numerator: str
    denominator: str | None
    unit: str
    needs: list[str]
    journey_stage: str

    @classmethod
    def of(cls, measure: MeasureDefinition) -> "MeasureOut":
        """What is said of a measure."""
        return cls(
            **{name: getattr(measure, name) for name in cls.model_fields if name != "needs"}, needs=[*measure.needs]
        )


def said_of_run(run: Run) -> RunOut:
    """A run as the API says it."""
    failure = FailureOut(code=run.failure_code, words=run.failure_words) if run.failure_code else None
    return RunOut(
        id=run.pk,
        title=run.title,
        extract=run.upload_id,
        state=RunState(run.state),
        step=run.step,
        done=run.done,
        total=run.total,
        failure=failure,
        result=_result_of(run),
        created_at=run.created_at,
        ended_at=run.ended_at,
    )


def _result_of(run: Run) -> UUID | None:
    try:
        result: Result = run.result
    except ObjectDoesNotExist:
        return None
    return result.pk


def said_of_result(result: Result) -> ResultOut:
    """A result as the API says it."""
    own = {name: getattr(result, name) for name in ResultOut.model_fields if name != "run"}
    return ResultOut(**own, run=result.run_id)


def said_of_link(link: ShareLink) -> LinkOut:
    """A link as the API says it."""
    return LinkOut.from_orm(link)
