"""The people of two years, put together so that everything that one year takes from the other can be seen.

There is one row for everybody whose answer is the same in both years, one for everybody who joined or left, and two for
everybody whose answer is new, withdrawn or changed: one as they are now, and one as they were. So each year is a set of
rows, what they share is a set of rows, and an outsider who subtracts one year from the other is left with others:

    this year = kept + changed (as they are now) + joined        last year = kept + changed (as they were) + left

``YEAR_STATUS`` says which of these a row is. It adds up in several ways at once, so that disclosure sees each of them.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from footing.measures.arrow import as_arrow
from footing.measures.careers.events import PERSON
from footing.tables import EVERYONE, TOTAL, Coordinate, Hierarchy, coordinate
from footing.workforce.workforce import QuestionInUse, Workforce

if TYPE_CHECKING:
    import ibis

YEAR_STATUS = "year_status"
GRADE, GRADE_BEFORE = "grade", "grade_before"

THIS_YEAR, LAST_YEAR = "this_year", "last_year"
KEPT, JOINED, LEFT = "kept", "joined", "left"
SWITCHED_IN, ANSWERED_IN, SWITCHED_OUT, ANSWERED_OUT = "switched_in", "answered_in", "switched_out", "answered_out"
CHANGED_IN, CHANGED_OUT, CHANGED = "changed_in", "changed_out", "changed"
CAME, GONE = "came", "gone"

HIERARCHIES = {
    f"{YEAR_STATUS}.now": {
        KEPT: THIS_YEAR,
        CHANGED_IN: THIS_YEAR,
        JOINED: THIS_YEAR,
        SWITCHED_IN: CHANGED_IN,
        ANSWERED_IN: CHANGED_IN,
        CHANGED_OUT: GONE,
        LEFT: GONE,
        SWITCHED_OUT: CHANGED_OUT,
        ANSWERED_OUT: CHANGED_OUT,
        THIS_YEAR: TOTAL,
        GONE: TOTAL,
    },
    f"{YEAR_STATUS}.before": {
        KEPT: LAST_YEAR,
        CHANGED_OUT: LAST_YEAR,
        LEFT: LAST_YEAR,
        CHANGED_IN: CAME,
        JOINED: CAME,
        LAST_YEAR: TOTAL,
        CAME: TOTAL,
    },
    f"{YEAR_STATUS}.changed": {
        CHANGED_IN: CHANGED,
        CHANGED_OUT: CHANGED,
        CHANGED: TOTAL,
    },
}
"""How the statuses of rows add up: to each year, and to everybody whose answer is another."""

POOLED = "pooled"
POOLED_HIERARCHY = {f"{YEAR_STATUS}.pooled": {THIS_YEAR: POOLED, LEFT: POOLED, POOLED: TOTAL}}
"""Everybody who was there in either year, once: as they are now, or as they were when they were last there."""

STATUSES = (KEPT, SWITCHED_IN, ANSWERED_IN, SWITCHED_OUT, ANSWERED_OUT, JOINED, LEFT)

Row = tuple[str, str | None, str | None, str | None]
"""The status of a row, its answer, and the grade now and before, where it has one."""


@dataclass(frozen=True, slots=True)
class BothYears:
    """Counted rows of two years. ``matched`` says whether people could be told to be the same."""

    question: QuestionInUse
    rows: Mapping[Row, int]
    matched: bool

    def count(self, cell: Coordinate) -> int:
        """How many rows a cell holds, of both years if it names neither. Raises ``KeyError`` for other variables."""
        wanted = dict(cell)
        status = _members(wanted.pop(YEAR_STATUS, TOTAL))
        groups = self._groups(wanted.pop(self.question.question_id, TOTAL))
        places = (wanted.pop(GRADE, None), wanted.pop(GRADE_BEFORE, None))
        if wanted:
            raise KeyError(next(iter(wanted)))
        return sum(
            people
            for (row_status, group, *grades), people in self.rows.items()
            if row_status in status
            and group in groups
            and all(place in (None, grade) for place, grade in zip(places, grades, strict=True))
        )

    def counts(self, cells: Iterable[Coordinate]) -> dict[Coordinate, int]:
        """The counts of cells, of all that they are part of, and of every answer on its own."""
        question = self.question.question_id
        answers = (coordinate(**{question: group.code}) for group in self.question.classification.groups)
        wholes = (whole for cell in dict.fromkeys(cells) for whole in self._wholes(cell))
        return {cell: self.count(cell) for cell in dict.fromkeys((*wholes, *answers, EVERYONE))}

    def _wholes(self, cell: Coordinate) -> Iterator[Coordinate]:
        hierarchy = self.question.classification.hierarchy(self.question.question_id)
        chains = (
            {*_statuses_above(code), TOTAL}
            if variable == YEAR_STATUS
            else {*_chain(code, hierarchy), TOTAL}
            if variable == self.question.question_id
            else {code, TOTAL}
            for variable, code in cell
        )
        variables = [variable for variable, _ in cell]
        return (coordinate(**dict(zip(variables, codes, strict=True))) for codes in product(*map(sorted, chains)))

    def in_bands(self, bands: Hierarchy) -> "BothYears":
        """The same rows with the bands of grades in place of the grades."""
        rows: Counter[Row] = Counter()
        for (status, group, *grades), people in self.rows.items():
            now, before = (_band(grade, bands) for grade in grades)
            rows[status, group, now, before] += people
        return replace(self, rows=rows)

    def _groups(self, code: str) -> set[str]:
        hierarchy = self.question.classification.hierarchy(self.question.question_id)
        return {
            group.code
            for group in self.question.classification.groups
            if not group.rollup and code in (TOTAL, *_chain(group.code, hierarchy))
        }


def both_years(workforce: Workforce, previous: Workforce, question: QuestionInUse, matched_percent: float) -> BothYears:
    """Match the people of two years by key, and count them; nobody is matched where hardly any key is in both."""
    by_grade = all(GRADE in _variables(each) for each in (workforce, previous))
    pairs = list(_pairs(workforce, previous, question.question_id, by_grade=by_grade))
    both = sum(people for (now, before), people in pairs if now and before)
    smaller = min(workforce.person_count, previous.person_count)
    matched = 100 * both >= matched_percent * smaller and both > 0
    base = {group.code for group in question.classification.base_groups}
    rows: Counter[Row] = Counter()
    for (now, before), people in pairs:
        for row in _rows(now, before, base) if matched else _strangers(now, before):
            rows[row] += people
    return BothYears(question, rows, matched)


Side = tuple[str, str | None]
"""The answer and the grade of a person in one year."""


def _rows(now: Side | None, before: Side | None, base: Container[str]) -> Iterator[Row]:
    """The rows of a person with an answer and a grade in one year or in both."""
    if now and before:
        switched = now[0] in base and before[0] in base
        if now[0] == before[0]:
            yield KEPT, now[0], now[1], before[1]
        else:
            yield SWITCHED_IN if switched else ANSWERED_IN, now[0], now[1], None
            yield SWITCHED_OUT if switched else ANSWERED_OUT, before[0], None, before[1]
    elif now:
        yield JOINED, now[0], now[1], None
    elif before:
        yield LEFT, before[0], None, before[1]


def _strangers(now: Side | None, before: Side | None) -> Iterator[Row]:
    """The same where nobody can be told to be in both."""
    yield from _rows(now, None, ())
    yield from _rows(None, before, ())


def _pairs(
    workforce: Workforce, previous: Workforce, question: str, *, by_grade: bool
) -> Iterator[tuple[tuple[Side | None, Side | None], int]]:
    """How many people have each answer and grade now, and before; ``None`` for a year that they are not in."""
    columns = (question, GRADE) if by_grade else (question,)
    now = workforce.people.select(PERSON, **{f"{name}_now": workforce.people[name].cast("string") for name in columns})
    earlier = _brought(previous.people.select(PERSON, *columns), workforce)
    before = earlier.select(
        earlier[PERSON].name("key_before"), **{f"{name}_then": earlier[name].cast("string") for name in columns}
    )
    joined = now.outer_join(before, now[PERSON] == before["key_before"])
    sides = [f"{name}_{when}" for when in ("now", "then") for name in columns]
    for row in as_arrow(joined.group_by(sides).aggregate(people=joined.count())).to_pylist():
        now_side, then = (
            (row[f"{question}_{when}"], row.get(f"{GRADE}_{when}")) if row[f"{question}_{when}"] else None
            for when in ("now", "then")
        )
        yield (now_side, then), row["people"]


def _brought(table: "ibis.Table", workforce: Workforce) -> "ibis.Table":
    """The people of the previous year in the engine of this one; keys, answers and grades only."""
    import ibis

    engine = workforce.people.get_backend()
    if table.get_backend() is engine:
        return table
    people = as_arrow(table)
    if engine.name != "duckdb":
        return ibis.memtable(people)
    engine.con.register("previous_rows", people)
    engine.con.execute("CREATE OR REPLACE TEMP TABLE previous_people AS SELECT * FROM previous_rows")
    engine.con.unregister("previous_rows")
    return engine.table("previous_people")


def _band(grade: str | None, bands: Hierarchy) -> str | None:
    band = bands.parents.get(grade, TOTAL) if grade else TOTAL
    return grade if band == TOTAL else band


def _members(status: str) -> set[str]:
    return {each for each in STATUSES if status in (TOTAL, *_statuses_above(each))}


def _statuses_above(status: str) -> set[str]:
    """A status and all that it adds up to, in any way."""
    ways = (*HIERARCHIES.values(), *POOLED_HIERARCHY.values())
    parents = {each[status] for each in ways if status in each}
    return {status}.union(*(_statuses_above(parent) for parent in parents if parent != TOTAL))


def _chain(code: str, hierarchy: Hierarchy) -> Iterator[str]:
    whole: str | None = code
    while whole is not None and whole != TOTAL:
        yield whole
        whole = hierarchy.parent(whole)


def _variables(workforce: Workforce) -> set[str]:
    return {each.variable for each in workforce.characteristics}
