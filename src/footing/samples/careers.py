"""Five years of careers: who was there, joined, was promoted, moved and left, drawn for all people at once."""

import numpy as np

from footing.samples.draws import Floats, Integers, choose, happens
from footing.samples.steady_state import SteadyState

YEARS = 5.0
MOVES_PER_YEAR = 0.03
LONGEST_SERVICE = 38.0
JOINED, PROMOTED, MOVED, LEFT = range(4)


PERSON = np.dtype(
    [
        ("grade", np.int64),
        ("function", np.int64),
        ("background", np.int64),
        ("sex", np.int64),
        ("joined", np.float64),
        ("grade_since", np.float64),
        ("left", np.float64),
    ]
)
"""Where a person stands; times are years since the window opened, negative before it.

``left`` is infinite for those who are still there when the window closes.
"""

EVENT = np.dtype(
    [
        ("person", np.int64),
        ("kind", np.int64),
        ("time", np.float64),
        ("from_grade", np.int64),
        ("to_grade", np.int64),
        ("from_function", np.int64),
        ("to_function", np.int64),
    ]
)
"""One event: whose, what, when, and from where to where; -1 is from outside."""

Records = np.ndarray[tuple[int], np.dtype[np.void]]
"""An array of persons or of events."""


def simulate_careers(random: np.random.Generator, state: SteadyState, size: float) -> tuple[Records, Records]:
    """Five years of a workforce of about ``size`` people: an array of persons and one of events."""
    people = _starters(random, state, size)
    events = [_joining(people)]
    clock = np.maximum(people["joined"], 0.0)
    active = np.arange(len(clock))
    while len(active):
        active, happened = _next_events(random, state, people, clock, active)
        events.append(happened)
    return people, np.concatenate(events)


def _starters(random: np.random.Generator, state: SteadyState, size: float) -> Records:
    there = random.poisson(size * state.share)
    hired = random.poisson(size * state.hires * YEARS)
    cells = np.concatenate(
        [np.repeat(np.arange(there.size), there.ravel()), np.repeat(np.arange(hired.size), hired.ravel())]
    )
    grade, function, background, sex = (axis.astype(np.int64) for axis in np.unravel_index(cells, state.share.shape))
    joined, since = _earlier_years(random, state, grade[: there.sum()], background[: there.sum()])
    hired_at = random.random(hired.sum()) * YEARS
    joined, since = np.concatenate([joined, hired_at]), np.concatenate([since, hired_at])
    still_there = np.full(len(grade), np.inf)
    return _records(PERSON, grade, function, background, sex, joined, since, still_there)


def _earlier_years(
    random: np.random.Generator, state: SteadyState, grade: Integers, background: Integers
) -> tuple[Floats, Floats]:
    """When those present at the start had joined and entered their grade: time in grade is exponential in balance."""
    rate = state.promotion[grade, background] + state.leaving[background]
    in_grade = np.minimum(random.standard_exponential(len(grade)) / rate, LONGEST_SERVICE)
    hired_into = state.hires.sum(axis=(1, 3)) / (state.share.sum(axis=(1, 3)) * (state.promotion + state.leaving))
    promoted = ~happens(random, hired_into[grade, background])
    before = np.where(promoted, random.standard_exponential(len(grade)) * 4, 0)
    return -np.minimum(in_grade + before, LONGEST_SERVICE), -in_grade


def _next_events(
    random: np.random.Generator, state: SteadyState, people: Records, clock: Floats, active: Integers
) -> tuple[Integers, Records]:
    """Let the next thing happen to each active person; give back those to whom more may happen, and what happened."""
    background = people["background"][active]
    with np.errstate(divide="ignore"):  # nobody is promoted from the highest grade: the wait is infinite
        wait = random.standard_exponential((3, len(active))) / np.stack(
            [
                state.promotion[people["grade"][active], background],
                np.full(len(active), MOVES_PER_YEAR),
                state.leaving[background],
            ]
        )
    first = wait.argmin(axis=0)
    time = clock[active] + wait.min(axis=0)
    within = time < YEARS
    active, kind, time = active[within], first[within] + PROMOTED, time[within]
    elsewhere = np.where(kind == MOVED, _another_function(random, state, people, active), people["function"][active])
    clock[active] = time
    return active[kind != LEFT], _apply(people, active, kind, time, elsewhere)


def _apply(people: Records, person: Integers, kind: Integers, time: Floats, to_function: Integers) -> Records:
    from_grade, from_function = people["grade"][person], people["function"][person]
    to_grade = from_grade + (kind == PROMOTED)
    people["grade"][person], people["function"][person] = to_grade, to_function
    people["grade_since"][person[kind == PROMOTED]] = time[kind == PROMOTED]
    people["left"][person[kind == LEFT]] = time[kind == LEFT]
    real = (kind != MOVED) | (to_function != from_function)
    happened = _records(EVENT, person, kind, time, from_grade, to_grade, from_function, to_function)
    kept: Records = happened[real]
    return kept


def _another_function(random: np.random.Generator, state: SteadyState, people: Records, person: Integers) -> Integers:
    """A function drawn as people of the same grade, background and sex are spread, so that moves change no share."""
    spread = np.moveaxis(state.share, 1, -1)
    chances = spread.reshape(-1, spread.shape[-1])
    row = np.ravel_multi_index(
        (people["grade"][person], people["background"][person], people["sex"][person]), spread.shape[:-1]
    )
    return choose(random, chances / chances.sum(axis=1, keepdims=True), row.astype(np.int64))


def _joining(people: Records) -> Records:
    person = np.flatnonzero(people["joined"] >= 0)
    nowhere = np.full(len(person), -1)
    grade, function = people["grade"][person], people["function"][person]
    return _records(
        EVENT, person, np.full(len(person), JOINED), people["joined"][person], nowhere, grade, nowhere, function
    )


def _records(kind: np.dtype[np.void], *columns: Integers | Floats) -> Records:
    records = np.empty(len(columns[0]), dtype=kind)
    for name, column in zip(kind.names or (), columns, strict=True):
        records[name] = column
    return records
