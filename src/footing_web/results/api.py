"""Results by the API: run an assessment, see how far it is, fetch what was released in every format."""

import json
from typing import Any
from uuid import UUID

from django.http import Http404
from ninja import Router, Status

from footing.disclosure.ledger import LedgerBroken
from footing.reporting.json_file import assessment_json
from footing.reporting.writing import UnknownFormat, UnknownKind
from footing.standards import load_catalogue
from footing_web.accounts.api_access import KeyRequest, allowed
from footing_web.accounts.refusals import Refused
from footing_web.results import queries
from footing_web.results.actions.files import note_download, report_file
from footing_web.results.actions.links import make_link, withdraw_link
from footing_web.results.actions.runs import Asked, cancel_run, start_run
from footing_web.results.api_words import (
    NOT_DONE,
    NOT_FOUND,
    BenchmarkOut,
    EntryOut,
    LinkMade,
    LinkOut,
    MeasureOut,
    NewLink,
    NewRun,
    PolicyOut,
    RefusedOut,
    ResultOut,
    RunOut,
    said_of_link,
    said_of_result,
    said_of_run,
)
from footing_web.results.handing_out import sent
from footing_web.results.keeping import assessment_of
from footing_web.results.ledger import read_organisation_ledger
from footing_web.results.models import Result, Run, ShareLink
from footing_web.results.presenters.ledger import ledger_lines
from footing_web.uploads.models import Upload

router = Router(tags=["Results"])

FILE = {"responses": {200: {"description": "The file", "content": {"application/octet-stream": {"schema": {}}}}}}


@router.post("/runs", response={202: RunOut, **NOT_FOUND, **NOT_DONE}, summary="Run an assessment")
@allowed("results.run")
def new_run(request: KeyRequest, asked: NewRun) -> Any:
    """Ask for an assessment of a kept extract. It is carried out as a job: look at it again until it has ended."""
    upload, previous = _upload(asked.extract), _upload(asked.previous_extract) if asked.previous_extract else None
    choices = Asked(
        policy=asked.policy,
        benchmarks=None if asked.benchmarks is None else tuple(asked.benchmarks),
        crossings=None if asked.crossings is None else tuple(map(tuple, asked.crossings)),
        previous_upload=previous,
    )
    return Status(202, said_of_run(start_run(upload=upload, asked=choices, by=request.auth.made_by)))


@router.get("/runs", response=list[RunOut], summary="Runs")
@allowed("results.view")
def runs(request: KeyRequest) -> list[RunOut]:
    """The last hundred runs, newest first."""
    return [said_of_run(each) for each in Run.objects.select_related("result")[:100]]


@router.get("/runs/{uuid:run_id}", response={200: RunOut, **NOT_FOUND}, summary="One run")
@allowed("results.view")
def run(request: KeyRequest, run_id: UUID) -> RunOut:
    """How far a run is, or how it has ended."""
    return said_of_run(_run(run_id))


@router.delete("/runs/{uuid:run_id}", response={200: RunOut, **NOT_FOUND, **NOT_DONE}, summary="Cancel a run")
@allowed("results.run")
def cancel(request: KeyRequest, run_id: UUID) -> RunOut:
    """Stop a run that is under way. Nothing of it is kept or released."""
    cancel_run(run=_run(run_id), by=request.auth.made_by)
    return said_of_run(_run(run_id))


@router.get("/results", response=list[ResultOut], summary="Results")
@allowed("results.view")
def results(request: KeyRequest) -> list[ResultOut]:
    """Every result, the latest year first."""
    return [said_of_result(each) for each in queries.results()]


@router.get("/results/{uuid:result_id}", response={200: ResultOut, **NOT_FOUND}, summary="One result")
@allowed("results.view")
def result(request: KeyRequest, result_id: UUID) -> ResultOut:
    """What tells a result from others."""
    return said_of_result(_result(result_id))


@router.get("/results/{uuid:result_id}/assessment", response={200: dict[str, Any], **NOT_FOUND}, summary="Its figures")
@allowed("results.view")
def assessment(request: KeyRequest, result_id: UUID) -> dict[str, Any]:
    """Everything that was released, as in ``assessment.json``: manifest, tables, findings, what was left out."""
    document: dict[str, Any] = json.loads(assessment_json(assessment_of(_result(result_id))))
    return document


