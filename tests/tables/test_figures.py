"""Figures are written in one way, for people and for machines."""

import pytest

from footing.tables.figures import interval_text, machine_text, published, reader_text
from footing.tables.units import DECIMALS


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0, "people", "0"),
        (1234, "people", "1,234"),
        (39.15, "percent", "39.1%"),
        (39.0, "percent", "39.0%"),
        (3.14, "percentage points", "+3.1"),
        (-3.14, "percentage points", "−3.1"),
        (-0.04, "percentage points", "0.0"),
        (-1234.5, "pounds", "−£1,234.50"),
        (1.005, "ratio", "1.00"),
        (12.34, "days", "12.3"),
        (None, "percent", "[z]"),
    ],
)
def test_a_figure_as_people_read_it(value, unit, text):
    assert reader_text(value, unit) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(1234, "people", "1234"), (-0.04, "percent", "0.0"), (-2.5, "pounds", "-2.50"), (None, "ratio", "[z]")],
)
def test_a_figure_as_a_machine_reads_it(value, unit, text):
    assert machine_text(value, unit) == text


def test_an_interval_reads_from_its_lower_to_its_upper_end():
    assert interval_text(-1.0, 2.0, "percentage points") == "−1.0 to +2.0"
    assert interval_text(None, 2.0, "percent") == "[z]"


@pytest.mark.parametrize("unit", DECIMALS)
def test_what_is_published_is_not_rounded_twice(unit):
    once = published(1234.56789, unit)
    assert once is not None
    assert published(once, unit) == once
    assert isinstance(once, int) == (DECIMALS[unit] == 0)
