"""The reference pages say what the data says, and those that are committed are up to date."""

from pathlib import Path

import pytest

from footing.standards import load_catalogue
from footing.standards.pages import reference_pages
from footing.standards.pages.__main__ import main

CATALOGUE = load_catalogue()
PAGES = reference_pages(CATALOGUE)
COMMITTED = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize("name", PAGES)
def test_a_committed_page_is_what_the_data_gives(name):
    assert (COMMITTED / name).read_text(encoding="utf-8") == PAGES[name]


@pytest.mark.parametrize(
    ("name", "folders"),
    [
        ("questions.md", ("questions",)),
        ("classifications.md", ("classifications", "definitions", "derivations")),
        ("benchmarks.md", ("benchmarks",)),
        ("policies.md", ("policies",)),
        ("measures.md", ("measures",)),
        ("pillars.md", ("pillars",)),
        ("vocabularies.md", ("vocabularies",)),
        ("studies.md", ("studies",)),
        ("actions.md", ("actions",)),
    ],
)
def test_everything_that_is_held_is_on_its_page(name, folders):
    shelves = CATALOGUE.shelves()
    for folder in folders:
        for entry in shelves[folder]:
            assert f"`{entry.id}`" in PAGES[name]
            assert entry.title in PAGES[name]


@pytest.mark.parametrize("name", PAGES)
def test_every_row_of_a_table_has_as_many_cells_as_its_heading(name):
    width = None
    for line in PAGES[name].splitlines():
        if not line.startswith("| "):
            width = None
            continue
        cells = line.replace("\\|", "").count("|")
        width = width or cells
        assert cells == width, line


def test_an_assumption_stands_out():
    assert "**Assumption**" in PAGES["classifications.md"]
    assert "**Superseded** by `uk-parental-occupation-2021`" in PAGES["benchmarks.md"]


def test_the_command_writes_every_page(tmp_path):
    assert main([str(tmp_path / "reference")]) == 0
    assert {path.name for path in (tmp_path / "reference").iterdir()} == set(PAGES)


def test_the_command_needs_a_folder(capsys):
    assert main([]) == 2
    assert "Name the folder" in capsys.readouterr().err
