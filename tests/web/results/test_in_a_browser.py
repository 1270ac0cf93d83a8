"""Results in a real browser: on a desk and on a phone, with and without JavaScript, by keyboard, and with axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page

from footing_web.accounts.scoping import in_organisation
from footing_web.results.actions.links import make_link
from footing_web.results.actions.runs import cancel_run, fail_run
from footing_web.results.models import Run

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DESK, PHONE = 1280, 375


def faults_of(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']} at {[node['target'] for node in each['nodes']][:3]}" for each in found]


def fits(page: Page, width: int) -> bool:
    return page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.fixture
def addresses(organisation, owner, analyst, release_to):
    """Every page of results by name, with one that was released, one stopped and one that waits."""
    with in_organisation(organisation):
        result = release_to(organisation, analyst)
        runs = [
            Run.objects.create(organisation=organisation, upload=result.run.upload, title=title, policy="publish-10")
            for title in ("Waits", "Was cancelled", "Has stopped")
        ]
        cancel_run(run=runs[1], by=analyst)
        fail_run(run=runs[2], code="D008", words="Fewer than 10 people differ. Wait until more people have joined.")
        _, secret = make_link(result=result, purpose="Board", days=7, by=analyst)
    all_of_them, one = {"slug": organisation.slug}, {"slug": organisation.slug, "result_id": result.pk}
    found = {name: reverse(f"results:{name}", kwargs=all_of_them) for name in ("index", "start", "compare", "ledger")}
    for name in ("overview", "findings", "measures", "files", "links"):
        found[name] = reverse(f"results:{name}", kwargs=one)
    found["section"] = reverse("results:section", kwargs={**one, "section": "representation"})
    found["withheld"] = reverse("results:section", kwargs={**one, "section": "withheld"})
    found["measure"] = reverse("results:measure", kwargs={**one, "measure": "background_share"})
    found["nothing"] = reverse("results:measure", kwargs={**one, "measure": "hiring_stage_rate"})
    for run, name in zip(runs, ("waits", "cancelled", "stopped"), strict=True):
        found[name] = reverse("results:run", kwargs={**all_of_them, "run_id": run.pk})
    found["webhooks"] = reverse("results:webhooks", kwargs=all_of_them)
    found["shared"] = reverse("results:shared_overview", kwargs={"token": secret})
    return found


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_axe_finds_nothing_on_any_page_of_results_and_every_page_fits(open_as, owner, addresses, width):
    page = open_as(owner, addresses["index"], width=width)
    for name, address in addresses.items():
        page.goto(address)
        assert faults_of(page) == [], name
        assert fits(page, width), name


def test_axe_finds_nothing_on_a_form_with_faults_and_its_summary_leads_to_the_field(open_as, owner, addresses):
    page = open_as(owner, addresses["links"])
    page.get_by_role("button", name="Make the link").click()
    assert page.title().startswith("Error: ")
    assert faults_of(page) == []
    page.get_by_role("link", name="This field is required.").first.click()
    assert page.evaluate("document.activeElement.id") == "id_purpose"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_goes_from_the_overview_to_the_figures_and_chooses_what_to_see(open_as, viewer, addresses, javascript):
    page = open_as(viewer, addresses["overview"], javascript=javascript)
    page.get_by_role("link", name="All measures").click()
    page.get_by_role("link", name="Share of people by background").click()
    page.get_by_label("Divided by").select_option(label="By sex")
    page.get_by_role("button", name="Show").click()
    page.get_by_label("Chart of").select_option(label="Professional background")
    page.get_by_role("button", name="Show").click()
    assert "Professional background by sex" in page.inner_text(".report .figure")
    page.get_by_label("Compared with").select_option(label="No benchmark")
    page.get_by_role("button", name="Show").click()
    assert "Benchmark" not in page.inner_text(".report table thead")


def test_the_parts_of_a_result_are_reached_by_keyboard_on_a_phone(open_as, viewer, addresses):
    page = open_as(viewer, addresses["overview"], width=PHONE)
    page.locator(".result-pages summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/findings/")
    assert page.title().startswith("Findings: ")


def test_no_page_asks_for_anything_from_elsewhere_or_breaks_the_content_policy(open_as, viewer, addresses):
    page = open_as(viewer, addresses["overview"])
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    for name in ("overview", "section", "measure", "findings"):
        page.goto(addresses[name])
    assert said == []
    assert {each.split("/")[2] for each in asked} == {page.url.split("/")[2]}
