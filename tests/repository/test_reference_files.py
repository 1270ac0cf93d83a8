"""No reference file without who published it and who checked it."""

import pytest
import yaml

from repository.house import CORE, name_of

REFERENCE_FILES = sorted((CORE / "standards" / "data").rglob("*.yaml"))


def lacking(text: str) -> list[str]:
    """The parts of provenance that a reference file does not have."""
    data = yaml.safe_load(text)
    return [part for part in ("source", "review") if not isinstance(data.get(part), dict)]


def test_there_are_reference_files():
    assert REFERENCE_FILES


@pytest.mark.parametrize("path", REFERENCE_FILES, ids=name_of)
def test_every_reference_file_has_a_source_and_a_review(path):
    assert lacking(path.read_text(encoding="utf-8")) == []


def test_an_uncited_file_is_found():
    assert lacking("id: a\nsource: somebody\n") == ["source", "review"]
