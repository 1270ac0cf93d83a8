"""The examples in the documents about protection run, and give what they say."""

import doctest
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("page", ["methodology/alternatives.md", "how-to/protect-any-tables.md"])
def test_the_examples_of_a_page_give_what_it_says(page: str) -> None:
    found = doctest.testfile(str(DOCS / page), module_relative=False)
    assert found.attempted > 0
    assert found.failed == 0
