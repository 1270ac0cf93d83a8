"""The description of a file's columns is checked before anything is counted."""

from pathlib import Path

import pytest

from footing.disclosure.tabulating import DesignFault, TableDesign, load_design


def written(folder: Path, text: str) -> Path:
    path = folder / "design.yaml"
    path.write_text(text)
    return path


def test_a_dimension_lists_its_columns_coarsest_first(tmp_path: Path) -> None:
    design = load_design(written(tmp_path, "dimensions:\n  team: [department, division]\n  grade: []\n"))
    assert design.levels("team") == ("division", "department", "team")
    assert design.crossed() == (("team", "grade"),)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("dimensions: [", "T002", "not YAML"),
        ("dimensions: {}", "T003", "at least one dimension"),
        ("dimensions: {team: []}\ncolour: red", "T003", "colour"),
        ("dimensions: {team: [team]}", "T003", "used twice"),
        ("dimensions: {team: []}\ntables: [[grade]]", "T003", "not among the dimensions"),
    ],
)
def test_a_description_that_cannot_be_used_is_refused_with_a_code(
    tmp_path: Path, text: str, code: str, words: str
) -> None:
    with pytest.raises(DesignFault, match=code) as refusal:
        load_design(written(tmp_path, text))
    assert words in str(refusal.value)


def test_a_description_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DesignFault, match="T001"):
        load_design(tmp_path / "nowhere.yaml")


def test_columns_without_parents_nest_in_nothing() -> None:
    assert TableDesign(dimensions={"grade": ()}).levels("grade") == ("grade",)
