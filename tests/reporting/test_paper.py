"""The report on paper: nothing folds, nothing is missing, and every pointer leads somewhere."""

from collections.abc import Iterator

import pytest

from footing.reporting.model import DataTable, Fold, Paragraph, Report, Section
from footing.reporting.outline import kinds, load_outline
from footing.reporting.paper import FURTHER, on_paper
from footing.reporting.report import build_report
from footing.standards import load_catalogue
from reporting.assessments import council_assessment


def report(kind: str = "assessment") -> Report:
    return build_report(council_assessment(), load_catalogue(), outline=load_outline(kind))


def sections_of(sections: tuple[Section, ...]) -> Iterator[Section]:
    for each in sections:
        yield each
        yield from sections_of(each.sections)


def tables_of(report: Report) -> list[DataTable]:
    found = []
    for section in sections_of(report.sections):
        for block in section.blocks:
            found += block.tables if isinstance(block, Fold) else [block] if isinstance(block, DataTable) else []
    return found


@pytest.mark.parametrize("kind", kinds())
def test_every_table_is_printed_once_and_nothing_folds(kind):
    screen, paper = report(kind), on_paper(report(kind))
    assert sorted(each.id for each in tables_of(paper)) == sorted(each.id for each in tables_of(screen))
    assert not any(isinstance(block, Fold) for each in sections_of(paper.sections) for block in each.blocks)


def test_tables_at_the_end_stand_under_the_headings_that_they_belong_to():
    *_, last = on_paper(report()).sections
    assert last.id == FURTHER
    named = {each.title for each in sections_of(report().sections)}
    assert {each.title for each in sections_of(last.sections)} <= named


def test_whoever_reads_a_section_is_told_of_its_tables_at_the_end():
    paper = on_paper(report())
    places = {each.id for each in sections_of(paper.sections)}
    pointed = {
        link.target.removeprefix("#")
        for each in sections_of(paper.sections)
        for block in each.blocks
        if isinstance(block, Paragraph)
        for link in block.links
        if link.target.startswith(f"#{FURTHER}")
    }
    filled = {
        each.id for each in sections_of(paper.sections[-1:]) if any(isinstance(b, DataTable) for b in each.blocks)
    }
    assert pointed == filled
    assert pointed <= places


def test_what_is_on_paper_already_stays_as_it_is():
    paper = on_paper(report())
    assert on_paper(paper) == paper
