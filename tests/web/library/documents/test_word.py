"""Documents as Word files: real styles, headings and fields, the same every time, and opened by LibreOffice."""

import datetime as dt
import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from footing_web.library.documents import document_templates, fill
from footing_web.library.documents.known import NOTHING
from footing_web.library.documents.word import word_file

DAY = dt.date(2026, 11, 23)
SECONDS_FOR_ALL = 240
LONGEST_DOCUMENT_PAGES = 6


def opened(name, known=NOTHING):
    return docx.Document(io.BytesIO(word_file(fill(document_templates()[name], known), made_on=DAY)))


def test_a_document_has_a_title_a_language_and_headings(council):
    document = opened("board-paper", council)
    assert document.core_properties.title == "Paper for the cabinet: social mobility"
    assert document.core_properties.author == "Ashmoor Council"
    assert document.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == "en-GB"
    levels = [each.style.name for each in document.paragraphs if each.style.name.startswith(("Title", "Heading"))]
    assert levels[0] == "Title"
    assert levels.count("Title") == 1
    assert "Heading 1" in levels


def test_what_is_to_be_decided_is_a_field_whose_words_go_when_somebody_writes(firm):
    document = opened("staff-notice", firm)
    fields = document.element.body.findall(".//" + qn("w:sdt"))
    assert len(fields) == fill(document_templates()["staff-notice"], firm).to_decide + 1  # and the example
    assert all(each.find(".//" + qn("w:showingPlcHdr")) is not None for each in fields)


def test_every_table_has_a_heading_row_that_is_repeated_and_no_cell_that_spans_others(council):
    for template in document_templates().values():
        tables = docx.Document(io.BytesIO(word_file(fill(template, council), made_on=DAY))).tables
        for table in tables:
            assert table.rows[0]._tr.find(".//" + qn("w:tblHeader")) is not None
            assert table._tbl.findall(".//" + qn("w:gridSpan")) == []


def test_each_numbered_list_starts_at_one():
    document = opened("interview-pack")
    numbers = [each._p.pPr.numPr.numId.val for each in document.paragraphs if each.style.name == "List Number"]
    lists = opened("supplier-clause")
    more = [each._p.pPr.numPr.numId.val for each in lists.paragraphs if each.style.name == "List Number"]
    assert len(set(numbers)) == 1
    assert len(set(more)) == 2


def test_the_same_document_gives_the_same_bytes(council):
    template = document_templates()["dpia"]
    assert word_file(fill(template, council), made_on=DAY) == word_file(fill(template, council), made_on=DAY)


def test_a_name_with_signs_of_markup_is_written_as_it_is(firm):
    said = "\n".join(each.text for each in opened("public-statement", firm).paragraphs)
    assert "Larkspur & Hale <LLP>" in said


def test_libreoffice_opens_every_template_for_two_organisations(tmp_path, council, firm):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed, so no document is opened with it")
    for name, template in document_templates().items():
        for whose, known in (("council", council), ("firm", firm)):
            (tmp_path / f"{name}.{whose}.docx").write_bytes(word_file(fill(template, known), made_on=DAY))
    _convert(tmp_path)
    for name, template in document_templates().items():
        for whose, known in (("council", council), ("firm", firm)):
            pages = PdfReader(tmp_path / f"{name}.{whose}.pdf").pages
            said = " ".join(" ".join(page.extract_text() for page in pages).split())
            assert fill(template, known).title in said
            assert known.fields["organisation"] in said
            assert 1 <= len(pages) <= LONGEST_DOCUMENT_PAGES, name


def _convert(folder: Path) -> None:
    paths = sorted(str(path) for path in folder.glob("*.docx"))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *paths]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS_FOR_ALL)
