"""Figures as people and machines read them."""

import pytest

from footing.tables.figures import machine_text, reader_text
from footing.tables.units import COUNTS

WRITTEN = {
    "people": "1,235",
    "applications": "1,235",
    "percent": "1,234.6%",
    "percentage points": "+1,234.6",
    "pounds": "£1,234.57",
    "ratio": "1,234.57",
    "years": "1,234.6",
    "days": "1,234.6",
}


@pytest.mark.parametrize("unit", WRITTEN)
def test_a_unit_has_one_way_of_writing_a_figure(unit):
    assert reader_text(1234.567, unit) == WRITTEN[unit]
    assert reader_text(None, unit) == machine_text(None, unit) == "[z]"


def test_what_is_counted_is_written_without_decimals():
    assert {machine_text(12.0, unit) for unit in COUNTS} == {"12"}


def test_a_minus_is_a_minus_and_stands_before_the_pound():
    assert reader_text(-3.2, "pounds") == "−£3.20"
    assert reader_text(-3.2, "percentage points") == "−3.2"
