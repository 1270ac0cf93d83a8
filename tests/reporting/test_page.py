"""The page as a document: what a browser, a screen reader and a printer need of it, found in its text."""

import re
from itertools import pairwise

import pytest

from footing.reporting.html import html_page
from footing.reporting.outline import load_outline
from footing.reporting.report import build_report
from footing.standards import load_catalogue
from reporting.assessments import assess, council_assessment
from reporting.page_reader import Element, read_page
from reporting.staff import council_staff


@pytest.fixture(scope="module")
def content() -> bytes:
    return html_page(build_report(council_assessment(), load_catalogue(), tables_folder="tables"))


@pytest.fixture(scope="module")
def page(content) -> Element:
    return read_page(content)


def test_the_page_says_its_language_its_title_and_its_letters(page):
    assert page.all("html")[0].attributes["lang"] == "en-GB"
    assert page.all("title")[0].text() == "Northvale Council: social mobility report"
    assert any(meta.attributes.get("charset") == "utf-8" for meta in page.all("meta"))


def test_there_is_one_first_heading_and_no_level_is_jumped(page):
    levels = [int(heading.tag[1]) for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_heading_is_empty_and_no_section_is_without_content(page):
    assert all(heading.text() for heading in page.all("h1", "h2", "h3", "h4", "h5"))
    for section in page.all("section"):
        assert len([each for each in section.every() if each.text()]) > 1


def test_there_is_a_way_to_skip_to_the_content(page):
    first_link = page.all("a")[0]
    assert first_link.attributes["href"] == "#content"
    assert page.all("main")[0].attributes["id"] == "content"


def test_every_id_is_used_once_and_every_link_within_the_page_leads_somewhere(page):
    ids = [each.attributes["id"] for each in page.every() if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    targets = {link.attributes["href"][1:] for link in page.all("a") if link.attributes["href"].startswith("#")}
    assert targets <= set(ids)
    labels = " ".join(each.attributes.get("aria-labelledby", "") for each in page.every()).split()
    assert set(labels) <= set(ids)


def test_nothing_is_fetched_and_nothing_is_run(page):
    assert not page.all("script", "iframe", "object", "embed", "img", "video", "audio", "form", "input", "button")
    assert all(link.attributes["href"].startswith("data:") for link in page.all("link"))
    assert not [name for each in page.every() for name in each.attributes if name.startswith("on")]
    style = page.all("style")[0].text()
    assert not re.search(r"url\(|@import|@font-face|expression\(", style)
    policies = [meta.attributes.get("content", "") for meta in page.all("meta")]
    assert any(policy.startswith("default-src 'none'; style-src 'unsafe-inline'") for policy in policies)
    for each in page.every():
        for name in ("src", "srcset", "xlink:href", "action", "poster"):
            assert name not in each.attributes


def test_links_go_within_the_page_to_the_tables_beside_it_or_to_a_public_source(page):
    for link in page.all("a"):
        assert re.match(r"#|tables/[a-z0-9_.-]+\.csv$|https://", link.attributes["href"])


def test_every_table_has_a_caption_and_every_heading_cell_says_what_it_heads(page):
    tables = page.all("table")
    assert len(tables) > 50
    for table in tables:
        assert table.all("caption")[0].text()
        for cell in table.all("th"):
            assert cell.attributes["scope"] in ("col", "row", "rowgroup")


def test_every_row_of_a_table_is_as_wide_as_its_headings(page):
    for table in page.all("table"):
        width = len(table.all("thead")[0].all("th"))
        for row in table.all("tbody")[0].all("tr"):
            cells = row.all("th", "td")
            assert sum(int(cell.attributes.get("colspan", 1)) for cell in cells) == width


def test_a_table_that_scrolls_can_be_reached_by_keyboard_and_has_a_name(page):
    for region in (each for each in page.all("div") if each.attributes.get("class") == "scroll"):
        assert region.attributes["tabindex"] == "0"
        assert region.attributes["role"] == "group"
        assert region.attributes["aria-labelledby"]


def test_every_figure_has_a_takeaway_and_a_picture_in_words_at_each_width(page):
    figures = page.all("figure")
    assert 5 <= len(figures) <= 16
    for figure in figures:
        takeaway = next(each.text() for each in figure.all("p") if each.attributes.get("class") == "takeaway")
        pictures = figure.all("svg")
        assert len(pictures) == 2
        for picture in pictures:
            assert picture.attributes["role"] == "img"
            assert picture.all("title")[0].text() == takeaway
            assert len(picture.all("desc")[0].text()) > 20


def test_the_figures_of_every_chart_are_in_a_table_of_the_same_section(page):
    for section in page.all("section"):
        own = [each for each in section.children if isinstance(each, Element)]
        if any(each.tag == "figure" for each in own) and section.attributes["id"] != "summary":
            assert any(each.all("table") for each in own)


def test_a_withheld_cell_says_why(page):
    cells = [cell for cell in page.all("td") if cell.text() == "[c]"]
    assert cells
    assert all("withheld" in cell.attributes["title"].lower() for cell in cells)
    for table in (each for each in page.all("div", "details") if each.all("table")):
        if "[c]" in table.text() and table.tag == "details":
            assert any(note.text().startswith("[c] Withheld:") for note in table.all("li"))


def test_the_sections_come_in_the_order_they_are_read(page):
    titles = [section.all("h2")[0].text() for section in page.all("section") if section.all("h2")]
    assert titles == [
        "The two-minute summary",
        "The journey, stage by stage",
        "How to read this report",
        "Who works here",
        "Who answered",
        "What the missing answers could change",
        "Getting on",
        "What was withheld, and why",
        "What was not measured",
        "How to challenge a figure",
        "How this is worked out",
        "Sources and licences",
        "Where these numbers come from",
    ]


def test_every_number_can_be_traced(page):
    record = next(section for section in page.all("section") if section.attributes["id"] == "record").text()
    manifest = council_assessment().manifest
    for trace in ("5f" * 32, "a7" * 32, manifest.policy, str(manifest.seed), manifest.footing_version, manifest.engine):
        assert trace in record
    assert all(table.id in record for table in council_assessment().tables)


def test_every_measure_in_the_report_says_how_it_is_worked_out(page):
    methods = next(section for section in page.all("section") if section.attributes["id"] == "methods").text()
    for measure in council_assessment().manifest.measures:
        definition = load_catalogue().measure(measure)
        assert definition.title in methods
        assert definition.numerator in methods


def test_sources_are_named_with_their_licences(page):
    sources = next(section for section in page.all("section") if section.attributes["id"] == "sources")
    assert "Social Mobility Commission" in sources.text()
    assert "Open Government Licence v3.0" in sources.text()
    assert all(link.attributes["href"].startswith("https://") for link in sources.all("a"))


def test_a_table_that_is_too_long_for_a_page_is_left_to_the_data_files():
    short = load_outline().model_copy(update={"rows_in_page": 9})
    page = read_page(html_page(build_report(council_assessment(), load_catalogue(), outline=short)))
    assert (
        "Number of people by grade: 11 lines, too long for a page. "
        "The data files hold it as representation.parental_occupation.by_grade." in page.text()
    )
    section = next(each for each in page.all("section") if each.attributes["id"] == "representation")
    assert max(len(table.all("tr")) for table in section.all("table")) <= 12


def test_a_report_of_an_organisation_without_a_name_has_a_title():
    assessment = assess(council_staff(400), characteristics={}, organisation=None)
    page = read_page(html_page(build_report(assessment, load_catalogue())))
    assert page.all("h1")[0].text() == "Social mobility report"
    assert "None" not in page.all("h1")[0].text()
    assert "This organisation" in page.all("figure")[0].text()
