"""Little or nothing to say is still a report that reads well."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from footing.assessment import Assessment, InputDigest, LeftOut, Manifest, NotMeasured
from footing.reporting.html import html_page
from footing.reporting.model import DataTable, Fold, Section
from footing.reporting.report import build_report
from footing.standards import load_catalogue
from reporting.assessments import assess, council_assessment
from reporting.page_reader import Element, read_page
from reporting.staff import council_staff

NOTHING = Assessment(
    manifest=Manifest(
        footing_version="0.1.0",
        organisation="Small & Sons",
        as_at=dt.date(2026, 4, 1),
        snapshot_date=dt.date(2026, 3, 1),
        inputs=(InputDigest("staff.csv", "0" * 64, 3),),
        mapping_sha256="1" * 64,
        policy="publish-10",
        benchmarks=(),
        questions=(),
        classifications=(),
        measures=(),
        engine="duckdb",
        seed=1,
        people=None,
    ),
    tables=(),
    findings=(),
    not_measured=(
        NotMeasured(
            "response_rate",
            "Response rate",
            ("parental_occupation",),
            "Response rate is not measured: it needs the answers.",
        ),
    ),
    protection=(),
)


def page_of(assessment: Assessment) -> Element:
    return read_page(html_page(build_report(assessment, load_catalogue())))


def section(page: Element, name: str) -> str:
    return next(each for each in page.all("section") if each.attributes["id"] == name).text()


def test_an_assessment_of_nothing_says_so_in_words():
    page = page_of(NOTHING)
    assert section(page, "summary") == (
        "The two-minute summary Nothing stands out: no finding can be made from the figures that may be shown."
    )
    assert section(page, "withheld").startswith("What was withheld, and why No figure is reported.")
    assert section(page, "not-measured") == (
        "What was not measured These could be worked out too, if the extract held these fields for each person. "
        "Parental occupation Response rate is not measured: it needs the answers."
    )
    assert not page.all("figure")


def test_when_everything_was_measured_that_is_said():
    page = page_of(Assessment(NOTHING.manifest, (), (), (), ()))
    assert section(page, "not-measured") == "What was not measured Everything was measured."


def test_a_team_of_thirty_gets_a_report_in_which_hardly_anything_is_shown():
    staff = [{"parental_occupation": "lower" if place < 14 else "professional"} for place in range(30)]
    page = page_of(assess(staff, questions=["parental_occupation"], characteristics={}))
    words = page.text()
    assert "30" in words
    assert "nan" not in words.lower().replace("finance", "")
    assert "None%" not in words


def test_categories_with_nobody_are_not_shown_as_nought_per_cent():
    staff = council_staff(900)
    page = page_of(assess(staff, characteristics={"grade": [*(f"Grade {n}" for n in range(1, 11)), "Grade 11"]}))
    lines = [row for row in page.all("tr") if row.all("th") and row.all("th")[0].text() == "Grade 11"]
    assert lines
    assert not [row for row in lines if "0.0%" in row.text()]
    assert "[z]" in lines[0].text()


def test_when_nothing_is_withheld_that_is_said_and_no_list_of_reasons_follows():
    staff = [{"parental_occupation": group} for group in ("lower", "intermediate", "professional") for _ in range(40)]
    page = page_of(assess(staff, questions=["parental_occupation"], characteristics={}))
    said = section(page, "withheld")
    assert "may be seen: none is withheld." in said
    assert "Tables with withheld figures" not in said


def test_words_for_rounded_figures_replace_those_for_withheld_ones():
    assessment = assess(council_staff(900), policy="civil-service-2023-rounded", characteristics={})
    said = section(page_of(assessment), "reading")
    assert "Counts are rounded to the nearest" in said
    assert "would let somebody work out" not in said


def test_an_organisation_with_one_grade_has_no_chart_of_one_bar():
    staff = [{**person, "grade": "Grade 1"} for person in council_staff(400)]
    page = page_of(assess(staff, characteristics={"grade": ["Grade 1"]}))
    assert not [figure for figure in page.all("figure") if "by-grade" in figure.attributes["id"]]
    assert "Lower socio-economic background by grade" in page.text()


def test_tables_that_were_left_out_are_named_once_with_what_would_help() -> None:
    by_site = "Parental occupation at 14 by site"
    left_out = (LeftOut("a", by_site), LeftOut("b", f"{by_site}, share of each group"))
    page = page_of(replace(NOTHING, left_out=left_out))
    assert page.text().count(by_site) == 1
    assert "Wider groups" in page.text()


def test_a_table_is_shown_also_when_those_beside_it_were_left_out():
    whole = council_assessment()
    for table in whole.tables:
        report = build_report(replace(whole, tables=(table,), findings=()), load_catalogue())
        assert {source for each in tables_in(report.sections) for source in each.sources} == {table.id}


def tables_in(sections: tuple[Section, ...]) -> Iterator[DataTable]:
    for section in sections:
        for block in section.blocks:
            yield from block.tables if isinstance(block, Fold) else (block,) if isinstance(block, DataTable) else ()
        yield from tables_in(section.sections)


def test_an_assessment_without_its_shares_still_makes_a_page():
    whole = council_assessment()
    page = page_of(replace(whole, tables=tuple(each for each in whole.tables if each.unit == "people")))
    assert "Number of people by grade" in page.text()
    assert "Who works here" in page.text()
