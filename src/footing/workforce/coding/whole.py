"""Check the people as a whole: whether there is anything to compare."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is quoted or a parameter

from collections.abc import Iterator
from typing import TYPE_CHECKING

from footing.workforce.coding import sql
from footing.workforce.coding.binding import nearest_words
from footing.workforce.coding.coded import CodedSheet
from footing.workforce.coding.people import PEOPLE, PeopleTable
from footing.workforce.coding.rules import CodingRules
from footing.workforce.faults import Fault, mapping_kinds
from footing.workforce.faults import checking_kinds as kinds
from footing.workforce.workforce import NOT_ANSWERED, NOT_RECORDED

if TYPE_CHECKING:
    import duckdb


def check_people(
    connection: "duckdb.DuckDBPyConnection", people: PeopleTable, sheets: tuple[CodedSheet, ...], rules: CodingRules
) -> tuple[Fault, ...]:
    """The faults of the people taken together."""
    if people.person_count == 1:
        return (kinds.ONE_PERSON.at(),)
    headings = {name: column.bound.heading for sheet in sheets for column in sheet.columns for name in column.columns}
    return (
        *_unanswered(connection, people, headings),
        *_all_the_same(connection, people, headings),
        *_doubtful_pay(connection, people, headings, rules),
        *_incomplete_period_pay(people, headings, rules),
    )


def check_named_grades(people: PeopleTable, events: tuple[CodedSheet, ...], rules: CodingRules) -> Iterator[Fault]:
    """A fault for each grade that the mapping names as a partner's or as senior and that nobody is or was in."""
    held = (*people.characteristics, *(each for sheet in events for each in sheet.characteristics))
    grades = {each.code for one in held if one.variable.endswith("grade") for each in one.categories}
    named = {
        "pay: partner_grades": rules.mapping.pay.partner_grades,
        "careers: senior_grades": rules.mapping.careers.senior_grades,
    }
    for setting, wanted in named.items():
        for grade in wanted:
            if grade not in grades:
                nearest = nearest_words(grade, sorted(grades - {NOT_RECORDED}))
                yield mapping_kinds.GRADE_NOT_THERE.at(value=grade, setting=setting, nearest=nearest)


def _unanswered(
    connection: "duckdb.DuckDBPyConnection", people: PeopleTable, headings: dict[str, str]
) -> Iterator[Fault]:
    answered = {
        question.question_id: _count(connection, f"{sql.name(question.question_id)} <> '{NOT_ANSWERED}'")
        for question in people.questions
    }
    nobody = not any(answered.values())
    for question, count in answered.items():
        if nobody:
            yield kinds.NO_ANSWERS.at(column=headings.get(question), question=question)
        elif count == 0:
            yield kinds.FIELD_BLANK.at(column=headings.get(question), field=question)


def _all_the_same(
    connection: "duckdb.DuckDBPyConnection", people: PeopleTable, headings: dict[str, str]
) -> Iterator[Fault]:
    for characteristic in people.characteristics:
        heading = headings.get(characteristic.variable)
        if heading is None:
            continue
        name = sql.name(characteristic.variable)
        row = connection.execute(f"SELECT count(DISTINCT {name}), min({name}::VARCHAR) FROM {PEOPLE}").fetchone()
        if row and row[0] == 1:
            kind = kinds.FIELD_BLANK if row[1] == NOT_RECORDED else kinds.EVERYBODY_SAME
            yield kind.at(column=heading, field=characteristic.title.lower())


def _doubtful_pay(
    connection: "duckdb.DuckDBPyConnection", people: PeopleTable, headings: dict[str, str], rules: CodingRules
) -> Iterator[Fault]:
    if "annual_pay_pence" not in people.amounts:
        return
    bounds = rules.plausibility
    row = connection.execute(
        f"SELECT quantile_cont(annual_pay_pence, 0.5) / 100 FROM {PEOPLE} WHERE annual_pay_pence > 0"
    ).fetchone()
    median = row[0] if row else None
    if median is not None and not bounds.lowest_median_pay <= median <= bounds.highest_median_pay:
        yield kinds.PAY_PERIOD_DOUBTFUL.at(
            column=headings["annual_pay_pence"],
            period=rules.mapping.pay.period,
            low=f"£{bounds.lowest_median_pay:,}",
            high=f"£{bounds.highest_median_pay:,}",
        )


def _incomplete_period_pay(people: PeopleTable, headings: dict[str, str], rules: CodingRules) -> Iterator[Fault]:
    """A notice where there is pay of a period without its length, or without hours to divide it by."""
    if "ordinary_pay_pence" not in people.amounts:
        return
    titles = {each.id: each.title.lower() for each in rules.fields.fields}
    missing = [titles[name] for name in ("pay_period_days", "weekly_hours") if name not in people.amounts]
    if missing:
        column = headings["ordinary_pay_pence"]
        yield mapping_kinds.PERIOD_PAY_INCOMPLETE.at(column=column, missing=" and ".join(missing))


def _count(connection: "duckdb.DuckDBPyConnection", condition: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {PEOPLE} WHERE {condition}").fetchone()
    return row[0] if row else 0
