"""Joining, changing role, leaving, handing over: an organisation always has an owner, and each step is in its log."""

import datetime as dt
import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.utils import timezone

from footing_web.accounts import actions, queries
from footing_web.accounts.models import ApiKey, Invitation, JoinRequest, Membership, Organisation, Role, User
from footing_web.accounts.refusals import Refused
from footing_web.accounts.scoping import in_organisation
from footing_web.audit.queries import entries_of
from web.conftest import member, person

HERE = "/organisations/ashmoor"


@pytest.fixture
def inside(organisation):
    with in_organisation(organisation):
        yield organisation


def roles_of(organisation) -> dict[str, str]:
    with in_organisation(organisation):
        return dict(Membership.objects.values_list("user__email", "role"))


def actions_in_log(organisation) -> list[str]:
    with in_organisation(organisation):
        return [entry.action for entry in entries_of(organisation.pk)]


def link_in(letter) -> str:
    return re.search(r"https?://[^/]+(/\S+)", letter.body)[1]


def test_whoever_sets_an_organisation_up_owns_it_and_its_address_tells_nothing_of_others(db, signed_in):
    answers = {
        "name": "Ashmoor Council", "kind": "council", "sector": "public_administration",
        "region": "north_west", "size_band": "1000_to_4999",
    }  # fmt: skip
    founder = person("founder@ashmoor.example")
    for _ in range(2):
        assert signed_in(founder).post("/organisations/new/", answers).status_code == 302
    slugs = list(Organisation.objects.values_list("slug", flat=True))
    assert all(re.fullmatch(r"ashmoor-council-\w{4}", slug) for slug in slugs)
    assert [each.role for each in queries.memberships_of(founder)] == ["owner", "owner"]


