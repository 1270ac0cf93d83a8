"""Counts made in the engine."""

import subprocess
import sys

import duckdb
import ibis
import pytest

from footing.measures.counting import UnlistedCategory, count_cells
from footing.measures.population import PeopleToCount, Variable
from footing.tables import EVERYONE, Hierarchy, coordinate
from measures.small_workforce import classification_of

GRADES = Variable(("Grade 1", "Grade 2", "Grade 3"), Hierarchy("grade"))
SEXES = Variable(("Female", "Male", "not_recorded"), Hierarchy("sex"))
BACKGROUNDS = Variable(
    tuple(group.code for group in classification_of("parental_occupation").groups if not group.rollup),
    classification_of("parental_occupation").hierarchy(),
)
STAFF = [
    ("Grade 1", "Female", "lower"),
    ("Grade 1", "Male", "lower"),
    ("Grade 1", "Female", "professional"),
    ("Grade 2", "Female", "prefer_not_to_say"),
    ("Grade 2", "not_recorded", "not_answered"),
]


def people(rows=STAFF, types=("VARCHAR", "VARCHAR", "VARCHAR")) -> PeopleToCount:
    connection = duckdb.connect()
    names = ("grade", "sex", "parental_occupation")
    declared = ", ".join(f"{name} {kind}" for name, kind in zip(names, types, strict=True))
    connection.execute(f"CREATE TABLE people ({declared})")
    if rows:
        connection.executemany("INSERT INTO people VALUES (?, ?, ?)", rows)
    variables = dict(zip(names, (GRADES, SEXES, BACKGROUNDS), strict=True))
    return PeopleToCount("staff", ibis.duckdb.from_connection(connection).table("people"), variables)


def test_a_cell_holds_those_who_share_every_category():
    cells = [coordinate(grade="Grade 1", sex="Female"), coordinate(sex="Female"), EVERYONE]
    assert count_cells(people(), cells) == {cells[0]: 2, cells[1]: 3, cells[2]: 5}


def test_a_cell_that_holds_nobody_is_counted_as_0():
    cells = [coordinate(grade="Grade 3"), coordinate(grade="Grade 2", parental_occupation="lower")]
    assert count_cells(people(), cells) == {cells[0]: 0, cells[1]: 0}


def test_a_roll_up_holds_everybody_in_its_parts():
    codable = coordinate(parental_occupation="codable")
    answered = coordinate(grade="Grade 2", parental_occupation="answered")
    assert count_cells(people(), [codable, answered]) == {codable: 3, answered: 1}


def test_columns_of_enumerated_words_are_counted_like_words():
    enumerated = tuple(
        f"ENUM ({', '.join(repr(code) for code in variable.codes)})" for variable in (GRADES, SEXES, BACKGROUNDS)
    )
    cells = [coordinate(grade="Grade 1", sex="Female", parental_occupation="lower"), coordinate(sex="Male")]
    assert count_cells(people(types=enumerated), cells) == count_cells(people(), cells) == {cells[0]: 1, cells[1]: 1}


def test_an_enumeration_may_hold_words_that_nobody_has():
    more = ("VARCHAR", "ENUM ('Other', 'Female', 'Male', 'not_recorded')", "VARCHAR")
    assert count_cells(people(types=more), [coordinate(sex="Female")]) == {coordinate(sex="Female"): 3}


def test_an_empty_table_of_people_is_counted_as_nobody_anywhere():
    cells = [EVERYONE, coordinate(grade="Grade 1")]
    assert count_cells(people(rows=[]), cells) == {EVERYONE: 0, cells[1]: 0}
    assert count_cells(people(rows=[]), [EVERYONE]) == {EVERYONE: 0}


def test_no_cells_ask_the_engine_for_nothing():
    assert count_cells(people(), []) == {}


@pytest.mark.parametrize("word", ["Chief of Sneaking", None])
def test_a_word_that_is_not_in_the_list_is_refused_and_not_repeated(word):
    with pytest.raises(UnlistedCategory, match="'grade'") as refusal:
        count_cells(people(rows=[(word, "Female", "lower")]), [coordinate(grade="Grade 1")])
    assert "Sneaking" not in str(refusal.value)


@pytest.mark.parametrize("cell", [coordinate(grade="Grade 9"), coordinate(shoe_size="42")])
def test_a_cell_that_the_people_do_not_have_is_an_error_and_not_0(cell):
    with pytest.raises(KeyError):
        count_cells(people(), [cell])


def test_the_engine_is_asked_in_words_that_duckdb_and_spark_share():
    relation = people().relation
    expression = relation.aggregate(relation.count().name("people"), by=["grade", "sex"])
    asked = {ibis.to_sql(expression, dialect=dialect).replace("`", '"') for dialect in ("duckdb", "pyspark")}
    assert len(asked) == 1


def test_counting_never_imports_pandas():
    """It would take longer than the counting, and a laptop need not hold it."""
    script = """
import sys, duckdb, ibis
from footing.measures.counting import count_cells
from footing.measures.population import PeopleToCount, Variable
from footing.tables import EVERYONE, Hierarchy, coordinate
connection = duckdb.connect()
connection.execute("CREATE TABLE people AS SELECT 'Female' AS sex")
people = PeopleToCount(
    "staff", ibis.duckdb.from_connection(connection).table("people"), {"sex": Variable(("Female",), Hierarchy("sex"))}
)
assert count_cells(people, [EVERYONE, coordinate(sex="Female")]) == {EVERYONE: 1, coordinate(sex="Female"): 1}
assert "pandas" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
