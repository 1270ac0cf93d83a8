"""Amounts: pounds to the penny as a decimal oracle has them, and no amount where people wrote none."""

from decimal import ROUND_HALF_UP, Decimal

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footing.workforce.parsing import number_sql, pence_sql


@pytest.fixture(scope="module")
def engine():
    with duckdb.connect() as connection:
        yield connection


def read(engine, texts, expression):
    """What the engine reads each text as."""
    return [row[0] for row in engine.execute(f"SELECT {expression} FROM (SELECT unnest(?) AS t)", [texts]).fetchall()]


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("£20,404.52", 2040452),
        ("20404.52", 2040452),
        (" 20 404.52 ", 2040452),
        ("£ 20,404", 2040400),
        ("20404 GBP", 2040400),
        ("GBP 1,234,567.8", 123456780),
        ("-£5", -500),
        ("£-5", -500),
        ("0", 0),
        ("7.", 700),
        ("20325.010000000002", 2032501),
        ("1.005", 101),
        ("1.00499999", 100),
        ("20,4k", None),
        ("20.4k", None),
        ("20,4", None),
        ("2,0404", None),
        ("1,2345.6", None),
        (".5", None),
        ("--5", None),
        ("£", None),
        ("1e5", None),
        ("20.404,52", None),
        ("confidential", None),
        ("", None),
        ("9" * 30, None),
    ],
)
def test_an_amount_is_read_to_the_penny_or_not_at_all(engine, text, pence):
    assert read(engine, [text], pence_sql("t")) == [pence]


def test_the_decimal_sign_may_be_a_comma(engine):
    expression = pence_sql("t", decimal="comma")
    assert read(engine, ["20.404,52", "20404,5", "20,404.52"], expression) == [2040452, 2040450, None]


def test_pay_by_the_month_is_made_yearly_before_it_is_rounded(engine):
    assert read(engine, ["1700.374"], pence_sql("t", times=12)) == [2040449]


amounts = st.decimals(min_value=-99_999_999, max_value=99_999_999, places=4, allow_nan=False, allow_infinity=False)
written = st.sampled_from(
    [
        lambda a: f"{a:f}",
        lambda a: f"{a:,f}",
        lambda a: f"£{a:,f}",
        lambda a: f" £ {a:f} ",
        lambda a: f"{a:,f} GBP",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(amounts, written), min_size=1, max_size=40))
def test_every_amount_comes_back_rounded_half_up(engine, cases):
    expected = [int((amount * 100).quantize(Decimal(1), ROUND_HALF_UP)) for amount, _ in cases]
    assert read(engine, [write(amount) for amount, write in cases], pence_sql("t")) == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("0123456789.,£- k", max_size=9), min_size=1, max_size=40))
def test_what_is_read_has_whole_thousands_and_one_sign(engine, texts):
    for text, pence in zip(texts, read(engine, texts, pence_sql("t")), strict=True):
        plain = text.replace("£", "").replace(" ", "")
        whole, _, part = plain.lstrip("-").partition(".")
        groups = whole.split(",")
        thousands = len(groups) == 1 or (1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]))
        is_amount = (
            text.count("£") <= 2
            and plain.count("-") == (1 if plain.startswith("-") else 0)
            and whole != ""
            and thousands
            and all(group.isdigit() for group in groups)
            and (part == "" or part.isdigit())
        )
        if pence is not None:
            assert is_amount, text
            exact = Decimal(plain.replace(",", "").rstrip("."))
            assert pence == int((exact * 100).quantize(Decimal(1), ROUND_HALF_UP))


@pytest.mark.parametrize(
    ("text", "number"),
    [("37", 37), ("37.5", 37.5), ("1,600.5", 1600.5), ("80%", 0.8), ("37:30", 37.5), ("7:60", None), ("37h", None)],
)
def test_a_number_may_be_a_percentage_or_hours_and_minutes(engine, text, number):
    assert read(engine, [text], number_sql("t")) == [number]
