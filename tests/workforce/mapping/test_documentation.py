"""The page on mappings shows a mapping that works."""

from pathlib import Path

import yaml

from footing.standards import load_catalogue
from footing.workforce.fields import load_fields
from footing.workforce.mapping import Mapping, Role, Unplaced

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "map-your-columns.md"
BLOCKS = [part.split("```")[0] for part in PAGE.read_text(encoding="utf-8").split("```yaml\n")[1:]]


def test_the_whole_mapping_of_the_page_is_one():
    mapping = Mapping.model_validate(yaml.safe_load(BLOCKS[0]))
    assert [sheet.role for sheet in mapping.sheets] == [Role.PEOPLE, Role.ANSWERS]


def test_every_entry_of_a_mapping_is_on_the_page():
    shown = yaml.safe_load(BLOCKS[0])
    assert set(Mapping.model_fields) == set(shown)


def test_the_fields_and_options_of_the_page_exist():
    mapping = Mapping.model_validate(yaml.safe_load(BLOCKS[0]))
    questions = {question.id: {option.code for option in question.options} for question in load_catalogue().questions}
    fields = {column.field for sheet in mapping.sheets for column in sheet.columns if column.field}
    assert fields <= {field.id for field in load_fields().fields} | set(questions)
    for id_, question in mapping.questions.items():
        assert {*question.words, *question.codebook.values()} <= questions[id_]


def test_the_unplaced_words_of_the_page_are_as_a_draft_has_them():
    (entry,) = yaml.safe_load(BLOCKS[1])["unplaced"]
    assert Unplaced.model_validate(entry).word == "Bus driver"
