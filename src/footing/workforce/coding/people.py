"""Put the people together: staff, their answers, and the bands and flags that are worked out from them."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is quoted or a parameter

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footing.tables import Category
from footing.workforce.coding import sql
from footing.workforce.coding.bands import band_characteristic, band_labels, band_sql, years_sql
from footing.workforce.coding.categories import with_not_recorded
from footing.workforce.coding.coded import CodedColumn, CodedSheet
from footing.workforce.coding.rules import CodingRules
from footing.workforce.coding.self_coded import add_self_coded_background
from footing.workforce.workforce import NOT_RECORDED, Characteristic, QuestionInUse

if TYPE_CHECKING:
    import duckdb

PEOPLE = "people"
PAY_PERIOD = "pay_period_days"
_FULL_TIME, _PART_TIME = "Full time", "Part time"


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """The coded people: what their columns mean and how many there are."""

    questions: tuple[QuestionInUse, ...]
    characteristics: tuple[Characteristic, ...]
    amounts: frozenset[str]
    person_count: int

    @property
    def columns(self) -> frozenset[str]:
        """The columns of answers and categories."""
        questions = (question.question_id for question in self.questions)
        return frozenset((*questions, *(each.variable for each in self.characteristics)))


@dataclass(frozen=True, slots=True)
class _Derived:
    """A characteristic that is worked out from another column."""

    characteristic: Characteristic
    expression: str


def build_people(
    connection: "duckdb.DuckDBPyConnection", staff: CodedSheet, answers: tuple[CodedSheet, ...], rules: CodingRules
) -> PeopleTable:
    """Create the table ``people``: one row per person of ``staff``, joined to their rows of ``answers`` by key."""
    joined = f"(SELECT {', '.join(_columns(staff, answers))} FROM {staff.relation} AS staff {_joins(answers)})"
    sheets = (staff, *answers)
    derived = tuple(_derived(sheets, rules))
    days = _stated_pay_period(sheets, rules)
    more = "".join(f", {each.expression} AS {sql.name(each.characteristic.variable)}" for each in derived)
    more += f", {days}::DOUBLE AS {PAY_PERIOD}" if days else ""
    connection.execute(f"CREATE OR REPLACE TABLE {PEOPLE} AS SELECT *{more} FROM {joined}")
    characteristics = (
        *(characteristic for sheet in sheets for characteristic in sheet.characteristics),
        *(each.characteristic for each in derived),
    )
    questions = tuple(question for sheet in sheets for question in sheet.questions)
    asked = frozenset(question.question_id for question in questions)
    background = add_self_coded_background(connection, PEOPLE, asked, rules)
    counted = connection.execute(f"SELECT count(*) FROM {PEOPLE}").fetchone()
    return PeopleTable(
        questions=(*questions, background) if background else questions,
        characteristics=as_found(connection, PEOPLE, characteristics),
        amounts=frozenset((*_amounts(sheets), *((PAY_PERIOD,) if days else ()))),
        person_count=counted[0] if counted else 0,
    )


def no_people(connection: "duckdb.DuckDBPyConnection") -> PeopleTable:
    """Create an empty table ``people``, for a run with applications alone."""
    connection.execute(f"CREATE OR REPLACE TABLE {PEOPLE} (person_key VARCHAR)")
    return PeopleTable(questions=(), characteristics=(), amounts=frozenset(), person_count=0)


def as_found(
    connection: "duckdb.DuckDBPyConnection", relation: str, characteristics: tuple[Characteristic, ...]
) -> tuple[Characteristic, ...]:
    """The characteristics, each with "not recorded" among its categories where it is blank for somebody."""
    if not characteristics:
        return ()
    blanks = ", ".join(
        f"count(*) FILTER (WHERE {sql.name(each.variable)} = '{NOT_RECORDED}')" for each in characteristics
    )
    counts = connection.execute(f"SELECT {blanks} FROM {relation}").fetchone() or ()
    pairs = zip(characteristics, counts, strict=True)
    return tuple(with_not_recorded(each) if count else each for each, count in pairs)


def _columns(staff: CodedSheet, answers: tuple[CodedSheet, ...]) -> Iterator[str]:
    for column in staff.columns:
        yield from (f"staff.{sql.name(name)}" for name in column.columns)
    for index, sheet in enumerate(answers):
        for column in _joined_columns(sheet):
            for name, otherwise in zip(column.columns, column.no_answer, strict=True):
                yield f"coalesce(answers_{index}.{sql.name(name)}, {otherwise}) AS {sql.name(name)}"


def _joins(answers: tuple[CodedSheet, ...]) -> str:
    return " ".join(
        f"LEFT JOIN {sheet.relation} AS answers_{index} ON staff.person_key = answers_{index}.person_key"
        for index, sheet in enumerate(answers)
    )


def _joined_columns(sheet: CodedSheet) -> Iterator[CodedColumn]:
    return (column for column in sheet.columns if column.bound.field != "person_key")


def _amounts(sheets: tuple[CodedSheet, ...]) -> Iterator[str]:
    return (column.columns[0] for sheet in sheets for column in sheet.columns if column.amount)


def _stated_pay_period(sheets: tuple[CodedSheet, ...], rules: CodingRules) -> float | None:
    """The days that ordinary pay is for, by the mapping, where there is such pay and no column of days."""
    held = set(_amounts(sheets))
    return rules.mapping.pay.pay_period_days if "ordinary_pay_pence" in held and PAY_PERIOD not in held else None


def _derived(sheets: tuple[CodedSheet, ...], rules: CodingRules) -> Iterator[_Derived]:
    fields = {column.bound.field for sheet in sheets for column in sheet.columns if column.columns}
    if "age_band" not in fields and fields & {"birth_date", "age"}:
        years = years_sql("birth_date", rules.snapshot_date) if "birth_date" in fields else "age"
        yield _band("age_band", years, rules.mapping.bands.age, "", rules)
    if "tenure_band" not in fields and "start_date" in fields:
        years = years_sql("start_date", rules.snapshot_date)
        yield _band("tenure_band", years, rules.mapping.bands.tenure, "years", rules)
    if "full_time" not in fields and "full_time_equivalent" in fields:
        yield _full_time(rules)


def _band(variable: str, years: str, edges: tuple[int, ...], unit: str, rules: CodingRules) -> _Derived:
    labels = band_labels(edges, unit)
    return _Derived(band_characteristic(variable, _title(variable, rules), labels), band_sql(years, edges, labels))


def _full_time(rules: CodingRules) -> _Derived:
    categories = (_FULL_TIME, _PART_TIME)
    expression = (
        f"CAST(CASE WHEN full_time_equivalent IS NULL THEN '{NOT_RECORDED}'"
        f" WHEN full_time_equivalent >= 1 THEN '{_FULL_TIME}' ELSE '{_PART_TIME}' END"
        f" AS {sql.enum((*categories, NOT_RECORDED))})"
    )
    title = _title("full_time", rules)
    return _Derived(Characteristic("full_time", title, tuple(Category(each, each) for each in categories)), expression)


def _title(field: str, rules: CodingRules) -> str:
    specification = rules.fields.field(field)
    return rules.mapping.category(field).title or (specification.title if specification else field)
