"""Mapping files: what is written is read back, and what cannot be meant is refused with a place and a reason."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footing.workforce.mapping import (
    Bands,
    CategoryMapping,
    ColumnMapping,
    DateRules,
    Mapping,
    MappingRefused,
    PayRules,
    QuestionMapping,
    Role,
    SheetMapping,
    SnapshotDate,
    Unplaced,
    load_mapping,
    mapping_to_yaml,
    write_mapping,
)

MAPPING = Mapping(
    snapshot=SnapshotDate(date=dt.date(2024, 3, 31), confidence=0.9, because=("it says so",)),
    sheets=(
        SheetMapping(
            sheet="Staff",
            role=Role.PEOPLE,
            columns=(
                ColumnMapping(heading="Employee: no", field="person_key", confidence=1, because=("known",)),
                ColumnMapping(heading="Name", ignored="it names people", personal=True),
            ),
        ),
    ),
    questions={
        "parental_occupation": QuestionMapping(
            words={"other": ("No", "null", "1")},
            codebook={"1": "other"},
            blank="prefer_not_to_say",
            unplaced=(Unplaced(word="Yes", count=3, nearest=("Other",)),),
        )
    },
    categories={
        "grade": CategoryMapping(categories=("1", "2"), unranked=("Bank",), words={"1": ("One",)}, only_these=True)
    },
    blanks=("?",),
    dates=DateRules(order="month_first"),
    pay=PayRules(period="hour", full_time_hours=37),
    bands=Bands(age=(30, 50)),
)


def refusal(tmp_path, text):
    """Why a mapping file of this text is refused."""
    path = tmp_path / "mapping.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MappingRefused) as refused:
        load_mapping(path)
    return refused.value.fault


def test_a_written_mapping_is_read_back_the_same(tmp_path):
    write_mapping(MAPPING, tmp_path / "mapping.yaml")
    assert load_mapping(tmp_path / "mapping.yaml") == MAPPING
    assert [path.name for path in tmp_path.iterdir()] == ["mapping.yaml"]


words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)


@settings(max_examples=50, deadline=None)
@given(st.lists(words, min_size=1, max_size=5, unique_by=lambda word: word.casefold().strip()))
def test_words_of_any_kind_survive_the_file(tmp_path_factory, found):
    path = tmp_path_factory.mktemp("mapping") / "mapping.yaml"
    sheet = SheetMapping(sheet=found[0], role=Role.PEOPLE, columns=(ColumnMapping(heading=found[-1], field="grade"),))
    mapping = Mapping(sheets=(sheet,), categories={"grade": CategoryMapping(categories=tuple(found))})
    write_mapping(mapping, path)
    assert load_mapping(path) == mapping


def test_reasons_come_after_what_they_are_reasons_for():
    text = mapping_to_yaml(MAPPING)
    assert text.index("field: person_key") < text.index("confidence: 1.0")
    assert text.startswith("# How this extract is read.")


def test_yes_no_and_numbers_are_words(tmp_path):
    path = tmp_path / "mapping.yaml"
    path.write_text(
        "sheets: [{sheet: 2024, role: people, columns: [{heading: 1, field: grade}]}]\n"
        "questions: {free_school_meals: {words: {eligible: [Yes, 1], not_eligible: [No]}, codebook: {2: eligible}}}\n",
        encoding="utf-8",
    )
    mapping = load_mapping(path)
    assert mapping.sheets[0].sheet == "2024"
    assert mapping.sheets[0].columns[0].heading == "1"
    assert mapping.question("free_school_meals").words == {"eligible": ("Yes", "1"), "not_eligible": ("No",)}
    assert mapping.question("free_school_meals").codebook == {"2": "eligible"}


@pytest.mark.parametrize("text", ["", "- a list", "a: [", "a: 1\na: 2\n", "\x00"])
def test_a_file_that_is_no_mapping_is_refused(tmp_path, text):
    assert refusal(tmp_path, text).code == "W040"


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(MappingRefused, match="W040"):
        load_mapping(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("sheets: []\nsheet: 1\n", "sheet"),
        ("sheets: [{sheet: A, role: staff}]", "sheets → 0 → role"),
        ("sheets: [{sheet: A, role: people, columns: [{heading: X}]}]", 'column "X" needs either a field'),
        (
            "sheets: [{sheet: A, role: people, columns: [{heading: X, field: sex}, {heading: Y, field: sex}]}]",
            "maps two columns to sex",
        ),
        ("sheets: []\nbands: {age: [35, 25]}", "each larger than the one before"),
        ("sheets: []\nbands: {age: []}", "bands → age"),
        ("sheets: []\npay: {period: hour}", "needs full_time_hours"),
        ("sheets: []\npay: {period: fortnight}", "pay → period"),
        ("sheets: []\nquestions: {q: {words: {a: [X], b: [x]}}}", 'cannot mean both "a" and "b"'),
        ("sheets: []\ncategories: {grade: {only_these: true}}", "only_these needs categories"),
        ("version: 2\nsheets: []", "version"),
        ("sheets: []\nsnapshot: {date: 31/03/2024}", "snapshot → date"),
    ],
)
def test_what_a_mapping_cannot_mean_is_refused_with_its_place_and_reason(tmp_path, text, says):
    fault = refusal(tmp_path, text)
    assert fault.code == "W041"
    assert says in fault.message


def test_a_failed_write_leaves_no_file(tmp_path):
    target = tmp_path / "folder"
    target.mkdir()
    with pytest.raises(OSError, match="directory"):
        write_mapping(MAPPING, target)
    assert list(tmp_path.iterdir()) == [target]
