"""The report as people meet it: at a desk, on a phone, by keyboard, by ear and on paper."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 375, "height": 812}
NARROWEST = {"width": 320, "height": 640}
"""What a page of 1,280 pixels shrinks to at 400 % (WCAG 2.2, 1.4.10)."""

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@dataclass
class Visit:
    """An open page and everything that went on behind it."""

    page: Page
    asked_for: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser: Browser, report_folder: Path, request) -> Iterator[Visit]:
    context = browser.new_context(viewport=request.param, reduced_motion="reduce")
    page = context.new_page()
    visit = Visit(page)
    page.on("request", lambda asked: visit.asked_for.append(asked.url))
    page.on("console", lambda message: visit.complaints.append(message.text))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.goto((report_folder / "report.html").as_uri())
    yield visit
    context.close()


def at(*viewports: dict[str, int]) -> pytest.MarkDecorator:
    names = [f"{each['width']} wide" for each in viewports]
    return pytest.mark.parametrize("visit", viewports, ids=names, indirect=True)


def open_everything(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


@at(DESK, PHONE)
def test_axe_finds_nothing(visit):
    found = Axe().run(visit.page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


@at(DESK, PHONE)
def test_axe_finds_nothing_with_everything_unfolded(visit, short_report_folder):
    visit.page.goto((short_report_folder / "report.html").as_uri())
    open_everything(visit.page)
    found = Axe().run(visit.page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


@at(DESK, PHONE)
def test_nothing_is_asked_of_the_network_and_nothing_is_complained_about(visit):
    open_everything(visit.page)
    visit.page.wait_for_timeout(100)
    assert visit.complaints == []
    assert [url.split(":")[0] for url in visit.asked_for] == ["file"]


@at(DESK, PHONE, NARROWEST)
def test_the_page_never_scrolls_sideways(visit):
    open_everything(visit.page)
    assert visit.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@at(NARROWEST)
def test_a_wide_table_scrolls_on_its_own_and_by_keyboard(visit):
    open_everything(visit.page)
    table = visit.page.locator(
        ".scroll",
        has=visit.page.locator("#table-representation-parental-occupation-by-grade-lower-socio-economic-background"),
    )
    table.focus()
    assert table.evaluate("each => each.scrollWidth > each.clientWidth")
    visit.page.keyboard.press("ArrowRight")
    visit.page.wait_for_timeout(200)
    assert table.evaluate("each => each.scrollLeft") > 0


@at(DESK, PHONE)
def test_one_picture_of_each_figure_is_seen_and_it_fits(visit):
    for figure in visit.page.locator("figure").all():
        shown = [each for each in figure.locator("svg").all() if each.is_visible()]
        assert len(shown) == 1
        box = shown[0].bounding_box()
        assert box is not None
        assert 280 <= box["width"] <= visit.page.viewport_size["width"]


@at(PHONE)
def test_words_in_a_picture_are_large_enough_on_a_phone(visit):
    sizes = visit.page.evaluate(
        "[...document.querySelectorAll('svg.chart-narrow text')].map(each => each.getBoundingClientRect().height)"
    )
    assert sizes
    assert min(size for size in sizes if size) >= 11


@at(DESK, PHONE)
def test_the_keyboard_reaches_the_content_first_then_everything_in_order(visit):
    page = visit.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    met = []
    for _ in range(40):
        page.keyboard.press("Tab")
        met.append(page.evaluate(WHERE_FOCUS_IS))
    assert all(each["seen"] for each in met)
    assert [each["place"] for each in met] == sorted(each["place"] for each in met)
    assert any(each["tag"] == "SUMMARY" for each in met)


WHERE_FOCUS_IS = """() => {
    const every = [...document.querySelectorAll('a, summary, [tabindex="0"]')]
    const here = document.activeElement
    const style = getComputedStyle(here)
    return {
        place: every.indexOf(here),
        tag: here.tagName,
        seen: style.outlineStyle !== 'none' && here.getBoundingClientRect().height > 0,
    }
}"""


@at(DESK)
def test_a_folded_table_opens_with_the_enter_key(visit):
    page = visit.page
    folded = page.locator("details").first
    folded.locator("summary").focus()
    assert not folded.locator("table").is_visible()
    page.keyboard.press("Enter")
    assert folded.locator("table").is_visible()


@at(DESK)
def test_a_link_of_the_summary_leads_to_its_figures(visit):
    page = visit.page
    page.get_by_role("link", name="See the figures").first.click()
    target = page.locator(f"[id='{page.url.split('#')[1]}']")
    assert target.bounding_box()["y"] < DESK["height"] / 2
    assert target.locator("figure, table").count() > 0


@at(DESK)
def test_printing_gives_pages_with_every_table_that_is_folded_on_the_screen(visit, tmp_path):
    visit.page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    content = (tmp_path / "report.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert 5 < content.count(b"/Type /Page\n") < 90
    visit.page.emulate_media(media="print")
    assert not visit.page.locator(".contents").is_visible()
    tables = visit.page.locator("table").all()
    assert tables
    assert all(table.is_visible() for table in tables)
    assert visit.page.locator("svg.chart-wide").first.is_visible()


@at(DESK)
def test_the_report_reads_without_its_style(visit):
    visit.page.evaluate("document.querySelector('style').remove()")
    outline = visit.page.locator("main").aria_snapshot()
    assert outline.index("The two-minute summary") < outline.index("Who works here") < outline.index("Sources and")
    assert 'img "' in outline