@router.get(
    "/results/{uuid:result_id}/tables/{table_id}", response={200: dict[str, Any], **NOT_FOUND}, summary="One table"
)
@allowed("results.view")
def table(request: KeyRequest, result_id: UUID, table_id: str) -> dict[str, Any]:
    """One table of a result, as it stands in ``assessment.json``."""
    document = json.loads(assessment_json(assessment_of(_result(result_id))))
    found: dict[str, Any] | None = next((each for each in document["tables"] if each["id"] == table_id), None)
    if found is None:
        raise Http404
    return found


@router.get(
    "/results/{uuid:result_id}/files/{kind}/{file_format}",
    response={200: None, **NOT_FOUND},
    summary="One file",
    openapi_extra=FILE,
)
@allowed("results.download")
def file(request: KeyRequest, result_id: UUID, kind: str, file_format: str) -> Any:
    """A kind of report (``assessment``, ``board`` …) in a format (``html``, ``pdf``, ``docx``, ``xlsx``, ``ods`` …)."""
    try:
        found = report_file(result=_result(result_id), kind=kind, wanted=file_format)
    except (UnknownKind, UnknownFormat) as error:
        raise Http404 from error
    note_download(file=found, by=request.auth.made_by)
    return sent(found)


@router.get("/results/{uuid:result_id}/links", response={200: list[LinkOut], **NOT_FOUND}, summary="Its links")
@allowed("results.share")
def links(request: KeyRequest, result_id: UUID) -> list[LinkOut]:
    """The links to a result, without the secrets in them."""
    return [said_of_link(each) for each in queries.links_of(_result(result_id))]


@router.post(
    "/results/{uuid:result_id}/links",
    response={201: LinkMade, **NOT_FOUND, 422: RefusedOut},
    summary="Share it by a link",
)
@allowed("results.share")
def new_link(request: KeyRequest, result_id: UUID, asked: NewLink) -> Any:
    """A read-only link that ends by itself. Its address is told once."""
    link, secret = make_link(result=_result(result_id), purpose=asked.purpose, days=asked.days, by=request.auth.made_by)
    return Status(201, LinkMade(**said_of_link(link).dict(), address=LinkMade.address_with(secret)))


@router.delete("/links/{uuid:link_id}", response={200: LinkOut, **NOT_FOUND}, summary="Withdraw a link")
@allowed("results.share")
def end_link(request: KeyRequest, link_id: UUID) -> LinkOut:
    """Close a link at once."""
    link = ShareLink.objects.filter(pk=link_id).first()
    if link is None:
        raise Http404
    withdraw_link(link=link, by=request.auth.made_by)
    link.refresh_from_db()
    return said_of_link(link)


@router.get("/ledger", response={200: list[EntryOut], **NOT_DONE}, summary="The ledger of releases")
@allowed("ledger.view")
def ledger(request: KeyRequest) -> list[EntryOut]:
    """Every release, the latest first, after checking that no line was changed."""
    try:
        found = read_organisation_ledger()
    except LedgerBroken as error:
        raise Refused(error.code, str(error)) from error
    return [EntryOut.from_orm(each) for each in ledger_lines(found, queries.results())]


@router.get("/catalogue/policies", response=list[PolicyOut], summary="Disclosure policies")
@allowed("organisation.view")
def policies(request: KeyRequest) -> list[PolicyOut]:
    """The rules by which people can be protected."""
    return [PolicyOut(id=each.id, title=each.title) for each in load_catalogue().policies]


@router.get("/catalogue/benchmarks", response=list[BenchmarkOut], summary="Benchmarks")
@allowed("organisation.view")
def benchmarks(request: KeyRequest, definition: str | None = None) -> list[BenchmarkOut]:
    """Published figures to compare with; figures are only ever compared with those of the same definition."""
    held = load_catalogue().benchmarks
    return [BenchmarkOut.of(each) for each in held if definition in (None, each.definition)]


@router.get("/catalogue/measures", response=list[MeasureOut], summary="Measures")
@allowed("organisation.view")
def measures(request: KeyRequest) -> list[MeasureOut]:
    """What can be measured, and what each needs."""
    return [MeasureOut.of(each) for each in load_catalogue().measures]


def _upload(upload_id: UUID) -> Upload:
    found: Upload | None = Upload.objects.filter(pk=upload_id).first()
    if found is None:
        raise Http404
    return found


def _run(run_id: UUID) -> Run:
    found = queries.run_with(run_id)
    if found is None:
        raise Http404
    return found


def _result(result_id: UUID) -> Result:
    found = queries.result_with(result_id)
    if found is None:
        raise Http404
    return found
