"""The Word document: real headings and styles, tables with repeated headings, words for pictures, the same figures."""

import datetime as dt
import io
import itertools
import re
import zipfile
from functools import cache

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from footing.reporting.html import html_page
from footing.reporting.model import Report
from footing.reporting.paper import on_paper
from footing.reporting.report import build_report
from footing.reporting.word import word_file
from footing.standards import load_catalogue
from reporting.assessments import council_assessment
from reporting.page_reader import page_tables, read_page

DAY = dt.date(2026, 4, 15)


@cache
def report() -> Report:
    return build_report(council_assessment(), load_catalogue())


@cache
def content() -> bytes:
    return word_file(report(), made_on=DAY)


@pytest.fixture(scope="module")
def document() -> Document:
    return docx.Document(io.BytesIO(content()))


def captions(document: Document) -> list[str]:
    """The paragraph in front of each table."""
    body = list(document.element.body)
    places = [place for place, each in enumerate(body) if each.tag == qn("w:tbl")]
    return ["".join(node.text or "" for node in body[place - 1].iter(qn("w:t"))) for place in places]


def test_it_has_a_title_an_author_and_a_language(document):
    about = document.core_properties
    assert about.title == report().title
    assert about.author == "Northvale Council"
    assert about.language == "en-GB"
    assert about.created.date() == DAY
    assert {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}


def test_headings_are_headings_and_go_down_one_level_at_a_time(document):
    levels = [int(p.style.name.split()[1]) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    named = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert named == [section.title for section in on_paper(report()).sections]


def test_looks_come_from_styles_alone(document):
    for paragraph in document.paragraphs:
        assert not paragraph._p.xpath("./w:pPr/w:rPr")
        for run in paragraph.runs:
            assert run.font.size is None
            assert run.font.name is None


def test_every_picture_has_words(document):
    described = [each._inline.docPr for each in document.inline_shapes]
    assert described
    assert all(len(each.get("descr")) > 20 and each.get("title") for each in described)


def test_every_table_repeats_its_headings_and_has_no_merged_cell(document):
    for table in document.tables:
        first = table.rows[0]._tr
        assert first.xpath("./w:trPr/w:tblHeader")
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
        assert not table._tbl.xpath(".//w:gridSpan|.//w:vMerge")
        assert len({len(row.xpath("./w:tc")) for row in table._tbl.xpath("./w:tr")}) == 1


def test_every_link_leads_to_a_place_or_a_public_address(document):
    places = {each.get(qn("w:name")) for each in document.element.iter(qn("w:bookmarkStart"))}
    for link in document.element.iter(qn("w:hyperlink")):
        if anchor := link.get(qn("w:anchor")):
            assert anchor in places
        else:
            assert document.part.rels[link.get(qn("r:id"))].target_ref.startswith("https://")
    assert len(places) == len(list(document.element.iter(qn("w:bookmarkStart"))))


def test_every_figure_is_the_one_on_the_page(document):
    on_page: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for table in page_tables(read_page(html_page(report()))):
        for row in table.rows:
            names = ((row.group,) if row.group else ()) + row.names
            place = (table.caption, *row.figures, *names)
            on_page.setdefault(place, []).append(tuple(row.figures.values()))
    compared = 0
    for caption, table in zip(captions(document), document.tables, strict=True):
        headings, *rows = [texts_of(row) for row in table._tbl.xpath("./w:tr")]
        for texts in rows:
            places = ((caption, *headings[count:], *texts[:count]) for count in range(1, 4))
            place = next(each for each in places if each in on_page)
            assert any(texts[-len(each) :] == each for each in on_page[place]), (caption, texts)
            compared += len(headings)
    assert compared > 1000


def texts_of(row: object) -> tuple[str, ...]:
    """The text of each cell of a row."""
    return tuple("".join(node.text or "" for node in cell.iter(qn("w:t"))) for cell in row.xpath("./w:tc"))


def test_it_holds_no_field_macro_or_outside_part():
    with zipfile.ZipFile(io.BytesIO(content())) as archive:
        names = archive.namelist()
        body = archive.read("word/document.xml").decode()
    assert names[0] == "[Content_Types].xml"
    assert not [name for name in names if re.search("vba|activeX|embeddings|externalLink", name)]
    assert "w:instrText" not in body
    assert "w:fldSimple" not in body


def test_the_same_report_gives_the_same_bytes():
    assert word_file(report(), made_on=DAY) == content()
