"""Dates: everything that people type, and nothing that they did not mean. The oracle knows no regular expression."""

import datetime as dt

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footing.workforce.parsing import completed_years_sql, date_sql, first_number_sql, second_number_sql

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
LATEST_YEAR = 2025


@pytest.fixture(scope="module")
def engine():
    with duckdb.connect() as connection:
        yield connection


def read(engine, texts, order="day_first"):
    """What the engine reads each text as."""
    expression = date_sql("t", order=order, latest_year=LATEST_YEAR)
    return [row[0] for row in engine.execute(f"SELECT {expression} FROM (SELECT unnest(?) AS t)", [texts]).fetchall()]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/03/2024", dt.date(2024, 3, 31)),
        (" 1/4/2024 ", dt.date(2024, 4, 1)),
        ("31.03.24", dt.date(2024, 3, 31)),
        ("31-3-2024", dt.date(2024, 3, 31)),
        ("3/12/23 09:00:11", dt.date(2023, 12, 3)),
        ("3/12/2023 9:00 PM", dt.date(2023, 12, 3)),
        ("2024-03-31", dt.date(2024, 3, 31)),
        ("2024/3/31", dt.date(2024, 3, 31)),
        ("2024-03-31T09:30:00", dt.date(2024, 3, 31)),
        ("2024-03-31 09:30:00+00:00", dt.date(2024, 3, 31)),
        ("20240331", dt.date(2024, 3, 31)),
        ("31 March 2024", dt.date(2024, 3, 31)),
        ("31st Mar 2024", dt.date(2024, 3, 31)),
        ("31-Mar-24", dt.date(2024, 3, 31)),
        ("2 Sept 1999", dt.date(1999, 9, 2)),
        ("45382", dt.date(2024, 3, 31)),
        ("45382.75", dt.date(2024, 3, 31)),
        ("29/02/2024", dt.date(2024, 2, 29)),
        ("29/02/2023", None),
        ("29 February 1900", None),
        ("31/04/2024", None),
        ("00/01/2024", None),
        ("12/31/2024", None),
        ("31/03", None),
        ("31/03/024", None),
        ("3 Foo 2024", None),
        ("2024", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_people_in_the_uk_write_it(engine, text, day):
    assert read(engine, [text]) == [day]


def test_the_month_comes_first_where_the_mapping_says_so(engine):
    assert read(engine, ["03/04/2024", "12/31/2024", "31/12/2024"], order="month_first") == [
        dt.date(2024, 3, 4),
        dt.date(2024, 12, 31),
        None,
    ]


def test_a_year_of_two_digits_is_the_latest_that_is_not_after_the_latest_year(engine):
    assert read(engine, ["1/1/25", "1/1/26", "1/1/00", "1/1/99"]) == [
        dt.date(2025, 1, 1),
        dt.date(1926, 1, 1),
        dt.date(2000, 1, 1),
        dt.date(1999, 1, 1),
    ]


days = st.dates(dt.date(1927, 6, 1), dt.date(2025, 12, 31))
written = st.sampled_from(
    [
        lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
        lambda d: f"{d.day}/{d.month}/{d.year}",
        lambda d: f"{d.day}.{d.month}.{d.year}",
        lambda d: f"{d.day:02}-{d.month:02}-{d.year} 23:59",
        lambda d: d.isoformat(),
        lambda d: f"{d:%Y%m%d}",
        lambda d: f"{d.day} {MONTHS[d.month - 1].title()} {d.year}",
        lambda d: f"{d.day:02}-{MONTHS[d.month - 1].upper()}-{d.year}",
        lambda d: str((d - dt.date(1899, 12, 30)).days),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(days, written), min_size=1, max_size=40))
def test_every_day_comes_back_however_it_is_written(engine, cases):
    assert read(engine, [write(day) for day, write in cases]) == [day for day, _ in cases]


def naive_date(text):
    """The day that three numbers say, day first; None when there is no such day."""
    parts = text.replace(".", "/").replace("-", "/").split("/")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    if [len(part) in (1, 2) for part in parts[:2]] != [True, True] or len(parts[2]) not in (2, 4):
        return None
    if len(parts[2]) == 4 and parts[2].startswith("0"):
        return None  # nobody was born before the year 1000
    day, month, year = map(int, parts)
    if len(parts[2]) == 2:
        year += 2000 if 2000 + year <= LATEST_YEAR else 1900
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


numbers = st.text("0123456789", min_size=1, max_size=3)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(numbers, numbers, st.text("0123456789", min_size=2, max_size=4)), min_size=1, max_size=40))
def test_three_numbers_are_read_as_the_oracle_reads_them(engine, triples):
    texts = ["/".join(triple) for triple in triples]
    assert read(engine, texts) == [naive_date(text) for text in texts]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=12), min_size=1, max_size=40))
def test_no_text_stops_the_engine(engine, texts):
    clean = [text.replace("\x00", "") for text in texts]
    assert len(read(engine, clean)) == len(clean)


def naive_completed_years(start, end):
    """Count birthdays one by one; who is born on 29 February has none in a common year before 1 March."""
    years = 0
    while True:
        year = start.year + years + 1
        try:
            birthday = start.replace(year=year)
        except ValueError:
            birthday = dt.date(year, 3, 1)
        if birthday > end:
            return years
        years += 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(days, days).map(sorted), min_size=1, max_size=30))
def test_completed_years_are_counted_birthday_by_birthday(engine, pairs):
    expression = completed_years_sql("a", "b")
    query = f"SELECT {expression} FROM (SELECT unnest(?) AS a, unnest(?) AS b)"
    found = engine.execute(query, [[a for a, _ in pairs], [b for _, b in pairs]]).fetchall()
    assert [row[0] for row in found] == [naive_completed_years(a, b) for a, b in pairs]


def test_who_is_born_on_29_february_is_older_on_1_march(engine):
    query = f"SELECT {completed_years_sql('born', 'b')} FROM (SELECT DATE '2004-02-29' AS born, unnest(?) AS b)"
    ends = [dt.date(2022, 2, 28), dt.date(2022, 3, 1), dt.date(2024, 2, 28), dt.date(2024, 2, 29)]
    assert [row[0] for row in engine.execute(query, [ends]).fetchall()] == [17, 18, 19, 20]


def test_the_numbers_of_a_date_are_told_apart_for_finding_the_order(engine):
    query = f"SELECT {first_number_sql('t')}, {second_number_sql('t')} FROM (SELECT unnest(?) AS t)"
    assert engine.execute(query, [["31/03/2024", "2024-03-31", "x"]]).fetchall() == [
        (31, 3),
        (None, None),
        (None, None),
    ]
