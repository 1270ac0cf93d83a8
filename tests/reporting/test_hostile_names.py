"""Names come from strangers' files: none of them may run, break the page or lead anywhere."""

import csv
import datetime as dt
import io
import json
import zipfile

import docx
import openpyxl
import pypdf
import pytest

from footing.assessment import Assessment
from footing.reporting.csv_files import csv_files
from footing.reporting.html import html_page
from footing.reporting.json_file import assessment_json
from footing.reporting.pdf import pdf_file
from footing.reporting.pdf.letters import settable
from footing.reporting.report import build_report
from footing.reporting.word import word_file
from footing.reporting.word.marks import printable
from footing.reporting.workbook import build_workbook, ods_file, xlsx_file
from footing.standards import load_catalogue
from reporting.assessments import assess
from reporting.page_reader import Element, read_page
from reporting.spreadsheet_reader import sheets_of_ods, sheets_of_xlsx

HOSTILE = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "=cmd|' /C calc'!A0",
    "+44, \"quoted\" & 'single'",
    "-2+3\tand a tab",
    "@SUM(A1:A9)",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "</svg></title></style>--><svg onload=alert(1)>",
    "javascript:alert(1)",
    "datum.value && signal('x')",
    "מחלקת משאבי אנוש \u202eesrever",
    "👩🏽‍🔧 Engineers’ “office” 日本語",
    "Directorate " * 40,
    "Unbreakable" * 60,
    "line one\nline two\r\nline three",
    '#panic("x") #read("/etc/passwd") $x$ <label> @ref *b* _i_ `r` // end',
    '=HYPERLINK("https://example.org","x")',
)
DAY = dt.date(2026, 4, 15)


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    people = [
        {"parental_occupation": group, "function": name}
        for place, name in enumerate(HOSTILE)
        for group in ("lower", "professional", "intermediate", "not_answered")
        for _ in range(20 + place)
    ]
    return assess(
        people,
        questions=["parental_occupation"],
        characteristics={"function": HOSTILE},
        organisation="<b onmouseover=alert(1)>Ann & Sons</b> =1+1",
    )


@pytest.fixture(scope="module")
def content(assessment) -> bytes:
    return html_page(build_report(assessment, load_catalogue(), tables_folder="tables"))


@pytest.fixture(scope="module")
def page(content) -> Element:
    return read_page(content)


def test_no_element_and_no_attribute_comes_from_a_name(page):
    assert not page.all("script", "img", "b")
    assert not [name for each in page.every() for name in each.attributes if name.startswith("on")]
    assert not [link for link in page.all("a") if link.attributes["href"].lower().startswith("javascript")]


def test_every_name_is_on_the_page_as_it_was_written(page):
    names = {cell.text() for cell in page.all("th")}
    for name in HOSTILE:
        assert " ".join(name.split()) in names


def test_a_template_in_a_name_is_not_filled_in(page):
    assert "{{ 7 * 7 }}" in page.text()
    assert "49 {% raw %}" not in page.text()


def test_the_organisation_is_named_in_the_title_as_text(page):
    assert page.all("h1")[0].text() == "<b onmouseover=alert(1)>Ann & Sons</b> =1+1: social mobility report"
    assert page.all("title")[0].text() == page.all("h1")[0].text()


def test_pictures_show_names_as_text(page):
    texts = " ".join(each.text() for figure in page.all("figure") for each in figure.all("text"))
    assert "<script>alert(1)</script>" in texts
    tags = {each.tag for figure in page.all("figure") for picture in figure.all("svg") for each in picture.every()}
    assert tags <= {"title", "desc", "g", "path", "rect", "line", "text", "tspan"}


def test_a_spreadsheet_runs_nothing(assessment):
    for name, content in csv_files(assessment, load_catalogue()).items():
        if name.endswith(".csv"):
            for row in csv.reader(io.StringIO(content.decode(), newline="")):
                for cell in row:
                    assert not cell.startswith(("=", "+", "@", "\t", "\r"))
                    assert not cell.startswith("-") or cell[1:].replace(".", "").isdigit()


def test_csv_gives_the_names_back_once_the_guard_is_taken_off(assessment):
    files = csv_files(assessment, load_catalogue())
    text = files["response.parental_occupation.by_function.csv"].decode()
    labels = {row["function_label"] for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert labels == {f"'{name}" if name[0] in "=+-@" else name for name in HOSTILE} | {"All"}


def test_json_gives_the_names_back_as_they_were(assessment):
    document = json.loads(assessment_json(assessment))
    categories = next(
        dimension["categories"]
        for table in document["tables"]
        for dimension in table["dimensions"]
        if dimension["variable"] == "function"
    )
    assert {each["label"] for each in categories} == {*HOSTILE, "All"}
    assert document["manifest"]["organisation"] == "<b onmouseover=alert(1)>Ann & Sons</b> =1+1"


def as_words(text: str) -> str:
    """The text with white space as a reader sees it."""
    return " ".join(text.split())


def test_an_excel_file_runs_nothing_and_gives_every_name_back(assessment):
    content = xlsx_file(build_workbook(assessment, load_catalogue()))
    cells = [
        cell
        for page in openpyxl.load_workbook(io.BytesIO(content)).worksheets
        for row in page.iter_rows()
        for cell in row
    ]
    assert not [cell for cell in cells if cell.data_type in ("f", "e")]
    assert not [cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target]
    words = {as_words(str(cell)) for sheet in sheets_of_xlsx(content) for row in sheet.rows for cell in row}
    assert {as_words(name) for name in HOSTILE} <= words


def test_an_ods_file_runs_nothing_and_gives_every_name_back(assessment):
    content = ods_file(build_workbook(assessment, load_catalogue()))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = archive.read("content.xml").decode()
    assert "table:formula" not in body
    assert "<script" not in body
    assert "office:event-listeners" not in body
    words = {as_words(str(cell)) for sheet in sheets_of_ods(content) for row in sheet.rows for cell in row}
    assert {as_words(name) for name in HOSTILE} <= words


def test_a_word_document_gives_every_name_back_as_text(assessment):
    document = docx.Document(io.BytesIO(word_file(build_report(assessment, load_catalogue()), made_on=DAY)))
    names = {as_words(cell.text) for table in document.tables for cell in table.columns[0].cells}
    assert {as_words(printable(name)) for name in HOSTILE} <= names
    assert document.paragraphs[0].text == "<b onmouseover=alert(1)>Ann & Sons</b> =1+1: social mobility report"


def test_a_pdf_reads_no_name_as_code_and_sets_each_in_the_letters_it_has(assessment):
    content = pdf_file(build_report(assessment, load_catalogue()), made_on=DAY)
    words = "".join("".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    for name in HOSTILE:
        if name.isascii():
            assert "".join(settable(name).split())[:60].replace("-", "") in words.replace("-", "")
    assert "root:" not in words
