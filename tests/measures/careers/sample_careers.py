"""A sample employer with its events as a coded workforce, without files and mapping between."""

import duckdb
import ibis
import pyarrow as pa
import pyarrow.compute as pc

from footing.samples import Sample
from footing.standards import Classification, load_catalogue
from footing.tables import Category
from footing.workforce.workforce import NOT_ANSWERED, NOT_RECORDED, Characteristic, Companion, QuestionInUse, Workforce

QUESTION = "parental_occupation"
OF_PEOPLE = ("grade", "function", "sex")
OF_EVENTS = ("event", "from_grade", "to_grade", "reason", "sex")


def workforce_of(sample: Sample) -> Workforce:
    """People and events of a sample, with the group of each answer on parental occupation."""
    classification = load_catalogue().default_classification(QUESTION)
    people = _coded(sample.people, classification, OF_PEOPLE, ("start_date",))
    events = _coded(sample.events, classification, OF_EVENTS, ("date",))
    connection = duckdb.connect()
    for name, table in (("people", people), ("events", events)):
        connection.register(f"{name}_arrow", table)
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM {name}_arrow")
        connection.unregister(f"{name}_arrow")
    backend = ibis.duckdb.from_connection(connection)
    grades = sample.truth.employer.grade_names
    reasons = sorted(set(events["reason"].to_pylist()) - {NOT_RECORDED})
    return Workforce(
        people=backend.table("people"),
        connection=connection,
        questions=(QuestionInUse(QUESTION, classification),),
        characteristics=(_listed("grade", grades, ordered=True), _listed("sex", ("Female", "Male"))),
        amounts=frozenset(),
        snapshot_date=sample.snapshot_date,
        person_count=people.num_rows,
        sources=(),
        events=backend.table("events"),
        events_companion=Companion(
            characteristics=(
                _listed("from_grade", (*grades, NOT_RECORDED), ordered=True),
                _listed("to_grade", (*grades, NOT_RECORDED), ordered=True),
                _listed("reason", (*reasons, NOT_RECORDED)),
            ),
            row_count=events.num_rows,
        ),
    )


def _coded(table: pa.Table, classification: Classification, words: tuple[str, ...], dates: tuple[str, ...]) -> pa.Table:
    columns = {"person_key": table["person_key"], **{name: table[name] for name in dates}}
    for name in words:
        columns[name] = pc.fill_null(table[name].cast(pa.string()), NOT_RECORDED)
    answers = table[QUESTION].cast(pa.string()).to_pylist()
    groups = [classification.codes[answer] if answer else NOT_ANSWERED for answer in answers]
    return pa.table({**columns, QUESTION: pa.array(groups, pa.string())})


def _listed(variable: str, codes: tuple[str, ...], *, ordered: bool = False) -> Characteristic:
    title = variable.replace("_", " ").capitalize()
    return Characteristic(variable, title, tuple(Category(code, code) for code in codes), ordered=ordered)