def test_an_invitation_is_accepted_by_the_address_it_was_sent_to(
    owner, organisation, signed_in, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(owner).post(f"{HERE}/people/invite/", {"email": "New@Ashmoor.example", "role": "analyst"})
    assert [letter.to for letter in mail.outbox] == [["new@ashmoor.example"]]
    link = link_in(mail.outbox[0])
    newcomer = signed_in(person("new@ashmoor.example"))
    assert "Join Ashmoor Council" in newcomer.get(link).content.decode()
    assert newcomer.post(link)["Location"] == f"{HERE}/"
    assert roles_of(organisation)["new@ashmoor.example"] == "analyst"
    assert newcomer.get(link).status_code == 404
    assert actions_in_log(organisation) == ["members.invited", "members.joined"]


@pytest.mark.parametrize("somebody", [("else@ashmoor.example", True), ("new@ashmoor.example", False)])
def test_an_invitation_is_not_accepted_by_another_address_or_one_that_is_not_confirmed(
    owner, inside, signed_in, somebody, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        actions.invite(organisation=inside, email="new@ashmoor.example", role="viewer", by=owner)
    address, verified = somebody
    other = User.objects.create_user(email=address)
    EmailAddress.objects.create(user=other, email=address, verified=verified, primary=True)
    page = signed_in(other).post(link_in(mail.outbox[0])).content.decode()
    assert "This invitation was sent to another e-mail address" in page
    assert address not in roles_of(inside)


def test_an_invitation_ends_after_fourteen_days_and_can_be_withdrawn_before(owner, inside):
    newcomer = person("new@ashmoor.example")
    first = actions.invite(organisation=inside, email="new@ashmoor.example", role="viewer", by=owner)
    first.expires_at = timezone.now() - dt.timedelta(seconds=1)
    with pytest.raises(Refused, match="no longer be used"):
        actions.accept_invitation(invitation=first, by=newcomer)
    second = actions.invite(organisation=inside, email="new@ashmoor.example", role="viewer", by=owner)
    assert list(Invitation.objects.all()) == [second]
    actions.withdraw_invitation(invitation=second, by=owner)
    with pytest.raises(Refused, match="no longer be used"):
        actions.accept_invitation(invitation=second, by=newcomer)


def test_the_secret_of_an_invitation_is_not_stored(owner, inside, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        invitation = actions.invite(organisation=inside, email="new@ashmoor.example", role="viewer", by=owner)
    secret = link_in(mail.outbox[0]).split("/")[-2]
    assert secret not in str(Invitation.objects.values().get(pk=invitation.pk))


def test_a_member_is_not_invited_again(owner, viewer, inside):
    with pytest.raises(Refused, match="a member already"):
        actions.invite(organisation=inside, email="Viewer@ashmoor.example", role="viewer", by=owner)


def test_people_of_the_domain_ask_only_where_the_owner_has_opened_the_door(owner, organisation, signed_in):
    colleague = person("colleague@ashmoor.example")
    assert queries.organisations_to_ask(colleague) == []
    signed_in(owner).post(f"{HERE}/settings/domain/", {"domain": "ashmoor.example"})
    assert queries.organisations_to_ask(colleague) == [organisation]
    assert queries.organisations_to_ask(person("somebody@brackwater.example")) == []
    signed_in(colleague).post(f"{HERE}/ask/")
    page = signed_in(owner).get(f"{HERE}/people/").content.decode()
    assert "Asking to join" in page
    with in_organisation(organisation):
        asked = JoinRequest.objects.get()
    signed_in(owner).post(f"{HERE}/people/requests/{asked.pk}/admit/", {"role": "viewer"})
    assert roles_of(organisation)["colleague@ashmoor.example"] == "viewer"


def test_somebody_who_was_declined_is_told_and_may_ask_again(
    owner, organisation, signed_in, django_capture_on_commit_callbacks
):
    colleague = person("colleague@ashmoor.example")
    Organisation.objects.update(join_domain="ashmoor.example")
    organisation.refresh_from_db()
    request = actions.ask_to_join(organisation=organisation, by=colleague)
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(owner).post(f"{HERE}/people/requests/{request.pk}/decline/")
    assert mail.outbox[-1].to == ["colleague@ashmoor.example"]
    assert queries.organisations_to_ask(colleague) == [organisation]


@pytest.mark.parametrize(("domain", "words"), [("brackwater.example", "your own"), ("gmail.com", "Anybody can have")])
def test_a_door_is_opened_only_to_ones_own_domain_and_never_to_a_public_one(owner, inside, domain, words):
    EmailAddress.objects.create(user=owner, email="me@gmail.com", verified=True)
    with pytest.raises(Refused, match=words):
        actions.open_to_domain(organisation=inside, domain=domain, by=owner)


def test_the_last_owner_can_neither_leave_nor_be_made_less(owner, inside, signed_in):
    page = signed_in(owner).post(f"{HERE}/leave/").content.decode()
    assert "An organisation needs an owner" in page
    assert "Error: Leave Ashmoor Council?" in " ".join(page.split())
    with pytest.raises(Refused, match="your own role"):
        actions.change_role(membership=Membership.objects.get(user=owner), role="viewer", by=owner)


def test_of_two_owners_one_may_go_and_then_the_other_may_not(owner, inside):
    second = member(inside, Role.OWNER, "second@ashmoor.example")
    actions.leave(membership=Membership.objects.get(user=owner), by=owner)
    with pytest.raises(Refused, match="needs an owner"):
        actions.leave(membership=Membership.objects.get(user=second), by=second)


def test_a_handed_over_organisation_has_a_new_owner_and_both_are_told(
    owner, viewer, organisation, signed_in, django_capture_on_commit_callbacks
):
    with in_organisation(organisation):
        receiver = Membership.objects.get(user=viewer)
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(owner).post(f"{HERE}/settings/owner/", {"receiver": str(receiver.pk), "role_after": "analyst"})
    assert roles_of(organisation) == {"owner@ashmoor.example": "analyst", "viewer@ashmoor.example": "owner"}
    assert {letter.to[0] for letter in mail.outbox} == {"owner@ashmoor.example", "viewer@ashmoor.example"}
    assert signed_in(owner).get(f"{HERE}/settings/").status_code == 403


def test_a_changed_role_holds_at_once(owner, viewer, organisation, signed_in):
    with in_organisation(organisation):
        membership = Membership.objects.get(user=viewer)
    assert signed_in(viewer).get(f"{HERE}/people/").status_code == 403
    signed_in(owner).post(f"{HERE}/people/{membership.pk}/", {"role": "analyst"})
    assert signed_in(viewer).get(f"{HERE}/people/").status_code == 200
    assert actions_in_log(organisation) == ["members.role_changed"]


def test_keys_that_somebody_made_stop_working_when_they_go(owner, inside):
    second = member(inside, Role.OWNER, "second@ashmoor.example")
    for maker in (owner, second):
        actions.make_key(organisation=inside, name="Payroll", role="viewer", days=30, by=maker)
    actions.remove_member(membership=Membership.objects.get(user=second), by=owner)
    assert {key.made_by: key.works for key in ApiKey.objects.all()} == {owner: True, second: False}


def test_a_person_has_a_role_of_its_own_in_each_organisation(viewer, other_organisation, signed_in):
    with in_organisation(other_organisation):
        Membership.objects.create(organisation=other_organisation, user=viewer, role=Role.OWNER)
    client = signed_in(viewer)
    assert client.get("/organisations/brackwater/settings/").status_code == 200
    assert client.get("/organisations/ashmoor/settings/").status_code == 403


def test_a_letter_is_sent_only_when_what_it_tells_of_is_certain(owner, inside):
    actions.invite(organisation=inside, email="new@ashmoor.example", role="viewer", by=owner)
    assert mail.outbox == []
