"""The pages of an organisation in a real browser: no axe violation, no sideways scrolling, no script needed."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from django.urls import reverse

from footing_web.accounts import actions
from footing_web.accounts.models import JoinRequest, Organisation
from footing_web.accounts.scoping import in_organisation
from footing_web.audit.actions import write_entry
from web.accounts.test_pages import PAGES
from web.conftest import person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HERE = "/organisations/ashmoor/"
LONG = "Care homes, day centres and everything else that is arranged for adults in the west of the county"


@pytest.fixture
def lived_in(organisation: Organisation, owner, viewer, plan_lead) -> Organisation:
    """An organisation in which everything has happened that the pages can show."""
    with in_organisation(organisation):
        actions.set_units(organisation=organisation, paths=[("Adults", LONG)], by=owner)
        for _ in range(50):
            write_entry("members.asked_to_join", by=owner.pk, organisation=organisation.pk, subject="member:1")
        actions.set_grades(organisation=organisation, grades=[("Band 1", "Band 1", False)], by=owner)
        actions.invite(organisation=organisation, email="new@ashmoor.example", role="viewer", by=owner)
        JoinRequest.objects.create(organisation=organisation, user=person("asks@ashmoor.example", name="Asks Often"))
        key, _ = actions.make_key(organisation=organisation, name=LONG[:80], role="viewer", days=30, by=owner)
        actions.make_key(organisation=organisation, name="Payroll", role="analyst", days=90, by=owner)
        actions.withdraw_key(key=key, by=owner)
        actions.start_group(organisation=organisation, name="Councils of the moors", by=owner)
    return organisation


def faults_of(page) -> list[str]:
    found = [f"{page.url}: {fault['id']}" for fault in Axe().run(page).response["violations"]]
    sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return found + ([f"{page.url}: {sideways} px too wide"] if sideways > 0 else [])


@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_on_any_page_and_every_page_fits(open_as, owner, lived_in, width):
    page = open_as(owner, HERE, width=width)
    found = []
    for name in PAGES:
        page.goto(reverse(f"accounts:{name}", args=["ashmoor"]))
        found += faults_of(page)
    page.goto("/api/v1/docs")
    assert found + faults_of(page) == []


def test_a_form_with_faults_is_clean_and_each_line_of_its_summary_leads_to_the_field(open_as, owner, lived_in):
    page = open_as(owner, f"{HERE}people/invite/")
    page.get_by_role("button", name="Send the invitation").click()
    assert page.title().startswith("Error: ")
    assert faults_of(page) == []
    links = page.locator(".govuk-error-summary a")
    assert links.count() == 2
    for number in range(2):
        assert page.locator(links.nth(number).get_attribute("href")).count() == 1


@pytest.mark.parametrize(("javascript", "width"), [(True, 1280), (False, 375)])
def test_somebody_is_invited_joins_and_is_removed(open_as, owner, javascript, width):
    page = open_as(owner, HERE, javascript=javascript, width=width)
    page.goto(f"{HERE}people/")
    page.get_by_role("button", name="Invite somebody").click()
    page.get_by_label("E-mail address").fill("new@ashmoor.example")
    page.get_by_label("Analyst").check()
    page.get_by_role("button", name="Send the invitation").click()
    assert page.get_by_text("An invitation is on its way to new@ashmoor.example.").is_visible()
    link = re.search(r"https?://[^/]+(/\S+)", mail.outbox[0].body)[1]
    theirs = open_as(person("new@ashmoor.example", name="Nell New"), link, javascript=javascript, width=width)
    theirs.get_by_role("button", name="Join").click()
    assert theirs.get_by_text("You have joined Ashmoor Council.").is_visible()
    page.goto(f"{HERE}people/")
    page.get_by_role("link", name="Remove Nell New").click()
    page.get_by_role("button", name="Remove this member").click()
    assert page.get_by_text("Nell New is no longer a member.").is_visible()
    theirs.goto(HERE)
    assert theirs.get_by_role("heading", name="Page not found").is_visible()
