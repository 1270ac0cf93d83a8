"""What is known about fields is consistent with itself."""

from footing.standards import load_catalogue
from footing.workforce.fields import load_fields
from footing.workforce.matching import fold, fold_heading

FIELDS = load_fields()


def test_no_heading_names_two_fields_of_one_table():
    for table in ("people", "answers", "events", "applications"):
        seen = {}
        for field in FIELDS.of_table(table):
            for heading in field.headings:
                assert seen.setdefault(fold_heading(heading), field.id) == field.id, (table, heading)


def test_no_heading_names_a_field_and_a_question():
    questions = {fold_heading(heading): each.id for each in load_catalogue().questions for heading in each.headings}
    clashes = {heading for field in FIELDS.fields for heading in map(fold_heading, field.headings)} & set(questions)
    assert clashes == set()


def test_no_field_has_the_name_of_a_question():
    assert {field.id for field in FIELDS.fields} & {question.id for question in load_catalogue().questions} == set()


def test_no_word_means_two_categories_of_one_field():
    for field in FIELDS.fields:
        words = [fold(word) for spellings in field.words.values() for word in spellings]
        assert len(words) == len(set(words)), field.id


def test_no_grade_stands_twice_on_one_ladder():
    for ladder in FIELDS.ladders:
        names = [fold(name) for rung in ladder.grades for name in rung]
        assert len(names) == len(set(names)), ladder.title


def test_every_table_has_a_key():
    for table, key in (("people", "person_key"), ("answers", "person_key"), ("events", "person_key")):
        assert any(field.id == key for field in FIELDS.of_table(table))
    assert FIELDS.field("candidate_key") in FIELDS.of_table("applications")


def test_a_field_that_shares_categories_names_a_field_that_exists():
    assert all(FIELDS.field(field.like) for field in FIELDS.fields if field.like)
