"""Kinds of report: each is an outline, tells a part of the same assessment, and can be had in every format."""

import datetime as dt
import io
import json
import zipfile

import pypdf
import pytest

from footing.reporting.file_names import file_names
from footing.reporting.model import Bullets, Journey, Place, Report, Section
from footing.reporting.outline import FIGURES, FULL, kinds, load_outline
from footing.reporting.publication import Correction, CorrectionsUnread, Publication, load_corrections
from footing.reporting.report import _LEADING, _PARTS, build_report
from footing.reporting.sections.journey import stages
from footing.reporting.sections.questions import State, board_questions
from footing.reporting.writing import FORMATS, UnknownKind, report_files, write_report
from footing.standards import load_catalogue
from reporting.assessments import council_assessment
from reporting.page_reader import read_page

PARTIAL = [kind for kind in kinds() if kind not in (FULL, "appendix")]


def built(kind: str, publication: Publication | None = None) -> Report:
    outline = load_outline(kind)
    given = publication or Publication()
    return build_report(council_assessment(), load_catalogue(), outline=outline, publication=given)


def sections_of(sections: tuple[Section, ...]):
    for each in sections:
        yield each
        yield from sections_of(each.sections)


def blocks_of(report: Report, kind: type):
    return [block for each in sections_of(report.sections) for block in each.blocks if isinstance(block, kind)]


def links_of(report: bytes) -> set[str]:
    return {link.attributes["href"] for link in read_page(report).all("a")}


@pytest.mark.parametrize("kind", kinds())
def test_an_outline_names_only_parts_views_and_measures_that_there_are(kind):
    outline = load_outline(kind)
    known = {FIGURES, *_PARTS, *_LEADING, *(each.id for each in outline.sections), *(each.id for each in outline.words)}
    assert set(outline.order) <= known
    assert len(outline.order) == len(set(outline.order))
    assert {each.id for each in outline.words} <= set(outline.order)
    for section in outline.sections:
        assert set(section.only_views or ()) <= {view.title for view in section.views}
    assert outline.about.endswith(".")


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_is_written_in_every_format_and_twice_the_same(kind):
    first, second = (report_files(council_assessment(), load_catalogue(), _formats(kind), kind) for _ in range(2))
    assert first == second
    names = file_names(kind)
    assert set(names.files) - {names.bundle} <= set(first) or kind in (FULL, "appendix")
    assert f"{names.tables}/csv-metadata.json" in first


def _formats(kind: str) -> list[str]:
    """The two largest are written in every format by tests of their own."""
    return ["html", "json", "csv"] if kind in (FULL, "appendix") else [each for each in FORMATS if each != "bundle"]


@pytest.mark.parametrize("kind", kinds())
def test_every_link_within_a_kind_leads_somewhere(kind):
    page = report_files(council_assessment(), load_catalogue(), ["html"], kind)[file_names(kind).html]
    places = {each.attributes["id"] for each in read_page(page).every() if "id" in each.attributes}
    assert {link[1:] for link in links_of(page) if link.startswith("#")} <= places


@pytest.mark.parametrize("kind", PARTIAL)
def test_a_kind_tells_a_part_of_the_same_figures(kind):
    name = file_names(kind).json
    told = json.loads(report_files(council_assessment(), load_catalogue(), ["json"], kind)[name])
    whole = {table.id: table for table in council_assessment().tables}
    assert {table["id"] for table in told["tables"]} < set(whole)
    for table in told["tables"]:
        assert [row["value"] for row in table["rows"]] == [row.value for row in whole[table["id"]].rows]
    held = {table["id"] for table in told["tables"]}
    assert all(held.issuperset(finding["tables"]) for finding in told["findings"])


def test_several_kinds_lie_side_by_side_and_those_of_an_earlier_run_go(tmp_path):
    write_report(council_assessment(), load_catalogue(), tmp_path, ["html"], ("leaders", "board"))
    assert {each.name for each in tmp_path.iterdir()} == {"leaders.html", "board.html"}
    write_report(council_assessment(), load_catalogue(), tmp_path, ["html"], ("staff",))
    assert {each.name for each in tmp_path.iterdir()} == {"staff.html"}


def test_a_kind_or_a_language_that_there_is_not_is_refused_by_name():
    with pytest.raises(UnknownKind, match="'glossy' is not a kind of report; they are assessment, appendix, board"):
        report_files(council_assessment(), load_catalogue(), ["html"], "glossy")
    with pytest.raises(UnknownKind, match="'board' cannot be written in 'cy'; those that can: staff, statement"):
        report_files(council_assessment(), load_catalogue(), ["html"], "board", Publication(language="cy"))


def test_the_public_statement_shows_a_function_and_a_grade_and_has_places_to_write_in():
    statement = built("statement")
    ids = {each.id for each in sections_of(statement.sections)}
    assert {"representation-parental-occupation-by-function", "representation-parental-occupation-by-grade"} <= ids
    assert len(blocks_of(statement, Place)) >= 4


def test_a_place_to_write_in_is_a_field_of_the_word_document():
    files = report_files(council_assessment(), load_catalogue(), ["docx"], "statement")
    with zipfile.ZipFile(io.BytesIO(files["statement.docx"])) as document:
        body = document.read("word/document.xml").decode()
    assert body.count("<w:sdt>") == len(blocks_of(built("statement"), Place))
    assert "<w:showingPlcHdr/>" in body


