"""A report in Welsh: every sentence has a message, names and figures stay as given, and it says who checked it."""

import io
import re
import zipfile
from dataclasses import replace

import pytest

from footing.assessment import Assessment
from footing.reporting.languages import Speaker, _templates, in_language, load_messages, unsaid
from footing.reporting.model import Report
from footing.reporting.outline import kinds, load_outline
from footing.reporting.paper import on_paper
from footing.reporting.publication import Publication
from footing.reporting.report import gathered, report_of
from footing.reporting.writing import report_files
from footing.standards import load_catalogue
from reporting.assessments import council_assessment
from reporting.page_reader import read_page

WELSH = Publication(contact="data@northvale.example", language="cy")
IN_WELSH = [kind for kind in kinds() if "cy" in load_outline(kind).languages]
FOR_MACHINES = re.compile(r"[\w.,\- ]*_[\w.,\- ]*|publish-10|SHA-256 \w+|\w+(-\w+)+(, \w+(-\w+)+)*|[^a-z]*|\[[cz]\]")
"""Ids, digests and figures."""


def english(kind: str) -> tuple[Report, Assessment]:
    material = gathered(council_assessment(), load_catalogue(), load_outline(kind), publication=WELSH)
    return report_of(material), material.assessment


def titles_of_sources() -> set[str]:
    """Publishers and what they published stay in the language that they published in."""
    said = set()
    catalogue = load_catalogue()
    for shelf in (catalogue.measures, catalogue.benchmarks, catalogue.questions, catalogue.classifications):
        for entry in shelf:
            said |= {f"{entry.source.title}. {entry.source.licence}."}
            said |= {f"{entry.source.publisher}, {entry.source.published}"}
    policy = catalogue.policy("publish-10").source
    return said | {f"{policy.title}. {policy.licence}.", f"{policy.publisher}, {policy.published}"}


def speaker(*names: str) -> Speaker:
    return Speaker(load_messages("cy"), _templates("cy"), frozenset(names))


@pytest.mark.parametrize("kind", IN_WELSH)
def test_every_sentence_of_the_report_has_a_message(kind):
    report, told = english(kind)
    left = {*unsaid(report, "cy", told), *unsaid(on_paper(report), "cy", told)} - titles_of_sources()
    assert [each for each in left if not FOR_MACHINES.fullmatch(each)] == []


@pytest.mark.parametrize("kind", IN_WELSH)
def test_the_same_figures_stand_in_the_same_places(kind):
    report, told = english(kind)
    assert figures_in(in_language(report, "cy", told)) == figures_in(report)


def figures_in(report: Report) -> list[tuple[str, ...]]:
    return [
        tuple(re.findall(r"\d+(?:[.,]\d+)*", cell.text))
        for section in sections_of(report.sections)
        for block in section.blocks
        if hasattr(block, "groups")
        for group in block.groups
        for row in group.rows
        for cell in row.cells
    ]


def sections_of(sections):
    for each in sections:
        yield each
        yield from sections_of(each.sections)


@pytest.mark.parametrize("kind", IN_WELSH)
def test_every_page_says_that_nobody_has_reviewed_the_translation(kind):
    files = report_files(council_assessment(), load_catalogue(), ["html", "docx"], kind, WELSH)
    page = read_page(files[f"{kind}-cy.html"])
    assert page.all("html")[0].attributes["lang"] == "cy"
    assert "Cyfieithiad heb ei adolygu" in page.all("footer")[0].text()
    assert "This is an unreviewed translation" in page.all("footer")[0].text()
    with zipfile.ZipFile(io.BytesIO(files[f"{kind}-cy.docx"])) as document:
        assert "Cyfieithiad heb ei adolygu" in document.read("word/document.xml").decode()
        assert 'w:val="cy"' in document.read("word/styles.xml").decode()


def test_the_catalogue_says_how_far_it_was_checked():
    assert load_messages("cy").status.startswith("Unreviewed")


def test_every_place_of_a_message_is_in_its_translation_and_no_other():
    for source, words in load_messages("cy").texts.items():
        assert sorted(re.findall(r"\{(\w+)\}", source)) == sorted(re.findall(r"\{(\w+)\}", words)), source


def test_names_from_the_extract_stay_as_given_even_where_there_is_a_message():
    assert speaker().said("Figures") == "Ffigurau"
    assert speaker("Figures").said("Figures") == "Figures"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("People in post on 1 March 2026", "Pobl yn eu swyddi ar 1 Mawrth 2026"),
        ("35.1% to 44.0%", "35.1% i 44.0%"),
        ("−0.9 to +2.6", "−0.9 i +2.6"),
        ("[c] withheld", "[c] heb ei ddangos"),
        ("Grade 1: 45.3% (41.7% to 49.0%)", "Grade 1: 45.3% (41.7% i 49.0%)"),
        ("From here to there", "From here to there"),
        ("A sentence that nobody has put into Welsh.", "A sentence that nobody has put into Welsh."),
    ],
)
def test_dates_and_figures_are_written_as_in_welsh_and_the_unknown_stays_english(text, said):
    assert speaker().said(text) == said


def test_a_report_of_nothing_has_its_messages_too():
    nothing = replace(council_assessment(), tables=(), findings=(), protection=(), left_out=())
    for kind in IN_WELSH:
        material = gathered(nothing, load_catalogue(), load_outline(kind))
        said = {block.text for each in report_of(material).sections for block in each.blocks if hasattr(block, "text")}
        absent = load_outline(kind).absent
        assert absent in load_messages("cy").texts
        assert absent in said
