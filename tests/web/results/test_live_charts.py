"""Charts on a page that is alive: each mark says its figure to whoever points at it, by hand, finger or keyboard."""

import pytest
from django.urls import reverse

from footing_web.accounts.scoping import in_organisation
from web.results.test_in_a_browser import DESK, PHONE, faults_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def address(organisation, owner, analyst, release_to):
    with in_organisation(organisation):
        result = release_to(organisation, analyst)
    one = {"slug": organisation.slug, "result_id": result.pk, "measure": "background_share"}
    return reverse("results:measure", kwargs=one)


def by_sex(page):
    """The picture of the figures by sex, chosen as anybody would."""
    page.get_by_label("Divided by").select_option(label="By sex")
    page.get_by_role("button", name="Show").click()
    return page.locator(".report .chart:visible").first


def figures_beside(page) -> str:
    return page.inner_text(".report table")


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_pointing_at_a_mark_says_its_name_and_its_figure_as_the_table_has_them(open_as, viewer, address, width):
    page = open_as(viewer, address, width=width)
    chart = by_sex(page)
    chart.locator(".chart-mark").first.hover(force=True)
    name, figure = page.inner_text(".chart-told--shown").rsplit(": ", 1)
    assert figure.split(" ")[0] in figures_beside(page)
    assert name.split(", ")[0] in page.inner_text(".report table")
    assert faults_of(page) == []
    page.keyboard.press("Escape")
    assert page.locator(".chart-told--shown").count() == 0


def test_the_arrow_keys_read_every_mark_and_stop_at_the_last(open_as, viewer, address):
    page = open_as(viewer, address)
    chart = by_sex(page)
    marks = chart.locator(".chart-mark").count()
    assert marks > 0
    chart.focus()
    said = []
    for _ in range(marks + 1):
        page.keyboard.press("ArrowRight")
        said.append(page.inner_text(".chart-told--shown"))
    assert said[-1] == said[-2] == chart.locator(".chart-mark").last.get_attribute("data-told")
    assert len(set(said)) == marks
    page.keyboard.press("Home")
    assert page.inner_text(".chart-told--shown") == said[0]


def test_what_a_mark_says_lies_within_the_page(open_as, viewer, address):
    page = open_as(viewer, address, width=PHONE)
    by_sex(page).focus()
    page.keyboard.press("End")
    box = page.locator(".chart-told--shown").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE


def test_without_a_script_the_chart_stands_still_and_promises_nothing(open_as, viewer, address):
    page = open_as(viewer, address, javascript=False)
    assert page.locator(".report .chart:visible").count() > 0
    assert page.locator(".chart-told, .chart-hint").count() == 0
