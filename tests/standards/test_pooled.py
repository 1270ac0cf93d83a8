"""What a coalition pooled, from a file that somebody else made: read strictly, never taken for a published figure."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from footing.provenance import Citation
from footing.standards import ReferenceFileFault, UnknownReference, load_catalogue, load_pooled
from footing.standards.pooled import LARGEST_BYTES
from standards.files import REVIEW, SOURCE, benchmark, write

CATALOGUE = load_catalogue()


def pooled(**changes: Any) -> dict[str, Any]:
    usual = {
        "id": "coalition-occupation-2025",
        "status": "derived",
        "scope": "coalition",
        "definition": "smc-three-groups",
        "values": {"professional": 33, "intermediate": 24, "lower": 43},
        "review": {**REVIEW, "status": "derived"},
    }
    return benchmark(**{**usual, **changes})


def test_a_file_holds_one_benchmark_or_several(tmp_path: Path):
    one = load_pooled(write(tmp_path, "one", pooled()), CATALOGUE)
    shared = {key: value for key, value in pooled().items() if key not in {"id", "definition", "values"}}
    each = [
        {"id": "a", "definition": "smc-three-groups", "values": {"lower": 43}},
        {"id": "b", "definition": "independent-school-11-16", "values": {"independent": 4}},
    ]
    several = load_pooled(write(tmp_path, "several", {**shared, "each": each}), CATALOGUE)
    assert [held.values for held in one.benchmarks] == [{"professional": 33, "intermediate": 24, "lower": 43}]
    assert [held.id for held in several.benchmarks] == ["a", "b"]
    assert one.file_name == "one.yaml"
    assert one.sha256 != several.sha256


def test_a_catalogue_with_pooled_benchmarks_leaves_the_published_one_as_it_was(tmp_path: Path):
    held = load_pooled(write(tmp_path, "one", pooled()), CATALOGUE).benchmarks
    wider = CATALOGUE.with_benchmarks(held)
    assert wider.benchmark("coalition-occupation-2025").scope == "coalition"
    assert wider.benchmark("uk-parental-occupation-2021") == CATALOGUE.benchmark("uk-parental-occupation-2021")
    assert "coalition-occupation-2025" not in CATALOGUE.benchmarks
    assert wider.national_benchmark("smc-three-groups") == CATALOGUE.national_benchmark("smc-three-groups")
    with pytest.raises(ValueError, match="held already"):
        wider.with_benchmarks(held)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"scope": "national"}, "must be 'coalition'"),
        ({"id": "uk-parental-occupation-2021"}, "id of a published benchmark"),
        ({"values": {"upper": 4}}, "'upper' is no group"),
        ({"values": {"lower": 140}}, "percentage"),
        ({"source": {**SOURCE, "url": "javascript:alert(1)"}}, "https://"),
        ({"source": {**SOURCE, "url": "file:///etc/passwd"}}, "https://"),
        ({"review": None}, "review"),
        ({"formula": "=1+1"}, "formula"),
    ],
)
def test_a_file_that_says_too_much_too_little_or_the_wrong_thing_is_refused(tmp_path: Path, changes: Any, says: str):
    with pytest.raises(ReferenceFileFault, match=says) as refused:
        load_pooled(write(tmp_path, "spoilt", pooled(**changes)), CATALOGUE)
    assert str(refused.value).startswith("S003 · spoilt.yaml")


@pytest.mark.parametrize(
    "text",
    [
        "!!python/object/apply:os.system ['true']",
        "id: !!python/name:os.system",
        "- a list",
        "{" * 60,
        "a: &a [1]\nb: *c",
    ],
)
def test_yaml_that_would_run_or_nest_without_end_is_refused(tmp_path: Path, text: str):
    with pytest.raises(ReferenceFileFault):
        load_pooled(write(tmp_path, "hostile", text), CATALOGUE)


def test_a_file_that_is_not_there_or_far_too_large_is_refused(tmp_path: Path):
    with pytest.raises(ReferenceFileFault, match="cannot be read"):
        load_pooled(tmp_path / "nowhere.yaml", CATALOGUE)
    with pytest.raises(ReferenceFileFault, match="too large"):
        load_pooled(write(tmp_path, "large", "#" * (LARGEST_BYTES + 1)), CATALOGUE)


def test_an_id_that_a_file_gives_twice_is_refused(tmp_path: Path):
    twice = {**{key: value for key, value in pooled().items() if key != "start"}, "each": [{"start": "2024-01-01"}] * 2}
    with pytest.raises(ReferenceFileFault, match="twice"):
        load_pooled(write(tmp_path, "twice", twice), CATALOGUE)


def test_a_definition_that_is_not_held_is_named_with_those_most_like_it(tmp_path: Path):
    with pytest.raises(UnknownReference, match="smc-three-groups"):
        load_pooled(write(tmp_path, "unknown", pooled(definition="smc-three-group")), CATALOGUE)


def test_a_citation_leads_to_nothing_but_a_page():
    with pytest.raises(ValidationError):
        Citation.model_validate({**SOURCE, "url": "data:text/html,x"})
    assert Citation.model_validate({**SOURCE, "url": "https://example.org/x"}).url == "https://example.org/x"
