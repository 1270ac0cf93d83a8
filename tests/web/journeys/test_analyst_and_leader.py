"""The whole way of the analyst and of the leader, with scripts and without, at a desk and on a phone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from footing_web.accounts.models import Role
from footing_web.accounts.scoping import in_organisation
from footing_web.results.jobs import carry_out_run
from footing_web.results.models import Result, Run
from web.conftest import PASSWORD, member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WAYS = pytest.mark.parametrize(("javascript", "width"), [(True, 1280), (True, 375), (False, 1280), (False, 375)])


def sign_in(page: Page, email: str) -> None:
    page.get_by_role("link", name="Sign in").first.click()
    page.get_by_label("E-mail address").fill(email)
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def open_part(page: Page, name: str) -> None:
    """Follow a link of the navigation, which is folded on a phone where scripts run."""
    menu = page.get_by_role("button", name="Menu")
    if menu.count() and menu.first.is_visible():
        menu.first.click()
    page.get_by_role("link", name=name, exact=True).first.click()


def look(page: Page, javascript: bool, width: int) -> None:
    """Nothing wrong for assistive technology, and never wider than the screen."""
    expect(page.locator("h1")).to_be_visible()
    if javascript:
        found = Axe().run(page).response["violations"]
        assert [f"{each['id']}: {each['nodes'][0]['target']}" for each in found] == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url


@WAYS
def test_an_analyst_goes_from_an_extract_to_a_report_and_shares_it(  # noqa: PLR0917
    open_as, analyst, organisation, sample, javascript, width, tmp_path
):
    page = open_as(None, "/", javascript=javascript, width=width)
    look(page, javascript, width)
    sign_in(page, analyst.email)
    open_part(page, "Extracts")
    page.get_by_role("button", name="Hand in an extract").click()
    page.get_by_label("What shall we call this extract?").fill("Staff in March")
    page.set_input_files("input[name=extract]", sample.staff)
    page.get_by_role("button", name="Hand in", exact=True).click()
    page.get_by_role("link", name="Confirm", exact=True).click()
    page.get_by_role("button", name="Confirm and keep").click()
    page.get_by_role("button", name="Run an assessment").click()
    look(page, javascript, width)
    page.get_by_role("button", name="Start the assessment").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    finish_runs(organisation)
    page.reload()
    expect(page.locator(".key-figures").first).to_be_visible()
    look(page, javascript, width)
    open_pages_of_result(page)
    page.get_by_role("link", name="All measures").first.click()
    page.get_by_role("link", name="Share of people by background").click()
    look(page, javascript, width)
    download_and_share(page, tmp_path)


def finish_runs(organisation) -> None:
    """Be the worker: in tests jobs are done at once, but for those that wait for the end of a transaction."""
    with in_organisation(organisation):
        waiting = [str(run.pk) for run in Run.objects.filter(state="queued")]
    for run in waiting:
        carry_out_run.func(run)
    with in_organisation(organisation):
        assert Result.objects.exists(), list(Run.objects.values_list("state", "failure_words"))


def open_pages_of_result(page: Page) -> None:
    """The pages of a result are folded on a phone."""
    folded = page.locator(".result-pages summary")
    if folded.count() and folded.first.is_visible():
        folded.first.click()


def download_and_share(page: Page, tmp_path) -> None:
    """The report as a file, and a link for the board."""
    result = re.match(r"(.*/results/[^/]+/)", page.url)[1]
    page.goto(f"{result}files/")
    with page.expect_download() as started:
        page.locator("a[href$='/full/html/'], a[href*='/html/']").first.click()
    started.value.save_as(tmp_path / "report.html")
    assert "<h1" in (tmp_path / "report.html").read_text(encoding="utf-8")
    page.goto(f"{result}links/")
    page.get_by_label("Who or what is the link for?").fill("Board")
    page.get_by_label("7 days").check()
    page.get_by_role("button", name="Make the link").click()
    expect(page.locator(".result-address")).to_be_visible()


@WAYS
def test_a_leader_sees_the_picture_challenges_a_figure_and_changes_nothing(  # noqa: PLR0917
    open_as, organisation, analyst, release_to, javascript, width
):
    with in_organisation(organisation):
        release_to(organisation, analyst)
    leader = member(organisation, Role.VIEWER, "chief.executive@ashmoor.example")
    page = open_as(None, "/", javascript=javascript, width=width)
    sign_in(page, leader.email)
    open_part(page, "Results")
    look(page, javascript, width)
    assert page.get_by_role("button", name="Run an assessment").count() == 0
    page.get_by_role("link", name="Staff in March").first.click()
    expect(page.locator(".key-figures").first).to_be_visible()
    look(page, javascript, width)
    open_pages_of_result(page)
    page.get_by_role("link", name="Findings", exact=True).first.click()
    look(page, javascript, width)
    page.locator("main a[href*='/measures/'][href*='table=']").first.click()
    expect(page.get_by_text("How it is worked out").first).to_be_visible()
    look(page, javascript, width)
    assert page.locator("table").count() > 0
    assert page.get_by_role("link", name="Extracts", exact=True).count() == 0
