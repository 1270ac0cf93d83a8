"""Editors write, reviewers publish, versions are compared, what is scheduled comes out, reviews are asked for."""

import datetime as dt
import re
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from django_scopes import scopes_disabled

from footing_web.accounts.models import User
from footing_web.audit.models import AuditEntry
from footing_web.library import duties
from footing_web.library.models import ActionPage, ToolkitPage
from web.accounts.test_second_step import ADDRESS, code_of, set_up_app
from web.conftest import person

pytestmark = pytest.mark.django_db

SLUG = "structured-interviews"


@pytest.fixture(autouse=True)
def nothing_counted_yet(db):
    cache.clear()


def let_in(group: str) -> tuple[Client, User]:
    """Somebody of a group who has used the second step."""
    client, secret = set_up_app()
    user = User.objects.get(email=ADDRESS)
    user.groups.add(Group.objects.get(name=group))
    cache.clear()
    client.post("/accounts/2fa/reauthenticate/?next=/cms/", {"code": code_of(secret)})
    return client, user


def test_an_editor_can_open_the_editing_of_every_kind_of_page(toolkit):
    client, _ = let_in("Editors")
    kinds = {type(page): page for page in ToolkitPage.objects.live().specific()}
    assert len(kinds) >= 8
    for page in kinds.values():
        assert client.get(f"/cms/pages/{page.pk}/edit/").status_code == 200, page.address


def test_an_editor_cannot_publish_and_a_reviewer_can(toolkit):
    page = ActionPage.objects.get(slug=SLUG)
    editor = person("editor@footing.example")
    editor.groups.add(Group.objects.get(name="Editors"))
    reviewer = person("reviewer@footing.example")
    reviewer.groups.add(Group.objects.get(name="Moderators"))
    assert page.permissions_for_user(editor).can_edit()
    assert not page.permissions_for_user(editor).can_publish()
    assert page.permissions_for_user(reviewer).can_publish()
    assert page.get_workflow() is not None


def test_what_an_editor_submits_comes_out_when_a_reviewer_approves(toolkit):
    page = ActionPage.objects.get(slug=SLUG)
    editor = person("editor@footing.example")
    editor.groups.add(Group.objects.get(name="Editors"))
    reviewer = person("reviewer@footing.example", is_superuser=True)
    page.title = "Ask everybody the same"
    page.save_revision(user=editor)
    state = page.get_workflow().start(page, editor)
    assert "Ask everybody the same" not in Client().get(page.address).content.decode()
    state.current_task_state.approve(user=reviewer)
    assert "Ask everybody the same" in Client().get(page.address).content.decode()


def test_the_first_change_can_be_compared_with_what_was_loaded(toolkit):
    client, user = let_in("Editors")
    page = ActionPage.objects.get(slug=SLUG)
    first = page.latest_revision
    page.what = "Put the same questions to everybody."
    second = page.save_revision(user=user)
    compared = client.get(f"/cms/pages/{page.pk}/revisions/compare/{first.pk}...{second.pk}/")
    assert compared.status_code == 200
    assert re.search(r'<span class="addition">.*everybody', compared.content.decode())


def test_a_page_that_is_scheduled_comes_out_at_its_time(toolkit):
    page = ActionPage.objects.get(slug=SLUG)
    page.title, page.go_live_at = "From tomorrow on", timezone.now() + dt.timedelta(days=1)
    scheduled = page.save_revision(approved_go_live_at=page.go_live_at)
    duties.look_after(now=timezone.now())
    assert "From tomorrow on" not in Client().get(page.address).content.decode()
    scheduled.refresh_from_db()
    scheduled.approved_go_live_at = timezone.now() - dt.timedelta(minutes=1)
    scheduled.content["go_live_at"] = scheduled.approved_go_live_at.isoformat()
    scheduled.save()
    duties.look_after(now=timezone.now())
    assert "From tomorrow on" in Client().get(page.address).content.decode()


def test_reviewers_are_reminded_once_a_week_of_what_is_due(toolkit):
    person("reviewer@footing.example").groups.add(Group.objects.get(name="Moderators"))
    today = timezone.localdate()
    ActionPage.objects.filter(slug=SLUG).update(review_due=today - dt.timedelta(days=1))
    assert [duties.remind_reviewers(on=today) for _ in range(2)] == [1, 0]
    (letter,) = mail.outbox
    assert letter.to == ["reviewer@footing.example"]
    assert f"/toolkit/actions/{SLUG}/" in letter.body


def test_nobody_is_reminded_while_nothing_is_due(toolkit):
    person("reviewer@footing.example").groups.add(Group.objects.get(name="Moderators"))
    ToolkitPage.objects.update(review_due=timezone.localdate() + dt.timedelta(days=30))
    assert duties.remind_reviewers(on=timezone.localdate()) == 0


def test_the_first_page_of_the_editing_lists_reviews_that_are_due_and_no_accounts(toolkit):
    client, _ = let_in("Moderators")
    ActionPage.objects.filter(slug=SLUG).update(review_due=timezone.localdate())
    page = client.get("/cms/").content.decode()
    assert "Reviews that are due: 1" in page
    assert "/cms/users/" not in page


def test_the_editing_pages_have_a_policy_of_their_own_and_previews_may_stand_in_a_frame(toolkit):
    client, _ = let_in("Editors")
    headers = client.get("/cms/").headers
    assert "'unsafe-inline'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert "unsafe-eval" not in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "SAMEORIGIN"


def test_a_command_makes_editors_and_reviewers_and_the_log_says_so(toolkit):
    user = person("new@footing.example")
    call_command("make_editor", "new@footing.example", "--role", "reviewer", stdout=StringIO())
    assert user.has_perm("wagtailadmin.access_admin")
    call_command("make_editor", "new@footing.example", "--no-longer", stdout=StringIO())
    assert not User.objects.get(pk=user.pk).has_perm("wagtailadmin.access_admin")
    with scopes_disabled():
        actions = set(AuditEntry.objects.filter(subject=f"user:{user.pk}").values_list("action", flat=True))
    assert actions == {"account.made_reviewer", "account.no_longer_editor"}
    with pytest.raises(CommandError):
        call_command("make_editor", "nobody@footing.example")
