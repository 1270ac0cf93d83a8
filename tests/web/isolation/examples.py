"""One of each thing that an address or an operation can name, in the organisation that is to be kept to itself."""

import datetime as dt
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from footing_web.accounts.actions import invite, make_key, start_group
from footing_web.accounts.models import GroupPlace, JoinRequest, Membership, Organisation, User
from footing_web.accounts.scoping import in_organisation
from footing_web.results.models import Result, Run, ShareLink, Webhook
from footing_web.uploads.models import Upload

WORDS = {
    "section": "pay",
    "measure": "background-share",
    "kind": "full",
    "wanted": "html",
    "file_format": "html",
    "table_id": "t",
    "document": "staff-notice",
}
"""What addresses name that belongs to nobody."""

Examples = dict[str, object]


@pytest.fixture
def examples(organisation: Organisation, owner: User) -> Examples:
    """By the name that it has in addresses: the id of a thing that is really there."""
    asks = User.objects.create_user(email="asks@ashmoor.example")
    with in_organisation(organisation):
        group, _ = start_group(organisation=organisation, name="The moors", by=owner)
        found: Examples = {
            "invitation": invite(organisation=organisation, email="new@ashmoor.example", role="viewer", by=owner).pk,
            "member": Membership.objects.get(user=owner).pk,
            "asked": JoinRequest.objects.create(organisation=organisation, user=asks).pk,
            "key": make_key(organisation=organisation, name="Payroll", role="viewer", days=30, by=owner)[0].pk,
            "group": group.pk,
        }
        found |= _extract_and_result(organisation)
    third = Organisation.objects.create(name="Coldharbour Homes", slug="coldharbour")
    with in_organisation(third):
        place = GroupPlace.objects.create(organisation=third, group=group)
    return found | {"place": place.pk} | WORDS


def _extract_and_result(organisation: Organisation) -> Examples:
    today, week = timezone.localdate(), timezone.now() + dt.timedelta(days=7)
    upload = Upload.objects.create(organisation=organisation, title="Staff in March", retain_until=week.date())
    run = Run.objects.create(organisation=organisation, upload=upload, title="March", policy="publish-10")
    result = Result.objects.create(
        organisation=organisation,
        run=run,
        title="March",
        snapshot_date=today,
        policy="publish-10",
        tables=0,
        findings=0,
        ledger_number=1,
    )
    link = ShareLink.objects.create(
        organisation=organisation, result=result, purpose="Board", token_digest="d" * 64, expires_at=week
    )
    webhook = Webhook.objects.create(organisation=organisation, address="https://hooks.example/footing")
    return {
        "upload": upload.pk,
        "upload_id": upload.pk,
        "run_id": run.pk,
        "result_id": result.pk,
        "link_id": link.pk,
        "webhook_id": webhook.pk,
    }


def made_up(examples: Examples) -> Examples:
    """The same names, with ids of nothing."""
    return {name: uuid4() if isinstance(value, UUID) else value for name, value in examples.items()}
