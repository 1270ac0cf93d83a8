"""A report in a folder: which files there are, and that they belong together."""

import json
from pathlib import Path

import pytest

from footing.reporting import UnknownFormat, write_csv, write_html, write_json, write_report
from footing.standards import load_catalogue
from reporting.assessments import council_assessment
from reporting.page_reader import read_page


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_report_is_a_page_a_data_file_and_a_folder_of_tables(tmp_path):
    written = write_report(council_assessment(), load_catalogue(), tmp_path / "out")
    assert names_in(tmp_path / "out") == {"report.html", "assessment.json", "tables"}
    assert set(written) == {tmp_path / "out" / name for name in ("report.html", "assessment.json", "tables")}
    assert len(names_in(tmp_path / "out" / "tables")) == len(council_assessment().tables) + 1


def test_only_the_formats_asked_for_are_written_and_the_others_of_an_earlier_run_go(tmp_path):
    write_report(council_assessment(), load_catalogue(), tmp_path)
    write_report(council_assessment(), load_catalogue(), tmp_path, ["json"])
    assert names_in(tmp_path) == {"assessment.json"}


def test_a_format_that_is_not_known_is_refused_before_anything_is_written(tmp_path):
    with pytest.raises(UnknownFormat, match="'epub' is not a format; they are html, json, csv, pdf, docx"):
        write_report(council_assessment(), load_catalogue(), tmp_path / "out", ["html", "epub"])
    assert not (tmp_path / "out").exists()


def test_a_report_that_cannot_be_made_leaves_no_file(tmp_path, monkeypatch):
    def fail(*_: object, **__: object) -> bytes:
        raise RuntimeError("the charts could not be drawn")

    monkeypatch.setattr("footing.reporting.making.html_page", fail)
    with pytest.raises(RuntimeError):
        write_report(council_assessment(), load_catalogue(), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_page_links_to_data_files_only_when_they_lie_beside_it(tmp_path):
    write_report(council_assessment(), load_catalogue(), tmp_path / "with")
    write_report(council_assessment(), load_catalogue(), tmp_path / "without", ["html"])
    with_files, without = (
        {link.attributes["href"] for link in read_page(path.read_bytes()).all("a")}
        for path in (tmp_path / "with" / "report.html", tmp_path / "without" / "report.html")
    )
    beside = {link for link in with_files if link.endswith(".csv")}
    assert beside
    assert all((tmp_path / "with" / link).is_file() for link in beside)
    assert not {link for link in without if link.endswith(".csv")}


def test_the_same_assessment_gives_the_same_files_to_the_byte(tmp_path):
    for name in ("one", "two"):
        write_report(council_assessment(), load_catalogue(), tmp_path / name)
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file())
    assert len(files) > 50
    for each in files:
        assert (tmp_path / "one" / each).read_bytes() == (tmp_path / "two" / each).read_bytes()


def test_each_format_can_be_written_on_its_own(tmp_path):
    assessment, catalogue = council_assessment(), load_catalogue()
    write_html(assessment, catalogue, tmp_path / "page.html")
    write_json(assessment, tmp_path / "data.json")
    write_csv(assessment, catalogue, tmp_path / "csv")
    assert read_page((tmp_path / "page.html").read_bytes()).all("h1")
    assert json.loads((tmp_path / "data.json").read_text())["manifest"]["organisation"] == "Northvale Council"
    assert "csv-metadata.json" in names_in(tmp_path / "csv")
