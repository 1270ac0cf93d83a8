"""The staff extract of a year earlier: the same people under the same keys, as they stood then."""

import datetime as dt

import numpy as np
import pyarrow as pa

from footing.samples.careers import PROMOTED
from footing.samples.columns import words
from footing.samples.draws import Booleans, Integers, happens
from footing.samples.employers import Employer
from footing.samples.histories import EVENT_NAMES
from footing.samples.induction import PROBATION_YEARS
from footing.samples.people import DAYS_PER_YEAR
from footing.samples.period_pay import pay_of_the_law

PAY_RISE = 1.04
"""What everybody's pay rose by in the year between."""
ANSWERED_THEN = 0.93
"""The chance that somebody who has answered by now had answered a year earlier, whatever their background."""
ANSWERS = ("parental_occupation", "school_type", "free_school_meals", "parental_degree")
WORKED_OUT_ANEW = ("left_date", "grade_start_date", "reduced_pay", "partner", *(
    "ordinary_pay_pence", "period_bonus_pence", "pay_period_days"
))  # fmt: skip


def a_year_before(day: dt.date) -> dt.date:
    """The same day of the year before; of 29 February, the 28th."""
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def year_before(random: np.random.Generator, employer: Employer, everyone: pa.Table, events: pa.Table) -> pa.Table:
    """One row for each person who was there a year before the snapshot date, with the columns of the staff extract.

    Grades and functions are those of that day, by the events since; pay is that of the grade, less the year's rise.
    """
    then = _days(pa.array([a_year_before(employer.snapshot)]))[0]
    joined, left = _days(everyone["start_date"]), _days(everyone["left_date"])
    there = (joined <= then) & ((left > then) | np.isnan(left))
    grade_now, function_now = _numbers(everyone["grade"]), _numbers(everyone["function"])
    climbed, function = _since(events, everyone, then, function_now)
    grade = grade_now - climbed
    people = everyone.drop_columns([name for name in WORKED_OUT_ANEW if name in everyone.column_names])
    salaries = np.array([each.salary for each in employer.grades])
    less = salaries[grade] / salaries[grade_now] / PAY_RISE
    changed = {
        "grade": words(employer.grade_names, grade),
        "function": words(employer.function_names, function),
        "annual_pay_pence": _in_whole_pounds(people["annual_pay_pence"].to_numpy() * less),
        "bonus_pence": _in_whole_pounds(people["bonus_pence"].to_numpy() / PAY_RISE),
        "probation_outcome": _where(people["probation_outcome"], joined <= then - PROBATION_YEARS * DAYS_PER_YEAR),
    }
    answered = happens(random, np.full(len(there), ANSWERED_THEN))
    changed |= {name: _where(people[name], answered) for name in ANSWERS}
    for name, column in changed.items():
        people = people.set_column(people.column_names.index(name), name, column)
    people = people.filter(pa.array(there))
    for name, column in pay_of_the_law(random, employer, people).items():
        people = people.append_column(name, column)
    return people


def _since(events: pa.Table, everyone: pa.Table, then: float, function_now: Integers) -> tuple[Integers, Integers]:
    """How many grades each person has climbed since a day, and their function on it."""
    keys = everyone["person_key"].to_pylist()
    place = dict(zip(keys, range(len(keys)), strict=True))
    person = np.array([place[key] for key in events["person_key"].to_pylist()], dtype=np.int64)
    kind, day = _numbers(events["event"]), _days(events["date"])
    for_good = _numbers(events["reason"]) < 0
    climbed = np.zeros(len(keys), dtype=np.int64)
    np.add.at(climbed, person[(kind == PROMOTED) & for_good & (day > then)], 1)
    moved = (kind == EVENT_NAMES.index("moved")) & (day > then)
    function = function_now.copy()
    latest_first = np.flatnonzero(moved)[::-1]  # events are in order of time, so the first move has the last word
    function[person[latest_first]] = _numbers(events["from_function"])[latest_first]
    return climbed, function


def _numbers(column: pa.ChunkedArray) -> Integers:
    """The numbers of a column of words; -1 for an empty cell. The labels are those of the first chunk."""
    indices = column.combine_chunks().indices
    numbers: Integers = indices.fill_null(-1).to_numpy().astype(np.int64)
    return numbers


def _days(column: pa.ChunkedArray | pa.Array) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Dates as days; not a number for an empty cell."""
    days: np.ndarray[tuple[int], np.dtype[np.float64]] = (
        column.cast(pa.int32()).cast(pa.float64()).to_numpy(zero_copy_only=False)
    )
    return days


def _in_whole_pounds(pence: np.ndarray[tuple[int], np.dtype[np.float64]]) -> pa.Array:
    return pa.array((np.round(pence / 100) * 100).astype(np.int64))


def _where(column: pa.ChunkedArray, known: Booleans) -> pa.Array:
    """The column, with empty cells where it was not known."""
    held = column.combine_chunks()
    kept = pa.array(np.where(known, _numbers(column), -1).astype(np.int32), mask=~known | (_numbers(column) < 0))
    return pa.DictionaryArray.from_arrays(kept, held.dictionary)
