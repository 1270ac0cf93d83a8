"""The catalogue of faults: one code for each kind, in the ranges agreed, in words that help."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from footing.workforce.faults import FAULT_KINDS, FaultKind
from footing.workforce.faults.catalogue import kinds_by_code

DOCS = Path(__file__).parents[3] / "docs"


def test_there_are_at_least_thirty_kinds_in_order():
    assert len(FAULT_KINDS) >= 30
    assert list(FAULT_KINDS) == sorted(FAULT_KINDS)


@pytest.mark.parametrize("kind", FAULT_KINDS.values(), ids=list(FAULT_KINDS))
def test_a_kind_says_what_is_wrong_and_what_to_do(kind: FaultKind):
    assert re.fullmatch(r"W[01]\d\d", kind.code)
    assert kind.severity in ("error", "notice")
    assert kind.title[0].isupper()
    assert not kind.title.endswith(".")
    for sentence in (kind.template, kind.next_step):
        assert sentence == sentence.strip()
        assert sentence[0].isupper() or sentence[0] in '"{'
        assert sentence[-1] in ".}"


def test_two_kinds_cannot_have_one_code():
    kind = FAULT_KINDS["W001"]
    with pytest.raises(ValueError, match="W001"):
        kinds_by_code([kind, kind])


def test_the_reference_page_is_what_the_catalogue_gives():
    found = spec_from_file_location("fault_page", DOCS / "fault_page.py")
    assert found is not None
    assert found.loader is not None
    maker = module_from_spec(found)
    found.loader.exec_module(maker)
    assert (DOCS / "reference" / "faults.md").read_text(encoding="utf-8") == maker.fault_page()
