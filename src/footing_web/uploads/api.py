"""Extracts by the API: hand in, see how far it is and what was found, decide, confirm, withdraw."""

import datetime as dt
from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import Http404
from ninja import Body, Field, File, Form, Router, Schema, Status
from ninja.errors import HttpError
from ninja.files import UploadedFile
from pydantic import ValidationError as NotValid

from footing.workforce import Mapping
from footing.workforce.mapping import Source
from footing_web.accounts.api_access import KeyRequest, allowed
from footing_web.records.private_folder import private_folder
from footing_web.uploads import actions, queries
from footing_web.uploads.actions.one_person import KeyField
from footing_web.uploads.checking import checked, outcome_of
from footing_web.uploads.forms import fault_of
from footing_web.uploads.models import KEPT, State, Upload

router = Router(tags=["Extracts"])


class ExtractOut(Schema):
    """An extract. ``state`` says what is to be done next; ``progress`` how far a check is."""

    id: UUID
    title: str
    state: State = Field(examples=["checked"])
    snapshot_date: dt.date | None
    retain_until: dt.date
    pseudonymised: bool
    errors: int
    notices: int
    summary: dict[str, Any]
    refusal: dict[str, Any]
    progress: dict[str, Any]


class NewExtract(Schema):
    """What is said of an extract that is handed in; ``dry_run`` has it checked and keeps nothing."""

    title: str = Field(min_length=1, max_length=120)
    retain_until: dt.date
    pseudonymise: bool = True
    reuse_mapping_of: UUID | None = None
    dry_run: bool = False


class Tried(Schema):
    """What a dry run found."""

    state: State
    summary: dict[str, Any]
    report: dict[str, Any]


class RefusedOut(Schema):
    """Why something was not done: a stable code where there is one, and the next step."""

    detail: Any
    code: str | None = None


class PersonIn(Schema):
    """Whose rows are meant: the kind of number, and the number as the employer has it."""

    field: KeyField = "person_key"
    key: str = Field(min_length=1, max_length=200)


class ErasedOut(Schema):
    """How many rows were erased."""

    rows: int


NOT_DONE = {409: RefusedOut, 422: RefusedOut}
NOT_FOUND = {404: RefusedOut}


@router.get("/extracts", response=list[ExtractOut], summary="All extracts")
@allowed("uploads.view")
def extracts(request: KeyRequest) -> list[ExtractOut]:
    """Every extract, newest first."""
    return [_said(upload) for upload in queries.uploads()]


@router.post("/extracts", response={202: ExtractOut, 200: Tried, **NOT_DONE}, summary="Hand in an extract")
@allowed("uploads.hand_in")
def hand_in(
    request: KeyRequest,
    *,
    details: Form[NewExtract],
    extract: File[UploadedFile],
    events: File[UploadedFile | None] = None,
    applications: File[UploadedFile | None] = None,
    outreach: File[UploadedFile | None] = None,
) -> Any:
    """Hand in an extract with the files beside it. It is checked as a job: look at it again until it has been."""
    given: dict[Source, UploadedFile | None] = {
        "extract": extract,
        "events": events,
        "applications": applications,
        "outreach": outreach,
    }
    files = _accepted(given)
    earlier = _found(details.reuse_mapping_of) if details.reuse_mapping_of else None
    mapping = queries.mapping_of(earlier) if earlier else None
    mapping = mapping.model_copy(update={"snapshot": None}) if mapping else None
    if details.dry_run:
        return Status(200, _tried(files, mapping))
    upload = actions.hand_in(
        organisation=request.auth.organisation,
        title=details.title,
        files=files,
        retain_until=details.retain_until,
        pseudonymise=details.pseudonymise,
        by=request.auth.made_by,
        mapping=mapping,
    )
    return Status(202, _said(upload))


@router.get("/extracts/{upload_id}", response={200: ExtractOut, **NOT_FOUND}, summary="One extract")
@allowed("uploads.view")
def extract(request: KeyRequest, upload_id: UUID) -> ExtractOut:
    """How far it is, and what was understood of it."""
    return _said(_found(upload_id))


@router.get("/extracts/{upload_id}/faults", response={200: dict[str, Any], **NOT_FOUND}, summary="Its faults")
@allowed("uploads.view")
def faults(request: KeyRequest, upload_id: UUID) -> dict[str, Any]:
    """What is wrong with the files, with the rows and the next step, as ``footing check --json`` says it."""
    return queries.faults_of(_found(upload_id))


