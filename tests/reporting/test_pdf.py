"""The PDF: its structure as a screen reader finds it, its words, and letters that its typeface does not have."""

import datetime as dt
import io
import itertools
import re
from collections.abc import Iterator
from functools import cache

import pikepdf
import pypdf
import pytest

from footing.reporting.model import DataTable, Paragraph, Report, Section
from footing.reporting.paper import headings_of, on_paper
from footing.reporting.pdf import pdf_file
from footing.reporting.pdf.finishing import TablesDiffer, finished
from footing.reporting.pdf.letters import MISSING, settable
from footing.reporting.report import build_report
from footing.standards import load_catalogue
from reporting.assessments import council_assessment

DAY = dt.date(2026, 4, 15)


@cache
def report() -> Report:
    return build_report(council_assessment(), load_catalogue())


@cache
def content() -> bytes:
    return pdf_file(report(), made_on=DAY)


@pytest.fixture(scope="module")
def document() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(content())) as opened:
        yield opened


def elements(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every element of the tag tree, in reading order."""
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if "/S" in element:
            yield element
        children = element.get("/K", [])
        every = list(children) if isinstance(children, pikepdf.Array) else [children]
        waiting += [each for each in reversed(every) if isinstance(each, pikepdf.Dictionary)]


def tagged(document: pikepdf.Pdf, name: str) -> list[pikepdf.Object]:
    return [each for each in elements(document) if str(each.S) == f"/{name}"]


def tables(sections: tuple[Section, ...]) -> Iterator[DataTable]:
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, DataTable))
        yield from tables(section.sections)


def test_it_says_that_it_is_pdf_ua_and_has_title_language_and_tags(document):
    with document.open_metadata() as about:
        assert about["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert about["{http://purl.org/dc/elements/1.1/}title"] == report().title
    assert str(document.Root.Lang) == "en-GB"
    assert bool(document.Root.MarkInfo.Marked)
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)


def test_every_page_says_in_which_order_to_go_through_it(document):
    assert all(page.get("/Tabs") in (None, pikepdf.Name.S) for page in document.pages)
    assert all("/StructParents" in page for page in document.pages)


def test_headings_go_down_one_level_at_a_time(document):
    levels = [int(str(each.S)[2:]) for each in elements(document) if re.fullmatch(r"/H\d", str(each.S))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_bookmarks_name_every_section(document):
    with document.open_outline() as outline:
        assert [each.title for each in outline.root] == [section.title for section in on_paper(report()).sections]
        assert [each.title for each in outline.root[2].children] == [
            each.title for each in report().sections[2].sections
        ]


def test_every_picture_has_words(document):
    pictures = list(tagged(document, "Figure"))
    assert pictures
    assert all(len(str(each.get("/Alt", ""))) > 20 for each in pictures)


def test_every_table_has_a_caption_and_headings_that_say_what_they_head(document):
    found = tagged(document, "Table")
    assert len(found) == len(list(tables(on_paper(report()).sections)))
    assert len(tagged(document, "Caption")) >= len(found)
    for table, told in zip(found, tables(on_paper(report()).sections), strict=True):
        (head, *body) = rows_in(table)
        names, figures = len(told.headings), len(told.columns)
        assert [scope(cell) for cell in head] == ["/Column"] * (names + figures)
        assert all([scope(cell) for cell in row] == ["/Row"] * names + [None] * figures for row in body)
        assert len(body) == sum(len(group.rows) for group in told.groups)


def rows_in(table: pikepdf.Object) -> list[list[pikepdf.Object]]:
    """The cells of each row, head and body together."""
    parts = [part for part in table.K if str(part.S) in {"/THead", "/TBody"}]
    return [list(row.K) for part in parts for row in part.K]


def scope(cell: pikepdf.Object) -> str | None:
    """What a heading cell heads; nothing for a cell that is no heading."""
    attributes = cell.get("/A", [])
    every = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
    held = [str(each.Scope) for each in every if "/Scope" in each]
    assert bool(held) == (str(cell.S) == "/TH")
    return held[0] if held else None


def test_a_pdf_with_other_tables_than_the_report_is_refused():
    with pytest.raises(TablesDiffer):
        finished(content(), [1], {})


def test_every_link_within_it_leads_to_a_heading_and_says_which(document):
    places = set(pikepdf.NameTree(document.Root.Names.Dests))
    links = [each for page in document.pages for each in page.get("/Annots", [])]
    within = [each for each in links if "/Dest" in each]
    headings = dict(headings_of(on_paper(report()).sections))
    assert len(within) > len(report().sections)
    assert {str(each.Dest) for each in within} <= places & set(headings)
    assert all(headings[str(each.Dest)] in str(each.Contents) for each in within)
    assert all(str(each.A.URI).startswith("https://") for each in links if "/Dest" not in each)


def test_every_letter_is_in_the_file_itself(document):
    for page in document.pages:
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            (inner,) = font.DescendantFonts
            assert any(f"/FontFile{number}" in inner.FontDescriptor for number in ("", "2", "3"))
            assert "/ToUnicode" in font


def test_nothing_in_it_runs_or_leads_to_a_file(document):
    for number in range(1, len(document.objects)):
        one = document.objects[number]
        if isinstance(one, pikepdf.Dictionary):
            assert not {"/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/AA", "/OpenAction"} & set(one.keys())
            assert not str(one.get("/URI", "https://")).lower().startswith(("javascript", "file"))


def squeezed(text: str) -> str:
    """The text without what line breaks change."""
    return re.sub(r"[\s\-\u00ad\u2010]", "", text)


def test_every_figure_of_every_table_is_in_the_words_in_its_place():
    read = squeezed("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content())).pages))
    place, compared = 0, 0
    for table in tables(on_paper(report()).sections):
        place = read.index(squeezed(table.caption), place)
        for group in table.groups:
            for row in group.rows:
                line = squeezed("".join((*row.headers, *(cell.text for cell in row.cells))))
                found = read.find(line, place)
                assert found >= 0, (table.caption, row.headers)
                place = found + len(line)
                compared += len(row.cells)
    assert compared > 1000


def test_the_same_report_gives_the_same_bytes():
    assert pdf_file(report(), made_on=DAY) == content()


def test_letters_that_the_typeface_has_are_kept_and_others_marked():
    assert settable("Ŵyn Łódź Ελλάδα — £5 “ok”") == "Ŵyn Łódź Ελλάδα — £5 “ok”"
    assert settable("日本 👩") == f"{MISSING * 2} {MISSING}"
    assert settable("a\tb\nc\u202e\x01d") == "a b cd"
    assert settable({"one": ["日", None, 3]}) == {"one": [MISSING, None, 3]}


def test_a_report_of_words_alone_can_be_set():
    bare = Report(
        "T", None, "S", "D", "en-GB", (Section("one", "One", (Paragraph("#panic() $x$ <a> @b *c* 日 //"),)),), "C"
    )
    words = pypdf.PdfReader(io.BytesIO(pdf_file(bare, made_on=DAY))).pages[-1].extract_text()
    assert f"#panic() $x$ <a> @b *c* {MISSING} //" in words