def test_the_journey_has_each_stage_in_order_with_a_figure_or_why_there_is_none():
    (journey,) = blocks_of(built(FULL), Journey)
    catalogue = load_catalogue()
    assert [step.title for step in journey.items] == [catalogue.stage(each.stage).title for each in stages()]
    for step in journey.items:
        assert bool(step.value) == bool(step.figure)
        assert step.value or step.statement.startswith(("Not measured. It needs: ", "Too few people: "))
        assert step.action.startswith("To do first: ")


def test_the_journey_of_a_short_report_has_the_figures_of_the_full_one():
    (full,), (short,) = (blocks_of(built(kind), Journey) for kind in (FULL, "leaders"))
    assert [step.value for step in full.items] == [step.value for step in short.items]
    assert [step.statement for step in full.items] == [step.statement for step in short.items]
    assert [step.action for step in full.items] == [step.action for step in short.items]


def test_a_board_is_asked_about_every_stage_and_told_where_each_question_comes_from():
    questions = next(each for each in built("board").sections if each.id == "questions")
    lists = [block for block in questions.blocks if isinstance(block, Bullets)]
    assert len(lists) == len({each.stage for each in board_questions().questions})
    assert all(item.links and item.links[0].target.startswith("https://") for each in lists for item in each.items)


@pytest.mark.parametrize("state", list(State))
def test_there_is_a_question_for_every_stage_whatever_its_figures_say(state):
    held = board_questions().questions
    assert {each.stage for each in held} == {each.stage for each in held if state in each.when}
    assert {each.stage for each in held} == {each.id for each in load_catalogue().stages}


def test_the_words_of_a_stage_that_was_not_measured_are_asked_of_the_board():
    asked = " ".join(
        item.text
        for block in blocks_of(built("board"), Bullets)
        if block.title == "Getting hired"
        for item in block.items
    )
    assert "from applying to starting?" in asked


def test_the_data_appendix_holds_every_table_and_no_finding():
    told = json.loads(report_files(council_assessment(), load_catalogue(), ["json"], "appendix")["appendix.json"])
    assert {table["id"] for table in told["tables"]} == {table.id for table in council_assessment().tables}
    assert told["findings"] == []


def test_a_report_says_whom_to_ask_and_what_was_corrected(tmp_path):
    path = tmp_path / "corrections.yaml"
    path.write_text('- {date: 2026-05-02, said: "Table 3 left out a site."}\n- {date: 2026-04-20, said: "A label."}\n')
    given = Publication(contact="people.data@northvale.example", corrections=load_corrections(path))
    challenge = next(each for each in built(FULL, given).sections if each.id == "challenge")
    said = [item.text for block in challenge.blocks if isinstance(block, Bullets) for item in block.items]
    assert said == ["20 April 2026: A label.", "2 May 2026: Table 3 left out a site."]
    assert any("people.data@northvale.example" in getattr(block, "text", "") for block in challenge.blocks)


def test_without_a_contact_there_is_a_place_for_one():
    challenge = next(each for each in built(FULL).sections if each.id == "challenge")
    assert any(isinstance(block, Place) and "Whom to ask" in block.prompt for block in challenge.blocks)


@pytest.mark.parametrize("text", ["on: 1", "- {date: soon, said: x}", "- [", "- {date: 2026-01-01, said: x, by: y}"])
def test_corrections_that_cannot_be_read_are_refused_with_what_they_should_be(tmp_path, text):
    path = tmp_path / "corrections.yaml"
    path.write_text(text)
    with pytest.raises(CorrectionsUnread, match="give a YAML list, each item with a date"):
        load_corrections(path)


def test_the_spreadsheet_of_a_kind_with_a_journey_has_a_sheet_for_it():
    files = report_files(council_assessment(), load_catalogue(), ["xlsx"], "leaders")
    with zipfile.ZipFile(io.BytesIO(files["leaders-tables.xlsx"])) as book:
        assert 'name="Journey"' in book.read("xl/workbook.xml").decode()


def test_a_correction_is_a_day_and_words():
    with pytest.raises(ValueError, match="said"):
        Correction.model_validate({"date": "2026-01-01"})


def test_every_format_says_how_a_figure_is_challenged_and_what_was_corrected():
    said = Publication("data@northvale.example", (Correction(date=dt.date(2026, 5, 2), said="One depot is in now."),))
    formats = ("html", "json", "csv", "pdf", "docx", "xlsx", "ods")
    files = report_files(council_assessment(), load_catalogue(), formats, "statement", said)
    texts = {
        "page": files["statement.html"].decode(),
        "json": files["statement.json"].decode(),
        "csv": files["statement-tables/csv-metadata.json"].decode(),
        "pdf": " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(files["statement.pdf"])).pages),
        "word": zipfile.ZipFile(io.BytesIO(files["statement.docx"])).read("word/document.xml").decode(),
        "xlsx": zipfile.ZipFile(io.BytesIO(files["statement-tables.xlsx"])).read("xl/sharedStrings.xml").decode(),
        "ods": zipfile.ZipFile(io.BytesIO(files["statement-tables.ods"])).read("content.xml").decode(),
    }
    for name, text in texts.items():
        assert "data@northvale.example" in text, name
        assert "One depot is in now." in text, name