@router.get("/extracts/{upload_id}/mapping", response={200: dict[str, Any], **NOT_FOUND}, summary="Its mapping")
@allowed("uploads.view")
def mapping(request: KeyRequest, upload_id: UUID) -> dict[str, Any]:
    """How columns and words are read, as it was suggested or decided."""
    found = queries.mapping_of(_found(upload_id))
    if found is None:
        raise Http404
    return found.model_dump(mode="json", exclude_defaults=True)


@router.put(
    "/extracts/{upload_id}/mapping", response={202: ExtractOut, **NOT_FOUND, **NOT_DONE}, summary="Change its mapping"
)
@allowed("uploads.hand_in")
def change_mapping(request: KeyRequest, upload_id: UUID, decided: Body[dict[str, Any]]) -> Any:
    """Decide how columns and words are read. The files are then checked again."""
    upload = _found(upload_id)
    try:
        wanted = Mapping.model_validate(decided)
    except NotValid as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise HttpError(422, f"At {' → '.join(map(str, first['loc']))}: {first['msg']}.") from error
    actions.change_mapping(upload=upload, mapping=wanted, by=request.auth.made_by)
    return Status(202, _said(upload))


@router.post(
    "/extracts/{upload_id}/confirm", response={202: ExtractOut, **NOT_FOUND, **NOT_DONE}, summary="Confirm an extract"
)
@allowed("uploads.hand_in")
def confirm(request: KeyRequest, upload_id: UUID) -> Any:
    """Say that what was understood is right. The extract is then kept, as a job."""
    upload = _found(upload_id)
    actions.confirm(upload=upload, by=request.auth.made_by)
    return Status(202, _said(upload))


@router.delete("/extracts/{upload_id}", response={200: ExtractOut, **NOT_FOUND, **NOT_DONE}, summary="Withdraw it")
@allowed("uploads.withdraw")
def withdraw(request: KeyRequest, upload_id: UUID) -> ExtractOut:
    """Delete all that is kept of the people in it: withdraw a kept extract, cancel one that is not kept yet."""
    upload = _found(upload_id)
    end = actions.withdraw if upload.state in KEPT else actions.cancel
    end(upload=upload, by=request.auth.made_by)
    return _said(upload)


@router.post("/one-person/export", response={200: list[dict[str, Any]], **NOT_DONE}, summary="One person's data")
@allowed("uploads.withdraw")
def export_person(request: KeyRequest, person: PersonIn) -> list[dict[str, Any]]:
    """Every row that is kept of one person."""
    held = request.auth
    return actions.export_person(organisation=held.organisation, field=person.field, key=person.key, by=held.made_by)


@router.post("/one-person/erase", response={200: ErasedOut, **NOT_DONE}, summary="Erase one person's data")
@allowed("uploads.withdraw")
def erase_person(request: KeyRequest, person: PersonIn) -> ErasedOut:
    """Erase every row that is kept of one person, for good."""
    held = request.auth
    rows = actions.erase_person(organisation=held.organisation, field=person.field, key=person.key, by=held.made_by)
    return ErasedOut(rows=rows)


def _found(upload_id: UUID) -> Upload:
    upload = queries.upload_with(upload_id)
    if upload is None:
        raise Http404
    return upload


def _accepted(given: dict[Source, UploadedFile | None]) -> dict[Source, actions.Handed]:
    """The files that were sent. Raises ``HttpError`` for one that is too large or holds a virus."""
    files = {source: file for source, file in given.items() if file is not None}
    for source, file in files.items():
        if fault := fault_of(file):
            raise HttpError(422, f"{source}: {fault}")
    return {source: actions.Handed(file, file.name or "file") for source, file in files.items()}


def _tried(files: dict[Source, actions.Handed], mapping: Mapping | None) -> Tried:
    with private_folder() as folder:
        paths: dict[Source, Path] = {source: handed.written(folder / source) for source, handed in files.items()}
        with checked(paths, mapping=mapping) as result:
            outcome = outcome_of(result)
            return Tried(state=outcome.state, summary=outcome.summary, report=result.faults.to_json())


def _said(upload: Upload) -> ExtractOut:
    upload.refresh_from_db()
    return ExtractOut(
        id=upload.pk,
        title=upload.title,
        state=State(upload.state),
        snapshot_date=upload.snapshot_date,
        retain_until=upload.retain_until,
        pseudonymised=upload.pseudonymise,
        errors=upload.error_count,
        notices=upload.notice_count,
        summary=upload.summary,
        refusal=upload.refusal,
        progress={"step": upload.step, "done": upload.done, "total": upload.total},
    )
