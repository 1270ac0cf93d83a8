"""What the API says about the organisation of the key."""

import datetime as dt

from ninja import Field, Router, Schema

from footing_web.accounts import queries
from footing_web.accounts.api_access import KeyRequest, allowed
from footing_web.accounts.models import Organisation

router = Router(tags=["Organisation"])


class OrganisationOut(Schema):
    """An organisation."""

    slug: str = Field(examples=["ashmoor-council-k3f9"])
    name: str
    kind: str
    sector: str
    region: str
    size_band: str


class GradeOut(Schema):
    """A grade: ``order`` rises with seniority, from 1."""

    code: str
    title: str
    order: int
    senior: bool


class UnitOut(Schema):
    """A unit, as the names from the top of the organisation down to it."""

    path: list[str]


class KeyOut(Schema):
    """The key that the request came with."""

    name: str
    role: str
    expires_at: dt.datetime
    organisation: OrganisationOut


def _said(organisation: Organisation) -> OrganisationOut:
    return OrganisationOut.from_orm(organisation)


@router.get("/key", response=KeyOut, summary="The key in use")
@allowed("organisation.view")
def key(request: KeyRequest) -> KeyOut:
    """What the key may do, until when, and for which organisation."""
    held = request.auth
    return KeyOut(name=held.name, role=held.role, expires_at=held.expires_at, organisation=_said(held.organisation))


@router.get("/organisation", response=OrganisationOut, summary="The organisation")
@allowed("organisation.view")
def organisation(request: KeyRequest) -> OrganisationOut:
    """The organisation of the key."""
    return _said(request.auth.organisation)


@router.get("/grades", response=list[GradeOut], summary="Its grades")
@allowed("organisation.view")
def grades(request: KeyRequest) -> list[GradeOut]:
    """The grades, from the most junior to the most senior."""
    return [GradeOut.from_orm(grade) for grade in queries.grades()]


@router.get("/units", response=list[UnitOut], summary="Its units")
@allowed("organisation.view")
def units(request: KeyRequest) -> list[UnitOut]:
    """The units, each with the ones above it."""
    return [UnitOut(path=list(path)) for path in queries.unit_paths()]
