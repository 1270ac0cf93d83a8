"""Transitions: where those in each grade when the period opened were when it ended.

The matrix from grade to grade is of everybody; by background only the direction is shown: a higher grade, the same,
a lower one, a grade outside the order, or gone. Few people of one background move between any two grades, and a table
of hundreds of small counts would be withheld whole. For each grade the figures by background rest on all counts of that
grade, so that a grade is shown whole or not at all.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from footing.measures.careers.careers import Careers
from footing.measures.careers.events import PERSON
from footing.measures.careers.ladder import GRADE, Ladder
from footing.measures.careers.period import LEFT, ONE_DAY, THERE
from footing.measures.careers.spells import ARRIVAL, DEPARTURE, STILL_THERE
from footing.measures.careers.table_writer import INTERVAL_NOTE, TableWriter, share_of_the_first, with_everybody
from footing.measures.intervals import share_of
from footing.measures.population import PeopleToCount, Variable
from footing.measures.tabulation import Key
from footing.tables import Category, Coordinate, Dimension, Hierarchy, coordinate, units
from footing.tables.raw import FromCounts, RawTable
from footing.tables.words import long_date

if TYPE_CHECKING:
    import ibis

THERE_AT_START = "people there at the start of the period"

MEASURES = ("transition_matrix", "transition_direction")

DESTINATION, GRADE_AT_END = "destination", "grade_at_end"
HIGHER, SAME, LOWER, ELSEWHERE = "higher", "same", "lower", "elsewhere"

DIRECTIONS = (
    Category(HIGHER, "A higher grade"),
    Category(SAME, "The same grade"),
    Category(LOWER, "A lower grade"),
    Category(ELSEWHERE, "A grade outside the order"),
    Category(LEFT, "Left"),
)

WHOLE_GRADE_NOTE = "A grade is shown whole or not at all."


def transitions_to_count(careers: Careers) -> PeopleToCount:
    """One row for each person there at the start, with their grade then and where they were at the end."""
    background, ladder = careers.background, careers.ladder
    variables = {
        GRADE: Variable(ladder.codes, Hierarchy(GRADE)),
        background.variable: background.definition,
        DESTINATION: _destination_variable(ladder),
    }
    return PeopleToCount(THERE_AT_START, _transitions(careers), variables)


def transition_tables(writer: TableWriter) -> tuple[RawTable, ...]:
    """The matrix of everybody, and the direction by background."""
    ladder, period = writer.careers.ladder, writer.careers.period
    start = f"Grade at the start of {long_date(period.start + ONE_DAY)}"
    at_start = Dimension(GRADE, start, ladder.shown)
    at_end = Dimension(GRADE_AT_END, f"Grade on {long_date(period.end)}", (*ladder.shown, Category(LEFT, "Left")))
    directions = Dimension(DESTINATION, f"On {long_date(period.end)}", _directions(ladder))
    move, direction = partial(_move, ladder=ladder), partial(_direction, writer=writer)
    matrix = writer.write("matrix", "transition_matrix", units.PERCENT, (at_start, at_end), move, INTERVAL_NOTE)
    return (
        replace(matrix, title=writer.careers.title("transition_matrix")),
        writer.write(
            "direction",
            "transition_direction",
            units.PERCENT,
            (with_everybody(at_start), directions, writer.groups),
            direction,
            WHOLE_GRADE_NOTE,
            INTERVAL_NOTE,
        ),
    )


def destination(start: str, end: str, ladder: Ladder) -> str:
    """The code of having gone from one grade to another."""
    if start == end:
        return SAME
    if start in ladder.ranked and end in ladder.ranked:
        up = ladder.ranked.index(end) > ladder.ranked.index(start)
        return f"{HIGHER if up else LOWER}: {end}"
    return f"{ELSEWHERE}: {end}"


def _destination_variable(ladder: Ladder) -> Variable:
    parents = {
        **{f"{HIGHER}: {grade}": HIGHER for grade in ladder.ranked[1:]},
        **{f"{LOWER}: {grade}": LOWER for grade in ladder.ranked[:-1]},
        **{f"{ELSEWHERE}: {grade}": ELSEWHERE for grade in ladder.codes},
    }
    return Variable((*parents, SAME, LEFT), Hierarchy(DESTINATION, parents))


def _directions(ladder: Ladder) -> tuple[Category, ...]:
    """The directions that there can be on a ladder."""
    ranked = len(ladder.ranked) > 1
    outside = len(ladder.ranked) < len(ladder.shown)
    possible = {HIGHER: ranked, LOWER: ranked, ELSEWHERE: outside}
    return tuple(each for each in DIRECTIONS if possible.get(each.code, True))


def _move(key: Key, *, ladder: Ladder) -> FromCounts:
    start, end = key[GRADE], key[GRADE_AT_END]
    code = LEFT if end == LEFT else destination(start, end, ladder)
    base = coordinate(**{GRADE: start})
    return FromCounts((coordinate(**{GRADE: start, DESTINATION: code}), base), base, share_of)


def _direction(key: Key, *, writer: TableWriter) -> FromCounts:
    grade, group = key[GRADE], key[writer.variable]
    base = writer.cell(group, **{GRADE: grade})
    part = writer.cell(group, **{GRADE: grade, DESTINATION: key[DESTINATION]})
    return FromCounts((part, base, *_whole_grade(grade, writer)), base, share_of_the_first)


def _whole_grade(grade: str, writer: TableWriter) -> tuple[Coordinate, ...]:
    directions = _directions(writer.careers.ladder)
    return tuple(
        writer.cell(group, **{GRADE: grade, DESTINATION: each.code})
        for group in writer.careers.groups
        for each in directions
    )


def _transitions(careers: Careers) -> "ibis.Table":
    import ibis

    spells, ladder, background = careers.spells, careers.ladder, careers.background.variable
    at_end = spells.filter(spells[DEPARTURE] == STILL_THERE)
    at_end = at_end.select(PERSON, at_end[GRADE].name(GRADE_AT_END))
    people = spells.filter(spells[ARRIVAL] == THERE).select(PERSON, background, GRADE)
    people = people.left_join(at_end, PERSON).drop(f"{PERSON}_right")
    start, end = people[GRADE], people[GRADE_AT_END]
    ranks = dict(zip(ladder.ranked, range(len(ladder.ranked)), strict=True))
    went = ibis.cases(
        (end.isnull(), LEFT),
        (start == end, SAME),
        (_rank(end, ranks) > _rank(start, ranks), ibis.literal(f"{HIGHER}: ") + end),
        (_rank(end, ranks) < _rank(start, ranks), ibis.literal(f"{LOWER}: ") + end),
        else_=ibis.literal(f"{ELSEWHERE}: ") + end,
    )
    return people.mutate(went.name(DESTINATION))


def _rank(grade: "ibis.Value", ranks: Mapping[str, int]) -> "ibis.Value":
    import ibis

    unknown = ibis.literal(None, type="int32")
    return ibis.cases(*((grade == code, rank) for code, rank in ranks.items()), else_=unknown) if ranks else unknown
