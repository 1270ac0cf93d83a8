"""A written sample says that it is fictional, keeps the true background to itself and reads back as it was drawn."""

import csv
import datetime as dt
import io
import zipfile

import duckdb
import pyarrow.parquet as pq
import pytest
import python_calamine

from footing.samples import council, write_large_staff_extract
from footing.standards import load_catalogue

SAMPLE = council(seed=9, people=300)


def _csv_rows(path, encoding="utf-8"):
    return list(csv.reader(io.StringIO(path.read_text(encoding=encoding))))


def test_the_second_row_says_the_snapshot_date(tmp_path):
    assert _csv_rows(SAMPLE.write(tmp_path).staff)[1] == ["Snapshot date", "2025-03-31"]
    assert _sheet(SAMPLE.write(tmp_path, form="xlsx").staff)[1][:2] == ["Snapshot date", dt.date(2025, 3, 31)]
    untidy = SAMPLE.write(tmp_path, untidy=True).staff
    assert _csv_rows(untidy, "cp1252")[1] == ["Snapshot date", "31/03/2025"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_first_row_of_every_file_says_that_it_is_fictional(tmp_path, form):
    files = SAMPLE.write(tmp_path, form=form)
    for path in (files.staff, files.events, files.applications):
        first = _csv_rows(path)[0][0] if form == "csv" else _sheet(path)[0][0]
        assert first.startswith("Fictional sample: Aldermere Council")


def test_a_parquet_file_says_so_in_its_metadata(tmp_path):
    files = SAMPLE.write(tmp_path, form="parquet")
    assert pq.read_schema(files.staff).metadata[b"title"].startswith(b"Fictional sample: Aldermere Council")


def test_the_true_background_is_in_no_file(tmp_path):
    files = SAMPLE.write(tmp_path)
    for path in (files.staff, files.events, files.applications):
        text = path.read_text(encoding="utf-8")
        assert "true" not in text.lower()
        assert "intermediate," not in text


def test_answers_are_written_in_the_standard_wording_under_the_question(tmp_path):
    question = load_catalogue().question("parental_occupation")
    labels = {option.code: option.label for option in question.options} | {None: ""}
    rows = _csv_rows(SAMPLE.write(tmp_path).staff)
    headings = rows[3]
    written = [row[headings.index(question.wording)] for row in rows[4:]]
    assert written == [labels[code] for code in SAMPLE.people["parental_occupation"].to_pylist()]


def test_every_form_holds_the_same_people(tmp_path):
    text = _csv_rows(SAMPLE.write(tmp_path).staff)[3:]
    sheet = [list(row) for row in _sheet(SAMPLE.write(tmp_path, form="xlsx").staff)[3:]]
    parquet = pq.read_table(SAMPLE.write(tmp_path, form="parquet").staff)
    assert text[0] == sheet[0] == parquet.column_names
    for name in ("Employee number", "Grade", "Full-time equivalent salary", "Date of birth"):
        column = text[0].index(name)
        as_text = [row[column] for row in text[1:]]
        assert [_plain(row[column]) for row in sheet[1:]] == as_text
        assert [_plain(value) for value in parquet[name].to_pylist()] == as_text


def test_a_workbook_has_real_dates_and_no_formula(tmp_path):
    path = SAMPLE.write(tmp_path, form="xlsx").staff
    rows = _sheet(path)
    assert isinstance(rows[4][rows[3].index("Start date")], dt.date)
    assert b"<f>" not in zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")


def test_an_untidy_extract_holds_the_same_people_with_a_few_twice(tmp_path):
    sample = council(seed=9, people=1500)
    path = sample.write(tmp_path, untidy=True).staff
    with pytest.raises(UnicodeDecodeError):
        path.read_text(encoding="utf-8")
    rows = _csv_rows(path, "cp1252")
    assert rows[0][0].startswith("Fictional sample")
    assert rows[-1][0].startswith("Rows marked as leavers")
    people = [row for row in rows if row and row[0].startswith("A1")]
    keys = sample.people["person_key"].to_pylist()
    assert {row[0] for row in people} == set(keys)
    assert len(people) == len(keys) + 3
    assert len({tuple(row) for row in people}) == len(keys)


def test_an_untidy_extract_has_other_cases_spellings_and_formats(tmp_path):
    text = council(seed=9, people=1500).write(tmp_path, untidy=True).staff.read_bytes().decode("cp1252")
    for trace in ("GRADE 1", "fewer than 20 people", "£", "Jobseeker's", "Jobseeker’s", "31/0", "  ,"):
        assert trace in text


def test_a_large_extract_has_exactly_as_many_people_and_every_key_once(tmp_path, monkeypatch):
    monkeypatch.setattr("footing.samples.large.BLOCK", 1000)
    path = tmp_path / "large.parquet"
    write_large_staff_extract(path, people=2500, seed=1)
    counted = duckdb.sql(f"""SELECT count(*), count(DISTINCT "Employee number") FROM '{path}'""").fetchall()
    assert counted == [(2500, 2500)]


def _sheet(path):
    return python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def _plain(value):
    return str(int(value)) if isinstance(value, float) else str(value)
