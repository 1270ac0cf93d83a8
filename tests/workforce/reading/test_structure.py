"""The structure of a text agrees with the standard library, which reads it character by character."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footing.workforce.limits import Limits
from footing.workforce.reading import structure
from footing.workforce.reading.engine import Reading
from footing.workforce.reading.progress import NoProgress
from footing.workforce.reading.refusal import Refused
from footing.workforce.reading.structure import Structure, find_structure

anything = st.text(st.sampled_from('ab", \n\r£'), max_size=60)
cell = st.text(st.sampled_from('ab", \n\r'), max_size=6)
records = st.lists(st.lists(cell, max_size=4), min_size=1, max_size=12)


def find(path: Path, text: str, limits: Limits | None = None) -> Structure:
    path.write_bytes(text.encode())
    no_engine: Any = None
    return find_structure(Reading(no_engine, limits or Limits(), NoProgress()), path, ",")


def naive(text: str) -> tuple[list[int], list[int]]:
    """The cells of each record that is not an empty line, and the rows of those that are."""
    found = list(csv.reader(io.StringIO(text, newline="")))
    return [len(record) for record in found if record], [row for row, record in enumerate(found, 1) if not record]


@pytest.fixture(params=[1, 7, 1 << 20])
def block_bytes(request, monkeypatch):
    """Blocks so small that every record lies across several, and blocks that hold everything."""
    monkeypatch.setattr(structure, "_CHUNK_BYTES", request.param)
    return request.param


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=records, line_end=st.sampled_from(["\n", "\r\n"]))
def test_regular_text_has_the_cells_and_empty_lines_that_it_was_written_with(tmp_path, block_bytes, rows, line_end):
    out = io.StringIO(newline="")
    # The standard library leaves a lone carriage return bare when lines end without one.
    quoting = csv.QUOTE_MINIMAL if line_end == "\r\n" else csv.QUOTE_ALL
    csv.writer(out, lineterminator=line_end, quoting=quoting).writerows(rows)
    found = find(tmp_path / "regular.csv", out.getvalue())
    assert found.regular
    assert (found.cells.tolist(), found.empty_lines.tolist()) == naive(out.getvalue())
    assert found.breaks_in_quotes == any("\n" in text or "\r" in text for row in rows for text in row)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=anything)
def test_whatever_the_text_it_is_either_called_irregular_or_read_as_the_standard_library_reads_it(
    tmp_path, block_bytes, text
):
    try:
        found = find(tmp_path / "any.csv", text)
    except Refused as refused:
        told = refused.fault.code
    else:
        told = found if found.regular else "irregular"
    if told == "W023":
        assert text.count('"') % 2 == 1
    elif told != "irregular":
        assert (told.cells.tolist(), told.empty_lines.tolist()) == naive(text)


@pytest.mark.parametrize(
    "text", ['1,5" pipe\n', '1,"Band "2""\n', '1,"a" \n', "a,b\r\n1,2\n", "a,b\n1,2\r\n", "a,b\n1\r,2\n"]
)
def test_a_misplaced_quotation_mark_or_another_line_break_is_irregular(tmp_path, text):
    assert not find(tmp_path / "odd.csv", text).regular


@pytest.mark.parametrize("text", ['1,"a\rb"\n', '1,"a\r\nb"\n', '1,"a\nb"\r\n', '1,"say ""hello"""\n'])
def test_any_line_break_within_quotation_marks_is_regular(tmp_path, text):
    found = find(tmp_path / "fine.csv", text)
    assert found.regular
    assert found.breaks_in_quotes == ("\r" in text)


def test_a_last_line_without_a_break_is_counted_and_told(tmp_path, block_bytes):
    found = find(tmp_path / "open.csv", "a,b\n1,2")
    assert (found.cells.tolist(), found.ends_with_break) == ([2, 2], False)


def test_a_line_that_never_ends_is_refused_without_being_read_to_its_end(tmp_path):
    with pytest.raises(Refused) as refused:
        find(tmp_path / "long.csv", "a,b\n" + "x" * 5_000_000, Limits(row_bytes=1_000_000))
    assert refused.value.fault.code == "W016"
