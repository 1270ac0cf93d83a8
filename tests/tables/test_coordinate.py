"""A coordinate names the same people however it is written."""

import pytest

from footing.tables import EVERYONE, TOTAL, Category, Dimension, Hierarchy, coordinate


def test_the_order_in_which_categories_are_named_does_not_matter() -> None:
    assert coordinate(sex="Female", grade="Grade 1") == coordinate(grade="Grade 1", sex="Female")


def test_a_total_restricts_nobody() -> None:
    assert coordinate(sex=TOTAL, grade="Grade 1") == coordinate(grade="Grade 1")
    assert coordinate(sex=TOTAL) == EVERYONE


def test_a_category_without_a_parent_is_part_of_the_total_and_the_total_is_part_of_nothing() -> None:
    hierarchy = Hierarchy("background", {"lower": "codable", "codable": "answered"})
    assert [hierarchy.parent(code) for code in ("lower", "codable", "answered", TOTAL)] == [
        "codable",
        "answered",
        TOTAL,
        None,
    ]


def test_a_dimension_knows_the_words_for_its_codes_and_no_others() -> None:
    dimension = Dimension("sex", "Sex", (Category(TOTAL, "All"), Category("f", "Female")))
    assert dimension.label("f") == "Female"
    with pytest.raises(KeyError):
        dimension.label("m")
