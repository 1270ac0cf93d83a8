"""Rows that repeat another in every cell are dropped, and said."""

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footing.workforce.reading import drop_exact_duplicates
from workforce.reading.reading_files import read_text, rows_of

cells = st.sampled_from(["", "a", "b", " a"])


def naive_first_rows(rows: Sequence[Sequence[object]]) -> list[Sequence[object]]:
    """The rows, without those whose cells stood in an earlier one."""
    seen: list[Sequence[object]] = []
    kept = []
    for row in rows:
        if row[1:] not in seen:
            seen.append(row[1:])
            kept.append(row)
    return kept


def test_the_first_of_rows_that_are_the_same_is_kept_and_the_rest_are_named(tmp_path):
    text = "Payroll no,Grade\nK1,Band 2\nK2,\nK1,Band 2\nK1,Band 3\nK2,\nK1,Band 2\n"
    with read_text(tmp_path, text) as extract:
        sheet, notice = drop_exact_duplicates(extract, extract.sheets[0])
        assert rows_of(extract, sheet) == [(2, "K1", "Band 2"), (3, "K2", None), (5, "K1", "Band 3")]
        assert sheet.row_count == 3
        assert notice is not None
        assert (notice.code, notice.severity, notice.count) == ("W036", "notice", 3)
        assert 'sheet "people", rows 4, 6 and 7: Rows that repeat an earlier row' in str(notice)


def test_without_repeated_rows_nothing_is_said(tmp_path):
    with read_text(tmp_path, "Payroll no,Grade\nK1,Band 2\nK2,Band 2\n") as extract:
        assert drop_exact_duplicates(extract, extract.sheets[0]) == (extract.sheets[0], None)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(cells, cells), min_size=1, max_size=12))
def test_what_is_kept_is_what_looking_at_each_row_in_turn_keeps(tmp_path, rows):
    text = "Payroll no,Grade,Sex\n" + "".join(f"K,{grade},{sex}\n" for grade, sex in rows)
    with read_text(tmp_path, text) as extract:
        before = rows_of(extract)
        sheet, notice = drop_exact_duplicates(extract, extract.sheets[0])
        assert rows_of(extract, sheet) == naive_first_rows(before)
        assert (notice.count if notice else 0) == len(before) - sheet.row_count
