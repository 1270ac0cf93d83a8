"""The catalogue finds things by id and date, and refuses a file that does not say what it must."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from footing.standards import Catalogue, NotInForce, ReferenceFileFault, UnknownReference, load_catalogue
from footing.standards.catalogue import DATA
from footing.standards.yaml_files import read_yaml
from standards.files import REVIEW, SOURCE, benchmark, write

CATALOGUE = load_catalogue()
SHELVES = CATALOGUE.shelves()


def benchmarks_of(folder: Path) -> Catalogue:
    return Catalogue(folder)


@pytest.mark.parametrize("folder", sorted(path.name for path in DATA.iterdir()))
def test_every_folder_of_data_is_a_kind_that_loads(folder):
    assert list(SHELVES[folder])


@pytest.mark.parametrize("folder", SHELVES)
def test_every_entry_cites_its_source_and_says_who_reviewed_it(folder):
    for entry in SHELVES[folder].every_version():
        assert entry.source.publisher
        assert entry.source.licence
        assert entry.review.by
        assert entry.review.on >= dt.date(2026, 1, 1)


@pytest.mark.parametrize("folder", SHELVES)
def test_every_file_is_named_after_what_it_holds(folder):
    for path in (DATA / folder).glob("*.yaml"):
        content = read_yaml(path)
        assert content.get("id", path.stem) == path.stem


def test_nothing_published_by_us_is_called_official():
    ours = [
        entry.id
        for shelf in SHELVES.values()
        for entry in shelf.every_version()
        if entry.source.publisher.startswith("Footing") and entry.status != "assumption"
    ]
    assert ours == []


def test_every_key_that_a_schema_allows_is_used_by_some_file():
    unused = {
        f"{folder}.{field}"
        for folder, shelf in SHELVES.items()
        for field in shelf.kind.schema.model_fields
        if not any(field in entry.model_fields_set for entry in shelf.every_version())
    }
    shared_by_all_kinds = {key for key in unused if key.rpartition(".")[2] in ("also", "notes")}
    assert unused == shared_by_all_kinds


@pytest.mark.parametrize("part", ["source", "review", "start", "status", "title"])
def test_a_file_without_its_provenance_is_refused(tmp_path, part):
    write(tmp_path / "benchmarks", "made-up", benchmark(**{part: None}))
    with pytest.raises(ReferenceFileFault, match=rf"S003 · made-up\.yaml: at {part}: Field required"):
        benchmarks_of(tmp_path).benchmark("made-up")


@pytest.mark.parametrize("placeholder", ["TBC", "todo", "  ", "unknown", "n/a", "???", "xxx", "-"])
def test_a_placeholder_is_refused(tmp_path, placeholder):
    for content in (
        benchmark(source={**SOURCE, "publisher": placeholder}),
        benchmark(review={**REVIEW, "note": placeholder}),
        benchmark(title=placeholder),
    ):
        write(tmp_path / "benchmarks", "made-up", content)
        with pytest.raises(ReferenceFileFault, match="placeholder"):
            benchmarks_of(tmp_path).benchmark("made-up")


def test_an_assumption_must_be_called_one(tmp_path):
    write(tmp_path / "benchmarks", "made-up", benchmark(review={**REVIEW, "status": "assumption"}))
    with pytest.raises(ReferenceFileFault, match="official, but the review says assumption"):
        benchmarks_of(tmp_path).benchmark("made-up")
    derived = benchmark(status="derived", review={**REVIEW, "status": "assumption"})
    write(tmp_path / "benchmarks", "made-up", derived)
    with pytest.raises(ReferenceFileFault, match="the status must say so too"):
        benchmarks_of(tmp_path).benchmark("made-up")


def test_a_key_that_the_schema_does_not_know_is_refused(tmp_path):
    write(tmp_path / "benchmarks", "made-up", benchmark(end="2025-01-01"))
    with pytest.raises(ReferenceFileFault, match="at end: Extra inputs are not permitted"):
        benchmarks_of(tmp_path).benchmark("made-up")


def test_an_entry_cannot_be_changed():
    with pytest.raises(ValueError, match="frozen"):
        CATALOGUE.policy("publish-10").counts.threshold = 1


def test_a_value_holds_until_the_next_one_starts(tmp_path):
    write(tmp_path / "benchmarks", "first", benchmark(start="2020-01-01", year="2020"))
    write(tmp_path / "benchmarks", "second", benchmark(start="2022-01-01", year="2022"))
    catalogue = benchmarks_of(tmp_path)
    years = {
        day: catalogue.benchmark("made-up", as_at=day).year
        for day in (dt.date(2020, 1, 1), dt.date(2021, 12, 31), dt.date(2022, 1, 1), dt.date(2030, 1, 1))
    }
    assert list(years.values()) == ["2020", "2020", "2022", "2022"]
    assert catalogue.benchmark("made-up").year == "2022"
    assert [entry.year for entry in catalogue.benchmarks] == ["2022"]
    assert [entry.year for entry in catalogue.benchmarks.every_version()] == ["2020", "2022"]


def test_a_date_before_the_first_start_is_an_error_and_not_a_guess():
    with pytest.raises(NotInForce, match=r"S002 .* starts on 2020-11-24, after 2019-01-01"):
        CATALOGUE.question("parental_occupation", as_at=dt.date(2019, 1, 1))


def test_two_entries_that_start_on_one_day_are_refused(tmp_path):
    write(tmp_path / "benchmarks", "one", benchmark())
    write(tmp_path / "benchmarks", "two", benchmark())
    with pytest.raises(ReferenceFileFault, match="starts twice on 2024-01-01"):
        benchmarks_of(tmp_path).benchmark("made-up")


def test_a_file_with_each_holds_several_entries_that_share_its_other_keys(tmp_path):
    shared = benchmark(id=None, title=None)
    each = [{"id": "north", "title": "The north"}, {"id": "south", "title": "The south", "year": "2023"}]
    write(tmp_path / "benchmarks", "regions", {**shared, "each": each})
    found = list(benchmarks_of(tmp_path).benchmarks)
    assert [(entry.id, entry.year) for entry in found] == [("north", "2024"), ("south", "2023")]


def test_an_unknown_id_names_those_most_like_it():
    with pytest.raises(UnknownReference, match=r"S001 .* called 'publish-11'\. Did you mean publish-10"):
        CATALOGUE.policy("publish-11")


def test_an_id_like_no_other_says_where_to_look():
    with pytest.raises(UnknownReference, match="`footing reference list` shows what there is"):
        CATALOGUE.measure("zzzzzz")


def test_a_question_without_a_default_classification_is_an_error():
    with pytest.raises(UnknownReference, match="No classification is the default for the question 'shoe_size'"):
        CATALOGUE.default_classification("shoe_size")


@pytest.mark.parametrize(
    "text",
    ["[1, 2]", "just words", "key: [unclosed", "\x00", "day: 2024-13-45", "? [a, b]\n: 1", "- a\nb: c"],
)
def test_a_file_that_holds_no_mapping_is_refused(tmp_path, text):
    with pytest.raises(ReferenceFileFault, match=r"S003 · made-up\.yaml"):
        read_yaml(write(tmp_path, "made-up", text))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ReferenceFileFault, match="cannot be read"):
        read_yaml(tmp_path / "missing.yaml")


def test_a_key_given_twice_is_refused(tmp_path):
    path = write(tmp_path, "made-up", "values:\n  lower: 39\n  lower: 29\n")
    with pytest.raises(ReferenceFileFault, match="'lower' is given twice"):
        read_yaml(path)


@pytest.mark.parametrize("opening", ["[", "- ", "{a: "])
def test_a_file_that_nests_without_end_is_refused_and_not_followed(tmp_path, opening):
    with pytest.raises(ReferenceFileFault, match="nested more than 50 levels deep"):
        read_yaml(write(tmp_path, "made-up", "key:\n  " + opening * 300_000))


def test_on_yes_and_no_stay_words(tmp_path):
    path = write(tmp_path, "made-up", "on: 2024-01-01\nanswer: yes\nother: no\nflag: true\n")
    assert read_yaml(path) == {"on": dt.date(2024, 1, 1), "answer": "yes", "other": "no", "flag": True}


def test_only_what_is_asked_for_is_read(tmp_path):
    write(tmp_path / "benchmarks", "made-up", benchmark())
    write(tmp_path / "policies", "spoilt", "not: a policy")
    catalogue = benchmarks_of(tmp_path)
    assert catalogue.benchmark("made-up").year == "2024"
    with pytest.raises(ReferenceFileFault):
        list(catalogue.policies)


def test_the_catalogue_that_comes_with_footing_is_read_once():
    assert load_catalogue() is load_catalogue()


def test_the_commands_start_without_the_schemas():
    program = (
        "import sys, footing.cli.questions, footing.cli.reference; "
        "print(sorted({'pydantic', 'yaml', 'footing.standards'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
